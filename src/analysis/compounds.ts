/** Spells out compounds, tags, handles, codes and links, so that their parts can be read as words. */

import type { Span } from '../core/model/article.js';
import { type Rewritten, Rewriter } from './rewriting.js';

/** Words that stand together as one. */
export interface Whole extends Span {
  /** True for letters before digits (KQ101), where the digits are no figure. */
  readonly isCode: boolean;
}

export interface SpelledOut extends Rewritten {
  /** In offsets of the text as spelled out. */
  readonly wholes: readonly Whole[];
}

const CHUNKS = /\S+/gu;
/** A longer chunk is no word that anyone types. */
const MAX_CHUNK = 400;
/** What a chunk must hold to be more than a word with punctuation around it. */
const IS_JOINED = /[#@_$]|[\p{L}\p{N}][-'./,:;!?][\p{L}\p{N}]|\p{Ll}\p{Lu}|\p{L}\d|\d\p{L}|\d\/[-=]/u;
const MAYBE_LINK = /@|:\/\/|www\.|\.[a-z]{2}/iu;
const LINK =
  /(?:https?:\/\/|www\.)[^\s<>"]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w@.-])(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+(?:com|org|net|info|africa|gov|edu|io|ke|ug|tz|rw|et|uk|za|ng|eu|int|tv|app)(?![\w-])(?:\/[^\s<>"]*)?/giu;
const TAG_OR_RUN =
  /[#@][\p{L}\p{N}_]+|\/[-=](?![\p{L}\p{N}])|US\$|[\p{L}\p{N}]+(?:[-_'/.,:;!?][\p{L}\p{N}]+)*/gu;
/** Letters of one name set apart: N A I V A S H A. */
const SPACED_LETTERS = /(?<![\p{L}\p{N}.'])\p{Lu}(?: \p{Lu}){3,}(?![\p{L}\p{N}'])/gu;
/** Codes with a space: KQ 101. A year is no part of one. */
const SPACED_CODES =
  /(?<![\p{L}\p{N}])(?!KES|KSH|SHS?|USD|EUR|GBP)\p{Lu}{2,4} (?!(?:19|20)\d\d)\d{2,4}(?![\p{L}\p{N}]|[.,:/-]\d)/gu;

/** @param text - Folded. */
export function spellOut(text: string): SpelledOut {
  const rewriter = new Rewriter(text);
  const wholes: Whole[] = [];
  const spaced = [...text.matchAll(SPACED_LETTERS)];
  for (const { 0: chunk, index } of text.matchAll(CHUNKS)) {
    joinSpaced(spaced, index, rewriter);
    if (chunk.length > MAX_CHUNK || !IS_JOINED.test(chunk)) continue;
    let at = 0;
    const links = MAYBE_LINK.test(chunk) ? [...chunk.matchAll(LINK)] : [];
    for (const link of links) {
      spellOutRuns(chunk.slice(at, link.index), index + at, rewriter, wholes);
      const trimmed = link[0].replace(/[.,;:!?)'"\]]+$/u, '');
      spellOutLink(trimmed, index + link.index, rewriter, wholes);
      at = link.index + trimmed.length;
    }
    spellOutRuns(chunk.slice(at), index + at, rewriter, wholes);
  }
  for (const { 0: code, index } of rewriter.text.matchAll(SPACED_CODES)) {
    wholes.push({ start: index, end: index + code.length, isCode: false });
  }
  return { text: rewriter.text, locate: (span) => rewriter.locate(span), wholes };
}

/** Joins the spaced letters that begin at `offset`. */
function joinSpaced(spaced: RegExpExecArray[], offset: number, rewriter: Rewriter): void {
  const [first] = spaced;
  if (first?.index !== offset) return;
  spaced.shift();
  for (let at = offset + 1; at < offset + first[0].length; at += 2) rewriter.replace(at, at + 1, '');
}

const NOT_ALPHANUMERIC = /[^\p{L}\p{N}]/gu;
const HOST = /(?<=^(?:https?:\/\/)?(?:www\.)?|@)[\w-]+(?:\.[\w-]+)+/iu;
const HYPHENATED = /[a-z\d]+(?:-[a-z\d]+)+/giu;

/** Blanks all but letters and digits; the whole of a link is its host, and that of a mail address the address. */
function spellOutLink(link: string, offset: number, rewriter: Rewriter, wholes: Whole[]): void {
  const start = rewriter.lengthAt(offset);
  const scheme = /^(?:https?:\/\/)?(?:www\.)?/iu.exec(link)?.[0] ?? '';
  const rest = link.slice(scheme.length).replace(NOT_ALPHANUMERIC, ' ');
  rewriter.replace(offset, offset + link.length, ' '.repeat(scheme.length) + rest);
  const host = HOST.exec(link);
  if (!host) return;
  const hostEnd = host.index + host[0].length;
  for (const label of host[0].matchAll(HYPHENATED)) {
    const from = start + host.index + label.index;
    wholes.push({ start: from, end: from + label[0].length, isCode: false });
  }
  wholes.push({ start: start + host.index, end: start + hostEnd, isCode: false });
  if (link.includes('@')) wholes.push({ start, end: start + hostEnd, isCode: false });
}

function spellOutRuns(text: string, offset: number, rewriter: Rewriter, wholes: Whole[]): void {
  for (const { 0: run, index } of text.matchAll(TAG_OR_RUN)) {
    const at = offset + index;
    if (run === 'US$') rewriter.replace(at, at + 2, '  ');
    else if (/^\/[-=]/u.test(run)) rewriter.replace(at, at + run.length, ' kes');
    else if (RANGE.test(run)) rewriter.replace(at + run.indexOf('-'), at + run.indexOf('-') + 1, ' ');
    else if (/^[#@]/u.test(run)) {
      rewriter.replace(at, at + 1, ' ');
      new RunSpeller(rewriter, wholes, true).spell(run.slice(1), at + 1);
    } else if (LETTER_AND_NUMBERS.test(run)) {
      for (const dot of run.matchAll(/\./gu)) rewriter.replace(at + dot.index, at + dot.index + 1, '');
    } else new RunSpeller(rewriter, wholes, false).spell(run, at);
  }
}

/** Two numbers with a hyphen, which are no date: 2019-2022, 3-1. */
const RANGE = /^\d+(?:[.,]\d+)*-\d+(?:[.,]\d+)*$/u;
/** B.1.617.2 */
const LETTER_AND_NUMBERS = /^\p{L}+(?:\.\d+){2,}$/u;
const PART_OR_SEPARATOR = /[\p{L}\p{N}]+|[^\p{L}\p{N}]/gu;
const CONTRACTION = /^(?:s|ll|re|ve|d|m)$/iu;
const CURRENCY_BEFORE_DIGITS = /^(?:k?shs?|kes|usd|ush|tsh|eur|gbp|us)(?=\d)/iu;
const LETTERS_THEN_DIGITS = /^\p{L}{2,}(?=\d+$)/u;
const DIGITS_THEN_UNIT = /^\d+(?=(?!st$|nd$|rd$|th$|s$)\p{L}{1,3}$)/iu;
const IS_YEAR = /^(?:19|20)\d\d$/u;
/** A shorter part of a name is no word of its own: McCarthy, eCitizen. */
const MIN_PART_CHARS = 3;

/** Spells out one run of letters, digits and single separators. */
class RunSpeller {
  readonly #rewriter: Rewriter;
  readonly #wholes: Whole[];
  readonly #isTag: boolean;
  /** The parts of the whole that is being read. */
  #parts: string[] = [];
  #start = 0;

  constructor(rewriter: Rewriter, wholes: Whole[], isTag: boolean) {
    this.#rewriter = rewriter;
    this.#wholes = wholes;
    this.#isTag = isTag;
  }

  spell(run: string, offset: number): void {
    const pieces = [...run.matchAll(PART_OR_SEPARATOR)];
    this.#start = this.#rewriter.lengthAt(offset);
    for (let i = 0; i < pieces.length; i += 2) {
      const { 0: part, index } = pieces[i] ?? { 0: '', index: 0 };
      const separator = pieces[i + 1];
      this.#spellPart(part, offset + index);
      const end = offset + index + part.length;
      if (separator) this.#separate(separator[0], end, part, pieces[i + 2]?.[0] ?? '');
      else this.#endWhole(end);
    }
  }

  #spellPart(part: string, at: number): void {
    const currency = this.#isTag ? undefined : CURRENCY_BEFORE_DIGITS.exec(part)?.[0];
    if (currency !== undefined) {
      this.#insertSpace(at + currency.length);
      this.#restart(at + currency.length);
      this.#spellPart(part.slice(currency.length), at + currency.length);
      return;
    }
    const split = DIGITS_THEN_UNIT.exec(part)?.[0] ?? LETTERS_THEN_DIGITS.exec(part)?.[0];
    if (split === undefined || (this.#isTag && DIGITS_THEN_UNIT.test(part))) {
      this.#spellCamel(part, at);
      return;
    }
    this.#spellCamel(split, at);
    this.#insertSpace(at + split.length);
    this.#parts.push(part.slice(split.length));
  }

  /** Splits RejectFinanceBill at its capitals. */
  #spellCamel(part: string, at: number): void {
    const words = part.split(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})|(?<=\p{Ll})(?=\d)/u);
    const isOne = words.length === 1 || (!this.#isTag && words.some((word) => word.length < MIN_PART_CHARS));
    if (isOne) return void this.#parts.push(part);
    let next = at;
    words.forEach((word, i) => {
      if (i > 0) this.#insertSpace(next);
      this.#parts.push(word);
      next += word.length;
    });
  }

  #separate(separator: string, at: number, left: string, right: string): void {
    const hasDigits = /\d$/u.test(left) && /^\d/u.test(right);
    if (separator === "'") {
      const isContraction = CONTRACTION.test(right) || (/^t$/iu.test(right) && /n$/iu.test(left));
      if (!isContraction && !/\d$/u.test(left)) this.#rewriter.replace(at, at + 1, '');
      else {
        this.#endWhole(at);
        this.#restart(at + 1);
      }
      return;
    }
    if (hasDigits) {
      this.#parts.push(separator);
      return;
    }
    if (separator === '-' || separator === '_') {
      this.#rewriter.replace(at, at + 1, ' ');
      return;
    }
    this.#endWhole(at);
    if (separator === '/') this.#rewriter.replace(at, at + 1, ' ');
    else if (needsSpace(separator, left, right)) this.#insertSpace(at + 1);
    this.#restart(at + 1);
  }

  #insertSpace(at: number): void {
    this.#rewriter.replace(at, at, ' ');
  }

  #restart(at: number): void {
    this.#parts = [];
    this.#start = this.#rewriter.lengthAt(at);
  }

  #endWhole(at: number): void {
    const [first = '', second = ''] = this.#parts;
    if (this.#parts.length > 1 && /^\p{L}/u.test(first)) {
      const isCode =
        !this.#isTag && this.#parts.length === 2 && /^\d+$/u.test(second) && !IS_YEAR.test(second);
      this.#wholes.push({ start: this.#start, end: this.#rewriter.lengthAt(at), isCode });
    }
    this.#parts = [];
  }
}

/** True where a writer forgot the space after a mark: `noon.The owner,Wafula`. */
function needsSpace(mark: string, left: string, right: string): boolean {
  if (mark === ':') return false;
  if (mark === ',') return /\p{L}$/u.test(left) || /^\p{L}/u.test(right);
  return /\p{L}{2}$/u.test(left) && /^\p{Lu}/u.test(right);
}
