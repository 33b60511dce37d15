import {
  type Forms,
  MARK_BITS,
  MARK_MASK,
  type PackedAnalysis,
  type PackedWords,
} from '../core/arrays/packed-analysis.js';
import { GrowingArray } from '../core/arrays/string-table.js';
import type { AnalyzedSentence, AnalyzedWord } from '../core/model/analyzer.js';

/** What analysis found in one article. */
export interface Analysis {
  readonly headline: readonly AnalyzedWord[];
  /** One entry a passage. */
  readonly passages: readonly (readonly AnalyzedSentence[])[];
}

/** Analyses as flat arrays. */
export interface FrozenAnalyses {
  /** One an article. */
  readonly keys: readonly string[];
  readonly forms: Forms;
  /** Article to {@link stream}. */
  readonly starts: Uint32Array<ArrayBuffer>;
  /**
   * Of each article its headline, the number of its passages and these; a passage is the number of its
   * sentences and these; a sentence is its span and words; words are their number and they themselves, see
   * {@link PackedWords}.
   */
  readonly stream: Uint32Array<ArrayBuffer>;
}

/** Adds the analysis of a key; `undefined` for a key of none. */
export type CopyAnalysis = (key: string) => PackedAnalysis | undefined;

/** Keeps analyses as flat arrays. */
export class AnalysisPacker {
  /** The words of all that was added so far. */
  readonly forms: Forms;
  readonly #normals: string[] = [];
  readonly #terms: string[] = [];
  /** The first form of each normal, and after each form the next of the same one. */
  readonly #firstOf = new Map<string, number>();
  readonly #nextOf: (number | undefined)[] = [];
  /** What the forms of others are here, by their forms. */
  readonly #translations = new WeakMap<Forms, number[]>();
  #keys: string[] = [];
  #starts = new GrowingArray();
  #stream = new GrowingArray();

  constructor() {
    this.forms = { normals: this.#normals, terms: this.#terms };
  }

  /** @param key - Changes whenever the analysis would. */
  add(key: string, { headline, passages }: Analysis): PackedAnalysis {
    const start = this.#begin(key);
    this.#addWords(headline);
    this.#stream.push(passages.length);
    for (const sentences of passages) {
      this.#stream.push(sentences.length);
      for (const { span, words } of sentences) {
        this.#stream.push(span.start);
        this.#stream.push(span.end);
        this.#addWords(words);
      }
    }
    return this.#read(start);
  }

  /** Gives what adds analyses of others by their keys, faster than analysing their texts. */
  openCopier({ keys, forms, starts, stream }: FrozenAnalyses): CopyAnalysis {
    const articles = new Map(keys.map((key, i) => [key, i]));
    const numbers = this.#translate(forms);
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

  /** Gives what was added since the last time, and keeps only its forms. */
  take(): FrozenAnalyses {
    const taken = this.freeze();
    this.#keys = [];
    this.#starts = new GrowingArray();
    this.#stream = new GrowingArray();
    return taken;
  }

  /** Filled as they are met. */
  #translate(forms: Forms): number[] {
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
          words: readWords(),
        })),
      ),
    };
  }
}
