import type { Article, Passage, Span } from '../core/article.js';
import type { Corpus, CorpusSummary, OutletCount, Sentence } from '../core/corpus.js';
import { Fault } from '../core/errors.js';
import { formatHandle, parseHandle } from '../core/handle.js';
import { firstDay, lastDay, type PartialDate } from '../core/partial-date.js';
import { findHolding } from './find-holding.js';
import type { FrozenCorpus } from './frozen-corpus.js';

const decoder = new TextDecoder();

/** Reads a frozen corpus; only the texts of articles that are asked for are decoded. */
export function openCorpus(frozen: FrozenCorpus): Corpus {
  const { articles, passageStarts } = frozen;
  const numbers = new Map(articles.map(({ id }, i) => [id, i]));

  // A page asks for many passages of one article, and each is held against the whole text.
  let latest = { articleId: '', text: '' };
  const text = (articleId: string): string => {
    const number = numbers.get(articleId);
    if (number === undefined) return '';
    if (latest.articleId !== articleId) {
      latest = { articleId, text: decode(frozen, range(frozen.textStarts, number)) };
    }
    return latest.text;
  };

  const passages = (articleId: string, from: number, to: number): Passage[] => {
    const number = numbers.get(articleId);
    const article = articles[number ?? -1];
    if (number === undefined || !article) return [];
    const { start, end } = range(passageStarts, number);
    const whole = text(articleId);
    const found: Passage[] = [];
    for (let n = Math.max(1, from); n <= Math.min(to, end - start); n += 1) {
      found.push(
        readPassage(frozen, { article, paragraph: n, paragraphs: end - start, at: start + n - 1, whole }),
      );
    }
    return found;
  };

  /** A passage's number among all, or -1. */
  const locate = (handle: string): number => {
    const parts = parseHandle(handle);
    const number = numbers.get(parts?.articleId ?? '');
    if (!parts || number === undefined) return -1;
    const { start, end } = range(passageStarts, number);
    return parts.paragraph <= end - start ? start + parts.paragraph - 1 : -1;
  };

  return {
    summary: summarize(frozen),
    articles,
    outlets: countOutlets(articles),
    article: (id) => articles[numbers.get(id) ?? -1],
    text,
    articlesHolding: (wanted, limit) => findHolding(frozen, wanted, limit),
    passages,
    passage: (handle) => {
      const parts = parseHandle(handle);
      return parts ? passages(parts.articleId, parts.paragraph, parts.paragraph)[0] : undefined;
    },
    sentences: (handle) => {
      const at = locate(handle);
      return at < 0 ? [] : readSentences(frozen, at);
    },
    headlineTermHashes: (articleId) => {
      const { start, end } = range(frozen.headlineTermStarts, numbers.get(articleId) ?? -1);
      return frozen.headlineTerms.subarray(start, end);
    },
    fingerprint: (articleId) => frozen.fingerprints[numbers.get(articleId) ?? -1],
  };
}

function range(starts: Uint32Array, i: number): Span {
  return { start: starts[i] ?? 0, end: starts[i + 1] ?? 0 };
}

function pair(flat: Uint32Array, i: number): Span {
  return { start: flat[i * 2] ?? 0, end: flat[i * 2 + 1] ?? 0 };
}

function decode({ bytes }: FrozenCorpus, { start, end }: Span): string {
  return decoder.decode(bytes.subarray(start, end));
}

interface PassagePlace {
  readonly article: Article;
  readonly paragraph: number;
  readonly paragraphs: number;
  /** The passage's number among all. */
  readonly at: number;
  /** The article's text. */
  readonly whole: string;
}

/** @throws {Fault} `QUOTE_MISMATCH` when the passage's bytes are not the slice of its article. */
function readPassage(frozen: FrozenCorpus, place: PassagePlace): Passage {
  const { article, paragraph, paragraphs, at, whole } = place;
  const handle = formatHandle(article.id, paragraph);
  const span = pair(frozen.passageSpans, at);
  const text = decode(frozen, pair(frozen.passageBytes, at));
  if (whole.slice(span.start, span.end) !== text) {
    throw new Fault('QUOTE_MISMATCH', `passage ${handle} is not a slice of its article`);
  }
  return { handle, article, paragraph, paragraphs, span, text };
}

function readSentences(frozen: FrozenCorpus, at: number): Sentence[] {
  const { start, end } = range(frozen.sentenceStarts, at);
  return Array.from({ length: end - start }, (_, i) => {
    const terms = range(frozen.sentenceTermStarts, start + i);
    return {
      span: pair(frozen.sentenceSpans, start + i),
      termHashes: frozen.sentenceTerms.subarray(terms.start, terms.end),
      termMarks: frozen.sentenceTermMarks.subarray(terms.start, terms.end),
    };
  });
}

function summarize({ revision, articles, passageStarts }: FrozenCorpus): CorpusSummary {
  let from: PartialDate | null = null;
  let to: PartialDate | null = null;
  for (const { published } of articles) {
    if (published === null) continue;
    if (from === null || firstDay(published) < firstDay(from)) from = published;
    if (to === null || lastDay(published) > lastDay(to)) to = published;
  }
  return {
    revision,
    articles: articles.length,
    passages: passageStarts.at(-1) ?? 0,
    from,
    to,
  };
}

function countOutlets(articles: readonly Article[]): OutletCount[] {
  const counts = new Map<string | null, number>();
  for (const { outlet } of articles) counts.set(outlet, (counts.get(outlet) ?? 0) + 1);
  return [...counts]
    .map(([outlet, count]) => ({ outlet, articles: count }))
    .sort((a, b) => b.articles - a.articles || ((a.outlet ?? '') < (b.outlet ?? '') ? -1 : 1));
}
