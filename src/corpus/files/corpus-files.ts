import { join } from 'node:path';
import type { FileChange } from '../../core/model/desk.js';
import { Fault } from '../../core/model/fault.js';
import { type Decoded, decodeFile } from '../reading/decode-file.js';
import { detectFormat } from '../reading/format.js';
import { applyChanges, dropUnchanged, resolveFile } from './change-files.js';
import { DISK } from './disk.js';
import { findRoot } from './list-files.js';

/** Reads and changes the files of a corpus folder. */
export interface CorpusFiles {
  /**
   * Reads the text of an article's file or of the glossary; a byte order mark stays.
   *
   * @returns `null` if the file does not exist.
   * @throws {Fault} `ARTICLE_UNREADABLE` if it is not text.
   */
  readFileText(file: string): Promise<string | null>;
  /** Like {@link dropUnchanged}. */
  dropUnchanged(changes: readonly FileChange[]): Promise<FileChange[]>;
  /** Like {@link applyChanges}, one change after the other. */
  apply(changes: readonly FileChange[], time?: number): Promise<void>;
}

export function createCorpusFiles(dir: string, disk = DISK): CorpusFiles {
  let last: Promise<void> = Promise.resolve();
  const queue = (act: () => Promise<void>): Promise<void> => {
    const done = last.then(act);
    last = done.catch(() => undefined);
    return done;
  };
  return {
    readFileText: (file) => readFileText(dir, file),
    dropUnchanged: async (changes) => dropUnchanged(await findRoot(dir), changes, disk),
    apply: (changes, time) => queue(() => applyChanges(dir, changes, { disk, time })),
  };
}

async function readFileText(dir: string, file: string): Promise<string | null> {
  const root = await findRoot(dir);
  const place = await resolveFile(root, file);
  const bytes = place && (await DISK.read(join(root, place.path)));
  if (bytes === null) return null;
  const decoded = decodeText(file, bytes);
  if (decoded.kind === 'text') return decoded.text;
  const problem = { file, line: decoded.line, ...decoded.problem };
  throw new Fault('ARTICLE_UNREADABLE', 'the file is no text', { problems: [problem] });
}

/**
 * Decodes a file so that encoding its text restores its bytes: a byte order mark stays. Only a page in an encoding
 * other than UTF-8 would change its bytes, and still read the same.
 */
export function decodeText(file: string, bytes: Uint8Array): Decoded {
  const decoded = decodeFile(bytes, detectFormat(file) === 'html');
  if (decoded.kind !== 'text') return decoded;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return Buffer.compare(Buffer.from(text), bytes) === 0 ? { kind: 'text', text } : decoded;
}
