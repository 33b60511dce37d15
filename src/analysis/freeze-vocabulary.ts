import { MARKS } from '../core/analysis.js';
import { hash32 } from '../core/hash.js';
import { MARK_BITS, type Forms, type RecordedWords } from '../core/recorded-analysis.js';
import { freezeStrings, type StringTable } from '../core/string-table.js';
import { letterMask } from './letter-mask.js';
import { soundKey } from './sound-key.js';

/** The words of a corpus as flat arrays; word i is described by entry i of each. */
export interface FrozenVocabulary {
  /** Most frequent first. */
  readonly words: StringTable;
  readonly terms: StringTable;
  /** Number of its term in {@link terms}. */
  readonly termNumbers: Uint32Array;
  /** 1 where it is mostly written as a name. */
  readonly areNames: Uint8Array;
  /** In UTF-16 units. */
  readonly lengths: Uint16Array;
  readonly letterMasks: Uint32Array;
  /** `hash32` of its sound key. */
  readonly sounds: Uint32Array;
}

const SPELLED = /^\p{L}[\p{L}'-]{2,}$/u;
const MOSTLY = 0.8;

interface Count {
  readonly word: string;
  readonly term: string;
  all: number;
  names: number;
}

/** Counts the words of a corpus that have three letters or more. */
export class VocabularyFreezer {
  /** By form. */
  readonly #all: number[] = [];
  readonly #names: number[] = [];

  add(words: RecordedWords): void {
    for (const word of words) {
      const form = word >>> MARK_BITS;
      this.#all[form] = (this.#all[form] ?? 0) + 1;
      if ((word & MARKS.name) !== 0) this.#names[form] = (this.#names[form] ?? 0) + 1;
    }
  }

  /** @param forms - Those of the words that were added. */
  freeze(forms: Forms): FrozenVocabulary {
    const words = this.#count(forms).sort((a, b) => b.all - a.all || (a.word < b.word ? -1 : 1));
    const terms = new Map([...new Set(words.map(({ term }) => term))].map((term, i) => [term, i]));
    return {
      words: freezeStrings(words.map(({ word }) => word)),
      terms: freezeStrings([...terms.keys()]),
      termNumbers: Uint32Array.from(words, ({ term }) => terms.get(term) ?? 0),
      areNames: Uint8Array.from(words, ({ all, names }) => (names >= MOSTLY * all ? 1 : 0)),
      lengths: Uint16Array.from(words, ({ word }) => word.length),
      letterMasks: Uint32Array.from(words, ({ word }) => letterMask(word)),
      sounds: Uint32Array.from(words, ({ word }) => hash32(soundKey(word))),
    };
  }

  /** One a normal form; its term is that of the first. */
  #count({ normals, terms }: Forms): Count[] {
    const counts = new Map<string, Count>();
    for (const [form, all] of this.#all.entries()) {
      const word = normals[form] ?? '';
      // Forms of other texts were never added.
      if (!all || !SPELLED.test(word)) continue;
      let count = counts.get(word);
      if (!count) counts.set(word, (count = { word, term: terms[form] ?? '', all: 0, names: 0 }));
      count.all += all;
      count.names += this.#names[form] ?? 0;
    }
    return [...counts.values()];
  }
}
