import type { Withdrawal } from '../../core/article.js';
import type { FileChange } from '../../core/desk.js';
import { Fault } from '../../core/errors.js';
import type { Archive } from '../archive/create-archive.js';
import { detectFormat } from '../source-file.js';
import { decodeText } from './decode-text.js';
import { markWithdrawn, unmarkWithdrawn } from './edit-front-matter.js';
import { identifyFile } from './find-file.js';
import { lookAtFiles, type PresentFile } from './look-at-files.js';

export interface RollBackParts {
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
  const present = await lookAtFiles(root, (id) => findWithdrawal(id) !== null);
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
