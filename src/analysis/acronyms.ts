/** A name and the acronym in parentheses after it, as printed. */
interface Acronym {
  readonly short: string;
  readonly long: string;
}

/** Acronyms of public life in Kenya that articles use without introducing them. */
export const COMMON_ACRONYMS: readonly Acronym[] = [
  ['AG', 'Attorney General'],
  ['AU', 'African Union'],
  ['CJ', 'Chief Justice'],
  ['CS', 'Cabinet Secretary'],
  ['DCI', 'Directorate of Criminal Investigations'],
  ['DG', 'Director General'],
  ['DP', 'Deputy President'],
  ['DPP', 'Director of Public Prosecutions'],
  ['EAC', 'East African Community'],
  ['EU', 'European Union'],
  ['IG', 'Inspector General'],
  ['IMF', 'International Monetary Fund'],
  ['MCA', 'Member of County Assembly'],
  ['MP', 'Member of Parliament'],
  ['NGO', 'non-governmental organisation'],
  ['NGO', 'non-governmental organization'],
  ['PM', 'Prime Minister'],
  ['PS', 'Principal Secretary'],
  ['UK', 'United Kingdom'],
  ['UN', 'United Nations'],
  ['US', 'United States'],
  ['VAT', 'value added tax'],
  ['WHO', 'World Health Organization'],
  ['WHO', 'World Health Organisation'],
].map(([short = '', long = '']) => ({ short, long }));

const IN_PARENTHESES = /\(([\p{Lu}][\p{Lu}\p{Ll}]{0,7}\p{Lu})s?\)/gu;
const MAX_WORDS_BEFORE = 14;
/** Finds the names that a text introduces with their acronyms: "Central Bank of Kenya (CBK)". */
export function findAcronyms(text: string): Acronym[] {
  return [...text.matchAll(IN_PARENTHESES)].flatMap(({ 1: short = '', index }) => {
    const before = text.slice(0, index).trimEnd().split(/\s+/u).slice(-MAX_WORDS_BEFORE);
    const long = matchInitials(before, short.replace(/\p{Ll}/gu, ''));
    return long === null ? [] : [{ short, long }];
  });
}

const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** Returns the last words whose initials spell `letters`, small words aside; `null` if they do not. */
function matchInitials(words: readonly string[], letters: string): string | null {
  let at = words.length;
  for (const letter of Array.from(letters).reverse()) {
    do at -= 1;
    while (at > 0 && isSmall(words[at]) && initialOf(words[at]) !== letter);
    if (at < 0 || initialOf(words[at]) !== letter) return null;
  }
  return words.slice(at).join(' ').replace(EDGES, '');
}

/** Words of a name that its acronym may skip. */
const SMALL_WORDS = new Set([
  'of',
  'and',
  'the',
  'for',
  'on',
  'in',
  'to',
  'a',
  'an',
  '&',
  'ya',
  'wa',
  'la',
  'na',
  'za',
  'cha',
  'kwa',
]);
function isSmall(word = ''): boolean {
  return SMALL_WORDS.has(word.toLowerCase());
}

/** Returns the letter of an acronym that a word accounts for; `''` for a lower-case word that is not small. */
function initialOf(word = ''): string {
  const initial = word.replace(EDGES, '').charAt(0);
  if (isSmall(word)) return initial.toUpperCase();
  return initial === initial.toUpperCase() ? initial : '';
}
