import type { ArticleText, Problem, WithdrawnArticle } from '../core/article.js';
import { Fault } from '../core/errors.js';
import type { Glossary } from '../core/glossary.js';
import { MAX_PROBLEMS_TOLD } from '../core/limits.js';
import { withdrawnFingerprint } from './corpus-revision.js';
import { listArticles, type ArticleFile, type ArticleList, type RejectedFolder } from './list-articles.js';
import { loadGlossary } from './load-glossary.js';
import type { FileReading } from './read-file.js';
import type { Reading } from './reading.js';
import { hashSources, type Sources } from './sources.js';
import { NOTHING_STAGED, type StagedFiles } from './staged-files.js';

export interface ReadCorpusParts<R extends FileReading> {
  /** Reads the articles of files, as `readFile` does: one result a file, in their order. */
  readonly readFiles: (root: string, files: readonly ArticleFile[]) => AsyncIterable<R> | Iterable<R>;
  /** Default: none. */
  readonly staged?: StagedFiles | undefined;
  /** Awaited before the first file is read. */
  readonly onList?: (list: ArticleList) => Promise<void>;
  /** Awaited after each file, in the order of ids. */
  readonly onReading?: (reading: R) => Promise<void>;
  /** Called after each file. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** A file that should have given the article `id`, and did not. */
export type RejectedFile = Pick<ArticleFile, 'id' | 'file'>;

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

/**
 * Reads every article below a folder, and its glossary. What cannot be read is told in `problems`, and
 * the rest loads.
 *
 * @throws {Fault} `CORPUS_MISSING` when `dir` is not a folder that can be read, `CORPUS_EMPTY`
 *   when it holds no article that can be read.
 */
export async function readCorpus<R extends FileReading>(
  dir: string,
  { readFiles, onList, onReading, onProgress, staged = NOTHING_STAGED }: ReadCorpusParts<R>,
): Promise<CorpusReading> {
  const list = await listArticles(dir, staged);
  await onList?.(list);
  const readings: FileReading[] = [];
  for await (const reading of readFiles(list.root, list.files)) {
    await onReading?.(reading);
    // Copied: a reading may hold more than it says.
    readings.push({ file: reading.file, reading: reading.reading, hash: reading.hash });
    onProgress?.(readings.length, list.files.length);
  }
  const hashes = new Map(readings.flatMap(({ file, hash }) => (hash ? [[file.file, hash]] : [])));
  const glossary = await loadGlossary(list.root, staged, (file, hash) => hashes.set(file, hash));

  const read = readings.flatMap(({ reading }) => (reading.kind === 'read' ? [reading] : []));
  const all = [list, ...readings.map(({ reading }) => reading), glossary];
  const problems = all.flatMap((part) => part.problems).sort(byPlace);
  if (read.length === 0) throw describeEmpty(dir, list.tried, problems);
  return {
    articles: read.flatMap(({ article, withdrawal }) => (withdrawal === null ? [article] : [])),
    withdrawn: read.flatMap(listWithdrawn),
    glossary: glossary.kind === 'read' ? glossary.glossary : null,
    problems,
    rejected: readings.flatMap(({ file: { id, file }, reading }) =>
      reading.kind === 'rejected' ? [{ id, file }] : [],
    ),
    rejectedFolders: list.rejectedFolders,
    sources: { ...list.found, ...hashSources(list.root, list.found.paths, hashes) },
  };
}

/** The folder itself is named in full where it is the problem. */
function describeEmpty(dir: string, tried: number, problems: readonly Problem[]): Fault {
  const first = problems.slice(0, MAX_PROBLEMS_TOLD).map(({ file, code }) => `${file}: ${code}`);
  const message = [`no article could be read from ${dir}; files tried: ${tried}`, ...first].join('; ');
  return new Fault('CORPUS_EMPTY', message, {
    facts: { dir, tried: String(tried) },
    problems: problems.map((problem) => ({ ...problem, file: problem.file || dir })),
  });
}

function listWithdrawn({ article, withdrawal }: ReadArticle): WithdrawnArticle[] {
  if (withdrawal === null) return [];
  const fingerprint = withdrawnFingerprint(article, withdrawal);
  return [{ ...withdrawal, article: article.article, fingerprint }];
}

function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
}
