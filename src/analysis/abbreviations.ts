/** Tells a full stop that ends a sentence from one that shortens a word, in English and Swahili. */

import { wordSet } from './word-list.js';

/** Titles and links, after which a sentence always goes on. */
const TITLES =
  wordSet(`mr mrs ms dr prof rev revd hon gov sen rep amb gen maj col capt lt sgt cpl pte pvt brig adm cdr
  cmdr insp supt supdt const det fr pst ps sis bro msgr mgr rt pres atty adv eng arch cllr asst messrs mme mlle
  bw bi mhe mh dkt dk ndg mch mwl kard alh inj pd
  vs viz cf approx incl`);
/** The titles above that are in use without a capital. */
const LOWER_CASE_TITLES = wordSet('mr mrs ms dr prof hon rev vs viz cf approx incl dkt bw mhe');
/** After these a sentence goes on if a number follows. */
const BEFORE_NUMBERS =
  wordSet(`ksh kshs kes sh shs tsh tshs ush ushs usd no nos na uk p pp vol vols ch chap art arts sec
  secs reg regs para paras fig figs cap tel ext ca c circa s ss
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun`);
/** After these a sentence goes on unless a word follows that is no name. */
const BEFORE_NAMES = wordSet('st jr sr co sh mt ft rd ave blvd al esq dept univ bros v');
/** After these dotted abbreviations a sentence always goes on. */
const EXAMPLES = wordSet('e.g i.e k.m k.v');
const HOURS = wordSet('a.m p.m');
/** After these a capital begins a new sentence. */
const SUMMING_UP = wordSet('n.k etc');

/** Words that begin sentences and not names. */
const STARTERS =
  wordSet(`the a an he she it they we i you this that these those there but and or so if when while in on
  at for from by as of after before since although though however our his her its their my your no not nobody some many
  most all both each every one two three what who whose why how where which then now here to with without meanwhile
  yesterday today later also still yet only even under about during until because once another other such
  lakini kwa katika na yeye wao sisi mimi wewe hii hiyo huo huu hayo haya hili hilo huyu huyo hawa hao hizi hizo ni si
  baada kabla pia aidha hivyo basi wakati kama kila watu hata bado mara jana leo kesho kwenye wakazi ila ingawa`);
const SWAHILI_VERB = /^(?:a|wa|i|ya|ki|vi|li|u|zi)(?:li|na|me|ta)\p{Ll}{2,}$/u;
const DAY_OR_MONTH =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tues|wednes|thurs|fri|satur|sun)\p{Ll}*$/u;

const INITIAL = /^\p{Lu}$/u;
const DOTTED = /^\p{L}{1,3}(?:\.\p{L}{1,3})+$/u;
const CAPITAL = /^\p{Lu}/u;
const FIRST_WORD = /^(?:\p{L}{2,}|\p{L}(?=[\s,'’]))/u;
const DIGIT_IN_FIRST_WORD = /^\S*\d/u;

/**
 * Tells whether a full stop after a word may end a sentence.
 *
 * @param word - The letters and inner dots right before the full stop; may be empty.
 * @param next - The text that follows, from its first letter or digit.
 */
export function mayEndSentence(word: string, next: string): boolean {
  const lower = word.toLowerCase();
  if (isTitle(word, lower) || EXAMPLES.has(lower)) return false;
  if (HOURS.has(lower)) return CAPITAL.test(next) && !DAY_OR_MONTH.test(readFirstWord(next));
  if (BEFORE_NUMBERS.has(lower) && DIGIT_IN_FIRST_WORD.test(next)) return false;
  if (SUMMING_UP.has(lower)) return CAPITAL.test(next);
  const goesOnWithName = INITIAL.test(word) || DOTTED.test(word) || BEFORE_NAMES.has(lower);
  return !goesOnWithName || next === '' || isStarter(readFirstWord(next));
}

function isTitle(word: string, lower: string): boolean {
  return TITLES.has(lower) && (CAPITAL.test(word) || LOWER_CASE_TITLES.has(lower));
}

function isStarter(word: string): boolean {
  return STARTERS.has(word) || SWAHILI_VERB.test(word);
}

/** Returns the first word in lower case; `''` if there is none or it is an initial. */
function readFirstWord(text: string): string {
  return FIRST_WORD.exec(text)?.[0].toLowerCase() ?? '';
}
