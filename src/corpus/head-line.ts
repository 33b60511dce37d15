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
}

const MAX_HEAD_LINE_CHARS = 150;
const NOTHING: HeadLine = { published: null, updated: null, author: null, isLabelled: false };

const NAME_WORD = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*`;
const NAME = String.raw`${NAME_WORD}(?:,? (?:${NAME_WORD}|and|na|&|wa|bin|bint|de|van|von|der|al|el)){0,9}`;
const WHOLE_NAME = new RegExp(`^${NAME}$`, 'u');
const BYLINE = new RegExp(
  String.raw`^(?:(?:[Ww]ritten |[Pp]osted |[Rr]eported |[Pp]ublished |[Uu]pdated )?(?:[Bb]y|BY)|Na|NA|Author) ?:? (?<name>${NAME})(?: \(?@\w+\)?)?$`,
  'u',
);
const DAY_NAME = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?$/iu;
const LAST_DAY_NAME = /(?:^|[\s,])(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?$/iu;
const LABEL = /^(?<update>(?:last |date )?(?:updated|modified))?(?:(?:date )?(?:first )?(?:published|posted|created)|date|imechapishwa)?(?: on| at)? ?:?$/iu;
const TIME = /^(?:at )?\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: ?hrs| ?h)?(?: ?\(?[A-Z]{2,4}\)?)?(?: ?[+-]\d{1,2}:?\d{2})?/iu;
const SEPARATORS = / [-–—] |\s*[|·•]\s*/u;

/** Reads a byline, a date line or both in one; `null` when the line says anything else. */
export function readHeadLine(line: string): HeadLine | null {
  if (line.length > MAX_HEAD_LINE_CHARS) return null;
  const parts = line.split(SEPARATORS).filter((part) => part !== '').map(readPart);
  const known = parts.filter((part) => part !== null);
  if (known.length < parts.length) return null;
  const all = known.reduce(merge, NOTHING);
  return all.published ?? all.updated ?? all.author ? all : null;
}

/** Whether `text` could be the name of one who writes. */
export function isName(text: string): boolean {
  return WHOLE_NAME.test(text);
}

function readPart(part: string): HeadLine | null {
  const found = findDate(part);
  if (!found) return readByline(part) ?? (isFurniture(part) || isTime(part) ? NOTHING : null);
  const before = readBefore(part.slice(0, found.start));
  const after = readAfter(part.slice(found.end));
  if (!before || !after) return null;
  const { isUpdate, ...head } = before;
  const dated = isUpdate ? { updated: found.date } : { published: found.date };
  return merge({ ...head, ...dated }, after);
}

/** What stands before a date: a label, a byline, the day of the week. */
function readBefore(text: string): (HeadLine & { readonly isUpdate: boolean }) | null {
  const label = text.trim().replace(LAST_DAY_NAME, '').replace(/,$/u, '').trim();
  if (label === '') return { ...NOTHING, isUpdate: false };
  const match = LABEL.exec(label);
  if (match) return { ...NOTHING, isLabelled: true, isUpdate: match.groups?.['update'] !== undefined };
  const byline = readByline(label.replace(/,? on$/u, ''));
  return byline && { ...byline, isUpdate: false };
}

function readAfter(text: string): HeadLine | null {
  const rest = text.replace(/^[\s,]+/u, '').replace(TIME, '').trim();
  return rest === '' ? NOTHING : readByline(rest);
}

function readByline(text: string): HeadLine | null {
  const name = BYLINE.exec(text)?.groups?.['name'];
  const [first = ''] = name?.split(' ') ?? [];
  return name === undefined || DAY_NAME.test(first.replace(',', '')) ? null : { ...NOTHING, author: name };
}

function isTime(text: string): boolean {
  return text.replace(TIME, '') === '';
}

function merge(a: HeadLine, b: HeadLine): HeadLine {
  return {
    published: a.published ?? b.published,
    updated: a.updated ?? b.updated,
    author: a.author ?? b.author,
    isLabelled: a.isLabelled || b.isLabelled,
  };
}
