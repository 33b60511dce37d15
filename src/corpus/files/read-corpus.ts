/** Reads the articles and the glossary of a corpus folder. */

import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SplitSentences } from '../../core/model/analyzer.js';
import type { ArticleText, WithdrawnArticle } from '../../core/model/article.js';
import type { Glossary } from '../../core/model/corpus.js';
import { describeError, Fault } from '../../core/model/fault.js';
import { MAX_PROBLEMS_LISTED } from '../../core/model/limits.js';
import { diagnose, type FileProblem } from '../../core/model/problem.js';
import { decodeFile } from '../reading/decode-file.js';
import { detectFormat, type Format, GLOSSARY_FILE } from '../reading/format.js';
import { readArticle } from '../reading/read-article.js';
import { type GlossaryReading, readGlossary, rejectGlossary } from '../reading/read-glossary.js';
import { type Reading, reject } from '../reading/reading.js';
import { withdrawnFingerprint } from '../frozen/revision.js';
import { formatIdPrefix, idOfFile } from './article-id.js';
import {
  type FileBytes,
  type FileStats,
  hashBytes,
  hashFiles,
  type InputFiles,
  readBytes,
  statFiles,
} from './input-files.js';
import { findRoot, listFiles } from './list-files.js';
import { NOTHING_STAGED, type StagedFiles, stageList } from './staged-files.js';

/** The file of the article `id`. */
export interface ArticleFile {
  readonly id: string;
  /** See {@link FileProblem.file}. */
  readonly file: string;
  readonly format: Format;
  /** Its future text, if a change to it is staged. */
  readonly staged?: string;
}

export interface FileReading {
  readonly file: ArticleFile;
  readonly reading: Reading;
  /** From {@link hashBytes}; `null` if the file could not be read. */
  readonly hash: Uint8Array | null;
}

/** A folder that could not be listed. */
export interface RejectedFolder {
  /** The prefix of the ids of the articles in it. */
  readonly idPrefix: string;
  readonly folder: string;
}

/** The articles of a corpus folder before they are read. */
export interface ArticleList {
  /** A real path. */
  readonly root: string;
  /** In code-unit order of ids. */
  readonly files: readonly ArticleFile[];
  readonly rejectedFolders: readonly RejectedFolder[];
  /** Problems with files that no article is read from, and with folders and links. */
  readonly problems: readonly FileProblem[];
  /** All files, including those that no article is read from. */
  readonly found: FileStats;
  /** The number of files without the glossary. */
  readonly tried: number;
}

export interface ReadCorpusParts<R extends FileReading> {
  /** Reads the articles of files like {@link readFile}: one result per file, in order. */
  readonly readFiles: (root: string, files: readonly ArticleFile[]) => AsyncIterable<R> | Iterable<R>;
  /** Default: none. */
  readonly staged?: StagedFiles | undefined;
  /** Awaited before the first file is read. */
  readonly onList?: (list: ArticleList) => Promise<void>;
  /** Awaited after each file, in code-unit order of ids. */
  readonly onReading?: (reading: R) => Promise<void>;
  readonly onProgress?: (done: number, total: number) => void;
}

/** A file from which the article `id` could not be read. */
type RejectedFile = Pick<ArticleFile, 'id' | 'file'>;

export interface CorpusReading {
  /** In code-unit order of ids; there is at least one here or in `withdrawn`. */
  readonly articles: readonly ArticleText[];
  /** In code-unit order of ids. */
  readonly withdrawn: readonly WithdrawnArticle[];
  /** Empty if there is none; `null` if there is one that cannot be read. */
  readonly glossary: Glossary | null;
  /** In order of file and line. */
  readonly problems: readonly FileProblem[];
  /** None of these ids is in `articles` or `withdrawn`. */
  readonly rejected: readonly RejectedFile[];
  readonly rejectedFolders: readonly RejectedFolder[];
  /** Their sizes and times are from before they were read. */
  readonly inputFiles: InputFiles;
}

/**
 * Reads every article below a folder, and its glossary. Reports unreadable files in `problems` and reads the others.
 *
 * @throws {Fault} `CORPUS_MISSING` if `dir` is not a readable folder; `CORPUS_EMPTY` if it has no readable article.
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
    // Copied without the other properties of `R`, which would stay in memory.
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
    inputFiles: { ...list.found, ...hashFiles(list.root, list.found.paths, hashes) },
  };
}

/** @param root - A real path. */
export function readFile(root: string, file: ArticleFile, splitSentences: SplitSentences): FileReading {
  const context = { id: file.id, file: file.file, splitSentences };
  const content: FileBytes =
    file.staged === undefined
      ? readBytes(root, file.file)
      : { kind: 'bytes', bytes: Buffer.from(file.staged) };
  const decoded = content.kind === 'bytes' ? decodeFile(content.bytes, file.format === 'html') : content;
  return {
    file,
    reading:
      decoded.kind === 'text'
        ? readArticle(file.format, decoded.text, context)
        : reject(context, decoded.problem, decoded.line),
    hash: content.kind === 'bytes' ? hashBytes(content.bytes) : null,
  };
}

/**
 * Reads the glossary of the corpus folder `root`, a real path; empty if there is none.
 *
 * @param onHash - Called with the hash of the file, from {@link hashBytes}, if it was read.
 */
export async function loadGlossary(
  root: string,
  staged: StagedFiles,
  onHash?: (file: string, hash: Uint8Array) => void,
): Promise<GlossaryReading> {
  const text = staged.texts.get(GLOSSARY_FILE);
  const isGone = text === undefined ? await isMissing(join(root, GLOSSARY_FILE)) : text === null;
  if (isGone) return { kind: 'read', glossary: [], problems: [] };
  const content: FileBytes =
    typeof text === 'string' ? { kind: 'bytes', bytes: Buffer.from(text) } : readBytes(root, GLOSSARY_FILE);
  if (content.kind === 'bytes') onHash?.(GLOSSARY_FILE, hashBytes(content.bytes));
  const decoded = content.kind === 'bytes' ? decodeFile(content.bytes, false) : content;
  return decoded.kind === 'text' ? readGlossary(decoded.text) : rejectGlossary(decoded.problem, decoded.line);
}

/** @throws {Fault} `CORPUS_MISSING`. */
async function listArticles(dir: string, staged = NOTHING_STAGED): Promise<ArticleList> {
  const root = await findRoot(dir);
  const found = await listFiles(root);
  const list = { ...found, files: stageList(found.files, staged) };
  const { files, problems } = chooseFiles(list.files, staged);
  return {
    root,
    files: files.sort((a, b) => (a.id < b.id ? -1 : 1)),
    rejectedFolders: list.unlistable.map((folder) => ({ idPrefix: formatIdPrefix(folder), folder })),
    problems: [...list.problems, ...problems],
    found: statFiles(root, list, staged),
    tried: list.files.length,
  };
}

/** Selects the files that hold articles; of files with the same id, the first. */
function chooseFiles(
  paths: readonly string[],
  staged: StagedFiles,
): { files: ArticleFile[]; problems: FileProblem[] } {
  const byId = new Map<string, ArticleFile>();
  const problems: FileProblem[] = [];
  for (const file of paths) {
    const format = detectFormat(file);
    const id = idOfFile(file);
    const same = byId.get(id);
    if (format === null) {
      problems.push({ file, line: null, ...diagnose('FORMAT_UNKNOWN') });
    } else if (same) {
      problems.push({ file, line: null, ...diagnose('ID_TAKEN', { id, file: same.file }) });
    } else {
      const text = staged.texts.get(file);
      byId.set(id, { id, file, format, ...(typeof text === 'string' ? { staged: text } : {}) });
    }
  }
  return { files: [...byId.values()], problems };
}

type ReadArticle = Extract<Reading, { kind: 'read' }>;

function listWithdrawn({ article, withdrawal }: ReadArticle): WithdrawnArticle[] {
  if (withdrawal === null) return [];
  const fingerprint = withdrawnFingerprint(article, withdrawal);
  return [{ ...withdrawal, article: article.article, fingerprint }];
}

function byPlace(a: FileProblem, b: FileProblem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
}

/** Names the folder itself in full if it is the problem. */
function describeEmpty(dir: string, tried: number, problems: readonly FileProblem[]): Fault {
  const first = problems.slice(0, MAX_PROBLEMS_LISTED).map(({ file, code }) => `${file}: ${code}`);
  const message = [`no article could be read from ${dir}; files tried: ${tried}`, ...first].join('; ');
  return new Fault('CORPUS_EMPTY', message, {
    facts: { dir, tried },
    problems: problems.map((problem) => ({ ...problem, file: problem.file || dir })),
  });
}

async function isMissing(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return false;
  } catch (error) {
    return describeError(error) === 'ENOENT';
  }
}
