/** Ranks the passages of a corpus for a question. */

import { UNDATED } from '../arrays/article-columns.js';
import type { Analyzer } from '../model/analyzer.js';
import type { Corpus, LoadedCorpus } from '../model/corpus.js';
import { MAX_RANKED } from '../model/limits.js';
import type { ArticleSet, Hit } from '../model/search-index.js';
import type { AskRequest, ReadFilter } from './answer.js';
import {
  ANSWERABLE_MODEL,
  estimate,
  isRefused,
  readSignals,
  RIGHT_MODEL,
  type Signals,
} from './confidence.js';
import { createDateTests, selectDated } from './date-agreement.js';
import { listSearchTerms, type ExpandedQuestion, expandQuestion } from './expand-question.js';
import { findNamedFacts } from './fact-agreement.js';
import { applyFilters, filterArticles, intersect, selectNumbers, toSet } from './filter-articles.js';
import { addNeighbours } from './neighbours.js';
import { preferAgreeing } from './negation.js';
import { findPhrases } from './phrases.js';
import type { QuotedPhrase } from './quoted-phrases.js';
import { type QuestionReading, readQuestion } from './read-question.js';
import { type Conditions, NO_FEATURES, type RankedHit } from './features.js';
import { rerankHits, RERANK_DEPTH } from './rerank.js';

/** The ranked passages for a question, whether or not they answer it. */
export interface Ranking {
  /** The question as typed. */
  readonly asked: string;
  readonly question: ExpandedQuestion;
  readonly reading: QuestionReading;
  /** Best first, at most {@link RERANK_DEPTH} and those that a date, a phrase or a neighbour added. */
  readonly hits: readonly RankedHit[];
  /** The probability that a hit answers, in 0..1; 0 without hits. */
  readonly answerable: number;
  /** The probability that the first hit answers, in 0..1; 0 without hits. */
  readonly confidence: number;
  /** The basis of both; `null` without hits. */
  readonly signals: Signals | null;
  /** The articles searched; absent if all were. */
  readonly within?: ArticleSet | undefined;
  /** The number of undated articles that the options' dates exclude. */
  readonly undatedLeftOut: number;
  /** The filters read in the question that the hits satisfy. */
  readonly filters: readonly ReadFilter[];
  /** True if the question holds a date that counts from the day of asking. */
  readonly isRelativeToDay: boolean;
  /** Phrases of the question that no passage searched holds word for word. */
  readonly unheldPhrases: readonly QuotedPhrase[];
  /** True if filters were read, but nothing that they mean answers. */
  readonly filtersDropped: boolean;
}

/**
 * Ranks passages for a question. Filters that were read in it and leave nothing that answers are dropped.
 */
export async function rankPassages(
  loaded: LoadedCorpus,
  analyzer: Analyzer,
  request: AskRequest,
): Promise<Ranking> {
  const reading = readQuestion(loaded.corpus, analyzer, request);
  const options = filterArticles(loaded.corpus, request);
  const question = expandQuestion(loaded, analyzer, reading.searched);
  const about = { asked: request.question, question };
  const filtered = await rankReading(loaded, analyzer, about, reading, options);
  if (reading.filters.length === 0 || !isRefused(filtered)) return filtered;
  const unfiltered = await rankReading(loaded, analyzer, about, { ...reading, filters: [] }, options);
  if (isRefused(unfiltered)) return filtered;
  return { ...unfiltered, filters: reading.filters, filtersDropped: true };
}

async function rankReading(
  loaded: LoadedCorpus,
  analyzer: Analyzer,
  { asked, question }: Pick<Ranking, 'asked' | 'question'>,
  reading: QuestionReading,
  { within: searched, undatedLeftOut }: ReturnType<typeof filterArticles>,
): Promise<Ranking> {
  const { corpus } = loaded;
  const within = applyFilters(corpus, reading.filters, searched);
  const about = {
    asked,
    question,
    reading,
    within,
    undatedLeftOut,
    filters: reading.filters,
    filtersDropped: false,
    isRelativeToDay: reading.isRelativeToDay,
    unheldPhrases: [],
  };
  if (question.words.length === 0 && reading.filters.length > 0) {
    const hits = listByDate(corpus, within, reading.order);
    const isFound = hits.length > 0 ? 1 : 0;
    return { ...about, hits, signals: null, answerable: isFound, confidence: isFound };
  }
  const dates = createDateTests(corpus, analyzer, reading, question);
  const phrases = await findPhrases(loaded, analyzer, reading.phrases, within);
  const facts = findNamedFacts(corpus, question);
  const conditions = { within, dates, phrases, facts, order: reading.order };
  const ranked = await rankExpanded(loaded, question, conditions);
  const hits = preferAgreeing(corpus, addNeighbours(corpus, question, ranked, conditions), asked, question);
  const signals = readSignals(corpus, hits, question);
  const holdsPhrases = phrases.strength === 1 && phrases.passages.has(hits[0]?.passage ?? -1);
  const judge = (model: typeof RIGHT_MODEL): number =>
    holdsPhrases ? 1 : signals ? estimate(model, signals) : 0;
  const unheldPhrases = phrases.passages.size === 0 ? reading.phrases : [];
  return {
    ...about,
    filters: [...reading.filters, ...listDateFilters(hits[0])],
    unheldPhrases,
    hits,
    signals,
    answerable: judge(ANSWERABLE_MODEL),
    confidence: judge(RIGHT_MODEL),
  };
}

/** Lists the dates of the question that the first passage meets by its day of publication alone. */
function listDateFilters(first: RankedHit | undefined): ReadFilter[] {
  return (first?.dates ?? [])
    .filter((date) => first !== undefined && date.isPublished(first.article))
    .map(({ date: { since, until } }) => ({ kind: 'dates', since, until }));
}

/** Ranks passages for an expanded question. */
export async function rankExpanded(
  { corpus, index }: LoadedCorpus,
  question: ExpandedQuestion,
  conditions: Conditions = {},
): Promise<RankedHit[]> {
  const { within, dates = [], phrases, facts = [] } = conditions;
  const terms = listSearchTerms(question.words);
  const candidates = new Map<number, Hit>();
  const add = (hits: readonly Hit[]): void => {
    for (const hit of hits) if (!candidates.has(hit.passage)) candidates.set(hit.passage, hit);
  };
  add(await index.search(terms, RERANK_DEPTH, within));
  for (const date of dates) add(await index.search(terms, RERANK_DEPTH, selectDated(corpus, date, within)));
  for (const { articles } of facts) {
    const ofFact = toSet(intersect(within?.mask, selectNumbers(corpus, articles)));
    add(await index.search(terms, RERANK_DEPTH, ofFact));
  }
  add(
    [...(phrases?.passages ?? [])].map((passage) => ({
      passage,
      article: corpus.articleOf(passage),
      score: 0,
    })),
  );
  const leads = listFirstPassages(corpus, [...candidates.values()]).filter(
    ({ passage }) => !candidates.has(passage),
  );
  add(leads.map((lead) => ({ ...lead, score: sum(index.explain(terms, lead.passage)) })));
  return rerankHits(corpus, [...candidates.values()], question, conditions);
}

/** The hits whose articles' first passages are looked at, too. */
const MAX_LEADS = 5;

/** Lists the first passages of the best hits' articles. */
function listFirstPassages(corpus: Corpus, hits: readonly Hit[]): Pick<Hit, 'passage' | 'article'>[] {
  return hits
    .slice(0, MAX_LEADS)
    .map(({ article }) => ({ passage: corpus.passagesOf(article).start, article }));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Lists the first passage of each article, newest first unless the oldest are asked for, undated ones last. */
function listByDate(
  corpus: Corpus,
  within: ArticleSet | undefined,
  order: QuestionReading['order'],
): RankedHit[] {
  const articles = Array.from(within?.mask ?? []).flatMap((bit, i) => (bit === 1 ? i : []));
  const placeOf = (article: number): number => {
    const day = corpus.columns.lastDays[article] ?? UNDATED;
    return day === UNDATED ? Number.MAX_SAFE_INTEGER : order === 'oldest' ? day : -day;
  };
  const sorted = articles.sort((a, b) => placeOf(a) - placeOf(b));
  return sorted.slice(0, MAX_RANKED).map((article) => ({
    passage: corpus.passagesOf(article).start,
    article,
    score: 0,
    engineScore: 0,
    features: NO_FEATURES,
    contributions: NO_FEATURES,
    dates: [],
    agreed: [],
  }));
}
