/** Cites an article and links to a sentence on its page. */

import type { Article, ParagraphRange } from '../model/article.js';
import type { Sentences } from './sentences.js';

/** The parts of a citation in reading order; a part that the article does not state says so. */
export interface Citation {
  readonly outlet: string;
  readonly date: string;
  readonly headline: string;
  /** `¶7 of 18` or `¶6–8 of 18`. */
  readonly paragraphs: string;
  /** `null` if the article states no address. */
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

/** The longest address with a fragment, which is Discord's limit for the address of a link button. */
export const MAX_LINK_CHARS = 512;

/** Sentences of up to this many words are named whole, longer ones by their ends. */
const MAX_WHOLE_WORDS = 8;
const END_WORDS = 4;
/** Fewer words at an end would match too many places on the page. */
const MIN_END_WORDS = 3;

/**
 * Adds a fragment to the address of a page, so that it opens at a sentence.
 *
 * A text fragment names the first and the last words (https://wicg.github.io/scroll-to-text-fragment/).
 * Each end is preferably a run of words that need no `%`, searched for inwards to the middle of the sentence.
 *
 * @returns `url` unchanged if the sentence is empty or the result would be longer than {@link MAX_LINK_CHARS}.
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

/** Returns the first run of at least {@link MIN_END_WORDS} plain words, cut to {@link END_WORDS}. */
function findPlainRun(words: readonly string[]): string[] | undefined {
  for (let from = 0; from + MIN_END_WORDS <= words.length; from += 1) {
    const run = words.slice(from, from + END_WORDS);
    const firstOther = run.findIndex((word) => !/^[A-Za-z0-9.]+$/u.test(word));
    const length = firstOther < 0 ? run.length : firstOther;
    if (length >= MIN_END_WORDS) return run.slice(0, length);
  }
  return undefined;
}

/** Encodes `-`, `,` and `&`, which have a meaning in a text directive, and characters that could end a link. */
function encode(words: readonly string[]): string {
  return encodeURIComponent(words.join(' ').toWellFormed()).replace(
    /[-!'()*~]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
