/** Shingles of texts, and the likeness of articles by them. */

import { BESIDE, MARKS } from '../model/analyzer.js';
import type { Corpus, Sentence } from '../model/corpus.js';

/**
 * Hashes of the pairs of neighbouring terms in sentences, and of each sentence's first term. Figures, dates and what
 * stands beside a term are skipped, so that the terms around them form a pair.
 */
export interface Shingles {
  /** Distinct, none 0. */
  readonly values: Uint32Array;
  /** The same by open addressing, at least half of the slots 0: several times as fast as a `Set`. */
  readonly slots: Uint32Array;
}

const SKIPPED = MARKS.number | MARKS.date | BESIDE;
const PRIME = 0x01000193;

export function listShingles(sentences: readonly Sentence[]): Shingles {
  const terms = sentences.reduce((sum, { termHashes }) => sum + termHashes.length, 1);
  const slots = new Uint32Array(2 << (32 - Math.clz32(terms)));
  const values = new Uint32Array(terms);
  let size = 0;
  for (const { termHashes, termMarks } of sentences) {
    let last = 0;
    for (let i = 0; i < termHashes.length; i += 1) {
      if (((termMarks[i] ?? 0) & SKIPPED) !== 0) continue;
      const hash = termHashes[i] ?? 0;
      const value = (Math.imul(last, PRIME) ^ hash) >>> 0 || 1;
      last = hash;
      const slot = findSlot(slots, value);
      if (slots[slot] === value) continue;
      slots[slot] = value;
      values[size] = value;
      size += 1;
    }
  }
  return { values: values.subarray(0, size), slots };
}

/** @returns The number of shingles in both; 0 if it is less than `needed`. */
export function countShared(a: Shingles, b: Shingles, needed: number): number {
  if (a.values.length > b.values.length) return countShared(b, a, needed);
  const { values } = a;
  const { slots } = b;
  let shared = 0;
  for (let i = 0; i < values.length && shared + values.length - i >= needed; i += 1) {
    const value = values[i] ?? 0;
    if (slots[findSlot(slots, value)] === value) shared += 1;
  }
  return shared >= needed ? shared : 0;
}

/** Shingles divisible by this form an article's sample, so that all texts are sampled alike. */
const SAMPLE = 8;

interface Sketch {
  readonly shingles: Shingles;
  readonly sample: Uint32Array;
}

export function sketchArticle(sentences: readonly Sentence[]): Sketch {
  const shingles = listShingles(sentences);
  return { shingles, sample: shingles.values.filter((value) => value % SAMPLE === 0) };
}

/** Lists every sentence of a loaded article without decoding its text. @param article - Its number. */
export function listArticleSentences(corpus: Corpus, article: number): Sentence[] {
  const { start, end } = corpus.passagesOf(article);
  const all: Sentence[] = [];
  for (let passage = start; passage < end; passage += 1) all.push(...corpus.sentencesAt(passage));
  return all;
}

/**
 * Returns the resemblance of two texts: the shingles that both hold as a share of all, in 0..1 (Broder, On the
 * resemblance and containment of documents, SEQUENCES 1997).
 */
export function measureLikeness(a: Shingles, b: Shingles): number {
  const shared = countShared(a, b, 0);
  const all = a.values.length + b.values.length - shared;
  return all === 0 ? 0 : shared / all;
}

/** The share of the larger sample in common from which two articles are compared in full. */
const MIN_SAMPLED = 0.2;
/** With fewer sampled shingles chance would decide, so the articles are compared in full. */
const FEW_SAMPLED = 12;

/** Returns false if the samples rule out that two articles are alike. */
export function mayBeAlike(sample: ReadonlySet<number>, other: Uint32Array): boolean {
  const smaller = Math.min(sample.size, other.length);
  if (smaller < FEW_SAMPLED) return true;
  let shared = 0;
  for (const value of other) if (sample.has(value)) shared += 1;
  return shared >= MIN_SAMPLED * Math.max(sample.size, other.length);
}

/** Finds the slot that holds a value, or the empty one that would. */
function findSlot(slots: Uint32Array, value: number): number {
  const mask = slots.length - 1;
  let slot = value & mask;
  for (let found = slots[slot]; found !== 0 && found !== value; found = slots[slot]) slot = (slot + 1) & mask;
  return slot;
}
