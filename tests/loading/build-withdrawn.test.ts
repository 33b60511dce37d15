import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Analyzer } from '../../src/core/model/analyzer.js';
import type { LoadedCorpus } from '../../src/core/model/corpus.js';
import { buildCorpus, type BuiltCorpus } from '../../src/loading/build-corpus.js';
import { openEarlierBuild } from '../../src/loading/earlier-build.js';
import { openArticles } from '../../src/loading/open-articles.js';
import { placeAnalyses } from '../../src/loading/saved-corpus.js';
import type { SnapshotPlace } from '../../src/snapshot/snapshot.js';
import { writeSnapshot } from '../../src/snapshot/snapshot.js';
import { shareAnalyzer } from '../support/fake-corpus.js';
import { writeFiles } from '../support/write-files.js';

const MARK = '---\nwithdrawn:\n  on: 2026-11-22\n  reason: It was false.\n---\n';
const BRIDGE = 'The bridge opened on Monday.';
const FERRY = 'The Kenya Ferry Service (KFS) lost a ferry.';
const MARKET = 'The market closed on Friday.';

let dir: string;
let place: SnapshotPlace;
let analyzed: string[];

beforeEach(async () => {
  const base = await mkdtemp(join(tmpdir(), 'nukuu-withdrawn-'));
  dir = join(base, 'corpus');
  place = { file: join(base, 'saved.nukuu'), settings: 'tests' };
  await writeFiles(dir, { 'bridge.md': BRIDGE, 'ferry.md': FERRY, 'market.md': MARKET });
});

afterEach(() => rm(join(dir, '..'), { recursive: true }));

const write = (file: string, text: string): Promise<void> => writeFiles(dir, { [file]: text });

/** Builds after the last build that was saved, if there is one, and saves it. */
async function build(previous?: LoadedCorpus): Promise<LoadedCorpus> {
  analyzed = [];
  const built = await buildAfter(previous);
  await writeSnapshot(place, built.saved);
  await writeSnapshot(placeAnalyses(place), built.freezeAnalyses());
  return openArticles(built.saved.frozen, built.saved.problems);
}

async function buildAfter(previous?: LoadedCorpus): Promise<BuiltCorpus> {
  const analyzer: Analyzer = {
    ...shareAnalyzer(),
    analyzePassage: (text) => {
      analyzed.push(text);
      return shareAnalyzer().analyzePassage(text);
    },
  };
  return buildCorpus(dir, {
    analyzer,
    earlier: await openEarlierBuild(place),
    workerUrl: new URL('data:text/javascript,'),
    parallelism: 1,
    findPrevious: ({ articleIds }) =>
      Promise.resolve({
        articles: [],
        withdrawn: articleIds.flatMap((id) => previous?.corpus.withdrawn(id) ?? []),
        glossary: [],
      }),
    onProgress: () => undefined,
  });
}

const tell = ({ corpus }: LoadedCorpus) => ({
  quoted: [...corpus.articleIds()],
  withdrawn: corpus.withdrawnArticles.map(({ article }) => article.id),
});

async function find({ corpus, index }: LoadedCorpus, word: string): Promise<string[]> {
  const terms = shareAnalyzer().analyzePhrase(word, 'en');
  const hits = await index.search(
    terms.map((term) => ({ term, boost: 1 })),
    5,
  );
  return hits.flatMap(({ passage }) => corpus.passageAt(passage)?.handle ?? []);
}

describe('a build with an article that is withdrawn', () => {
  it('neither analyses nor learns it', async () => {
    await write('ferry.md', `${MARK}${FERRY}`);
    const loaded = await build();
    expect(tell(loaded)).toEqual({ quoted: ['bridge', 'market'], withdrawn: ['ferry'] });
    expect(analyzed).toEqual([BRIDGE, MARKET]);
    expect(loaded.corpus.summary).toMatchObject({ articles: 2, passages: 2 });
    expect(loaded.corpus.passages('ferry', 1, 1)).toEqual([]);
    expect(await find(loaded, 'bridge')).toEqual(['bridge#1']);
    expect(await find(loaded, 'ferry')).toEqual([]);
  });

  it('is the same with and without an earlier one, from the withdrawal until it is taken back', async () => {
    const first = await build();
    expect(analyzed).toEqual([BRIDGE, FERRY, MARKET]);
    expect(await find(first, 'ferry')).toEqual(['ferry#1']);
    await write('ferry.md', `${MARK}${FERRY}`);
    const without = { quoted: ['bridge', 'market'], withdrawn: ['ferry'] };
    const second = await build();
    expect(tell(second)).toEqual(without);
    const third = await build();
    expect(tell(third)).toEqual(without);
    expect(analyzed).toEqual([]);
    expect(third.corpus.summary).toEqual(second.corpus.summary);
    await write('ferry.md', FERRY);
    const fourth = await build();
    expect(tell(fourth)).toEqual(tell(first));
    expect(fourth.corpus.summary).toEqual(first.corpus.summary);
    expect(analyzed).toEqual([FERRY]);
  });

  it('keeps it withdrawn when its file goes bad, also in the build after', async () => {
    await write('ferry.md', `${MARK}${FERRY}`);
    let loaded = await build();
    await write('ferry.md', `---\nwithdrawn: [\n---\n${FERRY}`);
    for (let builds = 0; builds < 2; builds += 1) {
      loaded = await build(loaded);
      expect(tell(loaded)).toEqual({ quoted: ['bridge', 'market'], withdrawn: ['ferry'] });
      expect(loaded.problems).toMatchObject([{ file: 'ferry.md', hasFallback: true }]);
    }
  });

  it('loads though all of them are', async () => {
    for (const [file, text] of [
      ['bridge', BRIDGE],
      ['ferry', FERRY],
      ['market', MARKET],
    ] as const) {
      await write(`${file}.md`, `${MARK}${text}`);
    }
    expect(tell(await build())).toEqual({ quoted: [], withdrawn: ['bridge', 'ferry', 'market'] });
    expect(analyzed).toEqual([]);
  });
});
