/** Reads a question: what is asked, which articles are meant, and what is mere chatter. */

import {
  addressOf,
  findWhole,
  hashTitle,
  siteOf,
  splitTitleWords,
  toFactKey,
} from '../arrays/article-columns.js';
import type { Analyzer, ReadDate } from '../model/analyzer.js';
import type { Article, Span } from '../model/article.js';
import type { Corpus, OutletCount } from '../model/corpus.js';
import type { AskRequest, ReadFilter } from './answer.js';
import { blankChatter, isSmallTalk } from './chatter.js';

/** Words in quotation marks, to be found in this order. */
export interface QuotedPhrase {
  readonly span: Span;
  /** Without the marks. */
  readonly text: string;
}

/** A question taken apart. Spans are in UTF-16 units of the question. */
export interface QuestionReading {
  /** The question with spaces in place of all that is not searched for. */
  readonly searched: string;
  readonly phrases: readonly QuotedPhrase[];
  /** Which articles are meant; only they are searched. */
  readonly filters: readonly ReadFilter[];
  /** Dates that the text or the day of publication must agree with. */
  readonly dates: readonly ReadDate[];
  /** `newest` for "latest", "current" and the like, `oldest` for "first" and the like. */
  readonly order: 'newest' | 'oldest' | null;
  /** True if a date counts from the day of asking. */
  readonly isRelativeToDay: boolean;
  /** True if the message only greets, thanks or praises. */
  readonly isGreeting: boolean;
}

/** What of a request a reading depends on. */
export type QuestionToRead = Pick<AskRequest, 'question' | 'askedOn' | 'readsFilters'>;

export function readQuestion(
  corpus: Corpus,
  analyzer: Analyzer,
  { question, askedOn, readsFilters }: QuestionToRead,
): QuestionReading {
  const phrases = findPhrases(question);
  const dates = readsFilters ? analyzer.readDates(question, askedOn) : [];
  const read = readsFilters ? readFilters(corpus, question, phrases) : [];
  const order = corpus.summary.from === null ? null : readOrder(question, dates);
  const blanked = blankSpans(question, [
    ...read.flatMap(({ span }) => span ?? []),
    ...dates.filter((date) => isOnlyRelative(question, date)).map(({ span }) => span),
    ...(order?.spans ?? []),
  ]);
  const asks = blankAsides(analyzer, blankChatter(blanked));
  const isAboutDates =
    read.length > 0 &&
    dates.length > 0 &&
    !hasTerm(
      analyzer,
      blankSpans(
        asks,
        dates.map(({ span }) => span),
      ),
    );
  const printed = dates.filter((date) => isAboutDates || isOpen(date));
  const filters = [...read.map(({ filter }) => filter), ...printed.map(toFilter)];
  const searched = blankSpans(
    asks,
    printed.map(({ span }) => span),
  );
  return {
    searched: hasWord(searched) || filters.length > 0 ? searched : question,
    phrases: phrases.filter(({ span }) => !read.some((each) => each.span && overlaps(each.span, span))),
    filters,
    dates: dates.filter((date) => !printed.includes(date)),
    order: order?.order ?? null,
    isRelativeToDay: dates.some(({ isRelative }) => isRelative),
    isGreeting: isSmallTalk(question),
  };
}

function hasTerm(analyzer: Analyzer, text: string): boolean {
  return analyzer.analyzeQuestion(text).words.length > 0;
}

function hasWord(text: string): boolean {
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text);
}

function blankSpans(text: string, spans: readonly Span[]): string {
  return spans.reduce(
    (blanked, { start, end }) => blanked.slice(0, start) + ' '.repeat(end - start) + blanked.slice(end),
    text,
  );
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** A quotation runs from a mark to its counterpart; single marks enclose two words or more. */
const QUOTED =
  /“([^“”„]+)[”“]|„([^„“”]+)[“”]|«([^«»]+)»|"([^"]+)"|(?<![\p{L}\p{N}])[‘']([^‘’']+(?:['’](?=\p{L})[^‘’']*)*\s[^‘’']*(?:['’](?=\p{L})[^‘’']*)*)['’](?![\p{L}\p{N}])/gu;

function findPhrases(question: string): QuotedPhrase[] {
  return Array.from(question.matchAll(QUOTED)).flatMap((match) => {
    const text = (match.slice(1).find((part: string | undefined) => part !== undefined) ?? '').trim();
    if (!/[\p{L}\p{N}]/u.test(text)) return [];
    return { text, span: { start: match.index, end: match.index + match[0].length } };
  });
}

/** True for "before 2022" and the like, which say when the articles were printed. */
function isOpen({ since, until }: ReadDate): boolean {
  return since === null || until === null;
}

function toFilter({ since, until }: ReadDate): ReadFilter {
  return { kind: 'dates', since, until };
}

/** Weekdays are searched for too, since texts name them. */
const WEEKDAY =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:jumatatu|jumanne|jumatano|alhamisi|ijumaa|jumamosi|jumapili)\b/iu;
const QUALIFIED = /\b(?:this|last|past|next|hii|iliyopita|lililopita|ijayo|since|tangu)\b/iu;

/** True if no text names the date as the question does. */
export function isOnlyRelative(question: string, { span, isRelative }: ReadDate): boolean {
  const text = question.slice(span.start, span.end);
  return isRelative && !(WEEKDAY.test(text) && !QUALIFIED.test(text));
}

const NEWEST =
  /\b(?:the\s+)?(?:latest|newest|most\s+recent(?:ly)?|incumbent|up[\s-]to[\s-]date|right\s+now|at\s+the\s+moment|as\s+of\s+now|these\s+days|nowadays|kwa\s+sasa|hivi\s+sasa|(?:wa|ya|la|cha|za)\s+(?:sasa|hivi\s+karibuni)|mpya\s+(?:zaidi|kabisa))\b|(?:^|\bthe\s+|\b(?:is|are|who|what)\s+)(?:current|present)(?:ly)?\b(?=\s+\p{L})|\bnow\b(?=\s*[?!.]*\s*$)/giu;
const OLDEST = /\b(?:the\s+)?(?:earliest|oldest|very\s+first)\b/giu;
/** Words that may also be part of what is asked, so they are searched for as well. */
const ALSO_NEWEST =
  /\b(?:last|recently|(?:wa|ya|la|cha|za)\s+mwisho)\b|\b(?:who|whom?|what|name)(?:\s+(?:is|are)|['’]?s)?\s+the\s+(?:new|sitting|serving)\b|\bnani\b.*\b(?:sasa|m?pya)\b/giu;
const ALSO_OLDEST = /\b(?:first|earlier|(?:wa|ya|la|cha|za)\s+kwanza)\b/giu;

interface ReadOrder {
  readonly order: 'newest' | 'oldest';
  /** Words that say nothing else. */
  readonly spans: readonly Span[];
}

function readOrder(question: string, dates: readonly ReadDate[]): ReadOrder | null {
  const find = (pattern: RegExp): Span[] =>
    Array.from(question.matchAll(pattern), ({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
    })).filter((span) => !dates.some((date) => overlaps(date.span, span)));
  const [newest, oldest] = [find(NEWEST), find(OLDEST)];
  if (newest.length > 0) return { order: 'newest', spans: newest };
  if (oldest.length > 0) return { order: 'oldest', spans: oldest };
  if (find(ALSO_NEWEST).length > 0) return { order: 'newest', spans: [] };
  return find(ALSO_OLDEST).length > 0 ? { order: 'oldest', spans: [] } : null;
}

/** A sentence about the asker, with nothing in it to look up. */
const ASIDE = /\b(?:i|i['’]m|i['’]ve|my|me|we|our|us|mimi|sisi|nina|niko)\b/iu;
const ASKS = /\?|\b(?:who|whom|whose|what|when|where|which|why|how|nani|nini|lini|wapi|gani|ngapi|mbona)\b/iu;

/** Blanks the sentences in which the asker talks of himself, if another one asks. */
function blankAsides(analyzer: Analyzer, text: string): string {
  const sentences = analyzer.splitSentences(text);
  if (sentences.length < 2) return text;
  const read = ({ start, end }: Span): string => text.slice(start, end);
  if (!sentences.some((span) => ASKS.test(read(span)))) return text;
  return blankSpans(
    text,
    sentences.filter((span) => ASIDE.test(read(span)) && !ASKS.test(read(span))),
  );
}

interface PlacedFilter {
  readonly filter: ReadFilter;
  /** The words that say nothing else; absent if they are searched for as well. */
  readonly span?: Span;
}

function readFilters(
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
