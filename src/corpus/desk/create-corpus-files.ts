import { join } from 'node:path';
import type { FileChange } from '../../core/desk.js';
import { Fault } from '../../core/errors.js';
import { findRoot } from '../find-root.js';
import { applyChanges, recoverChanges } from './apply-changes.js';
import { decodeText } from './decode-text.js';
import { DISK } from '../disk/disk.js';
import { resolveFile } from './resolve-file.js';

/** The files of a corpus folder, to be read and changed. */
export interface CorpusFiles {
  /**
   * The text of an article's file or of the glossary; a byte order mark stays.
   *
   * @returns `null` when it is not there.
   * @throws {Fault} `ARTICLE_UNREADABLE` when it is no text.
   */
  readFileText(file: string): Promise<string | null>;
  /** As `applyChanges`, one change after the other. */
  apply(changes: readonly FileChange[], time?: number): Promise<void>;
  /** As `recoverChanges`. */
  recover(): Promise<void>;
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
    apply: (changes, time) => queue(() => applyChanges(dir, changes, { disk, time })),
    recover: () => queue(() => recoverChanges(dir, disk)),
  };
}

async function readFileText(dir: string, file: string): Promise<string | null> {
  const root = await findRoot(dir);
  const place = await resolveFile(root, file);
  const bytes = place && (await DISK.read(join(root, place.path)));
  if (bytes === null) return null;
  const decoded = decodeText(file, bytes);
  if (decoded.kind === 'text') return decoded.text;
  const problem = { file, line: decoded.line, ...decoded.complaint };
  throw new Fault('ARTICLE_UNREADABLE', 'the file is no text', { problems: [problem] });
}
