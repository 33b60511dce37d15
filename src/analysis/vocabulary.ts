/** Builds the vocabulary of a corpus and finds the nearest word to a misspelling. */

import { hash32 } from '../core/arrays/hash.js';
import { type Forms, MARK_BITS, type PackedWords } from '../core/arrays/packed-analysis.js';
import { findString, freezeStrings, readString, type StringTable } from '../core/arrays/string-table.js';
import { MARKS } from '../core/model/analyzer.js';
import type { KnownWord, Vocabulary } from '../core/model/corpus.js';

/** The words of a corpus as flat arrays; entry i of each describes word i. */
export interface FrozenVocabulary {
  /** Most frequent first. */
  readonly words: StringTable;
  readonly terms: StringTable;
  /** Index of the word's term in {@link terms}. */
  readonly termNumbers: Uint32Array;
  /** 1 if the word is mostly written as a name. */
  readonly areNames: Uint8Array;
  /** In UTF-16 units. */
  readonly lengths: Uint16Array;
  readonly letterMasks: Uint32Array;
  /** `hash32` of the sound key. */
  readonly sounds: Uint32Array;
}

const SPELLED = /^\p{L}[\p{L}'-]{2,}$/u;
/** The least share of its occurrences as a name that makes a word a name. */
const MIN_NAME_SHARE = 0.8;

interface Count {
  readonly word: string;
  readonly term: string;
  all: number;
  names: number;
}

/** Counts the words of a corpus that have three letters or more. */
export class VocabularyBuilder {
  /** Occurrences by form; {@link #names} counts those as a name. */
  readonly #all: number[] = [];
  readonly #names: number[] = [];

  add(words: PackedWords): void {
    for (const word of words) {
      const form = word >>> MARK_BITS;
      this.#all[form] = (this.#all[form] ?? 0) + 1;
      if ((word & MARKS.name) !== 0) this.#names[form] = (this.#names[form] ?? 0) + 1;
    }
  }

  /** @param forms - The forms of the words that were added. */
  freeze(forms: Forms): FrozenVocabulary {
    const words = this.#count(forms).sort((a, b) => b.all - a.all || (a.word < b.word ? -1 : 1));
    const terms = new Map([...new Set(words.map(({ term }) => term))].map((term, i) => [term, i]));
    return {
      words: freezeStrings(words.map(({ word }) => word)),
      terms: freezeStrings([...terms.keys()]),
      termNumbers: Uint32Array.from(words, ({ term }) => terms.get(term) ?? 0),
      areNames: Uint8Array.from(words, ({ all, names }) => (names >= MIN_NAME_SHARE * all ? 1 : 0)),
      lengths: Uint16Array.from(words, ({ word }) => word.length),
      letterMasks: Uint32Array.from(words, ({ word }) => letterMask(word)),
      sounds: Uint32Array.from(words, ({ word }) => hash32(soundKey(word))),
    };
  }

  /** Returns one count per normal, with the term of its first form. */
  #count({ normals, terms }: Forms): Count[] {
    const counts = new Map<string, Count>();
    for (const [form, all] of this.#all.entries()) {
      const word = normals[form] ?? '';
      // Forms that only other texts use were never added.
      if (!all || !SPELLED.test(word)) continue;
      let count = counts.get(word);
      if (!count) counts.set(word, (count = { word, term: terms[form] ?? '', all: 0, names: 0 }));
      count.all += all;
      count.names += this.#names[form] ?? 0;
    }
    return [...counts.values()];
  }
}

export function openVocabulary(frozen: FrozenVocabulary): Vocabulary {
  const read = (number: number): KnownWord => ({
    word: readString(frozen.words, number),
    term: readString(frozen.terms, frozen.termNumbers[number] ?? 0),
    isName: frozen.areNames[number] === 1,
  });
  return {
    find: (word) => {
      const number = findString(frozen.words, word);
      return number < 0 ? undefined : read(number);
    },
    completing: (prefix) => {
      const number = findCompleting(frozen, prefix);
      return number < 0 ? undefined : read(number);
    },
    nearest: (word) => {
      const number = findNearest(frozen, word);
      return number < 0 ? undefined : read(number);
    },
  };
}

const MIN_PREFIX_CHARS = 4;

/** @returns The number of the most frequent name that begins with `prefix`; -1 if there is none. */
function findCompleting({ words, areNames, lengths, letterMasks }: FrozenVocabulary, prefix: string): number {
  if (prefix.length < MIN_PREFIX_CHARS) return -1;
  const mask = letterMask(prefix);
  for (let i = 0; i < lengths.length; i += 1) {
    if (areNames[i] !== 1 || (lengths[i] ?? 0) <= prefix.length) continue;
    if ((mask & ~(letterMasks[i] ?? 0)) !== 0) continue;
    if (readString(words, i).startsWith(prefix)) return i;
  }
  return -1;
}

const SPELLED_WORD = /^\p{L}[\p{L}'-]*$/u;
/** The fewest letters for which one edit is allowed, and for which two are. */
const LETTERS_FOR_EDITS = [4, 7];
/** The fewest letters for which a word that sounds the same may be one edit farther. */
const LETTERS_FOR_SOUND = 6;
/** Too many words share a shorter sound key. */
const MIN_SOUND_CHARS = 3;
const OTHER_FIRST_LETTER = 0.5;
const SAME_SOUND = -0.5;

/** @returns The word's number, on a tie that of the more frequent one; -1 if none is near enough. */
function findNearest({ words, lengths, letterMasks, sounds }: FrozenVocabulary, word: string): number {
  const edits = LETTERS_FOR_EDITS.filter((letters) => word.length >= letters).length;
  if (edits === 0 || !SPELLED_WORD.test(word)) return -1;
  const extra = word.length >= LETTERS_FOR_SOUND ? 1 : 0;
  const mask = letterMask(word);
  const key = soundKey(word);
  const sound = key.length >= MIN_SOUND_CHARS ? hash32(key) : null;

  let nearest = -1;
  let leastCost = Infinity;
  for (let i = 0; i < lengths.length; i += 1) {
    const soundsSame = sounds[i] === sound;
    const max = Math.min(soundsSame ? edits + extra : edits, leastCost - SAME_SOUND);
    if (Math.abs((lengths[i] ?? 0) - word.length) > max) continue;
    if (minEdits((letterMasks[i] ?? 0) ^ mask) > max) continue;
    const candidate = readString(words, i);
    const distance = editDistance(word, candidate, max);
    if (distance > max) continue;
    const cost =
      distance + (candidate[0] === word[0] ? 0 : OTHER_FIRST_LETTER) + (soundsSame ? SAME_SOUND : 0);
    if (cost < leastCost) [nearest, leastCost] = [i, cost];
  }
  return nearest;
}

const FIRST_LETTER = 97;

const BITS = 32;

/** Returns one bit per distinct letter of a word; letters beyond a to z share bits. */
export function letterMask(word: string): number {
  let mask = 0;
  for (let i = 0; i < word.length; i += 1) mask |= 1 << ((word.charCodeAt(i) - FIRST_LETTER) & (BITS - 1));
  return mask >>> 0;
}

/**
 * Returns the fewest edits that can separate two words: one edit changes at most two bits.
 *
 * @param difference - The exclusive or of their letter masks.
 */
export function minEdits(difference: number): number {
  return Math.ceil(countBits(difference) / 2);
}

/** Counts the set bits in parallel, by halves (Warren, Hacker's Delight, 2012, 5-1). */
function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Spellings that sound alike to English and Swahili speakers, replaced in this order. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/ph/gu, 'f'],
  [/gh/gu, 'g'],
  [/ck|c(?=[aoukrl])|q/gu, 'k'],
  [/sch|sh|ch|c(?=[eiy])|[zx]/gu, 's'],
  [/th|dh|d/gu, 't'],
  [/[vw]/gu, 'f'],
  [/b/gu, 'p'],
  [/j/gu, 'g'],
  [/r/gu, 'l'],
  [/m/gu, 'n'],
  [/h/gu, ''],
  [/y/gu, 'i'],
  [/(?<!^)[aeiou]/gu, ''],
  [/^[aeiou]/u, 'a'],
  [/(.)\1+/gu, '$1'],
];

/**
 * Returns the consonants of a word by sound, equal for words that sound alike (Mahlungu, Mahlangu).
 *
 * @param word - Lower case and folded.
 */
export function soundKey(word: string): string {
  return RULES.reduce((key, [spelling, sound]) => key.replace(spelling, sound), word);
}

/**
 * Counts the letters to add, remove, change or swap with a neighbour to turn one word into the other (optimal
 * string alignment; Damerau, CACM 7(3), 1964).
 *
 * @param max - 0 or more.
 * @returns `max + 1` if the distance exceeds `max`.
 */
export function editDistance(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let beforeLast = new Uint16Array(b.length + 1);
  let last = Uint16Array.from({ length: b.length + 1 }, (_, j) => j);
  let row = new Uint16Array(b.length + 1);
  for (let i = 1; i <= a.length; i += 1) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > max) return max + 1;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return Math.min(last[b.length] ?? 0, max + 1);
}
