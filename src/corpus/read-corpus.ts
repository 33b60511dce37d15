import type { SplitSentences } from '../core/analysis.js';
import type { ArticleText, Problem, WithdrawnArticle } from '../core/article.js';
import { Fault } from '../core/errors.js';
import type { Glossary } from '../core/glossary.js';
import { formatArticleId, formatIdPrefix } from './article-id.js';
import { withdrawnFingerprint } from './corpus-revision.js';
import { decodeFile } from './decode-file.js';
import { findRoot } from './find-root.js';
import { listFiles } from './list-files.js';
import { loadGlossary } from './load-glossary.js';
import { readArticle } from './read-article.js';
import { readSource, type OnBytes } from './read-source.js';
import { reject } from './reading.js';
import type { Reading } from './reading.js';
import { detectFormat, type Format } from './source-file.js';
import { hashBytes, hashSources, lookAtFiles, type Sources } from './sources.js';

export interface ReadCorpusParts {
  readonly splitSentences: SplitSentences;
  /** Called after each file. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** A file that should have given the article `id`, and did not. */
export interface RejectedFile {
  readonly id: string;
  readonly file: string;
}

/** A folder that could not be listed. */
export interface RejectedFolder {
  /** What the ids of the articles in it begin with. */
  readonly idPrefix: string;
  readonly folder: string;
}

export interface CorpusReading {
  /** By id, in code-unit order; at least one, here or among the withdrawn. */
  readonly articles: readonly ArticleText[];
  /** By id, in code-unit order. */
  readonly withdrawn: readonly WithdrawnArticle[];
  /** Empty when there is none, `null` when there is one that cannot be read. */
  readonly glossary: Glossary | null;
  /** By file and line. */
  readonly problems: readonly Problem[];
  /** No id of these is among the articles, withdrawn or not. */
  readonly rejected: readonly RejectedFile[];
  readonly rejectedFolders: readonly RejectedFolder[];
  /** The files as they were before they were read. */
  readonly sources: Sources;
}

type ReadArticle = Extract<Reading, { kind: 'read' }>;

interface ArticleFile extends RejectedFile {
  readonly format: Format;
}

const FILES_AT_ONCE = 32;
const PROBLEMS_SHOWN = 3;
const ADVICE = 'Put articles there as .md, .txt or .html files.';

/**
 * Reads every article below a folder, and its glossary. What cannot be read is told in `problems`, and
 * the rest loads.
 *
 * @throws {Fault} `CORPUS_MISSING` when `dir` is not a folder that can be read, `CORPUS_EMPTY`
 *   when it holds no article that can be read.
 */
export async function readCorpus(dir: string, parts: ReadCorpusParts): Promise<CorpusReading> {
  const root = await findRoot(dir);
  const list = await listFiles(root);
  const found = lookAtFiles(root, list);
  const { files, problems } = chooseFiles(list.files);
  const hashes = new Map<string, Uint8Array>();
  const onBytes: OnBytes = (file, bytes) => {
    hashes.set(file, hashBytes(bytes));
  };
  const readings = await readAll(files, parts, (file) => readOne(root, file, parts.splitSentences, onBytes));
  const glossary = await loadGlossary(root, onBytes);

  const read = readings.flatMap((reading) => (reading.kind === 'read' ? [reading] : [])).sort(byId);
  const all = [list, { problems }, ...readings, glossary].flatMap((part) => part.problems).sort(byPlace);
  if (read.length === 0) throw describeEmpty(dir, list.files.length, all);
  return {
    articles: read.flatMap(({ article, withdrawal }) => (withdrawal === null ? [article] : [])),
    withdrawn: read.flatMap(({ article, withdrawal }) =>
      withdrawal === null
        ? []
        : {
            ...withdrawal,
            article: article.article,
            fingerprint: withdrawnFingerprint(article, withdrawal),
          },
    ),
    glossary: glossary.kind === 'read' ? glossary.glossary : null,
    problems: all,
    rejected: files.filter((_, i) => readings[i]?.kind === 'rejected').map(({ id, file }) => ({ id, file })),
    rejectedFolders: list.closed.map((folder) => ({ idPrefix: formatIdPrefix(folder), folder })),
    sources: { ...found, ...(await hashSources(root, found.paths, hashes)) },
  };
}

/** `facts.problems` has them all, a line each. */
function describeEmpty(dir: string, tried: number, problems: readonly Problem[]): Fault {
  const lines = problems.map(
    ({ file, line, reason }) => `${file || dir}${line === null ? '' : `, line ${line}`}: ${reason}`,
  );
  const files = tried === 1 ? '1 file was' : `${tried} files were`;
  const shown = lines.slice(0, PROBLEMS_SHOWN);
  const detail = [`No article could be read from ${dir}; ${files} tried.`, ...shown, ADVICE].join(' ');
  return new Fault('CORPUS_EMPTY', detail, { facts: { detail, problems: lines.join('\n') } });
}

/** Tells articles from other files; of files with the same id the first one is read. */
function chooseFiles(paths: readonly string[]): { files: ArticleFile[]; problems: Problem[] } {
  const byId = new Map<string, ArticleFile>();
  const problems: Problem[] = [];
  for (const file of paths) {
    const format = detectFormat(file);
    const id = formatArticleId(file.slice(0, file.lastIndexOf('.')));
    const same = byId.get(id);
    if (format === null) {
      problems.push({ file, line: null, reason: 'The file is not read: save it as .md, .txt or .html.' });
    } else if (same) {
      const reason = `The article's id, ${id}, is that of ${same.file} already: rename one of them.`;
      problems.push({ file, line: null, reason });
    } else byId.set(id, { id, file, format });
  }
  return { files: [...byId.values()], problems };
}

/** One result a file, in their order. */
async function readAll(
  files: readonly ArticleFile[],
  { onProgress }: ReadCorpusParts,
  read: (file: ArticleFile) => Promise<Reading>,
): Promise<Reading[]> {
  const readings: Reading[] = [];
  const queue = files.entries();
  let done = 0;
  const work = async (): Promise<void> => {
    for (const [i, file] of queue) {
      readings[i] = await read(file);
      done += 1;
      onProgress?.(done, files.length);
    }
  };
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, work));
  return readings;
}

async function readOne(
  root: string,
  { id, file, format }: ArticleFile,
  splitSentences: SplitSentences,
  onBytes: OnBytes,
): Promise<Reading> {
  const context = { id, file, splitSentences };
  const source = await readSource(root, file, onBytes);
  const decoded = source.kind === 'bytes' ? decodeFile(source.bytes, format === 'html') : source;
  return decoded.kind === 'text'
    ? readArticle(format, decoded.text, context)
    : reject(context, decoded.reason, decoded.line);
}

function byId({ article: a }: ReadArticle, { article: b }: ReadArticle): number {
  return a.article.id < b.article.id ? -1 : 1;
}

function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
}
