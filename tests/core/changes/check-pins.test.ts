import { expect, it } from 'vitest';
import { checkPins } from '../../../src/core/changes/change-corpus.js';
import { createAsk } from '../../../src/core/answering/ask.js';
import type { Pin } from '../../../src/core/model/state.js';
import { loadArticles, makeArticle, shareAnalyzer } from '../../support/fake-corpus.js';

const BRIDGE = makeArticle('bridge', ['The county opened a bridge over the river Athi on Monday morning.']);
const FERRY = makeArticle('ferry', [
  'A ferry sank on the river Athi on Friday night with maize and charcoal.',
]);
const MOVED = makeArticle('bridge', ['Nothing about it is left in this article on goats.'], {
  title: 'Goats sold',
});

function pin(id: number, question: string, articleId: string): Pin {
  return { id, question, articleId, by: '1', at: 0 };
}

const OPENED = pin(1, 'When was the bridge opened?', 'bridge');
const SANK = pin(2, 'When did the ferry sink?', 'ferry');
const NEVER = pin(3, 'When did the ferry sink?', 'bridge');

it('tells pins that are kept, lost and met neither before nor now', async () => {
  const before = loadArticles(BRIDGE, FERRY);
  const after = loadArticles(MOVED, FERRY);
  const ask = createAsk(shareAnalyzer());

  expect(await checkPins(ask, [OPENED, SANK, NEVER], before, before)).toEqual({
    kept: [OPENED, SANK],
    lost: [],
    unmet: [NEVER],
  });
  expect(await checkPins(ask, [OPENED, SANK, NEVER], before, after)).toEqual({
    kept: [SANK],
    lost: [OPENED],
    unmet: [NEVER],
  });
});

it('finds no pin lost where nothing was loaded before', async () => {
  const report = await checkPins(createAsk(shareAnalyzer()), [OPENED], null, loadArticles(MOVED, FERRY));
  expect(report).toEqual({ kept: [], lost: [], unmet: [OPENED] });
});
