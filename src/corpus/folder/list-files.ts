import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { diagnose, type Problem, type FileProblem } from '../../core/model/article.js';
import type { FileChange } from '../../core/model/desk.js';
import { describeError, Fault } from '../../core/model/fault.js';

/** The files of a corpus folder; paths are relative to it, with forward slashes. */
export interface FileList {
  /** In code-unit order. */
  readonly files: readonly string[];
  /** Folders that could not be listed; each has its problem. */
  readonly closed: readonly string[];
  readonly problems: readonly FileProblem[];
}

/** A file, or a folder to go on with. */
type Entry =
  | { readonly kind: 'file' | 'folder'; readonly path: string }
  | { readonly kind: 'problem' | 'closed'; readonly problem: FileProblem };

/** Lists the files below `root`, a real path. Names that begin with a dot are passed over. */
export async function listFiles(root: string): Promise<FileList> {
  const files: string[] = [];
  const closed: string[] = [];
  const problems: FileProblem[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of await listFolder(root, folder)) {
      if ('problem' in entry) {
        problems.push(entry.problem);
        if (entry.kind === 'closed') closed.push(entry.problem.file);
      } else (entry.kind === 'file' ? files : folders).push(entry.path);
    }
  }
  return { files: files.sort(), closed, problems };
}

async function listFolder(root: string, folder: string): Promise<Entry[]> {
  try {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    const seen = entries.filter(({ name }) => !name.startsWith('.') && name !== GLOSSARY_FILE);
    const isLink = (entry: Dirent): boolean => entry.isSymbolicLink();
    const links = seen.filter(isLink).map(({ name }) => classifyLink(root, join(folder, name)));
    const others = seen.filter((entry) => !isLink(entry));
    return [
      ...others.map((entry) => classify(join(folder, entry.name), entry)),
      ...(await Promise.all(links)).flatMap((entry) => entry ?? []),
    ];
  } catch (error) {
    const complaint = diagnose('FOLDER_UNREADABLE', { cause: describeError(error) });
    return [{ kind: 'closed', problem: { file: withSlashes(folder), line: null, ...complaint } }];
  }
}

function classify(path: string, entry: Dirent): Entry {
  if (entry.isDirectory()) return { kind: 'folder', path };
  if (entry.isFile()) return { kind: 'file', path: withSlashes(path) };
  return toProblem(path, diagnose('NOT_A_FILE_OR_FOLDER'));
}

/** A target inside is read under its own path, but for one in a dot folder, where mounted volumes keep theirs. */
async function classifyLink(root: string, path: string): Promise<Entry | null> {
  try {
    const target = await realpath(join(root, path));
    if (leadsOut(root, target)) return toProblem(path, diagnose('LINK_LEADS_OUT'));
    const isHidden = relative(root, target)
      .split(sep)
      .some((name) => name.startsWith('.'));
    return isHidden && (await stat(target)).isFile() ? { kind: 'file', path: withSlashes(path) } : null;
  } catch (error) {
    return toProblem(path, diagnose('LINK_BROKEN', { cause: describeError(error) }));
  }
}

/** Whether `target` is not below `root`; both are real paths. */
export function leadsOut(root: string, target: string): boolean {
  const inside = relative(root, target);
  return inside === '..' || inside.startsWith(`..${sep}`);
}

function toProblem(path: string, complaint: Problem): Entry {
  return { kind: 'problem', problem: { file: withSlashes(path), line: null, ...complaint } };
}

function withSlashes(path: string): string {
  return path.replaceAll(sep, '/');
}

/** In the root of the corpus folder. */
export const GLOSSARY_FILE = 'glossary.yaml';
export const MAX_GLOSSARY_BYTES = 200 * 1024;
export const MAX_FILE_BYTES = 5 * 1024 * 1024;

export type Format = 'markdown' | 'text' | 'html';

const FORMATS: Readonly<Record<string, Format>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'text',
  '.html': 'html',
  '.htm': 'html',
};

/** @returns `null` when no reader takes such a file. */
export function detectFormat(path: string): Format | null {
  return FORMATS[extname(path).toLowerCase()] ?? null;
}

/** Why a file of so many bytes is too large; `null` when it is not. */
export function describeExcess(file: string, bytes: number): Problem | null {
  if (file === GLOSSARY_FILE) {
    if (bytes <= MAX_GLOSSARY_BYTES) return null;
    return diagnose('GLOSSARY_TOO_LARGE', { size: (bytes / 1024).toFixed(1) });
  }
  if (bytes <= MAX_FILE_BYTES) return null;
  return diagnose('FILE_TOO_LARGE', { size: (bytes / 1024 / 1024).toFixed(2) });
}

/** @returns The real path of a corpus folder. @throws {Fault} `CORPUS_MISSING` when it cannot be opened. */
export async function findRoot(dir: string): Promise<string> {
  try {
    const root = await realpath(dir);
    if ((await stat(root)).isDirectory()) return root;
  } catch (cause) {
    const reason = describeError(cause);
    throw new Fault('CORPUS_MISSING', `${dir} cannot be opened (${reason})`, {
      cause,
      facts: { dir, cause: reason },
    });
  }
  throw new Fault('CORPUS_MISSING', `${dir} is not a folder`, { facts: { dir } });
}

export const MAX_ID_CHARS = 60;
const HASH_CHARS = 8;

/**
 * The id of the article that the file at `path` holds; see ARCHITECTURE.
 *
 * @param path - Relative to the corpus folder, without its extension. A folder or file name
 *   of which no letter is left is replaced by 8 digits of its hash.
 */
export function formatArticleId(path: string): string {
  const id = splitPath(path).map(formatSegment).join('/');
  if (id === '') return shortHash(path);
  if (id.length <= MAX_ID_CHARS) return id;
  const head = id.slice(0, MAX_ID_CHARS - HASH_CHARS - 1).replace(/[/-]+$/u, '');
  return `${head}-${shortHash(id)}`;
}

/** The id of the article at `path` in the corpus folder. */
export function idOfFile(path: string): string {
  return formatArticleId(path.replace(/\.[^./]*$/u, ''));
}

/** What the ids of all articles below the folder at `path` begin with; of a long one perhaps those of its neighbours, too. */
export function formatIdPrefix(path: string): string {
  const prefix = `${splitPath(path).map(formatSegment).join('/')}/`;
  const longest = MAX_ID_CHARS - HASH_CHARS - 1;
  return prefix.length < longest ? prefix : prefix.slice(0, longest).replace(/[/-]+$/u, '');
}

function splitPath(path: string): string[] {
  return path.replaceAll('\\', '/').split('/').filter(Boolean);
}

function formatSegment(segment: string): string {
  const ascii = segment
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9_-]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  return ascii === '' ? shortHash(segment.normalize('NFC')) : ascii;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, HASH_CHARS);
}

/** Changes of a corpus folder that are read as if they were made. */
export interface StagedFiles {
  /** What the changed files will hold, by path; `null` for a file that will be gone. */
  readonly texts: ReadonlyMap<string, string | null>;
  /** When they will say to have been changed, in whole ms since 1970. */
  readonly at: number;
}

export const NOTHING_STAGED: StagedFiles = { texts: new Map(), at: 0 };

export function stageFiles(changes: readonly FileChange[], at: number): StagedFiles {
  return { texts: new Map(changes.map(({ file, text }) => [file, text])), at };
}

/** The files of a folder besides the glossary once the changes are made. @returns In code-unit order. */
export function stageList(files: readonly string[], { texts }: StagedFiles): string[] {
  const paths = new Set(files);
  for (const [file, text] of texts) {
    if (text === null) paths.delete(file);
    else if (file !== GLOSSARY_FILE) paths.add(file);
  }
  return [...paths].sort();
}

/** The ids of all files of a corpus folder, read or not. @throws {Fault} `CORPUS_MISSING`. */
export async function listTakenIds(corpusDir: string): Promise<Set<string>> {
  const { files } = await listFiles(await findRoot(corpusDir));
  return new Set(files.map(idOfFile));
}
