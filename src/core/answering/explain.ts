import type { Analyzer } from '../model/analyzer.js';
import type { Passage } from '../model/article.js';
import type { LoadedCorpus } from '../model/corpus.js';
import type { SearchIndex } from '../model/search-index.js';
import type { AskRequest } from './answer.js';
import { listSearchTerms, type ExpandedWord, type TermOrigin } from './expand-question.js';
import { rankPassages } from './rank.js';
import type { Features, RankedHit } from './features.js';

/** The contribution of one term, or of one feature of the reranking, to a score. */
export type Contribution =
  | {
      readonly kind: 'term';
      /** The word or phrase of the question, as typed. */
      readonly word: string;
      /** The term that was searched for it, as shown to members. */
      readonly text: string;
      readonly origin: TermOrigin;
      /** Above 0. */
      readonly amount: number;
    }
  | {
      readonly kind: 'feature';
      readonly feature: keyof Features;
      /** In 0..1. */
      readonly value: number;
      /** Above 0. */
      readonly amount: number;
    };

export interface Explanation {
  readonly passage: Passage;
  readonly score: number;
  /** Largest first; they add up to the score. */
  readonly contributions: readonly Contribution[];
}

/**
 * Ranks passages for the question again and explains the scores of some of them.
 *
 * @returns In the order of `handles`, without passages that are not ranked for the question.
 */
export type Explain = (
  loaded: LoadedCorpus,
  request: AskRequest,
  handles: readonly string[],
) => Promise<readonly Explanation[]>;

export function createExplain(analyzer: Analyzer): Explain {
  return async (loaded, request, handles) => {
    const { corpus, index } = loaded;
    const { question, hits } = await rankPassages(loaded, analyzer, request);
    return handles.flatMap((handle) => {
      const number = corpus.passageNumber(handle);
      const hit = hits.find((each) => each.passage === number);
      const passage = corpus.passageAt(number);
      if (!hit || !passage) return [];
      const contributions = [
        ...listTermContributions(index, question.words, hit.before ?? number),
        ...listFeatureContributions(hit),
      ];
      return { passage, score: hit.score, contributions: contributions.sort((a, b) => b.amount - a.amount) };
    });
  };
}

/** Attributes a term that several words share to the first of them. */
function listTermContributions(
  index: SearchIndex,
  words: readonly ExpandedWord[],
  passage: number,
): Contribution[] {
  const terms = listSearchTerms(words);
  const amounts = index.explain(terms, passage);
  return terms.flatMap(({ term, boost }, i): Contribution[] => {
    const amount = amounts[i] ?? 0;
    const word = words.find(({ terms: expanded }) =>
      expanded.some((each) => each.term === term && each.boost === boost),
    );
    const searched = word?.terms.find((each) => each.term === term);
    if (amount === 0 || !searched) return [];
    const { standsFor, text, origin } = searched;
    return [{ kind: 'term', word: standsFor, text, origin, amount }];
  });
}

function listFeatureContributions({ features, contributions }: RankedHit): Contribution[] {
  const names = Object.keys(contributions) as (keyof Features)[];
  return names.flatMap((feature): Contribution[] =>
    contributions[feature] === 0
      ? []
      : [{ kind: 'feature', feature, value: features[feature], amount: contributions[feature] }],
  );
}
