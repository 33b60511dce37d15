import { hash32 } from '../../core/arrays/hash.js';
import {
  type Forms,
  MARK_BITS,
  MARK_MASK,
  type PackedAnalysis,
  type PackedSentence,
} from '../../core/arrays/packed-analysis.js';
import { freezeList, GrowingArray } from '../../core/arrays/string-table.js';
import type { Article, ArticleText, Span, WithdrawnArticle } from '../../core/model/article.js';
import type { CorpusSummary, Glossary, OutletCount } from '../../core/model/corpus.js';
import { MAX_QUESTION_CHARS } from '../../core/model/limits.js';
import { firstDay, lastDay, type PartialDate } from '../../core/model/partial-date.js';
import { freezeTable } from './article-table.js';
import type { FrozenCorpus } from './open-corpus.js';
import { corpusRevision } from './revision.js';

export interface AnalyzedArticle {
  readonly article: ArticleText;
  /** From `articleFingerprint`. */
  readonly fingerprint: string;
  readonly analysis: PackedAnalysis;
}

/** Collects articles one by one and holds of each only what the frozen corpus needs. */
export class CorpusBuilder {
  readonly #articles: ArticleText[] = [];
  readonly #fingerprints: string[] = [];
  readonly #passageStarts = startAt(0);
  readonly #passageSpans = new GrowingArray();
  readonly #sentenceStarts = startAt(0);
  readonly #sentenceSpans = new GrowingArray();
  readonly #sentenceTraits = new GrowingArray();
  readonly #sentenceTermStarts = startAt(0);
  readonly #sentenceTerms = new GrowingArray();
  readonly #sentenceTermMarks = new GrowingArray();
  readonly #headlineTermStarts = startAt(0);
  readonly #headlineTerms = new GrowingArray();
  readonly #headlineTermMarks = new GrowingArray();
  /** Hashes of terms, by form. */
  readonly #hashes: number[] = [];
  readonly #forms: Forms;

  /** @param forms - The forms that the added analyses refer to. */
  constructor(forms: Forms) {
    this.#forms = forms;
  }

  /** @param analyzed - The next article in code-unit order of ids. */
  add({ article, fingerprint, analysis: { headline, passages } }: AnalyzedArticle): void {
    this.#articles.push(article);
    this.#fingerprints.push(fingerprint);
    for (const word of headline) {
      this.#headlineTerms.push(this.#hash(word));
      this.#headlineTermMarks.push(word & MARK_MASK);
    }
    this.#headlineTermStarts.push(this.#headlineTerms.length);
    for (const span of article.passages) pushSpan(this.#passageSpans, span);
    for (const sentences of passages) this.#addPassage(sentences);
    this.#passageStarts.push(this.#passageSpans.length / 2);
  }

  /**
   * @param glossary - Affects only the revision.
   * @param withdrawn - In code-unit order of ids.
   */
  freeze(glossary: Glossary, withdrawn: readonly WithdrawnArticle[]): FrozenCorpus {
    const articles = this.#articles.map(({ article }) => article);
    const outlets = countOutlets(articles);
    const texts = freezeList(this.#articles.map(({ text }) => text));
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
        this.#articles.flatMap((article, i) => measureBytes(article, texts.starts[i] ?? 0)),
      ),
      passageStarts: this.#passageStarts.view(),
      passageSpans: this.#passageSpans.view(),
      sentenceStarts: this.#sentenceStarts.view(),
      sentenceSpans: this.#sentenceSpans.view(),
      sentenceTraits: new Uint8Array(this.#sentenceTraits.view()),
      sentenceTermStarts: this.#sentenceTermStarts.view(),
      sentenceTerms: this.#sentenceTerms.view(),
      sentenceTermMarks: new Uint8Array(this.#sentenceTermMarks.view()),
      headlineTermStarts: this.#headlineTermStarts.view(),
      headlineTerms: this.#headlineTerms.view(),
      headlineTermMarks: new Uint8Array(this.#headlineTermMarks.view()),
    };
  }

  #addPassage(sentences: readonly PackedSentence[]): void {
    for (const { span, traits, words } of sentences) {
      pushSpan(this.#sentenceSpans, span);
      this.#sentenceTraits.push(traits);
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

/** Returns the start and the end of each passage in bytes, counted from `offset`. */
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

/** Returns the earliest and the latest date of publication; `null` if no article is dated. */
function spanDates(articles: readonly Article[]): Pick<CorpusSummary, 'from' | 'to'> {
  let from: PartialDate | null = null;
  let to: PartialDate | null = null;
  for (const { published } of articles) {
    if (published === null) continue;
    if (from === null || firstDay(published) < firstDay(from)) from = published;
    if (to === null || lastDay(published) > lastDay(to)) to = published;
  }
  return { from, to };
}

/** Sorts by articles, most first, then by name. */
function countOutlets(articles: readonly Article[]): OutletCount[] {
  const counts = new Map<string | null, number>();
  for (const { outlet } of articles) counts.set(outlet, (counts.get(outlet) ?? 0) + 1);
  return [...counts]
    .map(([outlet, count]) => ({ outlet, articles: count }))
    .sort((a, b) => b.articles - a.articles || ((a.outlet ?? '') < (b.outlet ?? '') ? -1 : 1));
}

const MAX_EXAMPLES = 3;

/** Picks up to three headlines as example questions: the newest articles first, undated ones last. */
function pickExamples(articles: readonly Article[]): string[] {
  const day = ({ published }: Article): string => (published === null ? '' : lastDay(published));
  return articles
    .filter(({ hasHeadline, title }) => hasHeadline && title.length <= MAX_QUESTION_CHARS)
    .sort((a, b) => (day(a) === day(b) ? 0 : day(a) < day(b) ? 1 : -1))
    .slice(0, MAX_EXAMPLES)
    .map(({ title }) => title);
}
