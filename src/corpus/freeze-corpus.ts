import type { ArticleText, Span, WithdrawnArticle } from '../core/article.js';
import type { Glossary } from '../core/glossary.js';
import { GrowingArray } from '../core/growing-array.js';
import { hash32 } from '../core/hash.js';
import { pickExamples } from '../core/pick-examples.js';
import {
  MARK_BITS,
  MARK_MASK,
  type Forms,
  type RecordedAnalysis,
  type RecordedSentence,
} from '../core/recorded-analysis.js';
import { freezeList } from '../core/string-table.js';
import { freezeTable } from './article-table.js';
import { corpusRevision } from './corpus-revision.js';
import type { FrozenCorpus } from './frozen-corpus.js';
import { countOutlets, spanDates } from './summarize-articles.js';

/** An article with what analysis found in it. */
export interface AnalyzedArticle {
  readonly source: ArticleText;
  /** From `articleFingerprint`. */
  readonly fingerprint: string;
  readonly analysis: RecordedAnalysis;
}

/** Takes articles one after the other and keeps of each only what is frozen. */
export class CorpusFreezer {
  readonly #sources: ArticleText[] = [];
  readonly #fingerprints: string[] = [];
  readonly #passageStarts = startAt(0);
  readonly #passageSpans = new GrowingArray();
  readonly #sentenceStarts = startAt(0);
  readonly #sentenceSpans = new GrowingArray();
  readonly #sentenceTermStarts = startAt(0);
  readonly #sentenceTerms = new GrowingArray();
  readonly #sentenceTermMarks = new GrowingArray();
  readonly #headlineTermStarts = startAt(0);
  readonly #headlineTerms = new GrowingArray();
  /** Of terms, by form. */
  readonly #hashes: number[] = [];
  readonly #forms: Forms;

  /** @param forms - Those of the analyses that are added. */
  constructor(forms: Forms) {
    this.#forms = forms;
  }

  /** @param analyzed - The next article by id, in code-unit order. */
  add({ source, fingerprint, analysis: { headline, passages } }: AnalyzedArticle): void {
    this.#sources.push(source);
    this.#fingerprints.push(fingerprint);
    for (const word of headline) this.#headlineTerms.push(this.#hash(word));
    this.#headlineTermStarts.push(this.#headlineTerms.length);
    for (const span of source.passages) pushSpan(this.#passageSpans, span);
    for (const sentences of passages) this.#addPassage(sentences);
    this.#passageStarts.push(this.#passageSpans.length / 2);
  }

  /** @param glossary - Counts for the revision only. @param withdrawn - By id, in code-unit order. */
  freeze(glossary: Glossary, withdrawn: readonly WithdrawnArticle[]): FrozenCorpus {
    const articles = this.#sources.map(({ article }) => article);
    const outlets = countOutlets(articles);
    const texts = freezeList(this.#sources.map(({ text }) => text));
    const fingerprints = [...this.#fingerprints, ...withdrawn.map(({ fingerprint }) => fingerprint)];
    return {
      summary: {
        revision: corpusRevision(fingerprints, glossary),
        articles: articles.length,
        passages: this.#passageSpans.length / 2,
        ...spanDates(articles),
      },
      outlets,
      examples: pickExamples(articles),
      articles: freezeTable(
        articles,
        this.#fingerprints,
        outlets.map(({ outlet }) => outlet),
      ),
      withdrawn,
      texts,
      passageBytes: Uint32Array.from(
        this.#sources.flatMap((source, i) => measureBytes(source, texts.starts[i] ?? 0)),
      ),
      passageStarts: this.#passageStarts.view(),
      passageSpans: this.#passageSpans.view(),
      sentenceStarts: this.#sentenceStarts.view(),
      sentenceSpans: this.#sentenceSpans.view(),
      sentenceTermStarts: this.#sentenceTermStarts.view(),
      sentenceTerms: this.#sentenceTerms.view(),
      sentenceTermMarks: new Uint8Array(this.#sentenceTermMarks.view()),
      headlineTermStarts: this.#headlineTermStarts.view(),
      headlineTerms: this.#headlineTerms.view(),
    };
  }

  #addPassage(sentences: readonly RecordedSentence[]): void {
    for (const { span, words } of sentences) {
      pushSpan(this.#sentenceSpans, span);
      for (const word of words) {
        this.#sentenceTerms.push(this.#hash(word));
        this.#sentenceTermMarks.push(word & MARK_MASK);
      }
      this.#sentenceTermStarts.push(this.#sentenceTerms.length);
    }
    this.#sentenceStarts.push(this.#sentenceSpans.length / 2);
  }

  #hash(word: number): number {
    const form = word >>> MARK_BITS;
    return (this.#hashes[form] ??= hash32(this.#forms.terms[form] ?? ''));
  }
}

function startAt(first: number): GrowingArray {
  const starts = new GrowingArray();
  starts.push(first);
  return starts;
}

function pushSpan(spans: GrowingArray, { start, end }: Span): void {
  spans.push(start);
  spans.push(end);
}

/** Start and end of each passage in bytes, counted from `offset`. */
function measureBytes({ text, passages }: ArticleText, offset: number): number[] {
  let unit = 0;
  let byte = offset;
  return passages.flatMap(({ start, end }) =>
    [start, end].map((next) => {
      byte += Buffer.byteLength(text.slice(unit, next));
      unit = next;
      return byte;
    }),
  );
}
