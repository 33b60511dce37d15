import type { AnalyzedSentence, AnalyzedWord } from '../core/analysis.js';
import { GrowingArray } from '../core/growing-array.js';

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
  readonly forms: readonly string[];
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

/** Keeps analyses as flat arrays. */
export class AnalysisRecorder {
  readonly #keys: string[] = [];
  readonly #forms = new Map<string, number>();
  readonly #starts = new GrowingArray();
  readonly #stream = new GrowingArray();

  /** @param key - Changes whenever the analysis would. */
  add(key: string, { headline, passages }: Analysis): void {
    this.#begin(key);
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

  /** Gives what adds analyses of others by their keys, faster than opening them; a key of none adds nothing. */
  openCopier({ keys, forms, starts, stream }: FrozenAnalyses): (key: string) => void {
    const articles = new Map(keys.map((key, i) => [key, i]));
    const numbers: number[] = [];
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
        const number = (numbers[form] ??= this.#numberOf(forms[form] ?? ''));
        this.#stream.push(number * 2 ** MARK_BITS + (word & MARK_MASK));
      }
    };
    return (key) => {
      const article = articles.get(key);
      if (article === undefined) return;
      this.#begin(key);
      at = starts[article] ?? 0;
      copyWords();
      for (let passages = copy(); passages > 0; passages -= 1) {
        for (let sentences = copy(); sentences > 0; sentences -= 1) {
          copy();
          copy();
          copyWords();
        }
      }
    };
  }

  freeze(): FrozenAnalyses {
    return {
      keys: this.#keys,
      forms: [...this.#forms.keys()],
      starts: this.#starts.view(),
      stream: this.#stream.view(),
    };
  }

  #begin(key: string): void {
    this.#keys.push(key);
    this.#starts.push(this.#stream.length);
  }

  #addWords(words: readonly AnalyzedWord[]): void {
    this.#stream.push(words.length);
    for (const { normal, term, marks } of words) {
      this.#stream.push(this.#numberOf(`${normal}\n${term}`) * 2 ** MARK_BITS + marks);
    }
  }

  #numberOf(form: string): number {
    let number = this.#forms.get(form);
    if (number === undefined) this.#forms.set(form, (number = this.#forms.size));
    return number;
  }
}

/** Finds an analysis; `undefined` for an article that there is none of. */
export type FindAnalysis = (key: string) => Analysis | undefined;

/** A word as analysis left it, and what the index holds for it. */
type Form = Omit<AnalyzedWord, 'marks'>;

/** Those of several {@link FrozenAnalyses}, so that equal words are one string: looking it up is faster. */
export type Forms = Map<string, Form>;

/** @param known - Shared by analyses that are open at once. */
export function openAnalyses(
  { keys, forms, starts, stream }: FrozenAnalyses,
  known: Forms = new Map(),
): FindAnalysis {
  const numbers = new Map(keys.map((key, i) => [key, i]));
  const own = forms.map((form) => openForm(form, known));
  const words: AnalyzedWord[] = [];

  return (key) => {
    const number = numbers.get(key);
    if (number === undefined) return undefined;
    let at = starts[number] ?? 0;
    const next = (): number => stream[at++] ?? 0;
    const readWord = (): AnalyzedWord => {
      const word = next();
      const { normal = '', term = '' } = own[word >>> MARK_BITS] ?? {};
      return (words[word] ??= { normal, term, marks: word & MARK_MASK });
    };
    const readWords = (): AnalyzedWord[] => Array.from({ length: next() }, readWord);
    const headline = readWords();
    const passages = Array.from({ length: next() }, () =>
      Array.from({ length: next() }, (): AnalyzedSentence => {
        return { span: { start: next(), end: next() }, words: readWords() };
      }),
    );
    return { headline, passages };
  };
}

function openForm(form: string, known: Forms): Form {
  let opened = known.get(form);
  if (!opened) {
    const [normal = '', term = ''] = form.split('\n');
    known.set(form, (opened = { normal, term }));
  }
  return opened;
}
