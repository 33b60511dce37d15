import MiniSearch from 'minisearch';
import { B, HEADLINE_WEIGHT, joinTerms, K1, splitTerms, type BuildEngine } from '../bench-engine.js';

/** The lower bound that BM25+ gives a term; MiniSearch's default. */
const D = 0.5;

export const build: BuildEngine = (passages) => {
  const engine = new MiniSearch({
    idField: 'passage',
    fields: ['headline', 'text'],
    tokenize: splitTerms,
    processTerm: (term) => term,
    searchOptions: { boost: { headline: HEADLINE_WEIGHT }, bm25: { k: K1, b: B, d: D } },
  });
  let count = 0;
  for (const { headlineTerms, textTerms } of passages) {
    engine.add({ passage: count, headline: joinTerms(headlineTerms), text: joinTerms(textTerms) });
    count += 1;
  }
  return {
    search: (terms, limit) =>
      engine
        .search(joinTerms(terms))
        .slice(0, limit)
        .map(({ id, score }) => ({ passage: Number(id), score })),
  };
};
