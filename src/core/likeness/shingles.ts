import { MARKS } from '../model/analyzer.js';
import type { Corpus, Sentence } from '../model/corpus.js';

/**
 * Hashes of the pairs of neighbouring terms in sentences, and of the first term of each; figures and dates
 * are left out, so that their neighbours meet.
 */
export interface Shingles {
  /** Distinct, none 0. */
  readonly values: Uint32Array;
  /** The same by open addressing, at least half of the places 0: asked several times as fast as a `Set`. */
  readonly slots: Uint32Array;
}

const FIGURE = MARKS.number | MARKS.date;
const PRIME = 0x01000193;

export function listShingles(sentences: readonly Sentence[]): Shingles {
  const terms = sentences.reduce((sum, { termHashes }) => sum + termHashes.length, 1);
  const slots = new Uint32Array(2 << (32 - Math.clz32(terms)));
  const values = new Uint32Array(terms);
  let size = 0;
  for (const { termHashes, termMarks } of sentences) {
    let last = 0;
    for (let i = 0; i < termHashes.length; i += 1) {
      if (((termMarks[i] ?? 0) & FIGURE) !== 0) continue;
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

/** @returns How many stand in both; 0 when fewer than `needed` do. */
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

/** Where a value stands or would stand. */
function findSlot(slots: Uint32Array, value: number): number {
  const mask = slots.length - 1;
  let slot = value & mask;
  for (let found = slots[slot]; found !== 0 && found !== value; found = slots[slot]) slot = (slot + 1) & mask;
  return slot;
}

/** Of all shingles those are looked up first that divide by this: a sample that is the same in every text. */
const SAMPLE = 8;
/** Share of the sampled shingles from which on an article is compared whole. */
const MIN_SAMPLED = 0.2;
/** Of fewer sampled shingles chance decides, so that every article is compared whole. */
const FEW_SAMPLED = 12;

/** An article by its shingles. */
interface Sketch {
  readonly shingles: Shingles;
  readonly sample: Uint32Array;
}

export function sketchArticle(sentences: readonly Sentence[]): Sketch {
  const shingles = listShingles(sentences);
  return { shingles, sample: shingles.values.filter((value) => value % SAMPLE === 0) };
}

/** Every sentence of an article that is loaded; no text is decoded. @param article - Its number. */
export function listArticleSentences(corpus: Corpus, article: number): Sentence[] {
  const { start, end } = corpus.passagesOf(article);
  const all: Sentence[] = [];
  for (let passage = start; passage < end; passage += 1) all.push(...corpus.sentencesAt(passage));
  return all;
}

/**
 * Share of the shingles of two texts that both hold (Broder, On the resemblance and containment of documents,
 * SEQUENCES 1997), in 0..1.
 */
export function measureLikeness(a: Shingles, b: Shingles): number {
  const shared = countShared(a, b, 0);
  const all = a.values.length + b.values.length - shared;
  return all === 0 ? 0 : shared / all;
}

/** Whether two articles may be alike, as far as a sample tells. */
export function maybeAlike(sample: ReadonlySet<number>, other: Uint32Array): boolean {
  const least = Math.min(sample.size, other.length);
  if (least < FEW_SAMPLED) return true;
  let shared = 0;
  for (const value of other) if (sample.has(value)) shared += 1;
  return shared >= MIN_SAMPLED * Math.max(sample.size, other.length);
}
