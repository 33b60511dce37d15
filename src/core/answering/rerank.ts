import { type AnswerType, MARKS } from '../model/analyzer.js';
import type { Corpus, Sentence } from '../model/corpus.js';
import type { Hit } from '../model/search-index.js';
import { type ExpandedQuestion, type ExpandedWord, sumWeight } from './expand-question.js';

/** How many of an engine's hits are looked at again. */
export const RERANK_DEPTH = 50;

/** What a passage says of a question beyond the sum of its terms, each in 0..1. */
export interface Features {
  /** Share of the headline's terms that the question names. */
  readonly headline: number;
  /** Share of the question's weight that stands in pairs of neighbouring words, as in the question. */
  readonly pairs: number;
  /** Share of the question's weight that one sentence covers together with the headline, at best. */
  readonly sentence: number;
  /** Share of the question's weight that the first sentence covers together with the headline. */
  readonly lead: number;
  /** Share of the weight of the question's names that stand in the passage or its headline. */
  readonly names: number;
  /** How well a sentence holds the kind of word that the question asks for; 0 when it asks for none. */
  readonly answerType: number;
  /** Score of the best other hit of the article, as a share of the best hit's. */
  readonly article: number;
}

/** What a feature of 1 adds, as a share of the best hit's score; `docs/ranking.md` shows what each earns. */
export const FEATURE_WEIGHTS: Features = {
  headline: 0.2,
  pairs: 0.4,
  sentence: 0.3,
  lead: 0.4,
  names: 0.2,
  answerType: 0.2,
  article: 0.15,
};

const FEATURE_NAMES = Object.keys(FEATURE_WEIGHTS) as (keyof Features)[];

/** A hit and what it was ranked by. */
export interface RankedHit extends Hit {
  /** What the engine gave it. */
  readonly engineScore: number;
  readonly features: Features;
  /** What each feature adds; with {@link engineScore} they are the score. */
  readonly contributions: Features;
}

/**
 * Ranks an engine's hits again by their {@link Features}.
 *
 * @param hits - Best first.
 * @returns Best first, scores on the scale of the engine's; equal ones in the order of `hits`.
 */
export function rerankHits(corpus: Corpus, hits: readonly Hit[], question: ExpandedQuestion): RankedHit[] {
  const best = hits[0]?.score ?? 0;
  const read = createFeatureReader(corpus, question);
  const articles = scoreArticles(hits);
  return hits
    .map((hit): RankedHit => {
      const ofOthers = best === 0 ? 0 : scoreOfOthers(articles, hit) / best;
      const features = { ...read(hit), article: ofOthers };
      const contributions = { ...features };
      let total = hit.score;
      for (const name of FEATURE_NAMES) {
        contributions[name] = round(best * FEATURE_WEIGHTS[name] * features[name]);
        total += contributions[name];
      }
      return { ...hit, score: round(total), engineScore: hit.score, features, contributions };
    })
    .sort((a, b) => b.score - a.score);
}

/** To four decimals, as wink does, so that what adds up alike is a tie. */
function round(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}

/** The best two hits of each article. */
function scoreArticles(hits: readonly Hit[]): ReadonlyMap<number, readonly Hit[]> {
  const articles = new Map<number, Hit[]>();
  for (const hit of hits) {
    const best = articles.get(hit.article);
    if (!best) articles.set(hit.article, [hit]);
    else if (best.length < 2) best.push(hit);
  }
  return articles;
}

function scoreOfOthers(articles: ReadonlyMap<number, readonly Hit[]>, { article, passage }: Hit): number {
  const other = articles.get(article)?.find((hit) => hit.passage !== passage);
  return other?.score ?? 0;
}

const NONE = { headline: 0, pairs: 0, sentence: 0, lead: 0, names: 0, answerType: 0 };

/** Prepares a question for reading the features of many passages. */
export function createFeatureReader(
  corpus: Corpus,
  { words, asksFor, wordsByHash, totalWeight, maxIdf }: ExpandedQuestion,
): (hit: Pick<Hit, 'passage' | 'article'>) => Omit<Features, 'article'> {
  const totalOfNames = sumWeight(
    words.filter(({ isName }) => isName),
    maxIdf,
  );

  return ({ passage, article }) => {
    if (totalWeight === 0) return NONE;
    const tally = new Tally(wordsByHash, words);
    const headlineTerms = corpus.headlineTermHashesAt(article);
    const named = tally.read(headlineTerms);
    const inHeadline = tally.weight;
    tally.breakPairs();
    let lead: number | null = null;
    let inSentence = inHeadline;
    let answerType = 0;
    for (const sentence of corpus.sentencesAt(passage)) {
      tally.startSentence();
      tally.read(sentence.termHashes);
      lead ??= tally.weight;
      inSentence = Math.max(inSentence, tally.weight);
      if (asksFor !== null && answerType < 1) {
        answerType = Math.max(answerType, answerTypeScore(sentence, asksFor, wordsByHash));
      }
    }
    return {
      headline: named / Math.max(1, headlineTerms.length),
      pairs: tally.pairWeight / (2 * totalWeight),
      sentence: inSentence / totalWeight,
      lead: (lead ?? inHeadline) / totalWeight,
      names: totalOfNames === 0 ? 0 : tally.sumNames() / totalOfNames,
      answerType,
    };
  };
}

const NOT_SEEN = 0;
const IN_HEADLINE = 1;
const NO_WORDS: readonly number[] = [];

/** Counts the question's words in a headline and then in one sentence after the other; runs for every hit. */
class Tally {
  /** Of the distinct words in the headline and the sentence that is read. */
  weight = 0;
  /** Of the distinct pairs of neighbours found so far. */
  pairWeight = 0;
  readonly #wordsByHash: ReadonlyMap<number, readonly number[]>;
  readonly #words: readonly ExpandedWord[];
  /** Where each word was last seen: the headline, or a sentence by its number from 2. */
  readonly #seenIn: Uint32Array;
  readonly #pairSeen: Uint8Array;
  #place = IN_HEADLINE;
  #weightBefore = 0;
  #last = NO_WORDS;

  constructor(wordsByHash: ReadonlyMap<number, readonly number[]>, words: readonly ExpandedWord[]) {
    this.#wordsByHash = wordsByHash;
    this.#words = words;
    this.#seenIn = new Uint32Array(words.length);
    this.#pairSeen = new Uint8Array(words.length);
  }

  /** What follows does not neighbour what was read. */
  breakPairs(): void {
    this.#last = NO_WORDS;
    this.#weightBefore = this.weight;
  }

  startSentence(): void {
    this.#place += 1;
    this.weight = this.#weightBefore;
  }

  /** @returns How many of the terms the question names. */
  read(termHashes: ArrayLike<number>): number {
    let named = 0;
    for (let i = 0; i < termHashes.length; i += 1) {
      const found = this.#wordsByHash.get(termHashes[i] ?? 0) ?? NO_WORDS;
      if (found.length > 0) named += 1;
      for (const number of found) this.#count(number);
      this.#last = found;
    }
    return named;
  }

  /** The weight of the names seen so far. */
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
    if (this.#pairSeen[number] === 0 && this.#last.includes(number - 1)) {
      this.#pairSeen[number] = 1;
      this.pairWeight += weight + (this.#words[number - 1]?.weight ?? 0);
    }
  }
}

/** A name that no preposition of place stands before answers "where" half as well. */
const UNPLACED_NAME = 0.5;

/**
 * How well a sentence holds the kind of word asked for, in 0..1, apart from the question's own words.
 *
 * @returns 0 when the question asks for no kind of word.
 */
export function answerTypeScore(
  { termHashes, termMarks }: Sentence,
  asksFor: AnswerType | null,
  asked: ReadonlyMap<number, unknown>,
): number {
  if (asksFor === null) return 0;
  let marks = 0;
  for (let i = 0; i < termMarks.length; i += 1) {
    if (!asked.has(termHashes[i] ?? 0)) marks |= termMarks[i] ?? 0;
  }
  if ((marks & MARKS[asksFor]) !== 0) return 1;
  return asksFor === 'place' && (marks & MARKS.name) !== 0 ? UNPLACED_NAME : 0;
}
