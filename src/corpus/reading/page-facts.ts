import { parsePartialDate, type PartialDate } from '../../core/model/partial-date.js';
import { decodeEntities, type DomDocument, type DomElement } from './html.js';
import { findDate } from './page-lines.js';
import {
  type ArticleFacts,
  MAX_AUTHOR_CHARS,
  MAX_OUTLET_CHARS,
  parseLanguage,
  parseWebAddress,
} from './reading.js';
import { cleanLine, endsInFullStop } from './text.js';

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

/** Reads the facts that a page states about its article in JSON-LD, meta elements and markup. */
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

/** Maps names in lower case to contents; of equal names, the first with a non-blank content counts. */
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
  const pageTitle = cleanLine(document.querySelector('title')?.textContent ?? '');
  const headings = [...document.querySelectorAll('h1')].map((h1) => cleanLine(h1.textContent ?? ''));
  // The site's name is often an h1, too.
  const heading = headings.find((text) => text !== '' && (pageTitle === '' || pageTitle.startsWith(text)));
  const title = firstLine([...candidates, heading, pageTitle, ...headings], Infinity);
  return title === null || outlet === null ? title : dropSite(title, outlet);
}

const SITE_SEPARATORS = /\s+(?:[|–—-]|::|»|›|·|•)\s+/u;

/** Removes the outlet's name from the end of a title, or else from its start. */
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

/** The most `time` elements read: a page with more is a list. */
const MAX_TIMES = 20;
const PUBLISHED_TIMES =
  'time[itemprop="datePublished"], time[pubdate], time.published, time.entry-date, article header time';
/** Elements in which a time belongs to something else: a comment, a link or an event in the text. */
const BESIDE = 'li, aside, footer, nav, blockquote, table';

function findPublished(document: DomDocument, candidates: Candidates): PartialDate | null {
  const days = new Set(
    [...document.querySelectorAll('time')].slice(0, MAX_TIMES).filter(isApart).map(readTime),
  );
  const marked = [...document.querySelectorAll(PUBLISHED_TIMES)].map(readTime);
  // With several unmarked times, any may be that of another article.
  return firstOf([...candidates, ...marked, ...(days.size === 1 ? days : [])], readDate);
}

function isApart(time: DomElement): boolean {
  const line = cleanLine(time.closest('p')?.textContent ?? '');
  return time.closest(BESIDE) === null && !endsInFullStop(line);
}

/** Returns the day if there is one, so that equal days compare equal; otherwise the text. */
function readTime(time: DomElement): string | null {
  const text = time.getAttribute('datetime') ?? time.textContent;
  return readDate(text ?? '') ?? text;
}

/** The date that programs print if none was set; others print one in year 1. */
const UNSET_CLOCK = '1970-01-01';

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

const MAX_TAGS = 20;

function findTags(document: DomDocument): string[] {
  const metas = [...document.querySelectorAll('meta[property="article:tag"]')];
  const tags = metas.flatMap((meta) => (meta.getAttribute('content') ?? '').split(',')).map(cleanLine);
  return [...new Set(tags.filter((tag) => tag !== ''))].slice(0, MAX_TAGS);
}

/** The facts in an article's JSON-LD entry (schema.org), as written there. */
interface LinkedArticle {
  readonly headline: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

type Json = Readonly<Record<string, unknown>>;

/** A page's own address and titles, which distinguish its article from those that it links to. */
interface PageNames {
  readonly url: string | null;
  readonly titles: readonly string[];
}

const ARTICLE_TYPES = /(?:Article|BlogPosting|Report)$/u;

/** @returns `null` if there is no article, or if there are several and none is identifiable as the page's. */
function readJsonLd(document: DomDocument, page: PageNames): LinkedArticle | null {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
  const entries = scripts.flatMap((script) => listEntries(parseJson(script.textContent ?? '')));
  const article = findArticle(entries.filter(isArticle), page);
  if (!article) return null;
  const byId = new Map(entries.map((entry) => [entry['@id'], entry]));
  const names = (value: unknown): string | null => readNames(value, byId).join(', ') || null;
  return {
    headline: readHeadline(article),
    // A blog's plugin names the person who set it up.
    outlet: names(toList(article['publisher']).filter((publisher) => !isPerson(publisher, byId))),
    author: names(article['author']),
    published: toTexts(article['datePublished'])[0] ?? null,
    url: listAddresses(article)[0] ?? null,
    language: toTexts(article['inLanguage'])[0] ?? null,
  };
}

function findArticle(articles: readonly Json[], { url, titles }: PageNames): Json | undefined {
  if (articles.length < 2) return articles[0];
  const here = url === null ? null : plainAddress(url);
  const isHere = (article: Json): boolean =>
    listAddresses(article).some((address) => plainAddress(address) === here);
  const isNamed = (article: Json): boolean => {
    const headline = cleanLine(readHeadline(article) ?? '');
    return headline !== '' && titles.some((title) => cleanLine(title).startsWith(headline));
  };
  return articles.find(isHere) ?? articles.find(isNamed);
}

function isArticle(entry: Json): boolean {
  return toTexts(entry['@type']).some((type) => ARTICLE_TYPES.test(type));
}

function isPerson(value: unknown, byId: ReadonlyMap<unknown, Json>): boolean {
  if (!isJson(value)) return false;
  return toTexts(value['@type'] ?? byId.get(value['@id'])?.['@type']).includes('Person');
}

function readHeadline(article: Json): string | null {
  return toTexts(article['headline'])[0] ?? toTexts(article['name'])[0] ?? null;
}

function listAddresses(article: Json): string[] {
  const page = article['mainEntityOfPage'];
  return toTexts([article['url'], page, isJson(page) ? page['@id'] : null].flat());
}

function plainAddress(url: string): string {
  return url.replace(/[?#].*$/u, '').replace(/\/$/u, '');
}

/** Returns `null` for invalid JSON, which some pages contain. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function listEntries(value: unknown): Json[] {
  return toList(value)
    .filter(isJson)
    .flatMap((entry) => [entry, ...toList(entry['@graph']).filter(isJson)]);
}

/** Lists the names of people or organisations; resolves references and leaves out addresses. */
function readNames(value: unknown, byId: ReadonlyMap<unknown, Json>): string[] {
  const names = toList(value).flatMap((item) => {
    if (!isJson(item)) return toTexts(item);
    return toTexts(item['name'] ?? byId.get(item['@id'])?.['name']);
  });
  return [...new Set(names.map((name) => name.trim()))].filter(
    (name) => name !== '' && !/^https?:/iu.test(name),
  );
}

function toTexts(value: unknown): string[] {
  return toList(value)
    .filter((item) => typeof item === 'string')
    .map(decodeEntities);
}

function toList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}
