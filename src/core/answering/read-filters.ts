/** Reads which articles a question means. */

import {
  addressOf,
  findWhole,
  hashTitle,
  siteOf,
  splitTitleWords,
  toFactKey,
} from '../arrays/article-columns.js';
import type { Article, Span } from '../model/article.js';
import type { Corpus, OutletCount } from '../model/corpus.js';
import type { ReadFilter } from './answer.js';
import type { QuotedPhrase } from './quoted-phrases.js';

export interface PlacedFilter {
  readonly filter: ReadFilter;
  /** The words that say nothing else; absent if they are searched for as well. */
  readonly span?: Span;
}

/** Reads which articles a question means: the one whose address or title it holds, or those of its outlet, author, site and tag. */
export function readFilters(
  corpus: Corpus,
  question: string,
  phrases: readonly QuotedPhrase[],
): readonly PlacedFilter[] {
  const article = readArticle(corpus, question, phrases);
  if (article) return [article];
  return [
    readOutlet(corpus, question),
    readAuthor(corpus, question),
    readSite(corpus, question),
    readTag(corpus, question),
  ].flatMap((filter) => filter ?? []);
}

const ADDRESS = /https?:\/\/[^\s<>"“”]+[^\s<>"“”.,;:!?)]/iu;
const MIN_TITLE_WORDS = 3;

/** Finds the article whose address or whole title the question holds. */
function readArticle(
  corpus: Corpus,
  question: string,
  phrases: readonly QuotedPhrase[],
): PlacedFilter | null {
  const address = ADDRESS.exec(question);
  if (address) {
    const [number] = findWhole(corpus.factWords, toFactKey('address', addressOf(address[0])));
    const article = number === undefined ? undefined : corpus.articleAt(number);
    return article ? { filter: { kind: 'article', article }, span: spanOf(address) } : null;
  }
  for (const { text, span } of phrases) {
    const article = findTitled(corpus, text);
    if (article) return { filter: { kind: 'article', article }, span };
  }
  const article = findTitled(corpus, question.trim());
  return article ? { filter: { kind: 'article', article } } : null;
}

function findTitled(corpus: Corpus, title: string): Article | undefined {
  if (splitTitleWords(title).length < MIN_TITLE_WORDS) return undefined;
  const number = corpus.columns.titleHashes.indexOf(hashTitle(title));
  const article = number < 0 ? undefined : corpus.articleAt(number);
  return article?.title.toLowerCase() === title.toLowerCase() ? article : undefined;
}

function spanOf({ 0: found, index }: RegExpExecArray): Span {
  return { start: index, end: index + found.length };
}

const SAY =
  'say|said|report|reported|write|wrote|written|publish|published|print|printed|carry|carried|mention|mentioned|cover|covered|describe|described|quote|quoted|claim|claimed|tell|told';
const SAYS =
  'says|said|reports|reported|writes|wrote|publishes|published|article|articles|story|stories|report|coverage|piece|newspaper|website';
const PRINTED =
  'article|articles|story|stories|report|reports|reporting|coverage|piece|pieces|news|makala|habari|ripoti|taarifa';
const WRITES =
  'iliripoti|liliripoti|iliandika|liliandika|ilisema|lilisema|inasema|linasema|imeripoti|limeripoti|inaripoti|linaripoti';

/** Phrases that make a name that of a source; `N` is the name. */
const OUTLET_CUES = [
  `(?:according\\s+to|as\\s+per|kwa\\s+mujibu\\s+wa|kulingana\\s+na)\\s+(?:gazeti\\s+la\\s+)?N`,
  `(?:did|does|do|has|have|had)\\s+N\\s+(?:${SAY})`,
  `(?:${PRINTED})\\s+(?:in|from|by|of|on|za|ya|la|kutoka)\\s+N`,
  `(?:reported|published|printed|written|carried)\\s+(?:in|by|on)\\s+N`,
  `gazeti\\s+la\\s+N`,
  `N\\s+(?:${WRITES})`,
  `N(?:['’]s)?\\s+(?:${SAYS})`,
  `(?<=[,;(–—-]\\s*)N(?=\\)?\\s*[?!.]*\\s*$)`,
  `^\\s*N(?=\\s*[?!.]*\\s*$)`,
];
/** Like {@link OUTLET_CUES}, but for names that cannot be taken for ordinary words. */
const LOOSE_CUES = [`(?:in|by|from|per)\\s+N(?=\\s*[?!.,]|\\s*$)`];

/** The patterns of a corpus's outlets. */
interface OutletPatterns {
  readonly strict: RegExp;
  readonly loose: RegExp;
  readonly names: ReadonlyMap<string, string>;
}

const OUTLET_PATTERNS = new WeakMap<readonly OutletCount[], OutletPatterns | null>();

function readOutlet({ outlets }: Corpus, question: string): PlacedFilter | null {
  let patterns = OUTLET_PATTERNS.get(outlets);
  if (patterns === undefined) OUTLET_PATTERNS.set(outlets, (patterns = compileOutlets(outlets)));
  if (patterns === null) return null;
  const match = patterns.strict.exec(question) ?? patterns.loose.exec(question);
  if (!match) return null;
  const typed = match.slice(1).find((part: string | undefined) => part !== undefined) ?? '';
  const isLoose = !patterns.strict.test(question);
  if (isLoose && !/\s/u.test(typed) && !/^\p{Lu}/u.test(typed)) return null;
  const outlet = patterns.names.get(normalizeName(typed));
  return outlet === undefined ? null : { filter: { kind: 'outlet', outlet }, span: spanOf(match) };
}

function compileOutlets(outlets: readonly OutletCount[]): OutletPatterns | null {
  const names = new Map(
    outlets.flatMap(({ outlet }) => (outlet === null ? [] : [[normalizeName(outlet), outlet]])),
  );
  if (names.size === 0) return null;
  const alternatives = [...names.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replaceAll(' ', '\\s+'));
  const named = `(?:the\\s+)?(${alternatives.join('|')})`;
  const compile = (cues: readonly string[]): RegExp =>
    new RegExp(
      cues.map((cue) => `(?<![\\p{L}\\p{N}])${cue.replace('N', named)}(?![\\p{L}\\p{N}])`).join('|'),
      'iu',
    );
  return { names, strict: compile(OUTLET_CUES), loose: compile(LOOSE_CUES) };
}

/** Drops the article before a name and the differences of case and space. */
function normalizeName(name: string): string {
  return name.trim().replace(/\s+/gu, ' ').toLowerCase().replace(/^the /u, '');
}

const PERSON = `(\\p{L}[\\p{L}'’.-]*(?:\\s+\\p{L}[\\p{L}'’.-]*){0,3}?)`;
const AUTHOR_CUES = [
  `(?:${PRINTED})\\s+(?:written\\s+)?(?:by|of|za|ya)\\s+${PERSON}(?=\\s*[?!.,]|\\s*$|\\s+(?:about|on|in|from|kuhusu))`,
  `(?:did|has|have)\\s+${PERSON}\\s+(?:write|wrote|written|report|reported|publish|published)`,
  `${PERSON}['’]s?\\s+(?:${PRINTED})(?:\\s+(?:about|on|kuhusu))?`,
  `${PERSON}\\s+(?:wrote|writes|aliandika|ameandika|aliripoti)`,
  `(?:written|reported|makala\\s+ya|imeandikwa\\s+na|iliyoandikwa\\s+na)\\s+(?:by\\s+)?${PERSON}(?=\\s*[?!.,]|\\s*$|\\s+(?:about|on|in|from|kuhusu))`,
  `(?:by|kutoka\\s+kwa)\\s+${PERSON}(?=\\s*[?!.,]|\\s*$)`,
  `^\\s*${PERSON}(?=\\s*[?!.]*\\s*$)`,
].map((cue) => new RegExp(`(?<![\\p{L}\\p{N}])${cue}(?![\\p{L}\\p{N}])`, 'iu'));

function readAuthor(corpus: Corpus, question: string): PlacedFilter | null {
  for (const cue of AUTHOR_CUES) {
    const match = cue.exec(question);
    const name = match?.[1];
    if (!match || name === undefined) continue;
    const [number] = findWhole(corpus.factWords, toFactKey('author', name));
    const author = number === undefined ? null : (corpus.articleAt(number)?.author ?? null);
    if (author !== null) return { filter: { kind: 'author', author }, span: spanOf(match) };
  }
  return null;
}

const SITE =
  /(?<![\p{L}\p{N}@./-])(?:in|on|from|at)?\s*(?:https?:\/\/)?(?:www\.)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})\/?(?![\p{L}\p{N}@/])/iu;

function readSite(corpus: Corpus, question: string): PlacedFilter | null {
  const match = SITE.exec(question);
  const site = (match?.[1] ?? '').toLowerCase();
  if (!match || findWhole(corpus.factWords, toFactKey('site', siteOf(`https://${site}`))).length === 0)
    return null;
  return { filter: { kind: 'site', site }, span: spanOf(match) };
}

const TAG_CUES = [
  /\b(?:tagged|filed\s+under|in\s+the\s+category|category|section)\s+(?:as\s+|under\s+)?["“#]?([\p{L}\p{N}-]+(?:\s+[\p{L}\p{N}-]+)?)["”]?/iu,
  /\b(?:in|from)\s+the\s+([\p{L}\p{N}-]+(?:\s+[\p{L}\p{N}-]+)?)\s+(?:section|category|pages)\b/iu,
];

function readTag(corpus: Corpus, question: string): PlacedFilter | null {
  for (const cue of TAG_CUES) {
    const match = cue.exec(question);
    const name = match?.[1];
    if (!match || name === undefined) continue;
    const key = toFactKey('tag', name);
    const [number] = findWhole(corpus.factWords, key);
    const tags = number === undefined ? [] : (corpus.articleAt(number)?.tags ?? []);
    const tag = tags.find((each) => toFactKey('tag', each) === key);
    if (tag !== undefined) return { filter: { kind: 'tag', tag }, span: spanOf(match) };
  }
  return null;
}
