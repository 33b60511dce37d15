import type { Article, ParagraphRange } from '../model/article.js';
import type { Sentences } from './sentences.js';

/** The parts of a citation as they are read, in their order; what the article does not say is said so. */
export interface Citation {
  readonly outlet: string;
  readonly date: string;
  readonly headline: string;
  /** `¶7 of 18` or `¶6–8 of 18`. */
  readonly paragraphs: string;
  /** `null` when the article gives no address. */
  readonly url: string | null;
}

export function cite(say: Sentences, article: Article, range: ParagraphRange): Citation {
  return {
    outlet: article.outlet ?? say.outletUnknown,
    date: article.published === null ? say.dateUnknown : say.date(article.published),
    headline: article.hasHeadline ? article.title : say.noHeadline(article.title),
    paragraphs: say.paragraphs(range),
    url: article.url,
  };
}

/** Longest address with a fragment; Discord takes as much for a link button. */
export const MAX_LINK_CHARS = 512;

/** Sentences of up to this many words are given whole, longer ones by their ends. */
const MAX_WHOLE_WORDS = 8;
const END_WORDS = 4;
/** Fewer words at an end would match too many places of the page. */
const MIN_END_WORDS = 3;

/**
 * The address of a page, made to open at a sentence.
 *
 * A text fragment names the first and the last words (https://wicg.github.io/scroll-to-text-fragment/).
 * Each end prefers a run of words that need no `%`, as far in as the middle of the sentence.
 *
 * @returns `url` as it is where the result would be longer than {@link MAX_LINK_CHARS}.
 */
export function linkToSentence(url: string, sentence: string): string {
  const words = sentence.split(/\s+/u).filter((word) => word !== '');
  if (words.length === 0) return url;
  const link = `${url}${url.includes('#') ? '' : '#'}:~:text=${writeDirective(words)}`;
  return link.length > MAX_LINK_CHARS ? url : link;
}

function writeDirective(words: readonly string[]): string {
  if (words.length <= MAX_WHOLE_WORDS) return encode(words);
  const middle = Math.floor(words.length / 2);
  const start = findPlainRun(words.slice(0, middle)) ?? words.slice(0, END_WORDS);
  const end = findPlainRun(words.slice(middle).reverse()) ?? words.slice(-END_WORDS).reverse();
  return `${encode(start)},${encode([...end].reverse())}`;
}

/** The first run of plain words that is long enough, cut to {@link END_WORDS}. */
function findPlainRun(words: readonly string[]): string[] | undefined {
  for (let from = 0; from + MIN_END_WORDS <= words.length; from += 1) {
    const run = words.slice(from, from + END_WORDS);
    const plain = run.findIndex((word) => !/^[A-Za-z0-9.]+$/u.test(word));
    const length = plain < 0 ? run.length : plain;
    if (length >= MIN_END_WORDS) return run.slice(0, length);
  }
  return undefined;
}

/** `-`, `,` and `&` have a meaning in a text directive; the others could end a link. */
function encode(words: readonly string[]): string {
  return encodeURIComponent(words.join(' ').toWellFormed()).replace(
    /[-!'()*~]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
