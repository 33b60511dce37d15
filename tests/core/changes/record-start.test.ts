import { describe, expect, it } from 'vitest';
import { Fault } from '../../../src/core/model/fault.js';
import { recordStart } from '../../../src/core/changes/audit.js';
import type { AuditEntry, RevisionEntry } from '../../../src/core/model/state.js';

const SUMMARY = { revision: 'abcdef0', articles: 3, passages: 9, from: null, to: null };

/** Starts with that revision as the last of the history, and returns what is recorded. */
async function start(
  last: string | null | Fault,
): Promise<{ audit: AuditEntry[]; added: unknown[]; errors: string[] }> {
  const audit: AuditEntry[] = [];
  const added: unknown[] = [];
  const errors: string[] = [];
  const list = (): Promise<RevisionEntry[]> => {
    if (last instanceof Fault) return Promise.reject(last);
    return Promise.resolve(last === null ? [] : [{ revision: last } as RevisionEntry]);
  };
  await recordStart(
    {
      audit: { record: (entry) => Promise.resolve(audit.push(entry) > 0) },
      revisions: { list, add: (entry) => Promise.resolve({ ...entry, number: added.push(entry) }) },
      log: { info: () => undefined, warn: () => undefined, error: (message) => errors.push(message) },
      now: () => 7,
    },
    SUMMARY,
  );
  return { audit, added, errors };
}

describe('recordStart', () => {
  it('begins the history', async () => {
    const { audit, added } = await start(null);
    expect(audit).toMatchObject([{ at: 7, by: null, action: 'start', from: 'abcdef0', to: 'abcdef0' }]);
    expect(added).toMatchObject([{ revision: 'abcdef0', articles: 3, action: 'start', added: [] }]);
  });

  it('records what changed while the bot was off', async () => {
    const { audit, added } = await start('1234567');
    expect(audit).toMatchObject([{ from: '1234567', to: 'abcdef0' }]);
    expect(added).toHaveLength(1);
  });

  it('records nothing where nothing changed', async () => {
    expect(await start('abcdef0')).toEqual({ audit: [], added: [], errors: [] });
  });

  it('leaves a word in the log where the database is not there', async () => {
    const { added, errors } = await start(
      new Fault('STATE_UNAVAILABLE', 'gone', { facts: { cause: 'other' } }),
    );
    expect(added).toEqual([]);
    expect(errors).toEqual(['the history of the corpus could not be written']);
  });
});
