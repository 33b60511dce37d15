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

const ARTICLE_TYPES = /(?:Article|BlogPosting|ReportageNewsArticle|Report)$/u;

export function readJsonLd(document: DomDocument): LinkedArticle | null {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
  const entries = scripts.flatMap((script) => listEntries(parseJson(script.textContent ?? '')));
  const article = entries.find((entry) => toTexts(entry['@type']).some((type) => ARTICLE_TYPES.test(type)));
  if (!article) return null;
  const byId = new Map(entries.map((entry) => [entry['@id'], entry]));
  const names = (value: unknown): string | null => readNames(value, byId).join(', ') || null;
  return {
    headline: toTexts(article['headline'])[0] ?? toTexts(article['name'])[0] ?? null,
    outlet: names(article['publisher']),
    author: names(article['author']),
    published: toTexts(article['datePublished'])[0] ?? null,
    url: toTexts(article['url'])[0] ?? toTexts(article['mainEntityOfPage'])[0] ?? null,
    language: toTexts(article['inLanguage'])[0] ?? null,
  };
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
  return [...new Set(names.map((name) => name.trim()))].filter((name) => name !== '' && !/^https?:/iu.test(name));
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
