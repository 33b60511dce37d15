import { describe, expect, it } from 'vitest';
import { createAsk } from '../../../src/core/answering/ask.js';
import {
  createChangeCorpus,
  type ChangeOptions,
  type ChangeParts,
} from '../../../src/core/changes/change-corpus.js';
import type { LoadedCorpus } from '../../../src/core/model/corpus.js';
import { Fault } from '../../../src/core/model/fault.js';
import type { Pin } from '../../../src/core/model/state.js';
import { loadArticles, loadWithdrawn, makeArticle, shareAnalyzer } from '../../support/fake-corpus.js';

const BRIDGE = makeArticle('bridge', ['The county opened a bridge over the river Athi on Monday morning.']);
const FERRY = makeArticle('ferry', [
  'A ferry sank on the river Athi on Friday night with maize and charcoal.',
]);
const GOATS = makeArticle('goats', ['Forty goats were sold at the market of Kibwezi on Sunday.']);
const BLANKED = makeArticle('bridge', ['Nothing about it is left in this article on cattle.'], {
  title: 'Cattle sold',
});

const PIN: Pin = { id: 1, question: 'When was the bridge opened?', articleId: 'bridge', by: '1', at: 0 };
const FILES = [{ file: 'goats.md', text: 'Forty goats' }];

/** A desk over two corpora; `log` tells what it did, in order. */
function makeDesk(after: LoadedCorpus, parts: Partial<ChangeParts> = {}) {
  const before = loadArticles(BRIDGE, FERRY);
  const log: string[] = [];
  const change = createChangeCorpus({
    loaded: () => before,
    build: () =>
      Promise.resolve({
        loaded: after,
        accept: () => Promise.resolve(void log.push('accept')),
        discard: () => {
          log.push('discard');
        },
      }),
    listPins: () => Promise.resolve([PIN]),
    ask: createAsk(shareAnalyzer()),
    yieldToEventLoop: () => Promise.resolve(),
    record: (_, { by, action }) => {
      log.push(`record ${action} of ${by ?? 'nobody'}`);
      return Promise.resolve(true);
    },
    ...parts,
  });
  const run = (mode: ChangeOptions['mode'], files = FILES) => change(files, { mode, by: '7', action: 'add' });
  return { run, log };
}

const KEPT = ['accept', 'record add of 7'];

describe('createChangeCorpus', () => {
  it('keeps and records what loses nothing', async () => {
    const { run, log } = makeDesk(loadArticles(BRIDGE, FERRY, GOATS));
    const outcome = await run('careful');
    expect(outcome).toMatchObject({
      kind: 'applied',
      isRecorded: true,
      report: { difference: { added: [{ id: 'goats' }] }, pins: { kept: [PIN], lost: [] }, missing: [] },
    });
    expect(log).toEqual(KEPT);
  });

  it.each([
    ['an article is missing', loadArticles(BRIDGE), { missing: [{ id: 'ferry' }] }],
    ['a pin is lost', loadArticles(BLANKED, FERRY), { missing: [], pins: { lost: [PIN] } }],
  ])('holds a careful change while %s', async (_name, after, report) => {
    const { run, log } = makeDesk(after);
    expect(await run('careful')).toMatchObject({ kind: 'held', report });
    expect(log).toEqual(['discard']);
  });

  it.each<[string, LoadedCorpus, LoadedCorpus, object]>([
    [
      'withdraws an article',
      loadArticles(BRIDGE, FERRY),
      loadWithdrawn([FERRY], BRIDGE),
      { removed: [], withdrawn: [{ article: { id: 'ferry' } }] },
    ],
    [
      'removes a withdrawn article',
      loadWithdrawn([FERRY], BRIDGE),
      loadArticles(BRIDGE),
      { removed: [{ id: 'ferry' }], withdrawn: [] },
    ],
  ])('misses nothing where a careful change %s', async (_name, before, after, difference) => {
    const { run, log } = makeDesk(after, { loaded: () => before });
    expect(await run('careful')).toMatchObject({ kind: 'applied', report: { difference, missing: [] } });
    expect(log).toEqual(KEPT);
  });

  it('holds a careful change while the pins cannot be read', async () => {
    const listPins = () =>
      Promise.reject(new Fault('STATE_UNAVAILABLE', 'the disk is full', { facts: { cause: 'other' } }));
    const { run, log } = makeDesk(loadArticles(BRIDGE, FERRY, GOATS), { listPins });
    expect(await run('careful')).toMatchObject({ kind: 'held', report: { pins: null } });
    expect(log).toEqual(['discard']);
  });

  it('only shows a preview', async () => {
    const { run, log } = makeDesk(loadArticles(BRIDGE, FERRY, GOATS));
    expect(await run('preview')).toMatchObject({ kind: 'held' });
    expect(log).toEqual(['discard']);
  });

  it('applies a forced change whatever is lost', async () => {
    const { run, log } = makeDesk(loadArticles(BLANKED));
    expect(await run('forced')).toMatchObject({ kind: 'applied', report: { pins: { lost: [PIN] } } });
    expect(log).toEqual(KEPT);
  });

  it('applies what was agreed to, and nothing else', async () => {
    const after = loadArticles(BLANKED);
    const { run, log } = makeDesk(after);
    await expect(run({ accept: '0000000' })).rejects.toMatchObject({ code: 'CHANGE_STALE' });
    expect(log).toEqual(['discard']);
    expect(await run({ accept: after.corpus.summary.revision })).toMatchObject({ kind: 'applied' });
    expect(log).toEqual(['discard', ...KEPT]);
  });

  it('keeps what was loaded when the files cannot be written', async () => {
    const loaded = loadArticles(BRIDGE, FERRY, GOATS);
    const accept = () =>
      Promise.reject(new Fault('CHANGE_UNWRITTEN', 'no room', { facts: { detail: 'ENOSPC' } }));
    const { run, log } = makeDesk(loaded, {
      build: () => Promise.resolve({ loaded, accept, discard: () => void log.push('discard') }),
    });
    await expect(run('forced')).rejects.toMatchObject({ code: 'CHANGE_UNWRITTEN' });
    expect(log).toEqual(['discard']);
  });
});
