import { Fault } from '../../core/errors.js';
import type { RevisionStore } from '../../core/state.js';

/** As long as a hash, `0123456` may be meant for either; hashes are what is shown. */
const HASH = /^[0-9a-f]{7}$/u;
const NUMBER = /^#?(\d{1,9})$/u;
/** How many revisions a hash is looked for among. */
export const MOST_REVISIONS = 500;

/**
 * Finds the revision that is meant by its hash or its number in the history.
 *
 * @throws {Fault} `REVISION_UNKNOWN`.
 */
export async function findRevision(revisions: RevisionStore, typed: string): Promise<string> {
  const wanted = typed.trim().toLowerCase();
  if (HASH.test(wanted)) {
    const known = await revisions.list(MOST_REVISIONS);
    if (known.some(({ revision }) => revision === wanted)) return wanted;
  }
  const [, number] = NUMBER.exec(wanted) ?? [];
  const entry = number === undefined ? null : await revisions.get(Number(number));
  if (entry) return entry.revision;
  throw new Fault('REVISION_UNKNOWN', 'no such revision', { facts: { revision: typed.trim() } });
}
