import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Withdrawal } from '../../core/article.js';
import { Fault } from '../../core/errors.js';
import { listFiles } from '../list-files.js';
import { readSource } from '../read-source.js';
import { detectFormat, GLOSSARY_FILE } from '../source-file.js';
import { decodeText } from './decode-text.js';
import { readMark } from './edit-front-matter.js';
import { identifyFile } from './find-file.js';
import { forAll } from '../disk/for-all.js';
import { hashHex } from '../disk/hash-hex.js';

/** A file that can be read, as it is now. */
export interface PresentFile {
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
export async function lookAtFiles(
  root: string,
  wasWithdrawn: (articleId: string) => boolean,
): Promise<ReadonlyMap<string, PresentFile>> {
  const { files } = await listFiles(root);
  const paths = [...files.filter((file) => detectFormat(file) !== null), GLOSSARY_FILE];
  const found = new Map<string, PresentFile>();
  await forAll(paths, async (file) => {
    // A read waits for the disk, and questions are answered meanwhile.
    await nextTurn();
    const source = readSource(root, file);
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
