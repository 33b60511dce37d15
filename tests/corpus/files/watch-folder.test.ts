import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChangeOptions, ChangeOutcome, ChangeReport } from '../../../src/core/changes/change-corpus.js';
import { Fault } from '../../../src/core/model/fault.js';
import { NO_LOG } from '../../../src/core/model/log.js';
import type { AuditEntry } from '../../../src/core/model/state.js';
import { followFolder } from '../../../src/corpus/files/watch-folder.js';
import type { FolderWatch } from '../../../src/corpus/files/watch-folder.js';

const summary = (revision: string) => ({ revision, articles: 1, passages: 1, from: null, to: null });
const REPORT: ChangeReport = {
  before: summary('aaaaaaa'),
  after: summary('bbbbbbb'),
  difference: { added: [], changed: [], removed: [], withdrawn: [], restored: [], glossaryChanged: false },
  problems: [],
  pins: { kept: [], lost: [], unmet: [] },
  missing: [],
};
const APPLIED: ChangeOutcome = { kind: 'applied', report: REPORT, isRecorded: true };
const GONE = { id: 'ferry' } as ChangeReport['missing'][number];
const HELD: ChangeOutcome = { kind: 'held', report: { ...REPORT, missing: [GONE] } };

let dir: string;
let watch: FolderWatch | undefined;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'nukuu-watch-'));
});
afterEach(async () => {
  await watch?.close();
  await rm(dir, { recursive: true });
});

/** Follows the folder; each load gives the next outcome. `loaded` waits for so many loads. */
async function follow(...outcomes: readonly (ChangeOutcome | Fault)[]) {
  const loads: ChangeOptions[] = [];
  const audited: AuditEntry[] = [];
  const waiting: (() => void)[] = [];
  watch = await followFolder({
    corpusDir: dir,
    settleMs: 20,
    now: () => 5,
    log: NO_LOG,
    services: {
      changeCorpus: (_files, options) => {
        const outcome = outcomes[loads.length] ?? APPLIED;
        loads.push(options);
        waiting.forEach((wake) => {
          wake();
        });
        return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome);
      },
      audit: {
        listen: () => undefined,
        record: (entry) => {
          audited.push(entry);
          waiting.forEach((wake) => {
            wake();
          });
          return Promise.resolve(true);
        },
      },
    },
  });
  const until = async (isDone: () => boolean): Promise<void> => {
    while (!isDone()) await new Promise<void>((resolve) => waiting.push(resolve));
  };
  return { loads, audited, until };
}

describe('followFolder', () => {
  it('loads a change carefully', async () => {
    const { loads, until } = await follow();
    await writeFile(join(dir, 'a.md'), 'One.');
    await until(() => loads.length > 0);
    expect(loads[0]).toMatchObject({ mode: 'careful', by: null, action: 'watch' });
  });

  it('reports what is held', async () => {
    const { audited, until } = await follow(HELD);
    await writeFile(join(dir, 'a.md'), 'One.');
    await until(() => audited.length > 0);
    expect(audited).toEqual([
      {
        at: 5,
        by: null,
        action: 'watch',
        subject: 'bbbbbbb',
        note: 'articles gone: ferry',
        from: 'aaaaaaa',
        to: 'aaaaaaa',
      },
    ]);
  });

  it('tries again when another change was under way', async () => {
    const { loads, until } = await follow(new Fault('RELOAD_RUNNING', 'one runs'));
    await writeFile(join(dir, 'a.md'), 'One.');
    await until(() => loads.length > 1);
    expect(loads).toHaveLength(2);
  });

  it('passes over names that begin with a dot', async () => {
    const { loads, until } = await follow();
    await writeFile(join(dir, '.a.md.tmp'), 'One.');
    await writeFile(join(dir, 'b.md'), 'One.');
    await until(() => loads.length > 0);
    expect(loads).toHaveLength(1);
  });
});
