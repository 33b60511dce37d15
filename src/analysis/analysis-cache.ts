import type { AnalyzedSentence, AnalyzedWord } from '../core/analysis.js';
import { GrowingArray } from '../core/growing-array.js';
import { freezeStrings, readString, type StringTable } from '../core/string-table.js';

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
  /** Distinct words with their terms, a line end in between. */
  readonly forms: StringTable;
  /** Article to {@link stream}. */
  readonly starts: Uint32Array;
  /**
   * Of each article its headline, the number of its passages and these; a passage is the number of its
   * sentences and these; a sentence is its span and words; words are their number and, for each, its form
   * shifted by {@link MARK_BITS} with its marks.
   */
  readonly stream: Uint32Array;
}

const MARK_BITS = 4;
const MARK_MASK = 2 ** MARK_BITS - 1;

/** Keeps analyses for the next build. */
export class AnalysisRecorder {
  readonly #keys: string[] = [];
  readonly #forms = new Map<string, Map<string, number>>();
  readonly #list: string[] = [];
  readonly #starts = new GrowingArray();
  readonly #stream = new GrowingArray();

  /** @param key - Changes whenever the analysis would. */
  add(key: string, { headline, passages }: Analysis): void {
    this.#keys.push(key);
    this.#starts.push(this.#stream.length);
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
  }

  freeze(): FrozenAnalyses {
    return {
      keys: this.#keys,
      forms: freezeStrings(this.#list),
      starts: this.#starts.freeze(),
      stream: this.#stream.freeze(),
    };
  }

  #addWords(words: readonly AnalyzedWord[]): void {
    this.#stream.push(words.length);
    for (const { normal, term, marks } of words) {
      this.#stream.push(this.#numberOf(normal, term) * 2 ** MARK_BITS + marks);
    }
  }

  #numberOf(normal: string, term: string): number {
    let terms = this.#forms.get(normal);
    if (!terms) this.#forms.set(normal, (terms = new Map<string, number>()));
    let number = terms.get(term);
    if (number === undefined) {
      number = this.#list.push(`${normal}\n${term}`) - 1;
      terms.set(term, number);
    }
    return number;
  }
}

/** Finds an analysis of an earlier build; `undefined` for an article that was not in it. */
export type FindAnalysis = (key: string) => Analysis | undefined;

export function openAnalyses({ keys, forms, starts, stream }: FrozenAnalyses): FindAnalysis {
  const numbers = new Map(keys.map((key, i) => [key, i]));
  const words = Array.from({ length: forms.starts.length - 1 }, (_, i) => {
    const [normal = '', term = ''] = readString(forms, i).split('\n');
    return { normal, term };
  });

  return (key) => {
    const number = numbers.get(key);
    if (number === undefined) return undefined;
    let at = starts[number] ?? 0;
    const next = (): number => stream[at++] ?? 0;
    const readWords = (): AnalyzedWord[] =>
      Array.from({ length: next() }, () => {
        const word = next();
        const { normal = '', term = '' } = words[word >>> MARK_BITS] ?? {};
        return { normal, term, marks: word & MARK_MASK };
      });
    const headline = readWords();
    const passages = Array.from({ length: next() }, () =>
      Array.from({ length: next() }, (): AnalyzedSentence => {
        return { span: { start: next(), end: next() }, words: readWords() };
      }),
    );
    return { headline, passages };
  };
}
