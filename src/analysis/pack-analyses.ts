import {
  type Forms,
  MARK_BITS,
  MARK_MASK,
  packTraits,
  type PackedAnalysis,
  type PackedWords,
} from '../core/arrays/packed-analysis.js';
import { GrowingArray } from '../core/arrays/string-table.js';
import type { AnalyzedSentence, AnalyzedWord } from '../core/model/analyzer.js';

/** The analysis of one article. */
export interface Analysis {
  readonly headline: readonly AnalyzedWord[];
  /** One entry per passage. */
  readonly passages: readonly (readonly AnalyzedSentence[])[];
}

/** Analyses as flat arrays. */
export interface FrozenAnalyses {
  /** One per article. */
  readonly keys: readonly string[];
  readonly forms: Forms;
  /** Offset of each article in {@link stream}. */
  readonly starts: Uint32Array<ArrayBuffer>;
  /**
   * An article is its headline, its number of passages and its passages; a passage is its number of sentences and
   * its sentences; a sentence is its span, its traits and its words; a headline and the words of a sentence are their count,
   * then the words as in {@link PackedWords}.
   */
  readonly stream: Uint32Array<ArrayBuffer>;
}

/** Adds the analysis with a key; returns `undefined` for an unknown key. */
export type CopyAnalysis = (key: string) => PackedAnalysis | undefined;

export class AnalysisPacker {
  /** The forms of all words added so far. */
  readonly forms: Forms;
  readonly #normals: string[] = [];
  readonly #terms: string[] = [];
  /** The first form of each normal; {@link #nextOf} holds the next form of the same normal. */
  readonly #firstOf = new Map<string, number>();
  readonly #nextOf: (number | undefined)[] = [];
  /** For forms of other packers, the numbers of the same forms here; filled on demand. */
  readonly #translations = new WeakMap<Forms, number[]>();
  #keys: string[] = [];
  #starts = new GrowingArray();
  #stream = new GrowingArray();

  constructor() {
    this.forms = { normals: this.#normals, terms: this.#terms };
  }

  /** @param key - Must change whenever the analysis would. */
  add(key: string, { headline, passages }: Analysis): PackedAnalysis {
    const start = this.#begin(key);
    this.#addWords(headline);
    this.#stream.push(passages.length);
    for (const sentences of passages) {
      this.#stream.push(sentences.length);
      for (const { span, words, ...traits } of sentences) {
        this.#stream.push(span.start);
        this.#stream.push(span.end);
        this.#stream.push(packTraits(traits));
        this.#addWords(words);
      }
    }
    return this.#read(start);
  }

  /** Returns a function that adds frozen analyses by key, faster than analysing their texts. */
  openCopier({ keys, forms, starts, stream }: FrozenAnalyses): CopyAnalysis {
    const articles = new Map(keys.map((key, i) => [key, i]));
    const numbers = this.#translationsOf(forms);
    let at = 0;
    const copy = (): number => {
      const value = stream[at++] ?? 0;
      this.#stream.push(value);
      return value;
    };
    const copyWords = (): void => {
      for (let left = copy(); left > 0; left -= 1) {
        const word = stream[at++] ?? 0;
        const form = word >>> MARK_BITS;
        const number = (numbers[form] ??= this.#numberOf(forms.normals[form] ?? '', forms.terms[form] ?? ''));
        this.#stream.push(number * 2 ** MARK_BITS + (word & MARK_MASK));
      }
    };
    return (key) => {
      const article = articles.get(key);
      if (article === undefined) return undefined;
      const start = this.#begin(key);
      at = starts[article] ?? 0;
      copyWords();
      for (let passages = copy(); passages > 0; passages -= 1) {
        for (let sentences = copy(); sentences > 0; sentences -= 1) {
          copy();
          copy();
          copy();
          copyWords();
        }
      }
      return this.#read(start);
    };
  }

  freeze(): FrozenAnalyses {
    return {
      keys: this.#keys,
      forms: this.forms,
      starts: this.#starts.view(),
      stream: this.#stream.view(),
    };
  }

  /** Returns what was added since the last call and drops it, except its forms. */
  takeAdded(): FrozenAnalyses {
    const frozen = this.freeze();
    this.#keys = [];
    this.#starts = new GrowingArray();
    this.#stream = new GrowingArray();
    return frozen;
  }

  #translationsOf(forms: Forms): number[] {
    const numbers = this.#translations.get(forms) ?? [];
    this.#translations.set(forms, numbers);
    return numbers;
  }

  #begin(key: string): number {
    const start = this.#stream.length;
    this.#keys.push(key);
    this.#starts.push(start);
    return start;
  }

  #addWords(words: readonly AnalyzedWord[]): void {
    this.#stream.push(words.length);
    for (const { normal, term, marks } of words) {
      this.#stream.push(this.#numberOf(normal, term) * 2 ** MARK_BITS + marks);
    }
  }

  #numberOf(normal: string, term: string): number {
    let last: number | undefined;
    for (let form = this.#firstOf.get(normal); form !== undefined; form = this.#nextOf[form]) {
      if (this.#terms[form] === term) return form;
      last = form;
    }
    const form = this.#normals.push(normal) - 1;
    this.#terms.push(term);
    this.#nextOf.push(undefined);
    if (last === undefined) this.#firstOf.set(normal, form);
    else this.#nextOf[last] = form;
    return form;
  }

  #read(start: number): PackedAnalysis {
    const stream = this.#stream.view();
    let at = start;
    const next = (): number => stream[at++] ?? 0;
    const readWords = (): PackedWords => {
      const count = next();
      at += count;
      return stream.subarray(at - count, at);
    };
    return {
      headline: readWords(),
      passages: Array.from({ length: next() }, () =>
        Array.from({ length: next() }, () => ({
          span: { start: next(), end: next() },
          traits: next(),
          words: readWords(),
        })),
      ),
    };
  }
}
