import { toDayNumber, UNDATED } from '../arrays/article-columns.js';
import type { Analyzer } from '../model/analyzer.js';
import type { Corpus, LoadedCorpus } from '../model/corpus.js';
import { firstDay, lastDay } from '../model/partial-date.js';
import type { ArticleSet } from '../model/search-index.js';
import type { AskRequest } from './answer.js';
import { estimateConfidence, readSignals, type Signals } from './confidence.js';
import { listSearchTerms, type ExpandedQuestion, expandQuestion } from './expand-question.js';
import { type RankedHit, rerankHits, RERANK_DEPTH } from './rerank.js';

/** The ranked passages for a question, whether or not they answer it. */
export interface Ranking {
  readonly question: ExpandedQuestion;
  /** Best first, at most {@link RERANK_DEPTH}. */
  readonly hits: readonly RankedHit[];
  /** The probability that the first hit answers, in 0..1; 0 without hits. */
  readonly confidence: number;
  /** The basis of {@link confidence}; `null` without hits. */
  readonly signals: Signals | null;
}

/**
 * Ranks passages for a question.
 *
 * @param within - The articles to search; default: all.
 */
export async function rankPassages(
  loaded: LoadedCorpus,
  analyzer: Analyzer,
  text: string,
  within?: ArticleSet,
): Promise<Ranking> {
  return rankExpanded(loaded, expandQuestion(loaded, analyzer, text), within);
}

/** Ranks passages for an expanded question, like {@link rankPassages}. */
export async function rankExpanded(
  { corpus, index }: LoadedCorpus,
  question: ExpandedQuestion,
  within?: ArticleSet,
): Promise<Ranking> {
  const candidates = await index.search(listSearchTerms(question.words), RERANK_DEPTH, within);
  const hits = rerankHits(corpus, candidates, question);
  const signals = readSignals(corpus, hits, question);
  return { question, hits, signals, confidence: signals ? estimateConfidence(signals) : 0 };
}

interface ArticleFilter {
  /** Absent if all are searched. */
  readonly within?: ArticleSet;
  /** The number of undated articles that the dates exclude. */
  readonly undatedLeftOut: number;
}

/**
 * Selects articles by outlet and dates. An article dated only to a month or year matches if any of its days lies
 * within the dates.
 */
export function filterArticles(
  { columns, outlets }: Corpus,
  { outlet, since, until }: Pick<AskRequest, 'outlet' | 'since' | 'until'>,
): ArticleFilter {
  if (outlet === null && since === null && until === null) return { undatedLeftOut: 0 };
  const outletNumber = outlets.findIndex((counted) => counted.outlet === outlet);
  const hasDates = since !== null || until !== null;
  const from = since === null ? 0 : toDayNumber(firstDay(since));
  const to = until === null ? Infinity : toDayNumber(lastDay(until));
  const mask = new Uint8Array(columns.outlets.length);
  let size = 0;
  let undatedLeftOut = 0;
  for (let i = 0; i < mask.length; i += 1) {
    if (outlet !== null && columns.outlets[i] !== outletNumber) continue;
    const articleEnd = columns.lastDays[i] ?? UNDATED;
    if (hasDates && articleEnd === UNDATED) undatedLeftOut += 1;
    else if (!hasDates || (articleEnd >= from && (columns.firstDays[i] ?? UNDATED) <= to)) {
      mask[i] = 1;
      size += 1;
    }
  }
  return { within: { mask, size }, undatedLeftOut };
}
