/** Reduces Swahili words to the form that all forms of a word share. */

import { ADJECTIVES, NOUNS, IRREGULAR_NOUNS, VERB_FORMS, VERBAL_NOUNS, VERBS } from './words.js';

/**
 * Stems a Swahili word: a verb, whatever its prefixes and endings, and a noun made of it to the infinitive
 * (`waliochaguliwa`, `uchaguzi`, `kuchagua`), another noun to its singular (`vitabuni`, `kitabu`), and an adjective
 * to its bare form (`wakubwa`, `kubwa`).
 *
 * @param word - Lower case.
 */
export function stemSwahili(word: string): string {
  return findSwahiliStem(word) ?? stemByShape(word);
}

const MIN_CHARS = 3;
/** The most words in the cache; a full cache is cleared. */
const MAX_CACHED_WORDS = 50_000;
const STEMS = new Map<string, string | null>();

/**
 * Finds the stem of a form of a common Swahili word.
 *
 * @param word - Lower case.
 * @returns `null` if the word is no such form.
 */
export function findSwahiliStem(word: string): string | null {
  let stem = STEMS.get(word);
  if (stem === undefined) {
    if (STEMS.size >= MAX_CACHED_WORDS) STEMS.clear();
    STEMS.set(word, (stem = word.length < MIN_CHARS ? null : analyze(word)));
  }
  return stem;
}

function analyze(word: string): string | null {
  const place = stripLocative(word);
  return (
    findNoun(word) ??
    findNoun(place) ??
    findAdjective(word) ??
    findFiniteVerb(word) ??
    findVerbalNoun(word) ??
    findVerbalNoun(place)
  );
}

const toInfinitive = (verb: string): string => `ku${verb}`;

// Nouns ------------------------------------------------------------------------------------------------------------

/** Prefixes of plurals with those that the singular may have. */
const NUMBERS: readonly (readonly [plural: string, singulars: readonly string[]])[] = [
  ['wa', ['m', 'mw', 'mwa', 'mu']],
  ['we', ['mwe', 'mwi']],
  ['mi', ['m', 'mw', 'mu']],
  ['vi', ['ki', 'chi']],
  ['vy', ['ch', 'ky']],
  ['ma', ['', 'ji', 'j', 'u']],
  ['me', ['ji']],
  ['mb', ['ub', 'uw']],
  ['nd', ['ud', 'ul']],
  ['nj', ['uj']],
  ['ng', ['ug']],
  ['ny', ['', 'u']],
  ['nyi', ['wi']],
  ['p', ['up']],
  ['t', ['ut']],
  ['k', ['uk']],
  ['f', ['uf']],
  ['s', ['us']],
];

/** An adverb or abstract noun made of a noun: `kisiasa`, `ujambazi`. */
const MANNER = /^(?:ki|u)(?<noun>.{5,})$/u;

function findNoun(word: string): string | null {
  const irregular = IRREGULAR_NOUNS.get(word);
  if (irregular !== undefined) return irregular;
  if (NOUNS.has(word)) return word;
  for (const [prefix, singulars] of NUMBERS) {
    if (!word.startsWith(prefix)) continue;
    const rest = word.slice(prefix.length);
    const singular = singulars.map((each) => each + rest).find((each) => NOUNS.has(each));
    if (singular !== undefined) return singular;
  }
  const manner = MANNER.exec(word)?.groups?.['noun'] ?? '';
  if (NOUNS.has(manner)) return manner;
  return null;
}

const LOCATIVE = /(?<=[aeiou])ni$/u;

function stripLocative(word: string): string {
  const place = word.replace(LOCATIVE, '');
  return place.length < MIN_CHARS ? word : place;
}

const ADJECTIVE_PREFIX = /^(?:mw|ch|vy|nj|ny|m|n|wa|w|ki|vi|mi|ma|m|ji|j|u|ku|pa)/u;

function findAdjective(word: string): string | null {
  if (ADJECTIVES.has(word)) return word;
  const bare = word.replace(ADJECTIVE_PREFIX, '');
  return ADJECTIVES.has(bare) ? bare : null;
}

// Verbs ------------------------------------------------------------------------------------------------------------

const SUBJECT = '(?:ni|u|a|tu|m|mw|wa|i|li|ya|ki|vi|zi|ku|pa)';
const NEGATIVE_SUBJECT = '(?:si|hu|ha|hatu|ham|hawa|hau|hai|hali|haya|haki|havi|hazi|haku|hapa)';
const OBJECT = '(?:ni|ku|m|mw|mu|tu|wa|u|i|li|ya|ki|vi|zi|ji)?';
const RELATIVE = '(?:ye|o|cho|vyo|lo|yo|zo|po|ko|mo)';
const TENSE = '(?:na|li|me|ta|taka|ka|ki|nge|ngali|mesha|japo)';

/** What may stand before a verb of one of the shapes. */
const INFINITIVE = new RegExp(`^(?:ku|kw|kuto|kutoku)${OBJECT}$`, 'u');
const TENSED = new RegExp(`^${SUBJECT}${TENSE}${RELATIVE}?${OBJECT}$`, 'u');
const TENSED_SHORT = new RegExp(`^${SUBJECT}${TENSE}${RELATIVE}?ku$`, 'u');
const NEGATIVE = new RegExp(`^${NEGATIVE_SUBJECT}(?:ta|ku|ja|nge|ngali)?${OBJECT}$`, 'u');
const SUBJUNCTIVE = new RegExp(`^${SUBJECT}(?:si|ka)?${OBJECT}$`, 'u');
const IS_SUBJECT = new RegExp(`^${SUBJECT}$`, 'u');
const RELATIVE_ENDING = new RegExp(`${RELATIVE}$`, 'u');
const MAX_PREFIX_CHARS = 11;
/** The fewest letters of a verb without tense, which a noun resembles. */
const MIN_UNTENSED_CHARS = 4;

function findFiniteVerb(word: string): string | null {
  const verb = findNearestVerb(listVerbs(word), MAX_EXTENSIONS);
  return verb === null ? null : toInfinitive(verb);
}

/** Returns the verb in the list that is the fewest extensions from one of these, at most `max`. */
function findNearestVerb(verbs: readonly string[], max: number): string | null {
  for (let extensions = 0; extensions <= max; extensions += 1) {
    for (const verb of verbs) {
      const reduced = reduceVerb(verb, extensions);
      if (reduced !== null) return reduced;
    }
  }
  return null;
}

/** Lists what can be left of a word without the prefixes of a verb, the longest first. */
function listVerbs(word: string): string[] {
  const last = Math.min(MAX_PREFIX_CHARS, word.length - 2);
  return Array.from({ length: last + 1 }, (_, at) =>
    listVerbsAfter(word.slice(0, at), word.slice(at)),
  ).flat();
}

function listVerbsAfter(prefix: string, rest: string): string[] {
  if (INFINITIVE.test(prefix) || TENSED.test(prefix) || TENSED_SHORT.test(prefix)) return [rest];
  if (NEGATIVE.test(prefix)) return [rest, ...replaceEnding(rest, 'i')];
  if (rest.length < MIN_UNTENSED_CHARS) return [];
  if (prefix === 'hu') return [rest];
  if (!SUBJUNCTIVE.test(prefix)) return [];
  const relative = rest.replace(RELATIVE_ENDING, '');
  const isRelative = relative !== rest && relative.length >= MIN_UNTENSED_CHARS && IS_SUBJECT.test(prefix);
  return [...replaceEnding(rest, 'e'), ...(isRelative ? [relative] : [])];
}

/** Gives a verb that ends like that its usual ending. */
function replaceEnding(stem: string, ending: string): string[] {
  return stem.endsWith(ending) ? [`${stem.slice(0, -1)}a`] : [];
}

/** Endings that derive a verb with those that the verb itself may have; the longest first. */
const EXTENSIONS: readonly (readonly [derived: string, bases: readonly string[]])[] = [
  ['ikana', ['a', 'i', 'u', 'ia']],
  ['ekana', ['a', 'e', 'ea']],
  ['lisha', ['a']],
  ['lesha', ['a']],
  ['isha', ['a', 'i', 'u', 'ia', 'ika']],
  ['esha', ['a', 'e', 'ea', 'eka']],
  ['iza', ['a', 'i', 'u', 'ia']],
  ['eza', ['a', 'e', 'ea']],
  ['liwa', ['a', 'lia', 'la']],
  ['lewa', ['a', 'lea']],
  ['iwa', ['a', 'i', 'u', 'ia']],
  ['ewa', ['a', 'e', 'ea']],
  ['lika', ['a', 'la']],
  ['leka', ['a', 'lea']],
  ['ika', ['a', 'i', 'u', 'ia', 'ua']],
  ['eka', ['a', 'e', 'ea']],
  ['lia', ['a']],
  ['lea', ['a']],
  ['ia', ['a', 'i', 'u']],
  ['ea', ['a', 'e']],
  ['sha', ['ka', 'ta', '', 'a']],
  ['ana', ['a', 'i', '']],
  ['na', ['']],
  ['wa', ['a', '']],
  ['ka', ['', 'a']],
  ['uka', ['ua']],
  ['za', ['a', 'la']],
  ['ya', ['a']],
];
const MAX_EXTENSIONS = 3;
/** The fewest letters of a verb that an extension is stripped from. */
const MIN_EXTENDED_CHARS = 3;

/** Returns the verb in the list that a verb without prefixes is, or is derived from by at most `left` extensions. */
function reduceVerb(stem: string, left: number): string | null {
  if (VERBS.has(stem)) return stem;
  const form = VERB_FORMS.get(stem);
  if (form !== undefined) return form;
  if (left === 0) return null;
  for (const [derived, bases] of EXTENSIONS) {
    if (!stem.endsWith(derived)) continue;
    const root = stem.slice(0, -derived.length);
    for (const base of bases) {
      const candidate = root + base;
      if (candidate.length < MIN_EXTENDED_CHARS) continue;
      const verb = reduceVerb(candidate, left - 1);
      if (verb !== null) return verb;
    }
  }
  return null;
}

// Nouns made of verbs ----------------------------------------------------------------------------------------------

/** A class of nouns made of verbs: the prefixes, and the endings with those that the verb may have. */
interface VerbalClass {
  readonly prefixes: readonly string[];
  readonly endings: readonly (readonly [noun: string, verbs: readonly string[]])[];
  /** True if a verb of Arabic origin stays as it is (`majibu`). */
  readonly hasLoans: boolean;
}

/** Endings of what is done and how: `mgomo`, `kifo`, `ongezeko`, `ununuzi`, `ujenzi`. */
const ACTS = [
  ['o', ['a', 'i', 'e', 'u']],
  ['io', ['ia', 'i', 'iwa', 'ana']],
  ['zi', ['a', 'za', 'la', 'ga', 'da']],
  ['nzi', ['nga', 'nda', 'nza']],
] as const;
/** Endings of who does it and of qualities, beside those of {@link ACTS}: `mpishi`, `mshindi`, `mwimbaji`, `wizi`. */
const PERSONS = [
  ...ACTS,
  ['aji', ['a', 'ana']],
  ['shi', ['ka', 'sha', 'ta', 'cha']],
  ['vi', ['wa', 'va', 'ba', 'a']],
  ['vu', ['a', 'ka', 'za', 'wa']],
  ['fu', ['bu', 'ka', 'ta', 'pa', 'u', 'a']],
  ['ivu', ['ia']],
  ['ifu', ['ia', 'i']],
  ['i', ['a', 'i']],
  ['u', ['a', 'u']],
] as const;
/** Persons that are named by the verb itself: `mpiga`, `mshtakiwa`. */
const DOERS = [['a', ['a']]] as const;

const VERBAL_CLASSES: readonly VerbalClass[] = [
  { prefixes: [''], endings: [...ACTS, ['aji', ['a', 'ana']]], hasLoans: true },
  {
    prefixes: ['ma', 'mi'],
    endings: [...ACTS, ['aji', ['a', 'ana']], ['shi', ['ka', 'sha']]],
    hasLoans: true,
  },
  { prefixes: ['mw', 'mu', 'm', 'wa', 'w', 'u'], endings: PERSONS, hasLoans: true },
  { prefixes: ['ki', 'ch', 'vi', 'vy'], endings: ACTS, hasLoans: false },
  { prefixes: ['m', 'wa'], endings: DOERS, hasLoans: false },
];
/** The fewest letters before which a stem without prefix, a verb that stays as it is, and an ending prove little. */
const MIN_VERBAL_CHARS = 4;
/** The fewest letters of the stem of a noun made of a derived verb. */
const MIN_DERIVED_CHARS = 6;

function findVerbalNoun(word: string): string | null {
  for (const each of VERBAL_CLASSES) {
    for (const prefix of each.prefixes) {
      const verb = word.startsWith(prefix) ? findVerbOfNoun(word.slice(prefix.length), each) : null;
      if (verb !== null) return toInfinitive(verb);
    }
  }
  return null;
}

function findVerbOfNoun(stem: string, { endings, hasLoans }: VerbalClass): string | null {
  const irregular = VERBAL_NOUNS.get(stem);
  if (irregular !== undefined) return irregular;
  const isLong = stem.length >= MIN_VERBAL_CHARS;
  if (hasLoans && isLong && VERBS.has(stem) && !stem.endsWith('a')) return stem;
  const verbs = endings
    .filter(([ending]) => stem.endsWith(ending) && (isLong || ending === 'o'))
    .flatMap(([ending, verbEndings]) => verbEndings.map((each) => stem.slice(0, -ending.length) + each));
  return findNearestVerb(verbs, stem.length >= MIN_DERIVED_CHARS ? MAX_EXTENSIONS : 0);
}

// Words beyond the lists -------------------------------------------------------------------------------------------

/** The fewest letters of a word that is stemmed by its shape. */
const MIN_SHAPED_CHARS = 5;
const VERB_SHAPE = new RegExp(
  `^(?:ku(?=.{4})|${SUBJECT}(?:na|li|me|ta)${RELATIVE}?|${NEGATIVE_SUBJECT}(?:ta|ku|ja)?)(?<stem>[a-z']{3,}a)$`,
  'u',
);
const PASSIVE = /(?<=[aeiou])(?:l[ie])?wa$|(?<=[^aeiou])wa$/u;

/** Prefixes of plurals with that of the singular, for nouns beyond the lists; in this order. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/^wana(?=[^aeiou])/u, 'mwana'],
  [/^wa(?=[aeiou])/u, 'mw'],
  [/^wa(?=[^aeiou])/u, 'm'],
  [/^mi(?=[aeiou])/u, 'mw'],
  [/^mi(?=[^aeiou])/u, 'm'],
  [/^vi(?=[^aeiou])/u, 'ki'],
  [/^vy(?=[aeiou])/u, 'ch'],
  [/^ma(?=[^aeiou])/u, ''],
];

function stemByShape(word: string): string {
  if (word.length < MIN_SHAPED_CHARS) return word;
  const verb = VERB_SHAPE.exec(word)?.groups?.['stem'];
  if (verb !== undefined) return toInfinitive(verb.replace(PASSIVE, 'a'));
  const noun = word.length > MIN_SHAPED_CHARS ? stripLocative(word) : word;
  const shape = SHAPES.find(([plural]) => plural.test(noun));
  return shape ? noun.replace(...shape) : noun;
}
