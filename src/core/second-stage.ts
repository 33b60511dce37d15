import type { Corpus } from './corpus.js';
import { parseHandle } from './handle.js';
import type { Hit } from './search-index.js';
import { sumWeight, type WeighedWord } from './select-answer-sentence.js';

/** How many of an engine's hits are looked at again. */
export const SECOND_STAGE_DEPTH = 50;

/** What a passage says of a question beyond the sum of its terms, each in 0..1. */
export interface Features {
  /** Share of the headline's terms that the question names. */
  readonly headline: number;
  /** Share of the question's weight that stands in pairs of neighbouring words, as in the question. */
  readonly pairs: number;
  /** Share of the question's weight that one sentence covers together with the headline, at best. */
  readonly sentence: number;
}

/** What a feature of 1 adds, as a share of the best hit's score; `docs/ranking.md` shows what each earns. */
export const FEATURE_WEIGHTS: Features = { headline: 0.2, pairs: 0.3, sentence: 0.5 };

/**
 * Ranks an engine's hits again by their {@link Features}.
 *
 * @param hits - Best first.
 * @param rarest - What a word counts that the corpus never contains.
 * @returns Best first, scores on the scale of the engine's; equal ones in the order of `hits`.
 */
export function rerankHits(
  corpus: Corpus,
  hits: readonly Hit[],
  words: readonly WeighedWord[],
  rarest: number,
): Hit[] {
  const best = hits[0]?.score ?? 0;
  const read = createFeatureReader(corpus, words, rarest);
  return hits
    .map(({ handle, score }) => ({ handle, score: round(score + best * sumFeatures(read(handle))) }))
    .sort((a, b) => b.score - a.score);
}

/** To four decimals, as wink does, so that what adds up alike is a tie. */
function round(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}

function sumFeatures({ headline, pairs, sentence }: Features): number {
  return (
    headline * FEATURE_WEIGHTS.headline + pairs * FEATURE_WEIGHTS.pairs + sentence * FEATURE_WEIGHTS.sentence
  );
}

/**
 * Prepares a question for reading the features of many passages.
 *
 * @param words - In the order of the question.
 */
export function createFeatureReader(
  corpus: Corpus,
  words: readonly WeighedWord[],
  rarest: number,
): (handle: string) => Features {
  const total = sumWeight(words, rarest);
  const numbers = new Map(words.flatMap(({ hashes }, i) => hashes.map((hash) => [hash, i])));
  const weights = words.map(({ weight }) => weight);

  return (handle) => {
    if (total === 0) return { headline: 0, pairs: 0, sentence: 0 };
    const tally = new Tally(numbers, weights);
    const headlineTerms = corpus.headlineTermHashes(parseHandle(handle)?.articleId ?? '');
    const named = tally.read(headlineTerms);
    const inHeadline = tally.weight;
    let inSentence = 0;
    tally.breakPairs();
    for (const { termHashes } of corpus.sentences(handle)) {
      tally.startSentence();
      tally.read(termHashes);
      inSentence = Math.max(inSentence, tally.weight - inHeadline);
    }
    return {
      headline: named / Math.max(1, headlineTerms.length),
      pairs: tally.pairWeight / (2 * total),
      sentence: (inHeadline + inSentence) / total,
    };
  };
}

const NOT_ASKED = -1;

/** Counts the question's words in a headline and then in one sentence after the other; runs for every hit. */
class Tally {
  /** Of the distinct words in the headline and the sentence that is read. */
  weight = 0;
  /** Of the distinct pairs of neighbours found so far. */
  pairWeight = 0;
  readonly #numbers: ReadonlyMap<number, number>;
  readonly #weights: readonly number[];
  /** Where each word was last seen: 1 is the headline, each sentence has a number of its own. */
  readonly #seenIn: Uint32Array;
  readonly #pairSeen: Uint8Array;
  #place = 1;
  #weightBefore = 0;
  #last = NOT_ASKED;

  constructor(numbers: ReadonlyMap<number, number>, weights: readonly number[]) {
    this.#numbers = numbers;
    this.#weights = weights;
    this.#seenIn = new Uint32Array(weights.length);
    this.#pairSeen = new Uint8Array(weights.length);
  }

  /** What follows does not neighbour what was read. */
  breakPairs(): void {
    this.#last = NOT_ASKED;
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
      const number = this.#numbers.get(termHashes[i] ?? 0) ?? NOT_ASKED;
      if (number !== NOT_ASKED) {
        named += 1;
        this.#count(number);
      }
      this.#last = number;
    }
    return named;
  }

  #count(number: number): void {
    const weight = this.#weights[number] ?? 0;
    const seenIn = this.#seenIn[number];
    if (seenIn !== 1 && seenIn !== this.#place) {
      this.#seenIn[number] = this.#place;
      this.weight += weight;
    }
    if (number > 0 && this.#last === number - 1 && this.#pairSeen[number] === 0) {
      this.#pairSeen[number] = 1;
      this.pairWeight += weight + (this.#weights[number - 1] ?? 0);
    }
  }
}
