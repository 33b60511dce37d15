/** Turns tokens into terms: the form by which the index knows a word. */

import stemEnglish from 'wink-porter2-stemmer';
import type { Language } from '../core/model/analyzer.js';
import { isUnitSign } from './figures.js';
import { STOP_WORDS } from './languages.js';
import { foldArabic, isArabic, stemArabic } from './stem-arabic.js';
import { findSwahiliStem, stemSwahili } from './swahili/stem-swahili.js';
import type { Word } from './word.js';

/** wink-nlp leaves a possessive on a word that it has once read with it. */
const ATTACHED_POSSESSIVE = /^(.{2,})'s?$/u;
const HAS_LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const EMOJI = /^(?![©®™])(?:\p{Extended_Pictographic}|\p{RI})/u;
/** Letters with full stops: U.S., Dr., M.P.s. */
const DOTTED = /^\p{L}+\.(?:\p{L}\.)*\p{L}?$/u;
export const LETTERS_ONLY = /^\p{L}+$/u;
const PLURAL_ACRONYM = /^\p{Lu}{2,}s$/u;
export const CAPITAL = /^\p{Lu}/u;
/** The most words in a cache; a full cache is cleared. */
export const MAX_CACHED_WORDS = 50_000;

export function toLemma(value: string, normal: string, lemma = normal): string {
  const past = BRITISH_PASTS.get(normal);
  if (past !== undefined) return past;
  const isInflected = LETTERS_ONLY.test(normal) && !PLURAL_ACRONYM.test(value) && !/[.']/u.test(value);
  if (!isInflected) return normal;
  return LOST_E.exec(normal)?.[1] === lemma ? `${lemma}e` : lemma.toLowerCase();
}

/** A form in -ed or -ing of a short verb, which keeps its consonant single only where the verb ends in -e: fined, riding. */
const LOST_E = /^([^aeiou]*[aeiou][^aeiouwxy])(?:ed|ing)$/u;

/** Past forms in -t, which wink-nlp does not know. */
const BRITISH_PASTS = new Map(['burn', 'learn', 'dream', 'lean', 'leap'].map((verb) => [`${verb}t`, verb]))
  .set('spelt', 'spell')
  .set('spilt', 'spill')
  .set('spoilt', 'spoil');

/** Returns a token in lower case without the full stops of an abbreviation, and an acronym's plural as the acronym. */
export function toNormal(value: string, lower: string): string {
  if (isArabic(lower)) return foldArabic(lower);
  const isDotted = value.includes('.') && DOTTED.test(value);
  const plain = isDotted ? lower.replaceAll('.', '') : lower.replace(ATTACHED_POSSESSIVE, '$1');
  return PLURAL_ACRONYM.test(isDotted ? value.replaceAll('.', '') : value) ? plain.slice(0, -1) : plain;
}

export function isWord(normal: string): boolean {
  return HAS_LETTER_OR_DIGIT.test(normal) || isUnitSign(normal) || EMOJI.test(normal);
}

export function isStopWord({ normal, term }: Word, language: Language): boolean {
  return term === null && STOP_WORDS[language].has(normal);
}

/** What is capitalised in a Swahili text and is no Swahili word is a name: its term is that in an English text. */
export function toTerm({ value, normal, lemma, term }: Word, language: Language): string {
  if (term !== null) return term;
  if (!LETTERS_ONLY.test(normal)) return normal;
  if (isArabic(normal)) return stemArabic(normal);
  if (language === 'en') return stemLemma(lemma);
  return findSwahiliStem(normal) ?? (CAPITAL.test(value) ? stemLemma(lemma) : stemSwahili(normal));
}

/** A cache: texts repeat their words, and stemming one takes longer than looking it up. */
const STEMS = new Map<string, string>();

export function stemLemma(lemma: string): string {
  let stem = STEMS.get(lemma);
  if (stem === undefined) {
    if (STEMS.size >= MAX_CACHED_WORDS) STEMS.clear();
    STEMS.set(lemma, (stem = stemEnglish(lemma)));
  }
  return stem;
}
