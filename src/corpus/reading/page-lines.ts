/** Recognises boilerplate, dates and bylines in the lines of a page. */

import type { Span } from '../../core/model/article.js';
import { parsePartialDate, type PartialDate } from '../../core/model/partial-date.js';
import { countWords, endsInFullStop } from './text.js';

const MAX_FURNITURE_CHARS = 200;
const MAX_FURNITURE_WORDS = 25;
const MAX_CREDIT_WORDS = 8;

const SHARES =
  '(?:share on |share via )?(?:share|tweet|pin|pin it|e-?mail|print|copy link|save|whatsapp|facebook|twitter|telegram|linkedin|reddit|messenger|instagram|x)';

/** Lines that are boilerplate in any context. */
const WHOLE_LINES = [
  // The form below an article.
  /^(?:leave|write|post|add) a (?:reply|comment)(?: cancel reply)?$/iu,
  /^(?:cancel reply|post comment|be the first to comment|no comments(?: yet)?|(?:\d+ )?comments?(?: ?\(\d+\))?|Δ)$/iu,
  /^(?:(?:name|e-?mail|website|comment) ?\*?|your email address will not be published\..*|required fields are marked.*)$/iu,
  /^(?:save my name, e-?mail,? and website in this browser.*|notify me of (?:new|follow-?up) .*by e-?mail\.?)$/iu,
  // Counts and ages.
  /^(?:[\d.,]+ ?[km]? ?(?:total )?(?:views?|shares?|likes?|reads?|comments?|min(?:ute)?s? read)[\s,|·•]*)+$/iu,
  /^(?:views?|shares?|likes?|reads?) ?(?:: ?[\d.,]+[km]?|\([\d.,]+[km]?\))$/iu,
  /^(?:updated |posted |published )?(?:\d+|an?|one) (?:second|minute|min|hour|hr|day|week|month|year)s? ago$/iu,
  /^\d{1,2}:\d{2}(?: ?[ap]\.?m\.?)?(?: ?\(?(?:EAT|GMT|UTC)\)?)?$/iu,
  // Labels.
  /^(?:in summary|summary|in brief|key points|key takeaways|what you need to know|kwa ufupi|muhtasari):?$/iu,
  /^(?:ads?|adverts?|advertisements?|sponsored(?: content)?|tangazo)$/iu,
  /^(?:advertisement[ .:–—-]*)?(?:(?:story|article) continues below|scroll (?:down )?to continue)\b.{0,60}$/iu,
  // Navigation.
  /^(?:skip to (?:main )?content|home|menu|search|back to top|log ?in|sign in|register|load more|show more|read more|continue reading|next article|previous article|next post|previous post|go back|loading ?(?:\.{3}|…)?)$/iu,
  /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/u,
  /^home(?: ?[>›»] ?| \/ ).+$/iu,
  /^(?:click|tap) here (?:to|for|and)\b.*$/iu,
  // Sharing.
  new RegExp(`^(?:${SHARES})(?:[\\s,|/·•]+(?:${SHARES}))*$`, 'iu'),
  /^share(?: this)?(?: (?:article|story|post|page|news))?(?: (?:on|via|with) .{1,40})?:$/iu,
  /^share this(?: (?:article|story|post|page|news))?(?: (?:on|via|with) .{1,40})?$/iu,
  /^(?:subscribe to|sign up (?:for|to)|join (?:us|our|the)) .*(?:newsletter|channel|whatsapp|telegram|mailing list).*$/iu,
  /^(?:subscribe to|sign up (?:for|to)) .*(?:alerts|updates).*$/iu,
  /^(?:[^.!?]{1,30}[.!?] )?subscribe to our newsletter[.!]?$|^subscribe(?: now| here| today)?!?$|^your e-?mail(?: address)?$/iu,
  // Legal notices.
  /^(?:we use|this (?:site|website|page) uses) cookies\b.*$/iu,
  /^by (?:using|continuing).*\bcookies\b.*$/iu,
  /^(?:accept|allow|reject|manage)(?: all)? cookies$|^cookie (?:policy|settings|notice|preferences)$/iu,
  /^(?:©|\(c\) ?\d{4}|copyright ?(?:©|\(c\)|\d{4})).*$/iu,
  /^all rights reserved\.?$/iu,
];

/** Labels above links to other articles. */
const LINK_LABELS = [
  /^(?:(?:related|more|latest|top|trending|popular|recommended|similar) (?:articles?|stories|story|news|posts?|topics|content|videos|reads)|most (?:read|popular|viewed)|you (?:may|might) also like|keep reading|read next|up next|in the headlines|habari zinazohusiana|habari zaidi):?$/iu,
  /^(?:also read|read also|see also|soma pia) ?[:：]?$/iu,
];

/** Links to other articles, with a label before them, and links to elsewhere. */
const LINKS = [
  /^(?:also read|read also|see also|also see|also watch|watch also|read more|more on this|read|read next|related|related (?:story|article|news)|soma pia|soma zaidi|tazama pia) ?[:：]/iu,
  /^(?:ALSO READ|READ ALSO|READ MORE|SEE ALSO|SOMA PIA)\b/u,
  /^(?:watch|listen|tazama|sikiliza) ?:/iu,
  /^pay attention ?:/iu,
  /^(?:tags?|filed under|posted in|categories|topics): ?.+$/iu,
  /^follow (?:us|me|\S+(?: \S+){0,3}) on (?:x|twitter|facebook|instagram|whatsapp|telegram|youtube|tiktok|linkedin|google news)\b/iu,
];

/** Picture credits. */
const CREDITS = [
  /^[[(]?(?:image|photo|picture|pic|file photo|file image|photograph|photography|graphic|illustration|courtesy|picha)s?(?: (?:by|credit|credits|courtesy|source|from))* ?[:|/–—] ?.+$/iu,
  /^[[(]?(?:[Ii]mage|[Pp]hoto|[Pp]icture|IMAGE|PHOTO|PICTURE)s? (?:by|BY|[Cc]ourtesy|COURTESY|[Cc]redit):?(?: of)? \p{Lu}.*$/u,
  /^[[(/]?(?:file|file photo|file image|file pic|courtesy|photo file|picha ya maktaba)[\])/]?$/iu,
];

/**
 * True if a whole line or paragraph is not part of the article: short, and of a kind that pages print around
 * articles.
 */
export function isBoilerplate(line: string): boolean {
  if (line.length > MAX_FURNITURE_CHARS) return false;
  const words = countWords(line);
  if (words > MAX_FURNITURE_WORDS) return false;
  if (matches(WHOLE_LINES, line) || announcesLinks(line)) return true;
  if (endsInFullStop(line) && words > MAX_CREDIT_WORDS) return false;
  return matches(LINKS, line) || (words <= MAX_CREDIT_WORDS && matches(CREDITS, line));
}

/** True if `line` announces links to other articles below it. */
export function announcesLinks(line: string): boolean {
  return matches(LINK_LABELS, line);
}

/** Names of a site's sections, printed above headlines. */
const SECTIONS =
  /^(?:(?:latest|breaking|local|world|kenyan?|national|political|business|sports?) news|news|politics|national|nation|kenya|africa|world|east africa|count(?:y|ies)|nairobi|business|economy|opinion|op-?ed|columnists?|commentary|editorial|analysis|features?|sports?|health|education|entertainment|lifestyle|premium|prime|habari|siasa|kitaifa|kimataifa|makala|maoni|michezo|biashara)$/iu;

/** True if `line` may name a section of a site; inside an article it may mean anything. */
export function isSectionName(line: string): boolean {
  return SECTIONS.test(line);
}

const LATEST_FROM =
  /\b(?:latest|more) (?:videos?|news|stories|headlines|updates) from (?<the>the )?(?<name>\p{Lu}[\p{L}\p{N}&'’. -]*)$/u;

const MEDIA = /\b(?:News|TV|FM|Radio|Media|Online|Digital)$/u;

/**
 * Returns the outlet in a line such as `WATCH: The latest videos from the Daily Example`. A name without `the` must
 * end in a word such as `News`, since it may be a place's.
 */
export function findOutletInBoilerplate(line: string): string | null {
  const { the, name } = LATEST_FROM.exec(line)?.groups ?? {};
  if (name === undefined || (the === undefined && !MEDIA.test(name))) return null;
  return `${the === undefined ? '' : 'The '}${name.replace(/[\s.]+$/u, '')}`;
}

function matches(patterns: readonly RegExp[], line: string): boolean {
  return patterns.some((pattern) => pattern.test(line));
}

/** A date to the day and its span in a text. */
interface FoundDate extends Span {
  readonly date: PartialDate;
}

const FULL_NAMES =
  'January|February|March|April|May|June|July|August|September|October|November|December|' +
  'Januari|Februari|Machi|Aprili|Mei|Juni|Julai|Agosti|Septemba|Oktoba|Novemba|Desemba';
const SHORT_NAMES = String.raw`(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?`;
/** The first three letters of the months in English and Swahili. */
const MONTHS = [
  'jan',
  'feb',
  'mar mac',
  'apr',
  'may mei',
  'jun',
  'jul',
  'aug ago',
  'sep',
  'oct okt',
  'nov',
  'dec des',
];

const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const YEAR = String.raw`(?<year>(?:19|20)\d{2})`;
const monthFirst = (names: string) => String.raw`(?<month>${names})\s+${DAY},?\s+${YEAR}`;
const dayFirst = (names: string) => String.raw`${DAY}[\s-]+(?<month>${names})[,\s-]+${YEAR}`;
const inWords = (pattern: string) => new RegExp(String.raw`(?<![\p{L}\p{N}])${pattern}(?!\d)`, 'iu');

const IN_WORDS = [
  inWords(String.raw`${YEAR}-(?<month>\d{2})-(?<day>\d{2})`),
  inWords(monthFirst(`(?:${FULL_NAMES})\\b|${SHORT_NAMES}`)),
  inWords(dayFirst(`(?:${FULL_NAMES})\\b|${SHORT_NAMES}`)),
];
const GLUED = [
  new RegExp(monthFirst(FULL_NAMES), 'u'),
  new RegExp(String.raw`(?<!\d)${dayFirst(FULL_NAMES)}`, 'u'),
];

/** Finds the first date with day, month and year: `August 16, 2023`, `16th Aug 2023`, `2023-08-16`. */
export function findDate(text: string): FoundDate | null {
  return findFirst(text, IN_WORDS);
}

/**
 * Finds the first date with the month's full name, even if words or numbers adjoin it: `AshaMarch 24, 20230
 * comments`.
 */
export function findGluedDate(text: string): FoundDate | null {
  return findFirst(text, GLUED);
}

function findFirst(text: string, patterns: readonly RegExp[]): FoundDate | null {
  const found = patterns.flatMap((pattern) => {
    const match = pattern.exec(text);
    const date = match && readDate(match.groups ?? {});
    return date ? [{ date, start: match.index, end: match.index + match[0].length }] : [];
  });
  return found.sort((a, b) => a.start - b.start)[0] ?? null;
}

function readDate({ year = '', month = '', day = '' }: Readonly<Record<string, string>>): PartialDate | null {
  return parsePartialDate(`${year}-${readMonth(month)}-${day.padStart(2, '0')}`);
}

function readMonth(month: string): string {
  if (/^\d/u.test(month)) return month;
  const start = month.slice(0, 3).toLowerCase();
  return String(MONTHS.findIndex((starts) => starts.includes(start)) + 1).padStart(2, '0');
}

/** The dates and the author in a line that holds nothing else. */
export interface HeadLine {
  readonly published: PartialDate | null;
  readonly updated: PartialDate | null;
  readonly author: string | null;
  /** True if the line states what its date is: `Published on …`. */
  readonly isLabelled: boolean;
  /** True if the line has a time of day. */
  readonly hasTime: boolean;
}

const MAX_HEAD_LINE_CHARS = 150;
const NOTHING: HeadLine = { published: null, updated: null, author: null, isLabelled: false, hasTime: false };

const NAME_WORD = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*`;
const NAME = String.raw`${NAME_WORD}(?:,? (?:${NAME_WORD}|and|na|&|wa|bin|bint|de|van|von|der|al|el)){0,9}`;
const WHOLE_NAME = new RegExp(`^${NAME}$`, 'u');
const BYLINE = new RegExp(
  String.raw`^(?:(?:[Ww]ritten |[Pp]osted |[Rr]eported |[Pp]ublished |[Uu]pdated )?(?:[Bb]y|BY)|Na|NA|Author) ?:? (?<name>${NAME})(?: \(?@\w+\)?)?$`,
  'u',
);
const DAYS =
  '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|juma(?:tatu|nne|tano|mosi|pili)|alhamisi|ijumaa';
const DAY_NAME = new RegExp(`^(?:${DAYS})$`, 'iu');
const LAST_DAY_NAME = new RegExp(`(?:^|[\\s,])(?:${DAYS}),?$`, 'iu');
const LABEL =
  /^(?<update>(?:last |date )?(?:updated|modified))?(?:(?:date )?(?:first )?(?:published|posted|created)|date|imechapishwa)?(?: on| at)? ?:?$/iu;
const TIME =
  /^(?:at )?\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: ?hrs| ?h)?(?: ?\(?(?!by\b|na\b)[A-Z]{2,4}\b\)?)?(?: ?[+-]\d{1,2}:?\d{2})?/iu;
const READING_TIME = /[\s,]\d{1,3} min(?:ute)?s? read$/iu;
/** The boundary between parts of a line that the page prints apart: `Asha OdellAug 16, 2023`. */
const SEAM = /(?<=\p{Ll})(?=\d{1,2}(?:st|nd|rd|th)? \p{Lu}|\p{Lu}\p{Ll}{2,8}\.? \d{1,2},? \d{4})/gu;
const SEPARATORS = / [-–—] |\s*[|·•]\s*/u;

/** Reads a byline, a date line or both in one; `null` if the line has anything else. */
export function readHeadLine(line: string): HeadLine | null {
  if (line.length > MAX_HEAD_LINE_CHARS) return null;
  const parts = line
    .replace(SEAM, ' ')
    .replace(READING_TIME, '')
    .split(SEPARATORS)
    .filter((part) => part !== '')
    .map(readPart);
  const known = parts.filter((part) => part !== null);
  if (known.length < parts.length) return null;
  const merged = known.reduce(merge, NOTHING);
  return (merged.published ?? merged.updated ?? merged.author) ? merged : null;
}

/** True if `text` may be an author's name. */
export function isName(text: string): boolean {
  return WHOLE_NAME.test(text);
}

function readPart(part: string): HeadLine | null {
  const found = findDate(part);
  if (!found) return readByline(part) ?? readTime(part) ?? (isBoilerplate(part) ? NOTHING : null);
  const before = readBefore(part.slice(0, found.start));
  const after = readAfter(part.slice(found.end));
  if (!before || !after) return null;
  const { isUpdate, ...head } = before;
  const dated = isUpdate ? { updated: found.date } : { published: found.date };
  return merge({ ...head, ...dated }, after);
}

/** Reads the text before a date: a label, a byline or a day of the week. */
function readBefore(text: string): (HeadLine & { readonly isUpdate: boolean }) | null {
  const label = text
    .trim()
    .replace(/[\s,–—-]+$/u, '')
    .replace(LAST_DAY_NAME, '')
    .replace(/,$/u, '')
    .trim();
  if (label === '') return { ...NOTHING, isUpdate: false };
  const match = LABEL.exec(label);
  if (match) return { ...NOTHING, isLabelled: true, isUpdate: match.groups?.['update'] !== undefined };
  const byline = readByline(label.replace(/,? on$/u, ''));
  return byline && { ...byline, isUpdate: false };
}

function readAfter(text: string): HeadLine | null {
  const trimmed = text.replace(/^[\s,]+/u, '');
  const rest = trimmed.replace(TIME, '').trim();
  const byline = rest === '' ? NOTHING : readByline(rest);
  return byline && { ...byline, hasTime: TIME.test(trimmed) };
}

function readByline(text: string): HeadLine | null {
  const name = BYLINE.exec(text)?.groups?.['name'];
  const [first = ''] = name?.split(' ') ?? [];
  return name === undefined || DAY_NAME.test(first.replace(',', '')) ? null : { ...NOTHING, author: name };
}

function readTime(text: string): HeadLine | null {
  return text.replace(TIME, '') === '' ? { ...NOTHING, hasTime: true } : null;
}

function merge(a: HeadLine, b: HeadLine): HeadLine {
  return {
    published: a.published ?? b.published,
    updated: a.updated ?? b.updated,
    author: a.author ?? b.author,
    isLabelled: a.isLabelled || b.isLabelled,
    hasTime: a.hasTime || b.hasTime,
  };
}
