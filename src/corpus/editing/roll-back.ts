import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Withdrawal } from '../../core/model/article.js';
import type { FileChange } from '../../core/model/desk.js';
import { Fault } from '../../core/model/fault.js';
import type { Archive } from '../folder/archive.js';
import { idOfFile } from '../folder/article-id.js';
import { decodeText } from '../folder/corpus-files.js';
import { forAll } from '../folder/disk.js';
import { GLOSSARY_FILE, listFiles } from '../folder/list-files.js';
import { hashHex, readBytes } from '../folder/input-files.js';
import { detectFormat } from '../reading/format.js';
import { markWithdrawn, readMark, unmarkWithdrawn } from './edit-front-matter.js';

interface RollBackParts {
  /** The corpus folder, a real path. */
  readonly root: string;
  readonly archive: Pick<Archive, 'find' | 'read'>;
  /** What is known of an article whose file cannot be read now; `null`: it is quoted. */
  readonly findWithdrawal: (articleId: string) => Withdrawal | null;
}

/**
 * What turns the files of the corpus folder into those of a revision. An article that is there now is withdrawn
 * afterwards if it is now, whatever that revision says; what cannot be read now or then stays as it is.
 *
 * @throws {Fault} `REVISION_UNKNOWN` for one that is not kept, or whose files are damaged.
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
    const isKept = id !== null && Boolean(marks.get(id)) && !carried.has(id);
    if (!manifest.files.has(file) && !isKept) changes.push({ file, text: null });
  }
  return changes;
}

/** What the articles of now are, by id; of files with the same id the first one is the article. */
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

/** @returns `null` for what is no text. */
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
 * @param mark - `undefined`: as it was then.
 * @returns `null` when the text cannot be marked, and so must not come back.
 */
function putMark(file: string, text: string, mark: Withdrawal | null | undefined): string | null {
  const format = detectFormat(file);
  if (format === null || mark === undefined) return text;
  try {
    return mark ? markWithdrawn({ text, format }, mark) : unmarkWithdrawn({ text, format });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    // No article is read from it as it is.
    return mark ? null : text;
  }
}

function describeUnknown(revision: string, why: string): Fault {
  return new Fault('REVISION_UNKNOWN', `revision ${revision} cannot be brought back: ${why}`, {
    facts: { revision },
  });
}

/** The id of the article that a file holds; `null` for a file that no article is read from. */
function identifyFile(file: string): string | null {
  return detectFormat(file) === null ? null : idOfFile(file);
}

/** The file that an article is read from. @param root - A real path. @returns `null` when there is none. */
export async function findFile(root: string, articleId: string): Promise<string | null> {
  const { files } = await listFiles(root);
  return files.find((file) => identifyFile(file) === articleId) ?? null;
}

/** A file that can be read, as it is now. */
interface PresentFile {
  /** SHA-256 in hex. */
  readonly hash: string;
  /** `null`: it is quoted; `undefined`: that cannot be told, since the article cannot be read. */
  readonly mark: Withdrawal | null | undefined;
}

/**
 * Every article's file and the glossary, by path in code-unit order.
 *
 * @param root - A real path.
 * @param wasWithdrawn - Whether an article was, as far as is known; its file may have lost its mark to a mistake.
 */
async function readPresentFiles(
  root: string,
  wasWithdrawn: (articleId: string) => boolean,
): Promise<ReadonlyMap<string, PresentFile>> {
  const { files } = await listFiles(root);
  const paths = [...files.filter((file) => detectFormat(file) !== null), GLOSSARY_FILE];
  const found = new Map<string, PresentFile>();
  await forAll(paths, async (file) => {
    // A read waits for the disk, and questions are answered meanwhile.
    await nextTurn();
    const source = readBytes(root, file);
    if (source.kind !== 'bytes') return;
    const isSuspect = wasWithdrawn(identifyFile(file) ?? '');
    found.set(file, { hash: hashHex(source.bytes), mark: findMark(file, source.bytes, isSuspect) });
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
  // Parsing every file would take long.
  if (format === null || !(isSuspect || text.includes('withdrawn'))) return null;
  try {
    return readMark({ text, format });
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}
