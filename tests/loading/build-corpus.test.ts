import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Analyzer } from '../../src/core/model/analyzer.js';
import { openCorpus } from '../../src/corpus/frozen/open-corpus.js';
import { buildCorpus, type BuildCorpusParts, type BuiltCorpus } from '../../src/loading/build-corpus.js';
import type { Previous, PreviousRequest } from '../../src/loading/build-messages.js';
import { openEarlierBuild } from '../../src/loading/earlier-build.js';
import { MIN_FILES_PER_THREAD } from '../../src/loading/read-articles.js';
import { placeAnalyses } from '../../src/loading/saved-corpus.js';
import type { SnapshotPlace } from '../../src/snapshot/snapshot.js';
import { writeSnapshot } from '../../src/snapshot/snapshot.js';
import { makeArticle, shareAnalyzer } from '../support/fake-corpus.js';

const FILES = 2 * MIN_FILES_PER_THREAD + 1;
const READ_WORKER = new URL('../../dist/src/loading/read-worker.js', import.meta.url);

let base: string;
let dir: string;
let place: SnapshotPlace;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'nukuu-build-'));
  dir = join(base, 'corpus');
  place = { file: join(base, 'saved.nukuu'), settings: 'tests' };
  await mkdir(dir);
  for (let i = 0; i < FILES; i += 1) await writeFile(nameFile(i), writeArticle(i));
  await writeFile(nameFile(7), '---\npublished: never\n---\n\nBad.\n');
  await writeFile(nameFile(8), '---\nheadine: Warned\n---\n\nA warning stands with this one.\n');
  await writeFile(nameFile(FILES - 1), '');
});

afterAll(() => rm(base, { recursive: true }));

const nameFile = (i: number): string => join(dir, `a${i}.md`);

function writeArticle(i: number): string {
  return `---\ntitle: Bridge ${i}\n---\n\nEngineer Mwende Kilonzo opened bridge ${i} at the Athi (BA). Mtu${i} came.\n\nTraders ${i} left.\n`;
}

const recall = ({ articleIds }: PreviousRequest): Promise<Previous> =>
  Promise.resolve({
    articles: articleIds.flatMap((id) => (id === 'a7' ? makeArticle(id, ['The last good version.']) : [])),
    withdrawn: [],
    glossary: [],
  });

function build(parts: Partial<BuildCorpusParts> = {}): Promise<BuiltCorpus> {
  return buildCorpus(dir, {
    analyzer: shareAnalyzer(),
    earlier: null,
    workerUrl: READ_WORKER,
    parallelism: 1,
    findPrevious: recall,
    onProgress: () => undefined,
    ...parts,
  });
}

describe('buildCorpus', () => {
  it('builds the same in one thread and in several', async () => {
    const one = await build();
    const several = await build({ parallelism: 2 });
    expect(several.saved).toEqual(one.saved);
    expect(several.freezeAnalyses()).toEqual(one.freezeAnalyses());
    expect([...openCorpus(one.saved.frozen.corpus).articleIds()]).toHaveLength(FILES - 1);
  });

  it('keeps the last good version of a file that cannot be read, in its place', async () => {
    const { saved } = await build({ parallelism: 2 });
    const ids = [...openCorpus(saved.frozen.corpus).articleIds()];
    expect(ids).toEqual([...ids].sort());
    expect(ids).toContain('a7');
    expect(saved.problems.find(({ file }) => file === 'a7.md')).toMatchObject({ hasFallback: true });
  });

  it('tells how far it has come', async () => {
    const steps: string[] = [];
    await build({ onProgress: ({ stage, done, total }) => steps.push(`${stage} ${done} ${total}`) });
    expect(steps[0]).toBe(`reading 0 ${FILES}`);
    expect(steps.slice(1, -1)).toEqual(
      Array.from({ length: FILES }, (_, i) => `analysing ${i + 1} ${FILES}`),
    );
    expect(steps.at(-1)).toMatch(/^learning /u);
  });

  it.each<[string, string, object]>([
    [
      'is out of memory',
      "parentPort.on('message', () => { throw Object.assign(new Error('x'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }); });",
      { code: 'ERR_WORKER_OUT_OF_MEMORY' },
    ],
    ['ends early', 'process.exit(3);', { message: 'a thread that reads articles ended early with 3' }],
  ])('fails when a thread that reads %s', async (_name, code, error) => {
    const source = `import { parentPort } from 'node:worker_threads'; ${code}`;
    const workerUrl = new URL(`data:text/javascript,${encodeURIComponent(source)}`);
    await expect(build({ parallelism: 2, workerUrl })).rejects.toMatchObject(error);
  });
});

describe('a build after another', () => {
  it('reads and analyses only what has changed, and builds the same', async () => {
    const first = await build();
    await writeSnapshot(place, first.saved);
    await writeSnapshot(placeAnalyses(place), first.freezeAnalyses());
    await writeFile(nameFile(3), 'It was painted red.\n');

    const analyzed: string[] = [];
    const analyzer: Analyzer = {
      ...shareAnalyzer(),
      analyzePassage: (text) => {
        analyzed.push(text);
        return shareAnalyzer().analyzePassage(text);
      },
    };
    const second = await build({ analyzer, earlier: await openEarlierBuild(place) });
    expect(analyzed.sort()).toEqual([
      // What is told of a file is told again.
      'A warning stands with this one.',
      'It was painted red.',
      'The last good version.',
    ]);
    const anew = await build();
    expect(second.saved).toEqual(anew.saved);

    await writeSnapshot(place, second.saved);
    await writeSnapshot(placeAnalyses(place), second.freezeAnalyses());
    const third = await build({ earlier: await openEarlierBuild(place) });
    expect(third.saved).toEqual(anew.saved);
  });

  it.each<[string, () => Promise<void>]>([
    ['no snapshot', () => rm(place.file, { force: true })],
    ['no analyses', () => rm(placeAnalyses(place).file, { force: true })],
  ])('is a first one where there is %s', async (_name, spoil) => {
    const first = await build();
    await writeSnapshot(place, first.saved);
    await writeSnapshot(placeAnalyses(place), first.freezeAnalyses());
    await spoil();
    expect(await openEarlierBuild(place)).toBeNull();
  });
});
