/** Reduces Arabic words to the form that their usual forms share. */

const ARABIC = /\p{Script=Arabic}/u;
/** Vowel marks, the letter that lengthens a line, and the ending of an indefinite object. */
const MARKS = /ا?ً|ًا|[\p{M}ـ]/gu;
const PREFIX = /^(?:وال|بال|كال|فال|ال|لل|و)/u;
const SUFFIX = /(?:ها|ان|ات|ون|ين|يه|ية|ه|ة|ي)$/u;
/** The fewest letters that a prefix or suffix leaves. */
const MIN_STEM_CHARS = 3;

/** True if the text holds Arabic letters. */
export function isArabic(text: string): boolean {
  return ARABIC.test(text);
}

/** Removes from an Arabic word what is seldom written, such as vowel marks. */
export function foldArabic(word: string): string {
  return word
    .replace(MARKS, '')
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/ى/gu, 'ي');
}

/** Strips the article and one ending (light10; Larkey, Ballesteros and Connell, SIGIR 2002). @param word - Folded. */
export function stemArabic(word: string): string {
  const bare = strip(word, PREFIX);
  return strip(bare, SUFFIX);
}

function strip(word: string, affix: RegExp): string {
  const rest = word.replace(affix, '');
  return rest.length < MIN_STEM_CHARS ? word : rest;
}
