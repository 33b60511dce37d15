import type { Article, Passage } from '../article.js';
import type { Corpus } from '../corpus.js';
import { readTokens, type Token } from './read-tokens.js';
import type { Slice } from './sources-found.js';

/** A token of an article; its offsets are those of its passage. */
export interface PlacedToken extends Token {
  /** Number of the passage, from 0. */
  readonly passage: number;
}

/** An article taken apart, without the headings between its passages. */
export interface TokenizedArticle {
  readonly article: Article;
  readonly passages: readonly Passage[];
  readonly tokens: readonly PlacedToken[];
}

/** @returns `null` for an article that the corpus does not hold. */
export type ReadTokenized = (articleId: string) => TokenizedArticle | null;

/** Takes each article apart once; what is read is kept as long as the function. */
export function createArticleReader(corpus: Corpus): ReadTokenized {
  const known = new Map<string, TokenizedArticle | null>();
  return (articleId) => {
    let read = known.get(articleId);
    if (read === undefined) known.set(articleId, (read = readArticle(corpus, articleId)));
    return read;
  };
}

function readArticle(corpus: Corpus, articleId: string): TokenizedArticle | null {
  const article = corpus.article(articleId);
  if (!article) return null;
  const passages = corpus.passages(articleId, 1, Infinity);
  const tokens = passages.flatMap(({ text }, passage) =>
    readTokens(text).map((token): PlacedToken => ({ ...token, passage })),
  );
  return { article, passages, tokens };
}

/** The text from one token to another, a slice a passage. @param end - Behind the last token. */
export function sliceTokens({ passages, tokens }: TokenizedArticle, start: number, end: number): Slice[] {
  const slices: { passage: Passage; span: { start: number; end: number } }[] = [];
  for (const token of tokens.slice(start, end)) {
    const passage = passages[token.passage];
    const last = slices.at(-1);
    if (last && last.passage === passage) last.span.end = token.end;
    else if (passage) slices.push({ passage, span: { start: token.start, end: token.end } });
  }
  return slices;
}
