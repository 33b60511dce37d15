import type { PartialDate } from '../core/partial-date.js';
import { findDate } from './find-date.js';
import { isFurniture } from './furniture.js';

/** What a line with nothing but a date or an author's name says of an article. */
export interface HeadLine {
  readonly published: PartialDate | null;
  readonly updated: PartialDate | null;
  readonly author: string | null;
  /** Whether the line says what its date is: `Published on …`. */
  readonly isLabelled: boolean;
  /** Whether a time of the day stands with the date. */
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
/** Where two parts of a line were printed apart: `Asha OdellAug 16, 2023`. */
const SEAM = /(?<=\p{Ll})(?=\d{1,2}(?:st|nd|rd|th)? \p{Lu}|\p{Lu}\p{Ll}{2,8}\.? \d{1,2},? \d{4})/gu;
const SEPARATORS = / [-–—] |\s*[|·•]\s*/u;

/** Reads a byline, a date line or both in one; `null` when the line says anything else. */
export function readHeadLine(line: string): HeadLine | null {
  if (line.length > MAX_HEAD_LINE_CHARS) return null;
  const said = line.replace(SEAM, ' ').replace(READING_TIME, '');
  const parts = said
    .split(SEPARATORS)
    .filter((part) => part !== '')
    .map(readPart);
  const known = parts.filter((part) => part !== null);
  if (known.length < parts.length) return null;
  const all = known.reduce(merge, NOTHING);
  return (all.published ?? all.updated ?? all.author) ? all : null;
}

/** Whether `text` could be the name of one who writes. */
export function isName(text: string): boolean {
  return WHOLE_NAME.test(text);
}

function readPart(part: string): HeadLine | null {
  const found = findDate(part);
  if (!found) return readByline(part) ?? readTime(part) ?? (isFurniture(part) ? NOTHING : null);
  const before = readBefore(part.slice(0, found.start));
  const after = readAfter(part.slice(found.end));
  if (!before || !after) return null;
  const { isUpdate, ...head } = before;
  const dated = isUpdate ? { updated: found.date } : { published: found.date };
  return merge({ ...head, ...dated }, after);
}

/** What stands before a date: a label, a byline, the day of the week. */
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
  const said = text.replace(/^[\s,]+/u, '');
  const rest = said.replace(TIME, '').trim();
  const byline = rest === '' ? NOTHING : readByline(rest);
  return byline && { ...byline, hasTime: TIME.test(said) };
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
