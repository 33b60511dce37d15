import type { Article } from '../core/article.js';
import { cite, type ParagraphRange } from '../core/citation.js';
import { linkToSentence, MAX_LINK_CHARS } from '../core/link-to-sentence.js';
import type { Sentences } from '../core/sentences/sentences.js';
import { escapeText, maskLink, shorten, small, toLinkLabel } from './markdown.js';

/** Longest headline and outlet of a citation; longer ones end in an ellipsis. */
const MAX_HEADLINE_CHARS = 150;
const MAX_OUTLET_CHARS = 60;

/** A citation of an article as it stands in a message, in parts. */
export interface CitationParts {
  readonly outlet: string;
  readonly date: string;
  /** The headline, as a link where there is one. */
  readonly headline: string;
  readonly paragraphs: string;
  /** Why there is no link; `null` where there is one. */
  readonly noLink: string | null;
}

/** @param sentence - Where the link opens the page. */
export function renderCitationParts(
  say: Sentences,
  article: Article,
  range: ParagraphRange,
  sentence: string,
  maxHeadlineChars = MAX_HEADLINE_CHARS,
): CitationParts {
  const { outlet, date, headline, paragraphs, url } = cite(say, article, range);
  const link = toLink(url === null ? null : linkToSentence(url, sentence));
  return {
    outlet: escapeText(shorten(outlet, MAX_OUTLET_CHARS)),
    date,
    headline: linkHeadline(say, headline, link, maxHeadlineChars),
    paragraphs,
    noLink: link === null ? describeNoLink(say, url) : null,
  };
}

/** `Outlet · 16 Aug 2023 · ¶7 of 18`. */
export function renderBriefCitation(say: Sentences, article: Article, range: ParagraphRange): string {
  const { outlet, date, paragraphs } = cite(say, article, range);
  return [escapeText(shorten(outlet, MAX_OUTLET_CHARS)), date, paragraphs].join(' · ');
}

/** A headline as a link; beside it where Discord would not let the link carry it; alone without one. */
export function linkHeadline(
  say: Sentences,
  headline: string,
  link: string | null,
  maxChars = MAX_HEADLINE_CHARS,
): string {
  const short = shorten(headline, maxChars);
  if (link === null) return escapeText(short);
  const label = toLinkLabel(short);
  return label === '' ? `${escapeText(short)} · ${maskLink(say.open, link)}` : maskLink(label, link);
}

/** An address for a message; `null` for one that would take the room of quotes. */
export function toLink(url: string | null): string | null {
  return url !== null && maskLink('', url).length <= MAX_MASKED_CHARS ? url : null;
}

/** An address with the marks of a masked link around it. */
const MAX_MASKED_CHARS = MAX_LINK_CHARS + '[](<>)'.length;

/** Why there is no link. */
export function describeNoLink(say: Sentences, url: string | null): string {
  return url === null ? say.noLink : say.linkTooLong;
}

export function renderCaution(say: Sentences, { caution }: Article): string {
  return caution === null ? '' : `\n${small(`${CAUTION_MARK} ${escapeText(say.caution(caution))}`)}`;
}

export const CAUTION_MARK = '⚠️';
