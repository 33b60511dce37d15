import { cleanLine } from './clean-text.js';
import { decodeEntities } from './dom.js';
import type { DomDocument } from './dom.js';

/** What an article's entry in JSON-LD (schema.org) says, as it is written there. */
export interface LinkedArticle {
  readonly headline: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

type Json = Readonly<Record<string, unknown>>;

/** What the page says besides, to tell its article from those that it leads to. */
export interface PageNames {
  readonly url: string | null;
  readonly titles: readonly string[];
}

const ARTICLE_TYPES = /(?:Article|BlogPosting|Report)$/u;

/** @returns `null` when there is no article, or several of which none can be told to be the page's. */
export function readJsonLd(document: DomDocument, page: PageNames): LinkedArticle | null {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
  const entries = scripts.flatMap((script) => listEntries(parseJson(script.textContent ?? '')));
  const article = findArticle(entries.filter(isArticle), page);
  if (!article) return null;
  const byId = new Map(entries.map((entry) => [entry['@id'], entry]));
  const names = (value: unknown): string | null => readNames(value, byId).join(', ') || null;
  return {
    headline: readHeadline(article),
    // A blog's plugin names whoever set it up.
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

/** Pages print JSON-LD that is none; what it would have said is then unknown. */
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

/** The names of people or organisations; a reference is looked up, an address is no name. */
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
