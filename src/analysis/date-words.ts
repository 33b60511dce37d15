/** The words of dates, English and Swahili, in lower case. */

const toNumbers = (words: readonly string[]): ReadonlyMap<string, number> =>
  new Map(words.flatMap((line, i) => line.split(' ').map((word) => [word, i + 1] as const)));

/** From 1 for January. */
export const MONTH_NUMBERS = toNumbers([
  'january jan januari',
  'february feb februari',
  'march mar machi',
  'april apr aprili',
  'may mei',
  'june jun juni',
  'july jul julai',
  'august aug agosti',
  'september sept sep septemba',
  'october oct oktoba',
  'november nov novemba',
  'december dec desemba',
]);

/** From 1 for Monday. */
export const WEEKDAY_NUMBERS = toNumbers([
  'monday jumatatu',
  'tuesday jumanne',
  'wednesday jumatano',
  'thursday alhamisi',
  'friday ijumaa',
  'saturday jumamosi',
  'sunday jumapili',
]);

/** From 1 to 12; Swahili numbers with the prefixes of days, weeks, months and years. */
const COUNT_NUMBERS = toNumbers([
  'one a an moja mmoja',
  'two mbili miwili',
  'three tatu mitatu',
  'four nne minne',
  'five tano mitano',
  'six sita',
  'seven saba',
  'eight nane minane',
  'nine tisa',
  'ten kumi',
  'eleven',
  'twelve',
]);

/** The Swahili names of months by number: "mwezi wa nane" is August. */
export const NUMBERED_MONTHS: readonly string[] = [
  'kwanza',
  'pili',
  'tatu',
  'nne',
  'tano',
  'sita',
  'saba',
  'nane',
  'tisa',
  'kumi',
  'kumi na moja',
  'kumi na mbili',
];

/** Writes a pattern that matches any of the words, longer ones first. */
export function anyOf(words: Iterable<string>): string {
  return `(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`;
}

export const MONTH = anyOf(MONTH_NUMBERS.keys());
export const WEEKDAY = anyOf(WEEKDAY_NUMBERS.keys());
/** Matches what {@link readCount} reads. */
export const COUNT = `(?:\\d{1,2}|${anyOf(COUNT_NUMBERS.keys())})`;

/** Reads a number in digits or words. */
export function readCount(text: string): number {
  return COUNT_NUMBERS.get(text) ?? Number(text);
}
