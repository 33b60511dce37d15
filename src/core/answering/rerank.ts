/** Reranks hits by features that single terms cannot show. */

import { type AnswerType, BESIDE, MARKS } from '../model/analyzer.js';
import type { Corpus, PassageTerms, Sentence } from '../model/corpus.js';
import { UNDATED } from '../arrays/article-columns.js';
import type { ArticleSet, Hit } from '../model/search-index.js';
import type { DateTest } from './date-agreement.js';
import type { NamedFact } from './fact-agreement.js';
import type { FoundPhrases } from './phrases.js';
import { type ExpandedQuestion, type ExpandedWord, sumWeight } from './expand-question.js';
import type { QuestionReading } from './read-question.js';

/** The number of an engine's hits that are reranked. */
export const RERANK_DEPTH = 40;

/** What beyond its words a question asks of the passages. */
export interface Conditions {
  /** The articles to search; default: all. */
  readonly within?: ArticleSet | undefined;
  readonly dates?: readonly DateTest[];
  readonly phrases?: FoundPhrases;
  readonly facts?: readonly NamedFact[];
  readonly order?: QuestionReading['order'];
}

/** Features of a passage for a question beyond the sum of its terms, each in 0..1. */
export interface Features {
  /** The share of the headline's terms that the question names. */
  readonly headline: number;
  /** The share of the question's weight in pairs of neighbouring words that are neighbours in the text, too. */
  readonly pairs: number;
  /** The largest share of the question's weight that one sentence covers together with the headline. */
  readonly sentence: number;
  /** The share of the question's weight that the first sentence covers together with the headline. */
  readonly lead: number;
  /** The share of the weight of the question's names that the passage or its headline holds. */
  readonly names: number;
  /** The largest {@link answerTypeScore} of a sentence. */
  readonly answerType: number;
  /** The engine score of the article's best other hit, as a share of the best hit's. */
  readonly article: number;
  /** The share of the question's dates that the passage or its article's day of publication agrees with. */
  readonly dates: number;
  /** {@link FoundPhrases.strength} if the passage holds all phrases of the question word for word. */
  readonly phrases: number;
  /** The share of the question's weight in the words that name an author or a tag of the article. */
  readonly facts: number;
  /** 1 if it was put in the place of the paragraph before, which leaves the answer to it. */
  readonly follows: number;
  /** Where the newest or the oldest is asked for: the share of the passages matching nearly as well that it precedes. */
  readonly order: number;
  /** 1 if it was put first because it affirms or denies, as the question does. */
  readonly denial: number;
}

/** The contribution of a feature of 1, as a share of the best engine score; effects are in `docs/ranking.md`. */
export const FEATURE_WEIGHTS: Features = {
  headline: 0.2,
  pairs: 0.4,
  sentence: 0.3,
  lead: 0.4,
  names: 0.2,
  answerType: 0.2,
  article: 0.15,
  dates: 0.5,
  phrases: 2,
  facts: 0.3,
  follows: 0,
  order: 0,
  denial: 0,
};

export interface RankedHit extends Hit {
  readonly engineScore: number;
  readonly features: Features;
  /** The contribution of each feature; together with {@link engineScore} they sum to the score. */
  readonly contributions: Features;
  /** The paragraph before, which the passage relies on. */
  readonly before?: number;
  /** The question's dates with which the article's day of publication agrees. */
  readonly dates: readonly DateTest[];
  /** The numbers of the question's words that name such a date, or an author or a tag of the article. */
  readonly agreed: readonly number[];
}

const FEATURE_NAMES = Object.keys(FEATURE_WEIGHTS) as (keyof Features)[];

/**
 * Reranks hits by their {@link Features}. A headline alone is no evidence: a passage that holds no word of the
 * question comes after the others, unless it is the first of its article.
 *
 * @param hits - Each passage once.
 * @returns Best first, with scores on the engine's scale; equal ones in the order of `hits`.
 */
export function rerankHits(
  corpus: Corpus,
  hits: readonly Hit[],
  question: ExpandedQuestion,
  conditions: Conditions = {},
): RankedHit[] {
  const best = hits.reduce((largest, { score }) => Math.max(largest, score), 0);
  const readFeatures = createFeatureReader(corpus, question, conditions);
  const bestHits = listBestHits(hits);
  const read = hits.map((hit) => {
    const article = best === 0 ? 0 : scoreOfOther(bestHits, hit) / best;
    const { isGrounded, ...features } = readFeatures(hit, article);
    return { hit: weighFeatures(hit, features, best || 1), isGrounded };
  });
  const sorted = read.sort(
    (a, b) => Number(b.isGrounded) - Number(a.isGrounded) || b.hit.score - a.hit.score,
  );
  const ranked = sorted.map(({ hit }) => hit);
  return orderByDate(corpus, ranked, conditions.order ?? null);
}

function weighFeatures(
  { passage, article, score: engineScore }: Hit,
  { features, dates, agreed }: Pick<RankedHit, 'features' | 'dates' | 'agreed'>,
  best: number,
): RankedHit {
  const contributions: { -readonly [name in keyof Features]: number } = { ...NO_FEATURES };
  let total = engineScore;
  for (const name of FEATURE_NAMES) {
    if (features[name] === 0) continue;
    contributions[name] = round(best * FEATURE_WEIGHTS[name] * features[name]);
    total += contributions[name];
  }
  return { passage, article, score: round(total), engineScore, features, contributions, dates, agreed };
}

/** Passages with at least this share of the best score match nearly as well. */
const NEARLY_AS_WELL = 0.85;
/** They must also cover at least this share of what the best one's sentence covers. */
const COVER_NEARLY = 0.95;
/** The distance between two passages put in order, as a share of the best score. */
const ORDER_STEP = 0.01;

/** Puts the newest or the oldest first among the passages that match nearly as well as the best. */
function orderByDate(corpus: Corpus, hits: RankedHit[], order: Conditions['order'] | null): RankedHit[] {
  const [best] = hits;
  if (!order || !best) return hits;
  const { firstDays, lastDays } = corpus.columns;
  const isNear = ({ score, features }: RankedHit): boolean =>
    score >= best.score * NEARLY_AS_WELL && features.sentence >= best.features.sentence * COVER_NEARLY;
  const age = ({ article }: RankedHit): number => {
    const day = (order === 'newest' ? lastDays : firstDays)[article] ?? UNDATED;
    return day === UNDATED ? Infinity : order === 'newest' ? -day : day;
  };
  const near = hits.filter(isNear).sort((a, b) => age(a) - age(b));
  const placed = near.map((hit, i): RankedHit => {
    const behind = near.length - 1 - i;
    const score = round(best.score * (1 + ORDER_STEP * behind));
    return {
      ...hit,
      score,
      features: { ...hit.features, order: near.length === 1 ? 0 : behind / (near.length - 1) },
      contributions: { ...hit.contributions, order: round(score - hit.score) },
    };
  });
  return [...placed, ...hits.filter((hit) => !isNear(hit))];
}

export const NO_FEATURES: Features = {
  headline: 0,
  pairs: 0,
  sentence: 0,
  lead: 0,
  names: 0,
  answerType: 0,
  article: 0,
  dates: 0,
  phrases: 0,
  facts: 0,
  follows: 0,
  order: 0,
  denial: 0,
};

/** @param articleScore - The feature `article`, which depends on other passages; default 0. */
type ReadFeatures = (
  hit: Pick<Hit, 'passage' | 'article'>,
  articleScore?: number,
) => Pick<RankedHit, 'features' | 'dates' | 'agreed'> & {
  /** True if the passage itself, not only its headline, holds a word of the question, or is its article's first. */
  readonly isGrounded: boolean;
};

/** Creates a feature reader for one question, to use for many passages. */
export function createFeatureReader(
  corpus: Corpus,
  { words, asksFor, wordsByHash, totalWeight, maxIdf }: ExpandedQuestion,
  { dates = [], phrases, facts = [] }: Conditions = {},
): ReadFeatures {
  const totalOfNames = sumWeight(
    words.filter(({ isName }) => isName),
    maxIdf,
  );
  const readDates = createDateReader(corpus, dates);
  const shareOf = (numbers: readonly number[]): number =>
    sumWeight(
      words.filter((_, i) => numbers.includes(i)),
      maxIdf,
    ) / totalWeight;

  return ({ passage, article }, articleScore = 0) => {
    const terms = corpus.termsAt(passage);
    const agreeing = readDates(article, terms);
    const ofArticle = facts.flatMap(({ articles, words: numbers }) => (articles.has(article) ? numbers : []));
    const agreed = [...agreeing.flatMap((date) => date.words), ...ofArticle];
    const datesShare = dates.length === 0 ? 0 : agreeing.length / dates.length;
    const phrasesHeld = phrases?.passages.has(passage) ? phrases.strength : 0;
    if (totalWeight === 0) {
      return {
        features: { ...NO_FEATURES, dates: datesShare, phrases: phrasesHeld },
        dates: agreeing,
        agreed,
        isGrounded: true,
      };
    }
    const tally = new Tally(wordsByHash, words);
    const headlineTerms = corpus.headlineTermHashesAt(article);
    const { named, places } = tally.read(headlineTerms, corpus.headlineTermMarksAt(article));
    tally.see(agreed);
    const inHeadline = tally.weight;
    tally.endHeadline();
    let lead: number | null = null;
    let inSentence = inHeadline;
    let answerType = 0;
    let own = 0;
    let from = 0;
    for (const to of terms.ends) {
      tally.startSentence();
      own += tally.read(terms.hashes, terms.marks, from, to).named;
      lead ??= tally.weight;
      inSentence = Math.max(inSentence, tally.weight);
      if (asksFor !== null && answerType < 1) {
        answerType = Math.max(answerType, scoreAnswerType(terms, from, to, asksFor, wordsByHash));
      }
      from = to;
    }
    // One literal, because it is made for every hit and copying one is slow.
    const features = {
      headline: named / Math.max(1, places),
      pairs: tally.pairWeight / (2 * totalWeight),
      sentence: inSentence / totalWeight,
      lead: (lead ?? inHeadline) / totalWeight,
      names: totalOfNames === 0 ? 0 : tally.sumNames() / totalOfNames,
      answerType,
      article: articleScore,
      dates: datesShare,
      phrases: phrasesHeld,
      facts: ofArticle.length === 0 ? 0 : shareOf(ofArticle),
      follows: 0,
      order: 0,
      denial: 0,
    };
    return {
      features,
      dates: agreeing,
      agreed,
      isGrounded: own > 0 || corpus.passagesOf(article).start === passage,
    };
  };
}

/** Creates a reader of the dates that a passage agrees with beyond its words. */
function createDateReader(
  corpus: Corpus,
  dates: readonly DateTest[],
): (article: number, terms: PassageTerms) => readonly DateTest[] {
  if (dates.length === 0) return () => dates;
  return (article, terms) => {
    const hashes = new Set(Array.from(terms.hashes));
    return dates.filter((date) => date.isPublished(article) || date.isTold(article, hashes));
  };
}

/** The score of a name without a preposition of place before it, for a question that asks for a place. */
const UNPLACED_NAME = 0.5;

/**
 * Scores how well a sentence holds the kind of word asked for, ignoring the question's own words.
 *
 * @param asked - Has the hashes of the question's words as keys.
 * @returns In 0..1; 0 if the question asks for no kind of word.
 */
export function answerTypeScore(
  { termHashes, termMarks }: Sentence,
  asksFor: AnswerType | null,
  asked: ReadonlyMap<number, unknown>,
): number {
  if (asksFor === null) return 0;
  return scoreAnswerType({ hashes: termHashes, marks: termMarks }, 0, termHashes.length, asksFor, asked);
}

function scoreAnswerType(
  { hashes, marks }: Pick<PassageTerms, 'hashes' | 'marks'>,
  from: number,
  to: number,
  asksFor: AnswerType,
  asked: ReadonlyMap<number, unknown>,
): number {
  let found = 0;
  for (let i = from; i < to; i += 1) {
    if (!asked.has(hashes[i] ?? 0)) found |= marks[i] ?? 0;
  }
  if ((found & MARKS[asksFor]) !== 0) return 1;
  return asksFor === 'place' && (found & MARKS.name) !== 0 ? UNPLACED_NAME : 0;
}

/** Rounds to four decimals, as wink does, so that equal sums tie. */
function round(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}

/** Lists the best two hits of each article. */
function listBestHits(hits: readonly Hit[]): ReadonlyMap<number, readonly Hit[]> {
  const articles = new Map<number, Hit[]>();
  for (const hit of hits) {
    const best = articles.get(hit.article);
    if (!best) articles.set(hit.article, [hit]);
    else if (best.length < 2) best.push(hit);
  }
  return articles;
}

function scoreOfOther(bestHits: ReadonlyMap<number, readonly Hit[]>, { article, passage }: Hit): number {
  const other = bestHits.get(article)?.find((hit) => hit.passage !== passage);
  return other?.score ?? 0;
}

const NOT_SEEN = 0;
const IN_HEADLINE = 1;
const NO_WORDS: readonly number[] = [];

/** Counts the question's words in a headline and then in one sentence after another; runs for every hit. */
class Tally {
  /** The weight of the distinct words in the headline and the current sentence. */
  weight = 0;
  /** The weight of the distinct pairs of neighbours found so far. */
  pairWeight = 0;
  readonly #wordsByHash: ReadonlyMap<number, readonly number[]>;
  readonly #words: readonly ExpandedWord[];
  /** The place where each word was last seen: `NOT_SEEN`, `IN_HEADLINE`, or a sentence, numbered from 2. */
  readonly #seenIn: Uint32Array;
  readonly #pairSeen: Uint8Array;
  #place = IN_HEADLINE;
  #headlineWeight = 0;
  /** The words at the place before. */
  #last = NO_WORDS;
  /** The words at the current place. */
  #here = NO_WORDS;

  constructor(wordsByHash: ReadonlyMap<number, readonly number[]>, words: readonly ExpandedWord[]) {
    this.#wordsByHash = wordsByHash;
    this.#words = words;
    this.#seenIn = new Uint32Array(words.length);
    this.#pairSeen = new Uint8Array(words.length);
  }

  /** Ends the headline: the first sentence is no neighbour of it. */
  endHeadline(): void {
    this.#here = NO_WORDS;
    this.#headlineWeight = this.weight;
  }

  /** Counts words as seen, e.g. those of a date that the article was published on. */
  see(numbers: readonly number[]): void {
    for (const number of numbers) this.#count(number);
  }

  startSentence(): void {
    this.#place += 1;
    this.weight = this.#headlineWeight;
  }

  /**
   * Reads the terms of a headline or a sentence: those from `from` to `to`, exclusive.
   *
   * @returns The number of places in the text, and of those that the question names.
   */
  read(
    hashes: ArrayLike<number>,
    marks: ArrayLike<number>,
    from = 0,
    to = hashes.length,
  ): { named: number; places: number } {
    let named = 0;
    let places = 0;
    for (let i = from; i < to; i += 1) {
      const found = this.#wordsByHash.get(hashes[i] ?? 0) ?? NO_WORDS;
      if (i > from && ((marks[i] ?? 0) & BESIDE) !== 0) {
        if (found.length === 0) continue;
        if (this.#here.length === 0) named += 1;
        this.#here = [...this.#here, ...found];
      } else {
        places += 1;
        if (found.length > 0) named += 1;
        this.#last = this.#here;
        this.#here = found;
      }
      for (const number of this.#here) this.#count(number);
    }
    return { named, places };
  }

  /** Returns the weight of the names seen so far. */
  sumNames(): number {
    return this.#words.reduce(
      (sum, { isName, weight }, i) => (isName && this.#seenIn[i] !== NOT_SEEN ? sum + weight : sum),
      0,
    );
  }

  #count(number: number): void {
    const weight = this.#words[number]?.weight ?? 0;
    const seenIn = this.#seenIn[number];
    if (seenIn !== IN_HEADLINE && seenIn !== this.#place) {
      this.#seenIn[number] = this.#place;
      this.weight += weight;
    }
    if (
      this.#pairSeen[number] === 0 &&
      (this.#last.includes(number - 1) || this.#here.includes(number - 1))
    ) {
      this.#pairSeen[number] = 1;
      this.pairWeight += weight + (this.#words[number - 1]?.weight ?? 0);
    }
  }
}
