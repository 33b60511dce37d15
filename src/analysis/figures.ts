/** Reads figures, in digits and words, and their units. */

import { MARKS } from '../core/model/analyzer.js';
import { between, type Word } from './word.js';
import { wordList } from './word-list.js';

const ENGLISH_COUNTS = new Map(
  wordList(`zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen`).map((word, i) => [word, i]),
);
const TENS = new Map(
  wordList('twenty thirty forty fifty sixty seventy eighty ninety').map((word, i) => [word, 10 * (i + 2)]),
);
const ORDINALS = new Map(
  wordList(`third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth`).map((word, i) => [word, i + 3]),
);
const SWAHILI_TENS = new Map(
  wordList('kumi ishirini thelathini arobaini hamsini sitini sabini themanini tisini').map((word, i) => [
    word,
    10 * (i + 1),
  ]),
);
const SWAHILI_COUNTS = new Map(
  Object.entries({
    1: 'moja mmoja',
    2: 'mbili wawili mawili viwili miwili',
    3: 'tatu watatu matatu vitatu mitatu',
    4: 'nne wanne manne vinne minne',
    5: 'tano watano matano vitano mitano',
    6: 'sita',
    7: 'saba',
    8: 'nane wanane manane vinane minane',
    9: 'tisa',
  }).flatMap(([count, words]) => wordList(words).map((word) => [word, Number(count)] as const)),
);
const HUNDRED = 100;
const LARGE_SCALES = new Map(
  Object.entries({
    1_000: 'thousand',
    1_000_000: 'million millions',
    1_000_000_000: 'billion billions',
    1_000_000_000_000: 'trillion trillions',
  }).flatMap(([scale, words]) => wordList(words).map((word) => [word, Number(scale)] as const)),
);
/** Scales that Swahili puts before the count. */
const SWAHILI_SCALES = new Map(
  Object.entries({
    100: 'mia',
    1_000: 'elfu',
    100_000: 'laki',
    1_000_000: 'milioni',
    1_000_000_000: 'bilioni',
    1_000_000_000_000: 'trilioni',
  }).flatMap(([scale, words]) => wordList(words).map((word) => [word, Number(scale)] as const)),
);
/** Scales written at the end of the digits; the long ones also after a space. */
const SHORT_SCALES = new Map([
  ['k', 1_000],
  ['m', 1_000_000],
  ['mn', 1_000_000],
  ['b', 1_000_000_000],
  ['bn', 1_000_000_000],
  ['tn', 1_000_000_000_000],
]);
const UNITS = new Map(
  Object.entries({
    kes: 'kes ksh kshs sh shs shilling shillings shilingi',
    usd: 'usd $ dollar dollars dola',
    eur: 'eur € euro euros yuro',
    gbp: 'gbp £',
    '%': '% percent pct asilimia',
  }).flatMap(([unit, words]) => wordList(words).map((word) => [word, unit] as const)),
);

/** True for the sign of a unit, which is no letter. */
export const isUnitSign = (value: string): boolean => value.length === 1 && UNITS.has(value);

/** What a figure is made of, lower case. */
interface Figure {
  readonly value: number;
  /** The number of words read, at least 1. */
  readonly count: number;
}

/** Replaces figures by their digits and units by one term each; a unit follows its figure, at the same place. */
export function readFigures(words: readonly Word[], text: string): readonly Word[] {
  const read: Word[] = [];
  for (let i = 0; i < words.length;) {
    const word = words[i];
    if (!word) break;
    const figure = word.term === null ? readFigure(words, text, i) : null;
    const unit = figure === null && word.term === null ? readUnit(words, text, i) : null;
    const count = figure?.count ?? unit?.count ?? 1;
    const last = words[i + count - 1] ?? word;
    if (figure) placeFigure(read, toFigureWord(figure.value, word, last), text);
    else if (unit) placeUnit(read, toUnitWord(unit.unit, word, last), text);
    else read.push(spellOrdinal(word));
    i += count;
  }
  return read;
}

const EARLY_ORDINALS: ReadonlyMap<string, string> = new Map([
  ['1st', 'first'],
  ['2nd', 'second'],
]);

/** Writes 1st and 2nd as the words, which mean more than the figures. */
function spellOrdinal(word: Word): Word {
  const normal = EARLY_ORDINALS.get(word.normal);
  return normal === undefined ? word : { ...word, normal, lemma: normal, marks: 0 };
}

const DIGITS = /^(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?:0|[1-9]\d*)(?:\.\d+)?)$/u;
const ORDINAL_DIGITS = /^(\d+)(?:st|nd|rd|th)$/u;
const MAX_DIGITS = 15;

function readFigure(words: readonly Word[], text: string, at: number): Figure | null {
  const { normal, value: typed } = words[at] as Word;
  if (/^\d/u.test(normal)) {
    const digits = readDigits(words, text, at);
    return digits && addHalf(words, text, at, digits);
  }
  const share = readShare(words, text, at);
  if (share !== null) return share;
  if (/^\p{Lu}\p{Ll}/u.test(typed) && isSwahiliNumber(normal)) return null;
  const ordinal = ORDINALS.get(normal);
  if (ordinal !== undefined) return { value: ordinal, count: 1 };
  if (ENGLISH_COUNTS.has(normal) || TENS.has(normal) || countsOne(words, text, at)) {
    return addHalf(words, text, at, readEnglish(words, text, at));
  }
  return isSwahiliNumber(normal) ? readSwahili(words, text, at) : null;
}

function isSwahiliNumber(normal: string): boolean {
  return SWAHILI_COUNTS.has(normal) || SWAHILI_TENS.has(normal) || SWAHILI_SCALES.has(normal);
}

/** Returns the word at a place if it follows the one before at once or after a space. */
function next(words: readonly Word[], text: string, at: number): string {
  const [left, right] = [words[at - 1], words[at]];
  return left && right && /^[ -]?$/u.test(between(text, left, right)) ? right.normal : '';
}

function readDigits(words: readonly Word[], text: string, at: number): Figure | null {
  const word = words[at] as Word;
  const ordinal = ORDINAL_DIGITS.exec(word.normal)?.[1];
  if (ordinal !== undefined) return Number(ordinal) < 3 ? null : { value: Number(ordinal), count: 1 };
  if (!DIGITS.test(word.normal) || word.normal.length > MAX_DIGITS) return null;
  const groups = countGroups(words, text, at);
  const typed = words.slice(at, at + groups).map(({ normal }) => normal);
  const value = Number(typed.join('').replaceAll(',', ''));
  const after = next(words, text, at + groups);
  const isAttached = words[at + groups]?.span.start === words[at + groups - 1]?.span.end;
  const short = isAttached || after.length > 1 ? SHORT_SCALES.get(after) : undefined;
  if (short !== undefined) return { value: value * short, count: groups + 1 };
  const scale = LARGE_SCALES.get(after) ?? (after === 'hundred' ? HUNDRED : undefined);
  return scale === undefined ? { value, count: groups } : { value: value * scale, count: groups + 1 };
}

const FIRST_GROUP = /^[1-9]\d{0,2}$/u;
const LATER_GROUP = /^\d{3}$/u;

/** Counts the groups of digits with a space between thousands: 5 000, 1 250 000. */
function countGroups(words: readonly Word[], text: string, at: number): number {
  if (!FIRST_GROUP.test(words[at]?.normal ?? '')) return 1;
  let groups = 1;
  for (;;) {
    const [left, right] = [words[at + groups - 1], words[at + groups]];
    if (!left || !right || between(text, left, right) !== ' ' || !LATER_GROUP.test(right.normal)) break;
    groups += 1;
  }
  return groups;
}

/** Reads twenty-one, thirty five thousand, two hundred and six. */
function readEnglish(words: readonly Word[], text: string, at: number): Figure | null {
  let total = 0;
  let current = 0;
  let i = at;
  let last = '';
  for (;;) {
    const word = i === at ? (words[i]?.normal ?? '') : next(words, text, i);
    const following = next(words, text, i + 1);
    const isJoined = word === 'and' && (last === 'hundred' || LARGE_SCALES.has(last));
    if (isJoined && (ENGLISH_COUNTS.has(following) || TENS.has(following))) {
      i += 1;
      last = word;
      continue;
    }
    const ten = TENS.get(word);
    const count = i === at && countsOne(words, text, at) ? 1 : ENGLISH_COUNTS.get(word);
    const scale = LARGE_SCALES.get(word);
    if (ten !== undefined && current % HUNDRED === 0) current += ten;
    else if (count !== undefined && canAdd(current, count)) current += count;
    else if (word === 'hundred' && current > 0 && current < HUNDRED) current *= HUNDRED;
    else if (scale !== undefined && current > 0 && (total === 0 || total % (scale * 1000) === 0)) {
      total += current * scale;
      current = 0;
    } else break;
    last = word;
    i += 1;
  }
  const value = total + current;
  return value === 1 ? null : { value, count: i - at };
}

/** True for the article of a million, a hundred and six. */
function countsOne(words: readonly Word[], text: string, at: number): boolean {
  const after = next(words, text, at + 1);
  return words[at]?.normal === 'a' && (after === 'hundred' || LARGE_SCALES.has(after));
}

/** Shares of a scale that follows. */
const SHARES = new Map([
  ['half', 0.5],
  ['quarter', 0.25],
  ['nusu', 0.5],
  ['robo', 0.25],
]);

/** Reads half a million, quarter of a million, nusu milioni. */
function readShare(words: readonly Word[], text: string, at: number): Figure | null {
  const share = SHARES.get(words[at]?.normal ?? '');
  if (share === undefined) return null;
  const isSmall = (word: string): boolean => word === 'of' || word === 'a' || word === 'ya';
  let scaleAt = at + 1;
  while (isSmall(next(words, text, scaleAt))) scaleAt += 1;
  const name = next(words, text, scaleAt);
  const scale = LARGE_SCALES.get(name) ?? SWAHILI_SCALES.get(name);
  return scale === undefined ? null : { value: share * scale, count: scaleAt + 1 - at };
}

/** Reads on after two in two and a half million. @param figure - `null` for one, which is no figure alone. */
function addHalf(words: readonly Word[], text: string, at: number, figure: Figure | null): Figure | null {
  const { value, count } = figure ?? { value: 1, count: 1 };
  const end = at + count;
  const [and, a, half, name = ''] = [0, 1, 2, 3].map((step) => next(words, text, end + step));
  const scale = LARGE_SCALES.get(name);
  if (scale === undefined || `${and} ${a} ${half}` !== 'and a half') return figure;
  return { value: (value + 0.5) * scale, count: count + 4 };
}

/** True if a count may follow what is read: after nothing, a hundred, or a ten. */
function canAdd(current: number, count: number): boolean {
  if (current % HUNDRED === 0) return true;
  return count > 0 && count < 10 && current % 10 === 0 && current % HUNDRED >= 20;
}

/** Reads kumi na mbili, elfu tano, milioni 4.5, mia tatu na hamsini. */
function readSwahili(words: readonly Word[], text: string, at: number): Figure | null {
  let value = 0;
  let i = at;
  let least = Infinity;
  for (;;) {
    const from = i === at ? i : next(words, text, i) === 'na' ? i + 1 : i;
    const word = from === at ? (words[from]?.normal ?? '') : next(words, text, from);
    if (from === i && i !== at) break;
    const part = readSwahiliPart(words, text, from, word);
    if (part === null || part.value >= least) break;
    value += part.value;
    least = part.least;
    i = from + part.count;
    if (least <= 1) break;
  }
  return i === at || (value === 1 && i - at === 1) ? null : { value, count: i - at };
}

/** One part of a Swahili figure, and the number below which the next part must stay. */
function readSwahiliPart(
  words: readonly Word[],
  text: string,
  at: number,
  word: string,
): (Figure & { readonly least: number }) | null {
  const ten = SWAHILI_TENS.get(word);
  if (ten !== undefined) return { value: ten, count: 1, least: 10 };
  const count = SWAHILI_COUNTS.get(word);
  if (count !== undefined) return { value: count, count: 1, least: 1 };
  const scale = SWAHILI_SCALES.get(word);
  if (scale === undefined) return null;
  const after = next(words, text, at + 1);
  if (DIGITS.test(after)) return { value: scale * Number(after.replaceAll(',', '')), count: 2, least: 1 };
  const counted = SWAHILI_COUNTS.get(after) ?? SWAHILI_TENS.get(after);
  return counted === undefined ? null : { value: scale * counted, count: 2, least: scale };
}

function readUnit(words: readonly Word[], text: string, at: number): { unit: string; count: number } | null {
  const normal = words[at]?.normal ?? '';
  if (normal === 'per' && next(words, text, at + 1) === 'cent') return { unit: '%', count: 2 };
  const unit = UNITS.get(normal);
  return unit === undefined ? null : { unit, count: 1 };
}

const SIGNIFICANT_DIGITS = 15;
const YEAR = /^(?:1\d|20)\d\d$/u;

function toFigureWord(value: number, first: Word, last: Word): Word {
  const digits = String(Number(value.toPrecision(SIGNIFICANT_DIGITS)));
  const isYear = first === last && YEAR.test(first.normal);
  return {
    ...merge(first, last),
    normal: digits,
    lemma: digits,
    term: digits,
    kind: isYear ? 'date' : 'figure',
    marks: isYear ? MARKS.date : MARKS.number,
  };
}

function toUnitWord(unit: string, first: Word, last: Word): Word {
  return { ...merge(first, last), normal: unit, lemma: unit, term: unit, kind: 'unit', marks: MARKS.number };
}

function merge(first: Word, last: Word): Word {
  return {
    ...first,
    span: { start: first.span.start, end: last.span.end },
    place: { start: first.place.start, end: last.place.end },
    partOfSpeech: 'NUM',
  };
}

/** The characters between a unit and its figure, and the other way round. */
const GAP_AFTER_UNIT = /^[ .-]{0,2}$/u;
const GAP_BEFORE_UNIT = /^[ -]?$/u;

/** Adds a figure, before a unit that was written before it. */
function placeFigure(words: Word[], figure: Word, text: string): void {
  const unit = words.at(-1);
  if (unit?.kind !== 'unit' || unit.isBeside || !GAP_AFTER_UNIT.test(between(text, unit, figure))) {
    words.push(figure);
    return;
  }
  words.push({ ...figure, kind: 'figure', marks: MARKS.number, isBeside: true });
}

function placeUnit(words: Word[], unit: Word, text: string): void {
  const figure = words.at(-1);
  const isFigure = figure !== undefined && !figure.isBeside && DIGITS.test(figure.term ?? '');
  if (!isFigure || !GAP_BEFORE_UNIT.test(between(text, figure, unit))) {
    words.push(unit);
    return;
  }
  words[words.length - 1] = { ...figure, kind: 'figure', marks: MARKS.number };
  words.push({ ...unit, isBeside: true });
}
