import fc from 'fast-check';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseAskRequest } from '../../src/core/answering/answer.js';
import { createAsk } from '../../src/core/answering/ask.js';
import { freezeArticles } from '../../src/loading/freeze-articles.js';
import { type FrozenArticles, openArticles } from '../../src/loading/open-articles.js';
import {
  readSnapshot,
  type SnapshotPlace,
  stageSnapshot,
  writeSnapshot,
} from '../../src/snapshot/snapshot.js';
import { anyArticles, anyQuestion } from '../support/arbitrary-article.js';
import { shareAnalyzer, WITHDRAWAL } from '../support/fake-corpus.js';

const NO_PROCESS = 2 ** 22 + 1;

let dir: string;
let place: SnapshotPlace;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'nukuu-snapshot-'));
  place = { file: join(dir, 'data', 'snapshot.nukuu'), settings: 'build 1' };
});

afterEach(() => rm(dir, { recursive: true, force: true }));

const listFolder = (): Promise<string[]> => readdir(join(dir, 'data'));

describe('a snapshot of a corpus', () => {
  const ask = createAsk(shareAnalyzer());

  it('answers as the corpus does that it was made of', async () => {
    await fc.assert(
      fc.asyncProperty(anyArticles, anyQuestion, async ([gone, ...articles], question) => {
        if (!gone) throw new Error('there is one at least');
        const withdrawn = [{ ...WITHDRAWAL, article: gone.article, fingerprint: 'f' }];
        const byId = [...articles].sort((a, b) => (a.article.id < b.article.id ? -1 : 1));
        const frozen = freezeArticles(byId, shareAnalyzer(), [{ en: ['vote'], sw: ['kura'] }], withdrawn);
        await writeSnapshot(place, frozen);
        const reading = await readSnapshot<FrozenArticles>(place);
        if (reading.kind !== 'content') throw new Error(reading.kind);
        const [before, after] = [frozen, reading.content].map((each) => openArticles(each, []));
        if (!before || !after) throw new Error('both were opened');
        const request = parseAskRequest({ question }, before.corpus.outlets);
        expect(await ask(after, request)).toEqual(await ask(before, request));
        expect(after.corpus.withdrawnArticles).toEqual(withdrawn);
        for (const id of before.corpus.articleIds()) {
          expect(after.corpus.passages(id, 1, Infinity)).toEqual(before.corpus.passages(id, 1, Infinity));
          expect(after.corpus.fingerprint(id)).toBe(before.corpus.fingerprint(id));
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('writing', () => {
  it('makes the folder, and leaves nothing beside the snapshot', async () => {
    await writeSnapshot(place, { version: 1 });
    expect(await listFolder()).toEqual(['snapshot.nukuu']);
  });

  it('leaves the last snapshot in place until the next one is whole', async () => {
    await writeSnapshot(place, { version: 1 });
    const staged = await stageSnapshot(place, { version: 2 });
    expect(await readSnapshot(place)).toEqual({ kind: 'content', content: { version: 1 } });
    await staged.commit();
    expect(await readSnapshot(place)).toEqual({ kind: 'content', content: { version: 2 } });
  });

  it('holds what it was given before the arrays go elsewhere', async () => {
    const numbers = Uint32Array.of(1, 2, 3);
    const staged = await stageSnapshot(place, { numbers });
    structuredClone(numbers, { transfer: [numbers.buffer] });
    await staged.commit();
    expect(await readSnapshot(place)).toEqual({
      kind: 'content',
      content: { numbers: Uint32Array.of(1, 2, 3) },
    });
  });

  it('removes what killed processes have left, and nothing else', async () => {
    await mkdir(join(dir, 'data'));
    const others = [
      `snapshot.nukuu.${process.ppid}.tmp`,
      `other.nukuu.${NO_PROCESS}.tmp`,
      'snapshot.nukuu.txt',
    ];
    const left = [`snapshot.nukuu.${NO_PROCESS}.tmp`, `snapshot.nukuu.${process.pid}.tmp`];
    for (const name of [...others, ...left]) await writeFile(join(dir, 'data', name), 'x');
    await writeSnapshot(place, { version: 1 });
    expect((await listFolder()).sort()).toEqual([...others, 'snapshot.nukuu'].sort());
  });

  it('fails where the folder cannot be made, and leaves the last snapshot where it cannot be replaced', async () => {
    await writeFile(join(dir, 'data'), 'a file');
    await expect(writeSnapshot(place, {})).rejects.toMatchObject({ code: 'EEXIST' });
    await rm(join(dir, 'data'));

    await mkdir(place.file, { recursive: true });
    await expect(writeSnapshot(place, {})).rejects.toMatchObject({ code: 'EISDIR' });
    expect(await listFolder()).toEqual(['snapshot.nukuu']);
  });
});

describe('reading', () => {
  it('tells a snapshot that is not there from one that cannot be used', async () => {
    expect(await readSnapshot(place)).toEqual({ kind: 'missing' });
    await mkdir(place.file, { recursive: true });
    expect(await readSnapshot(place)).toEqual({ kind: 'unusable', reason: 'it cannot be read (EISDIR)' });
  });
});
