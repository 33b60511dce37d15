/** Knows words by what they are together: the whole of a hyphen, a tag or a link, and neighbours written as one. */

import { type AnalyzedWord, BESIDE, type Compound, type Language, MARKS } from '../core/model/analyzer.js';
import { joinInitials } from './acronyms.js';
import type { Whole } from './compounds.js';
import { stemSwahili } from './swahili/stem-swahili.js';
import { LETTERS_ONLY, stemLemma } from './terms.js';
import { between, type Word } from './word.js';
import { wordSet } from './word-list.js';

/** The words of a text with the wholes among them. */
interface SpelledWords {
  readonly words: readonly Word[];
  /** The text that was read. */
  readonly text: string;
  readonly wholes: readonly Whole[];
}

/** A whole with its parts. */
interface Joined {
  readonly normal: string;
  /** Distinct from {@link last}. */
  readonly first: Word;
  readonly last: Word;
  readonly isName: boolean;
}

/** Joins the parts of each whole that has two or more. */
export function joinWholes(words: readonly Word[], wholes: readonly Whole[]): Joined[] {
  return wholes.flatMap(({ start, end, isCode }): Joined[] => {
    const parts = words.filter(
      ({ place, isBeside }) => !isBeside && place.start >= start && place.end <= end,
    );
    const [first, last] = [parts[0], parts.at(-1)];
    if (isCode || !first || !last || parts.length < 2) return [];
    const normal = parts.map((part) => part.normal).join('');
    return [{ normal, first, last, isName: parts.every(({ marks }) => (marks & MARKS.name) !== 0) }];
  });
}

/** Adds each whole beside its last part. */
export function addWholes(
  analyzed: readonly AnalyzedWord[],
  kept: readonly Word[],
  joined: readonly Joined[],
  language: Language,
): AnalyzedWord[] {
  return analyzed.flatMap((word, i) => {
    const here = kept[i];
    const after = kept[i + 1];
    const ending = joined.filter(
      ({ first, last }) =>
        here !== undefined &&
        here.place.start >= first.place.start &&
        here.place.end <= last.place.end &&
        (after === undefined || after.place.start > last.place.start),
    );
    const added = ending.map(({ normal, isName }): AnalyzedWord => {
      return { normal, term: stemWhole(normal, language), marks: BESIDE + (isName ? MARKS.name : 0) };
    });
    return [word, ...added.filter(({ term }) => term !== word.term)];
  });
}

function stemWhole(normal: string, language: Language): string {
  if (!LETTERS_ONLY.test(normal)) return normal;
  return language === 'en' ? stemLemma(normal) : stemSwahili(normal);
}

/** In a longer question, only compounds that are written as such are looked for. */
const MAX_WORDS = 24;
/** The most words of a name that is looked for by its initials. */
const MAX_NAME_WORDS = 8;
/** The most neighbours that are read as one word. */
const MAX_JOINED = 3;
/** Words that begin or end a compound only where they are written with a hyphen. */
const APART =
  wordSet(`a an the i he she it we is are was be am to of in at on as if so no and or do did has had for from
  with who what how when where why which`);

/** Lists what the neighbours of a question are as one word, and the acronyms of the names of institutions. */
export function listCompounds(
  { words, text, wholes }: SpelledWords,
  typed: string,
  numberOf: (word: Word) => number | undefined,
): Compound[] {
  const found = new Map<string, Compound>();
  const add = (parts: readonly Word[], normal = parts.map((part) => part.normal).join('')): void => {
    const numbers = [...new Set(parts.flatMap((part) => numberOf(part) ?? []))];
    if (numbers.length === 0 || found.has(normal)) return;
    const forms = [...new Set([stemWhole(normal, 'en'), stemWhole(normal, 'sw')])];
    const span = { start: parts[0]?.span.start, end: parts.at(-1)?.span.end };
    const asTyped = typed.slice(span.start, span.end);
    found.set(normal, { normal, forms, typed: asTyped, isOne: !/[\s_-]/u.test(asTyped), words: numbers });
  };
  for (const { start, end } of wholes) {
    const parts = words.filter(
      ({ place, isBeside }) => !isBeside && place.start >= start && place.end <= end,
    );
    if (parts.length > 1) add(parts);
  }
  for (let at = 0; at < words.length && words.length <= MAX_WORDS; at += 1) {
    for (let count = 2; count <= MAX_JOINED; count += 1) {
      const parts = words.slice(at, at + count);
      if (parts.length < count || !areNeighbours(parts, text)) break;
      if (!parts.some(({ normal }) => APART.has(normal))) add(parts);
    }
    for (let count = 3; count <= MAX_NAME_WORDS && at + count <= words.length; count += 1) {
      const parts = words.slice(at, at + count);
      const initials = joinInitials(parts.map(({ normal }) => normal));
      if (initials !== '') add(parts, initials);
    }
  }
  return [...found.values()];
}

/** Half of a code with a space: H5 N1. */
const SHORT_CODE = /^\p{L}\d{1,2}$/u;

function areNeighbours(words: readonly Word[], text: string): boolean {
  return words.every((word, i) => {
    const before = words[i - 1];
    if (before === undefined) return true;
    const isPart =
      LETTERS_ONLY.test(before.normal) || [before, word].every(({ normal }) => SHORT_CODE.test(normal));
    return !word.isBeside && isPart && /^ ?$/u.test(between(text, before, word));
  });
}
