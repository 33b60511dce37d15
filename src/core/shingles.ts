import { MARKS } from './analysis.js';
import type { Sentence } from './corpus.js';

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
