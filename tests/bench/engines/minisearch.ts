import MiniSearch from 'minisearch';
import { B, HEADLINE_WEIGHT, joinTerms, K1, splitTerms, type BuildEngine } from '../bench-engine.js';

/** The lower bound that BM25+ gives a term; MiniSearch's default. */
const D = 0.5;

export const build: BuildEngine = (passages) => {
  const engine = new MiniSearch({
    idField: 'handle',
    fields: ['headline', 'text'],
    tokenize: splitTerms,
    processTerm: (term) => term,
    searchOptions: { boost: { headline: HEADLINE_WEIGHT }, bm25: { k: K1, b: B, d: D } },
  });
  for (const { handle, headlineTerms, textTerms } of passages) {
    engine.add({ handle, headline: joinTerms(headlineTerms), text: joinTerms(textTerms) });
  }
  return {
    search: (terms, limit) =>
      engine
        .search(joinTerms(terms))
        .slice(0, limit)
        .map(({ id, score }) => ({ handle: String(id), score })),
  };
};
