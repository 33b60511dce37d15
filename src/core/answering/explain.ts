import type { Analyzer } from '../model/analyzer.js';
import type { Passage } from '../model/article.js';
import type { LoadedCorpus } from '../model/corpus.js';
import type { SearchIndex } from '../model/search-index.js';
import type { AskRequest } from './answer.js';
import { listSearchTerms, type SearchedWord, type TermOrigin } from './expand-question.js';
import { filterArticles, rankPassages } from './rank.js';
import type { Features, RankedHit } from './rerank.js';

/** What one term, or one feature of the second stage, adds to a score. */
export type Gain =
  | {
      readonly kind: 'term';
      /** The word or phrase of the question, as typed. */
      readonly word: string;
      /** What was searched for it, as it is shown. */
      readonly text: string;
      readonly origin: TermOrigin;
      /** Above 0. */
      readonly gain: number;
    }
  | {
      readonly kind: 'feature';
      readonly feature: keyof Features;
      /** In 0..1. */
      readonly value: number;
      /** Above 0. */
      readonly gain: number;
    };

/** Why a passage was ranked where it was. */
export interface Explanation {
  readonly passage: Passage;
  readonly score: number;
  /** Largest first; they add up to the score. */
  readonly gains: readonly Gain[];
}

/**
 * Asks anew and explains passages.
 *
 * @returns In the order of `handles`; those that are not ranked for the question are left out.
 */
export type Explain = (
  loaded: LoadedCorpus,
  request: AskRequest,
  handles: readonly string[],
) => Promise<readonly Explanation[]>;

export function createExplain(analyzer: Analyzer): Explain {
  return async (loaded, request, handles) => {
    const { corpus, index } = loaded;
    const { within } = filterArticles(corpus, request);
    const { question, hits } = await rankPassages(loaded, analyzer, request.question, within);
    return handles.flatMap((handle) => {
      const hit = hits.find((each) => each.handle === handle);
      const passage = corpus.passage(handle);
      if (!hit || !passage) return [];
      const gains = [...listTermGains(index, question.words, handle), ...listFeatureGains(hit)];
      return { passage, score: hit.score, gains: gains.sort((a, b) => b.gain - a.gain) };
    });
  };
}

/** A term that several words are searched by counts for the first one. */
function listTermGains(index: SearchIndex, words: readonly SearchedWord[], handle: string): Gain[] {
  const terms = listSearchTerms(words);
  const gains = index.explain(terms, handle);
  return terms.flatMap(({ term, share }, i): Gain[] => {
    const gain = gains[i] ?? 0;
    const word = words.find((each) => each.terms.some((own) => own.term === term && own.share === share));
    const own = word?.terms.find((each) => each.term === term);
    if (gain === 0 || !own) return [];
    return [{ kind: 'term', word: own.standsFor, text: own.text, origin: own.origin, gain }];
  });
}

function listFeatureGains({ features, gains }: RankedHit): Gain[] {
  const names = Object.keys(gains) as (keyof Features)[];
  return names.flatMap((feature): Gain[] =>
    gains[feature] === 0
      ? []
      : [{ kind: 'feature', feature, value: features[feature], gain: gains[feature] }],
  );
}
