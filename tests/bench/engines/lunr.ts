import lunr from 'lunr';
import { B, HEADLINE_WEIGHT, joinTerms, K1, type BuildEngine } from '../bench-engine.js';

/** A plain builder has no pipeline, and its tokenizer splits at spaces. */
export const build: BuildEngine = (passages) => {
  const builder = new lunr.Builder();
  builder.ref('passage');
  builder.field('headline', { boost: HEADLINE_WEIGHT });
  builder.field('text');
  builder.k1(K1);
  builder.b(B);
  let count = 0;
  for (const { headlineTerms, textTerms } of passages) {
    builder.add({ passage: count, headline: joinTerms(headlineTerms), text: joinTerms(textTerms) });
    count += 1;
  }
  const engine = builder.build();
  return {
    search: (terms, limit) =>
      engine
        .query((query) => {
          query.term([...terms], { usePipeline: false });
        })
        .slice(0, limit)
        .map(({ ref, score }) => ({ passage: Number(ref), score })),
  };
};
