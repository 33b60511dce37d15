import { type Rewritten, rewriteAll } from './rewriting.js';

const BEYOND_ASCII = /[^\0-\x7F]/u;
/** A letter with its combining marks, or any other character beyond ASCII. */
const TO_FOLD = /\p{L}[\u0300-\u036F]+|[^\0-\x7F]/gu;
const HAS_COMBINING_MARK = /[\u0300-\u036F]/u;
const CHARACTER_TO_FOLD = /[^\0-\x7F]/gu;
const APOSTROPHES = /[`´]/gu;
/** Soft hyphens, zero-width characters, variation selectors and skin tones. */
const INVISIBLE = /^[\u00AD\u200B-\u200F\u2060\uFE0E\uFE0F\uFEFF\u{1F3FB}-\u{1F3FF}]$/u;
const COMPATIBLE = /[\p{L}\p{M}\p{Nd}\uFF01-\uFF5E]/u;

/** Characters that Unicode does not decompose, and marks of punctuation. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '´': "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '\u00A0': ' ',
  '\u202F': ' ',
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ı: 'i',
};

/**
 * Replaces letters with accents, ligatures and full-width characters by plain ones, and curly marks by straight ones;
 * deletes invisible characters.
 */
export function foldText(text: string): Rewritten {
  if (!BEYOND_ASCII.test(text) && !text.includes('`')) return rewriteAll(text, /$^/gu, String);
  const plain = text.replace(APOSTROPHES, "'");
  return rewriteAll(plain, HAS_COMBINING_MARK.test(plain) ? TO_FOLD : CHARACTER_TO_FOLD, foldCharacter);
}

const FOLDED = new Map<string, string>();

function foldCharacter(character: string): string {
  let folded = FOLDED.get(character);
  if (folded === undefined) {
    folded = foldAnew(character);
    if (FOLDED.size < 10_000) FOLDED.set(character, folded);
  }
  return folded;
}

function foldAnew(character: string): string {
  if (INVISIBLE.test(character)) return '';
  const replacement = REPLACEMENTS[character];
  if (replacement !== undefined) return replacement;
  if (!COMPATIBLE.test(character)) return character;
  const plain = character.normalize('NFKD').replace(/[\u0300-\u036F]/gu, '');
  return Array.from(plain, (each) => REPLACEMENTS[each] ?? each).join('');
}
