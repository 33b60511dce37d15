import { toDayNumber, UNDATED } from '../arrays/article-columns.js';
import type { Analyzer } from '../model/analyzer.js';
import type { Corpus, LoadedCorpus } from '../model/corpus.js';
import { firstDay, lastDay } from '../model/partial-date.js';
import type { ArticleSet } from '../model/search-index.js';
import type { AskRequest } from './answer.js';
import { estimateConfidence, readSignals, type Signals } from './confidence.js';
import { listSearchTerms, type ExpandedQuestion, expandQuestion } from './expand-question.js';
import { type RankedHit, rerankHits, RERANK_DEPTH } from './rerank.js';

/** The passages for a question, before it is decided whether they answer it. */
export interface Ranking {
  readonly question: ExpandedQuestion;
  /** Best first, at most {@link RERANK_DEPTH}. */
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
  return rankExpanded(loaded, expandQuestion(loaded, analyzer, text), within);
}

/** As {@link rankPassages}, for terms that were chosen before. */
export async function rankExpanded(
  { corpus, index }: LoadedCorpus,
  question: ExpandedQuestion,
  within?: ArticleSet,
): Promise<Ranking> {
  const found = await index.search(listSearchTerms(question.words), RERANK_DEPTH, within);
  const hits = rerankHits(corpus, found, question);
  const signals = readSignals(corpus, hits, question);
  return { question, hits, signals, confidence: signals ? estimateConfidence(signals) : 0 };
}

/** The articles that a question may be answered from. */
interface ArticleFilter {
  /** Absent means all. */
  readonly within?: ArticleSet;
  readonly undatedLeftOut: number;
}

/** An article of a month or a year is taken when any day of it lies within the dates asked for. */
export function filterArticles(
  { columns, outlets }: Corpus,
  { outlet, since, until }: Pick<AskRequest, 'outlet' | 'since' | 'until'>,
): ArticleFilter {
  if (outlet === null && since === null && until === null) return { undatedLeftOut: 0 };
  const outletNumber = outlets.findIndex((counted) => counted.outlet === outlet);
  const isDated = since !== null || until !== null;
  const from = since === null ? 0 : toDayNumber(firstDay(since));
  const to = until === null ? Infinity : toDayNumber(lastDay(until));
  const mask = new Uint8Array(columns.outlets.length);
  let size = 0;
  let undatedLeftOut = 0;
  for (let i = 0; i < mask.length; i += 1) {
    if (outlet !== null && columns.outlets[i] !== outletNumber) continue;
    const lastDayOf = columns.lastDays[i] ?? UNDATED;
    if (isDated && lastDayOf === UNDATED) undatedLeftOut += 1;
    else if (!isDated || (lastDayOf >= from && (columns.firstDays[i] ?? UNDATED) <= to)) {
      mask[i] = 1;
      size += 1;
    }
  }
  return { within: { mask, size }, undatedLeftOut };
}
