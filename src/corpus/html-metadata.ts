import type { PartialDate } from '../core/partial-date.js';
import { parsePartialDate } from '../core/partial-date.js';
import { cleanLine } from './clean-text.js';
import type { DomDocument, DomElement } from './dom.js';
import { findDate } from './find-date.js';
import { readJsonLd } from './json-ld.js';
import { parseLanguage, parseWebAddress } from './parse-facts.js';
import { MAX_AUTHOR_CHARS, MAX_OUTLET_CHARS } from './reading.js';
import type { ArticleFacts } from './reading.js';
import { endsInFullStop } from './sentence-end.js';

const MAX_TAGS = 20;
/** A page with more of them is a list. */
const MAX_TIMES = 20;

const TITLES = ['og:title', 'twitter:title', 'dc.title', 'title', 'headline'];
const OUTLETS = ['og:site_name', 'application-name', 'dc.publisher'];
const AUTHORS = ['author', 'article:author', 'parsely-author', 'dc.creator', 'sailthru.author', 'byl'];
const DATES = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'publishdate',
  'publish-date',
  'pubdate',
  'dc.date.issued',
  'dc.date',
  'sailthru.date',
  'date',
];
/** What programs print where no date was set; others begin with the year 1. */
const UNSET_CLOCK = '1970-01-01';
const PUBLISHED_TIMES =
  'time[itemprop="datePublished"], time[pubdate], time.published, time.entry-date, article header time';
/** Here a time is of something else: of a comment, of a link, of what the text tells. */
const BESIDE = 'li, aside, footer, nav, blockquote, table';
const SITE_SEPARATORS = /\s+(?:[|–—-]|::|»|›|·|•)\s+/u;

/** What a page says of its article in JSON-LD, in its meta elements and in its markup. */
export function readHtmlMetadata(document: DomDocument): ArticleFacts {
  const metas = readMetas(document);
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const url = firstOf([canonical, metas.get('og:url')], parseWebAddress);
  const titles = [
    ...TITLES.map((name) => metas.get(name) ?? ''),
    document.querySelector('title')?.textContent ?? '',
  ];
  const linked = readJsonLd(document, { url, titles });
  const outlet = firstLine([linked?.outlet, ...OUTLETS.map((name) => metas.get(name))], MAX_OUTLET_CHARS);
  return {
    title: findTitle(document, [linked?.headline, ...TITLES.map((name) => metas.get(name))], outlet),
    outlet,
    author: findAuthor(document, [linked?.author, ...AUTHORS.map((name) => metas.get(name))]),
    published: findPublished(document, [linked?.published, ...DATES.map((name) => metas.get(name))]),
    url: url ?? parseWebAddress(linked?.url ?? ''),
    language: findLanguage(document, [
      linked?.language,
      metas.get('og:locale'),
      metas.get('content-language'),
    ]),
    tags: findTags(document),
    caution: null,
  };
}

type Candidates = readonly (string | null | undefined)[];

/** By name in lower case; of equal names the first that says something. */
function readMetas(document: DomDocument): Map<string, string> {
  const metas = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta')) {
    const content = meta.getAttribute('content') ?? '';
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = meta.getAttribute(attribute)?.trim().toLowerCase();
      if (name && content.trim() !== '' && !metas.has(name)) metas.set(name, content);
    }
  }
  return metas;
}

function firstLine(candidates: Candidates, maxChars: number): string | null {
  const lines = candidates.map((text) => cleanLine(text ?? ''));
  return lines.find((line) => line !== '' && line.length <= maxChars) ?? null;
}

function findTitle(document: DomDocument, candidates: Candidates, outlet: string | null): string | null {
  const printed = cleanLine(document.querySelector('title')?.textContent ?? '');
  const headings = [...document.querySelectorAll('h1')].map((h1) => cleanLine(h1.textContent ?? ''));
  // A site's own name is often an h1 too.
  const heading = headings.find((text) => text !== '' && (printed === '' || printed.startsWith(text)));
  const title = firstLine([...candidates, heading, printed, ...headings], Infinity);
  return title === null || outlet === null ? title : dropSite(title, outlet);
}

/** Takes the outlet's name off the end of a title, and off its start. */
function dropSite(title: string, outlet: string): string {
  const parts = title.split(SITE_SEPARATORS);
  const site = plainName(outlet);
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length < 2) return title;
  if (plainName(last) === site) return title.slice(0, title.lastIndexOf(last)).replace(/\s+\S+\s+$/u, '');
  return plainName(first) === site ? title.slice(first.length).replace(/^\s+\S+\s+/u, '') : title;
}

function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the\s+/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function findAuthor(document: DomDocument, candidates: Candidates): string | null {
  const marked = document.querySelector('[itemprop="author"], [rel~="author"]')?.textContent;
  const names = [...candidates, marked].filter((name) => !/^\s*(?:https?:|@|www\.)/iu.test(name ?? ''));
  return firstLine(names, MAX_AUTHOR_CHARS)?.replace(/^by:?\s+/iu, '') ?? null;
}

function findPublished(document: DomDocument, candidates: Candidates): PartialDate | null {
  const days = new Set(
    [...document.querySelectorAll('time')].slice(0, MAX_TIMES).filter(isApart).map(readTime),
  );
  const marked = [...document.querySelectorAll(PUBLISHED_TIMES)].map(readTime);
  // Of several times without a mark any may be that of another article.
  return firstOf([...candidates, ...marked, ...(days.size === 1 ? days : [])], readDate);
}

function isApart(time: DomElement): boolean {
  const line = cleanLine(time.closest('p')?.textContent ?? '');
  return time.closest(BESIDE) === null && !endsInFullStop(line);
}

/** Its day where it has one, so that equal days are equal. */
function readTime(time: DomElement): string | null {
  const text = time.getAttribute('datetime') ?? time.textContent;
  return readDate(text ?? '') ?? text;
}

function readDate(text: string): PartialDate | null {
  const trimmed = text.trim();
  const date =
    parsePartialDate(trimmed) ?? parsePartialDate(trimmed.slice(0, 10)) ?? findDate(trimmed)?.date ?? null;
  return date === null || !/^(?:19|20)/u.test(date) || date === UNSET_CLOCK ? null : date;
}

function findLanguage(document: DomDocument, candidates: Candidates): string | null {
  return firstOf([document.documentElement.getAttribute('lang'), ...candidates], (text) =>
    parseLanguage(text.replaceAll('_', '-')),
  );
}

function firstOf<T>(candidates: Candidates, parse: (text: string) => T | null): T | null {
  for (const text of candidates) {
    const result = parse(text ?? '');
    if (result !== null) return result;
  }
  return null;
}

function findTags(document: DomDocument): string[] {
  const metas = [...document.querySelectorAll('meta[property="article:tag"]')];
  const tags = metas.flatMap((meta) => (meta.getAttribute('content') ?? '').split(',')).map(cleanLine);
  return [...new Set(tags.filter((tag) => tag !== ''))].slice(0, MAX_TAGS);
}
