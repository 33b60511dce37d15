/** Plans the return of the corpus folder to an archived revision and finds the files of articles. */

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Withdrawal } from '../../core/model/article.js';
import type { FileChange } from '../../core/model/desk.js';
import { Fault } from '../../core/model/fault.js';
import type { Archive } from '../files/archive.js';
import { idOfFile } from '../files/article-id.js';
import { decodeText } from '../files/corpus-files.js';
import { forAll } from '../files/disk.js';
import { hashHex, readBytes } from '../files/input-files.js';
import { listFiles } from '../files/list-files.js';
import { detectFormat, GLOSSARY_FILE } from '../reading/format.js';
import { markWithdrawn, readMark, unmarkWithdrawn } from './edit-front-matter.js';

interface RollBackParts {
  /** The corpus folder, a real path. */
  readonly root: string;
  readonly archive: Pick<Archive, 'find' | 'read'>;
  /** The last known withdrawal of an article whose file cannot be read now; `null` if it is not withdrawn. */
  readonly findWithdrawal: (articleId: string) => Withdrawal | null;
}

/**
 * Plans the changes that turn the files of the corpus folder into those of a revision. A present article is withdrawn
 * afterwards if and only if it is now, whatever the revision states. Leaves alone files that are not text in the
 * revision or cannot be marked as they must, and unreadable files that the revision does not have.
 *
 * @throws {Fault} `REVISION_UNKNOWN` if the revision is not archived or its files are damaged.
 */
export async function planRollBack(
  { root, archive, findWithdrawal }: RollBackParts,
  revision: string,
): Promise<FileChange[]> {
  const manifest = await archive.find(revision);
  if (!manifest) throw describeUnknown(revision, 'it is not kept');
  const present = await readPresentFiles(root, (id) => findWithdrawal(id) !== null);
  const marks = listMarks(present, findWithdrawal);
  const changes: FileChange[] = [];
  const carried = new Set<string>();
  for (const [file, hash] of manifest.files) {
    const id = identifyFile(file);
    const mark = id === null ? undefined : marks.get(id);
    const now = present.get(file);
    const isSame = now?.hash === hash && (mark === undefined || isMark(now.mark, mark));
    const text = isSame ? null : await readOld(archive, revision, file, hash);
    const wanted = text === null ? null : putMark(file, text, mark);
    if (wanted !== null) changes.push({ file, text: wanted });
    if (id !== null && (isSame || wanted !== null)) carried.add(id);
  }
  for (const file of present.keys()) {
    const id = identifyFile(file);
    const mustStay = id !== null && Boolean(marks.get(id)) && !carried.has(id);
    if (!manifest.files.has(file) && !mustStay) changes.push({ file, text: null });
  }
  return changes;
}

/**
 * Finds the file that an article is read from; `null` if there is none.
 *
 * @param root - A real path.
 */
export async function findFile(root: string, articleId: string): Promise<string | null> {
  const { files } = await listFiles(root);
  return files.find((file) => identifyFile(file) === articleId) ?? null;
}

/** A readable file in its present state. */
interface PresentFile {
  /** SHA-256 in hex. */
  readonly hash: string;
  /** `null` if not withdrawn; `undefined` if unknown, since the article cannot be read. */
  readonly mark: Withdrawal | null | undefined;
}

/**
 * Reads the files of all articles, by path in code-unit order, and then the glossary.
 *
 * @param root - A real path.
 * @param wasWithdrawn - True if an article is known to have been withdrawn; its file may have lost the mark by mistake.
 */
async function readPresentFiles(
  root: string,
  wasWithdrawn: (articleId: string) => boolean,
): Promise<ReadonlyMap<string, PresentFile>> {
  const { files } = await listFiles(root);
  const paths = [...files.filter((file) => detectFormat(file) !== null), GLOSSARY_FILE];
  const found = new Map<string, PresentFile>();
  await forAll(paths, async (file) => {
    // Each read blocks on the disk; questions are answered in between.
    await nextTurn();
    const content = readBytes(root, file);
    if (content.kind !== 'bytes') return;
    const isSuspect = wasWithdrawn(identifyFile(file) ?? '');
    found.set(file, { hash: hashHex(content.bytes), mark: findMark(file, content.bytes, isSuspect) });
  });
  return new Map(paths.flatMap((path) => [[path, found.get(path)] as const]).filter(isFound));
}

function isFound(entry: readonly [string, PresentFile | undefined]): entry is [string, PresentFile] {
  return entry[1] !== undefined;
}

function findMark(file: string, bytes: Uint8Array, isSuspect: boolean): Withdrawal | null | undefined {
  const decoded = decodeText(file, bytes);
  const format = detectFormat(file);
  if (decoded.kind !== 'text') return undefined;
  const { text } = decoded;
  // Parsing every file would take too long.
  if (format === null || !(isSuspect || text.includes('withdrawn'))) return null;
  try {
    return readMark({ text, format });
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}

/**
 * Maps the ids of the present articles to their withdrawals, `null` if not withdrawn. Of files with the same id, the
 * first is the article.
 */
function listMarks(
  present: ReadonlyMap<string, PresentFile>,
  findWithdrawal: RollBackParts['findWithdrawal'],
): ReadonlyMap<string, Withdrawal | null> {
  const marks = new Map<string, Withdrawal | null>();
  for (const [file, { mark }] of present) {
    const id = identifyFile(file);
    if (id !== null && !marks.has(id)) marks.set(id, mark === undefined ? findWithdrawal(id) : mark);
  }
  return marks;
}

function isMark(a: Withdrawal | null | undefined, b: Withdrawal | null): boolean {
  return a?.on === b?.on && a?.reason === b?.reason;
}

/** @returns `null` if the file is not text. */
async function readOld(
  archive: RollBackParts['archive'],
  revision: string,
  file: string,
  hash: string,
): Promise<string | null> {
  const bytes = await archive.read(hash);
  if (bytes === null) throw describeUnknown(revision, `${file} is lost or damaged`);
  const decoded = decodeText(file, bytes);
  return decoded.kind === 'text' ? decoded.text : null;
}

/**
 * @param mark - `undefined` to leave the revision's own.
 * @returns `null` if the text cannot be marked, and so must not be restored.
 */
function putMark(file: string, text: string, mark: Withdrawal | null | undefined): string | null {
  const format = detectFormat(file);
  if (format === null || mark === undefined) return text;
  try {
    return mark ? markWithdrawn({ text, format }, mark) : unmarkWithdrawn({ text, format });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    // Harmless without a mark: no article is read from this text as it is.
    return mark ? null : text;
  }
}

function describeUnknown(revision: string, why: string): Fault {
  return new Fault('REVISION_UNKNOWN', `revision ${revision} cannot be brought back: ${why}`, {
    facts: { revision },
  });
}

/** Returns the id of a file's article; `null` if no article is read from the file. */
function identifyFile(file: string): string | null {
  return detectFormat(file) === null ? null : idOfFile(file);
}
