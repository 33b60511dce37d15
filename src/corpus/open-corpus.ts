import type { Article, Passage, Span } from '../core/article.js';
import type { Corpus, Sentence } from '../core/corpus.js';
import { Fault } from '../core/errors.js';
import { formatHandle, parseHandle } from '../core/handle.js';
import { countStrings, findString, readString } from '../core/string-table.js';
import { readArticle } from './article-table.js';
import { findHolding } from './find-holding.js';
import type { FrozenCorpus } from './frozen-corpus.js';
import { remember } from './remember.js';

const decoder = new TextDecoder();
const NUMBERS_HELD = 10_000;
const ARTICLES_HELD = 1_000;

/** Reads a frozen corpus; only the articles that are asked for are decoded. */
export function openCorpus(frozen: FrozenCorpus): Corpus {
  const { articles, passageStarts } = frozen;
  const withdrawn = new Map(frozen.withdrawn.map((each) => [each.article.id, each]));
  /** An article's number, or -1. A question asks for the same articles hundreds of times. */
  const numberOf = remember(NUMBERS_HELD, (articleId: string) => findString(articles.ids, articleId));
  const articleAt = remember(ARTICLES_HELD, (number: number) => readArticle(articles, number));

  // A page asks for many passages of one article, and each is held against the whole text.
  let latest = { articleId: '', text: '' };
  const text = (articleId: string): string => {
    if (latest.articleId !== articleId) {
      const number = numberOf(articleId);
      if (number < 0) return '';
      latest = { articleId, text: readString(frozen.texts, number) };
    }
    return latest.text;
  };

  const passages = (articleId: string, from: number, to: number): Passage[] => {
    const number = numberOf(articleId);
    const article = articleAt(number);
    if (!article) return [];
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
    const number = parts ? numberOf(parts.articleId) : -1;
    if (!parts || number < 0) return -1;
    const { start, end } = range(passageStarts, number);
    return parts.paragraph <= end - start ? start + parts.paragraph - 1 : -1;
  };

  return {
    summary: frozen.summary,
    outlets: frozen.outlets,
    examples: frozen.examples,
    columns: articles.columns,
    titleWords: articles.titleWords,
    *articleIds() {
      for (let i = 0; i < countStrings(articles.ids); i += 1) yield readString(articles.ids, i);
    },
    *fingerprints() {
      for (const [i, fingerprint] of articles.fingerprints.entries()) {
        yield [readString(articles.ids, i), fingerprint];
      }
    },
    articleAt: (number) => readArticle(articles, number),
    withdrawnArticles: frozen.withdrawn,
    withdrawn: (id) => withdrawn.get(id),
    article: (id) => articleAt(numberOf(id)),
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
      const { start, end } = range(frozen.headlineTermStarts, numberOf(articleId));
      return frozen.headlineTerms.subarray(start, end);
    },
    fingerprint: (articleId) => articles.fingerprints[numberOf(articleId)],
  };
}

function range(starts: Uint32Array, i: number): Span {
  return { start: starts[i] ?? 0, end: starts[i + 1] ?? 0 };
}

function pair(flat: Uint32Array, i: number): Span {
  return { start: flat[i * 2] ?? 0, end: flat[i * 2 + 1] ?? 0 };
}

function decode({ texts }: FrozenCorpus, { start, end }: Span): string {
  return decoder.decode(texts.bytes.subarray(start, end));
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
