import type { Analyzer } from './analysis.js';
import { estimateConfidence, readSignals, type Signals } from './confidence.js';
import type { LoadedCorpus } from './corpus.js';
import type { ArticleSet } from './search-index.js';
import { listSearchTerms, searchQuestion, type SearchedQuestion } from './searched-question.js';
import { rerankHits, SECOND_STAGE_DEPTH, type RankedHit } from './second-stage.js';

/** The passages for a question, before it is decided whether they answer it. */
export interface Ranking {
  readonly question: SearchedQuestion;
  /** Best first, at most {@link SECOND_STAGE_DEPTH}. */
  readonly hits: readonly RankedHit[];
  /** That the first hit answers, in 0..1; 0 when there is none. */
  readonly confidence: number;
  /** What {@link confidence} is estimated from; `null` when there is no hit. */
  readonly signals: Signals | null;
}

/**
 * Ranks passages for a question.
 *
 * @param within - The articles to search; absent means all.
 */
export async function rankPassages(
  loaded: LoadedCorpus,
  analyzer: Analyzer,
  text: string,
  within?: ArticleSet,
): Promise<Ranking> {
  return rankSearched(loaded, searchQuestion(loaded, analyzer, text), within);
}

/** As {@link rankPassages}, for terms that were chosen before. */
export async function rankSearched(
  { corpus, index }: LoadedCorpus,
  question: SearchedQuestion,
  within?: ArticleSet,
): Promise<Ranking> {
  const found = await index.search(listSearchTerms(question.words), SECOND_STAGE_DEPTH, within);
  const hits = rerankHits(corpus, found, question, index.rarestWeight);
  const signals = readSignals(corpus, hits, question, index.rarestWeight);
  return { question, hits, signals, confidence: signals ? estimateConfidence(signals) : 0 };
}
