import { BESIDE } from '../model/analyzer.js';
import type { ExpandedWord } from './expand-question.js';

const NOT_SEEN = 0;
const IN_HEADLINE = 1;
const NO_WORDS: readonly number[] = [];

/** Counts the question's words in a headline and then in one sentence after another; runs for every hit. */
export class Tally {
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
