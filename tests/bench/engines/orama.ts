import { create, insert, search, type Results } from '@orama/orama';
import { B, HEADLINE_WEIGHT, joinTerms, K1, splitTerms, type BuildEngine } from '../bench-engine.js';

/** The lower bound that BM25+ gives a term; Orama's default. */
const D = 0.5;

/** Orama matches every word that begins with a term; a mark at the end restricts it to the term itself. */
const WORD_END = '.';

const tokenizer = {
  language: 'english',
  normalizationCache: new Map<string, string>(),
  tokenize: (text: string) => splitTerms(text).map((term) => term + WORD_END),
};

/** Stores the texts, as Orama always does; sorting by a field, which would store them again, is off. */
export const build: BuildEngine = (passages) => {
  const engine = create({
    schema: { headline: 'string', text: 'string' } as const,
    components: { tokenizer },
    sort: { enabled: false },
  });
  let count = 0;
  for (const { headlineTerms, textTerms } of passages) {
    void insert(engine, {
      id: String(count),
      headline: joinTerms(headlineTerms),
      text: joinTerms(textTerms),
    });
    count += 1;
  }
  return {
    async search(terms, limit) {
      const { hits }: Results<unknown> = await search(engine, {
        term: joinTerms(terms),
        boost: { headline: HEADLINE_WEIGHT },
        relevance: { k: K1, b: B, d: D },
        limit,
      });
      return hits.map(({ id, score }) => ({ passage: Number(id), score }));
    },
  };
};
