import type { Article, Passage, Span } from './article.js';
import type { CorpusSummary } from './corpus.js';
import type { PartialDate } from './partial-date.js';

/** A question and its options, checked. */
export interface AskRequest {
  /** 1 to 300 characters, one line, trimmed. */
  readonly question: string;
  /** 1 to 5. */
  readonly results: number;
  /** An outlet of the corpus, as it is written there; `null` means every outlet. */
  readonly outlet: string | null;
  readonly since: PartialDate | null;
  readonly until: PartialDate | null;
}

/** A passage chosen for an answer, with its answer sentence. */
export interface Evidence {
  readonly passage: Passage;
  /** In UTF-16 units of the passage's text. */
  readonly answerSentence: Span;
  /** Comparable only within one answer; 0 for a passage that was not ranked. */
  readonly score: number;
  /** Passages that say the same, with the same figures, best first. */
  readonly alsoIn: readonly Passage[];
  /** Passages that say the same with other figures, best first. */
  readonly otherFigures: readonly Passage[];
}

/** A word of a question that the corpus does not hold, and the one of the corpus that was searched instead. */
export interface Respelling {
  /** As typed. */
  readonly word: string;
  /** Lower case. */
  readonly searched: string;
}

export interface Answer {
  readonly kind: 'found' | 'nothing-found';
  readonly request: AskRequest;
  /** How many ranked passages stand before {@link evidence}. */
  readonly offset: number;
  /** At most `request.results` from `offset` on, best first; `[]` when nothing was found. */
  readonly evidence: readonly Evidence[];
  /** How many passages there are to show in all, at most 10. */
  readonly ranked: number;
  /** `false` means "closest passages, perhaps not an answer". */
  readonly certain: boolean;
  /** The probability that the first passage answers, in 0..1. */
  readonly confidence: number;
  /** Words of the question that the corpus never contains and nothing was searched for, as typed. */
  readonly unknownTerms: readonly string[];
  readonly respelled: readonly Respelling[];
  /** What the glossary and the corpus's acronyms added to the search, as written there. */
  readonly searchedAlso: readonly string[];
  /** Up to three articles near the question; never an answer. `[]` when something was found. */
  readonly nearest: readonly Article[];
  /** How many articles the outlet and the dates left to search. */
  readonly searched: number;
  /** Undated articles that `since` or `until` left out. */
  readonly undatedLeftOut: number;
  readonly corpus: CorpusSummary;
}
