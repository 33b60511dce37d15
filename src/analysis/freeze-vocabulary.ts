import { MARKS, type AnalyzedWord } from '../core/analysis.js';
import { hash32 } from '../core/hash.js';
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
  readonly #counts = new Map<string, Count>();

  add(analyzed: Iterable<AnalyzedWord>): void {
    for (const { normal, term, marks } of analyzed) {
      let count = this.#counts.get(normal);
      if (!count) {
        if (!SPELLED.test(normal)) continue;
        this.#counts.set(normal, (count = { word: normal, term, all: 0, names: 0 }));
      }
      count.all += 1;
      if ((marks & MARKS.name) !== 0) count.names += 1;
    }
  }

  freeze(): FrozenVocabulary {
    const words = [...this.#counts.values()].sort((a, b) => b.all - a.all || (a.word < b.word ? -1 : 1));
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
}
