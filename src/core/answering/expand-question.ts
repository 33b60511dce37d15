/** Expands a question into the terms to search for: its own, respelt, related and equivalent ones. */

import { hash32 } from '../arrays/hash.js';
import { asksOnly } from './asking-words.js';
import type { AnalyzedQuestion, Analyzer, AnswerType, Compound, QuestionWord } from '../model/analyzer.js';
import type { EquivalentPhrase, Equivalents, KnownWord, LoadedCorpus, Vocabulary } from '../model/corpus.js';
import type { SearchIndex, SearchTerm } from '../model/search-index.js';

export type TermOrigin = 'question' | 'spelling' | 'compound' | 'relative' | Equivalents['origin'];

interface ExpandedTerm extends SearchTerm {
  readonly origin: TermOrigin;
  /** As shown to members. */
  readonly text: string;
  /** The word or phrase of the question that it stands for. */
  readonly standsFor: string;
}

/** A word of a question with the terms to search for. */
export interface ExpandedWord {
  readonly asked: QuestionWord;
  /** As typed. */
  readonly word: string;
  readonly isName: boolean;
  readonly terms: readonly ExpandedTerm[];
  /** `hash32` of each term that counts as an occurrence of the word. */
  readonly hashes: readonly number[];
  /** The largest idf of the word's own or respelt terms, else of all its terms; 0 if the index holds none. */
  readonly weight: number;
}

export interface ExpandedQuestion {
  readonly words: readonly ExpandedWord[];
  readonly asksFor: AnswerType | null;
  /** True if it asks what somebody said; default: false. */
  readonly asksForSpeech?: boolean;
  /** The numbers of the {@link words} that have a hash, by hash. */
  readonly wordsByHash: ReadonlyMap<number, readonly number[]>;
  /** From the index; 0 if it holds no term. */
  readonly maxIdf: number;
  /** From {@link sumWeight}, of all words. */
  readonly totalWeight: number;
}

/** Chooses the terms to search for. */
export function expandQuestion(loaded: LoadedCorpus, analyzer: Analyzer, question: string): ExpandedQuestion {
  return expandWords(loaded, analyzer, analyzer.analyzeQuestion(question));
}

/** Chooses the terms to search for a question that is already analysed. */
export function expandWords(
  loaded: LoadedCorpus,
  analyzer: Analyzer,
  { words, compounds, asksFor, asksForSpeech = false }: AnalyzedQuestion,
): ExpandedQuestion {
  const equivalents = addEquivalents(loaded, analyzer, words);
  const held = compounds.filter(({ forms }) => forms.some((form) => loaded.index.idf(form) > 0));
  const joined = addCompounds(loaded.index, words, held);
  const shares = shareAsOne(words, held);
  const expanded = words.flatMap((word, i) =>
    expandWord(loaded, analyzer, word, [...(equivalents[i] ?? []), ...(joined[i] ?? [])]).map((each) =>
      weaken(each, shares[i] ?? 1),
    ),
  );
  const searched = expanded.filter(({ asked, weight }) => weight > 0 || !asksOnly(asked));
  return completeQuestion({ words: searched, asksFor, asksForSpeech }, loaded.index.maxIdf);
}

/** Adds the lookup and the totals that ranking needs for every passage. */
export function completeQuestion(
  { words, asksFor, asksForSpeech = false }: Pick<ExpandedQuestion, 'words' | 'asksFor' | 'asksForSpeech'>,
  maxIdf: number,
): ExpandedQuestion {
  return {
    words,
    asksFor,
    asksForSpeech,
    wordsByHash: indexByHash(words),
    maxIdf,
    totalWeight: sumWeight(words, maxIdf),
  };
}

/** Returns the numbers of the question's words that are among terms. @param hashes - `hash32` of each term. */
export function findWords(
  { wordsByHash }: Pick<ExpandedQuestion, 'wordsByHash'>,
  hashes: ArrayLike<number>,
): ReadonlySet<number> {
  return new Set(Array.from(hashes).flatMap((hash) => wordsByHash.get(hash) ?? []));
}

/** Lists each term once, with its largest boost. */
export function listSearchTerms(words: readonly ExpandedWord[]): SearchTerm[] {
  const boosts = new Map<string, number>();
  for (const { term, boost } of words.flatMap(({ terms }) => terms)) {
    boosts.set(term, Math.max(boost, boosts.get(term) ?? 0));
  }
  return [...boosts].map(([term, boost]) => ({ term, boost }));
}

/** The share of `maxIdf` that an unknown word weighs: unlike a name, it may be paraphrased in the corpus. */
const UNKNOWN_SHARE = 0.5;

/** Returns a word's weight; for one that the index lacks, `maxIdf` if it is a name, otherwise a share of it. */
export function weighWord({ weight, isName }: ExpandedWord, maxIdf: number): number {
  return weight || (isName ? maxIdf : maxIdf * UNKNOWN_SHARE);
}

/** Sums {@link weighWord} over words. */
export function sumWeight(words: readonly ExpandedWord[], maxIdf: number): number {
  return words.reduce((sum, word) => sum + weighWord(word, maxIdf), 0);
}

/** A term of a phrase that is equivalent to one in the question. */
interface AddedTerm extends ExpandedTerm {
  /** True if its occurrence counts as an occurrence of the whole phrase. */
  readonly isDistinctive: boolean;
}

/** Lists, for each word, the terms of the equivalents of its phrases, where a phrase within a longer one is ignored. */
function addEquivalents(
  loaded: LoadedCorpus,
  analyzer: Analyzer,
  words: readonly QuestionWord[],
): AddedTerm[][] {
  const { equivalents, index } = loaded;
  const found = words.flatMap((word, at) =>
    [...word.forms, ...word.otherForms]
      .flatMap((term) => equivalents.startingWith(term))
      .filter(({ phrase }) => standsAt(words, at, phrase))
      .filter(({ group, phrase }) => !isAcronym(group, phrase) || isTypedAsAcronym(loaded, analyzer, word))
      .map(({ group, phrase }) => ({ group, phrase, at, end: at + phrase.terms.length })),
  );
  const added = words.map((): AddedTerm[] => []);
  for (const { group, phrase, at, end } of found) {
    const isNested = found.some(
      (other) => other.at <= at && other.end >= end && other.end - other.at > end - at,
    );
    if (isNested) continue;
    const typed = words
      .slice(at, end)
      .map(({ word }) => word)
      .join(' ');
    const terms = group.phrases
      .filter((other) => canStandFor(other, phrase))
      .flatMap((other) => toAddedTerms(other, group, index, typed));
    for (const list of added.slice(at, end)) list.push(...terms);
  }
  return added;
}

function standsAt(words: readonly QuestionWord[], at: number, { terms }: EquivalentPhrase): boolean {
  return terms.every((term, i) => {
    const word = words[at + i];
    return word !== undefined && (word.forms.includes(term) || word.otherForms.includes(term));
  });
}

const HAS_CAPITALS = /\p{Lu}.*\p{Lu}/u;
const IN_LOWER_CASE = /^[^\p{Lu}]+$/u;

function isAcronym({ origin }: Equivalents, { text, terms }: EquivalentPhrase): boolean {
  return origin === 'acronym' && terms.length === 1 && HAS_CAPITALS.test(text) && !/\s/u.test(text);
}

/** True for a word in capitals, or one in lower case that is no everyday word. */
function isTypedAsAcronym(
  { vocabulary, glossary }: LoadedCorpus,
  analyzer: Analyzer,
  { word, normal }: QuestionWord,
): boolean {
  if (HAS_CAPITALS.test(word)) return true;
  if (!IN_LOWER_CASE.test(word) || analyzer.isEnglishWord(normal)) return false;
  const known = vocabulary.find(normal);
  const isEveryday = known !== undefined && !known.isName;
  return !isEveryday && !glossary.some(({ sw }) => sw.includes(normal));
}

/** The boost of a compound whose parts the index holds, too; any other compound stands for its parts alone. */
const COMPOUND_BOOST = 0.3;
const HAS_DIGIT = /\d/u;

/** Lists, for each word, what it makes with its neighbours as one word. @param compounds - Held by the index. */
function addCompounds(
  index: SearchIndex,
  words: readonly QuestionWord[],
  compounds: readonly Compound[],
): AddedTerm[][] {
  const added = words.map((): AddedTerm[] => []);
  for (const { normal, forms, typed, isOne, words: numbers } of compounds) {
    const hasAllParts = numbers.every((number) => words[number]?.forms.some((form) => index.idf(form) > 0));
    const boost = hasAllParts && !isOne && !HAS_DIGIT.test(normal) ? COMPOUND_BOOST : 1;
    const held = forms.filter((form) => index.idf(form) > 0);
    const terms = held.map((term): AddedTerm => {
      return { term, boost, origin: 'compound', text: normal, standsFor: typed, isDistinctive: true };
    });
    for (const number of numbers) added[number]?.push(...terms);
  }
  return added;
}

/** Returns each word's share of a word that was typed as one, 1 for the others. */
function shareAsOne(words: readonly QuestionWord[], compounds: readonly Compound[]): number[] {
  return words.map((_, i) => {
    const sizes = compounds.filter(({ isOne, words: parts }) => isOne && parts.includes(i));
    return 1 / Math.max(1, ...sizes.map(({ words: parts }) => parts.length));
  });
}

/** Lets a part of a word that was typed as one count as a share of it. */
function weaken(word: ExpandedWord, share: number): ExpandedWord {
  if (share === 1) return word;
  const terms = word.terms.map((term) =>
    term.origin === 'compound' ? term : { ...term, boost: term.boost * share },
  );
  return { ...word, terms, weight: word.weight * share };
}

function canStandFor(one: EquivalentPhrase, other: EquivalentPhrase): boolean {
  return one !== other && (one.language === null || one.language !== other.language);
}

/** Splits a phrase's boost of 1 equally among its terms. @returns `[]` if the index lacks one of them. */
function toAddedTerms(
  { text, terms }: EquivalentPhrase,
  { origin }: Equivalents,
  index: SearchIndex,
  typed: string,
): AddedTerm[] {
  const weights = terms.map((term) => index.idf(term));
  if (weights.includes(0)) return [];
  const rarest = terms[weights.indexOf(Math.max(...weights))];
  return terms.map((term) => {
    return { term, boost: 1 / terms.length, origin, text, standsFor: typed, isDistinctive: term === rarest };
  });
}

/** The boost of a related form that the stemmer does not conflate; `docs/ranking.md` has its effect. */
const RELATIVE_BOOST = 0.3;

/** The boost of a synonym beside a word that the index holds; `docs/ranking.md` has its effect. */
const SYNONYM_BOOST = 0.4;

function weakenSynonym(term: AddedTerm): AddedTerm {
  return term.origin === 'synonym' ? { ...term, boost: term.boost * SYNONYM_BOOST } : term;
}

/** @returns The word, or one entry per part if only its parts are known. */
function expandWord(
  loaded: LoadedCorpus,
  analyzer: Analyzer,
  word: QuestionWord,
  added: readonly AddedTerm[],
): ExpandedWord[] {
  const { index, vocabulary } = loaded;
  const standsFor = word.word;
  const typed = chooseForms(word, loaded).map((term): ExpandedTerm => {
    return { term, boost: 1, origin: 'question', text: standsFor, standsFor };
  });
  const isTypedHeld = typed.some(({ term }) => index.idf(term) > 0);
  const beside = isTypedHeld ? added.map(weakenSynonym) : added;
  const isHeld = isTypedHeld || beside.length > 0;
  const relatives = listRelatives(vocabulary, word.normal).map((known): ExpandedTerm => {
    const boost = isHeld ? RELATIVE_BOOST : 1;
    return { term: known.term, boost, origin: 'relative', text: writeWord(known), standsFor };
  });
  const isUnknown = !isHeld && relatives.length === 0 && word.kind === 'word';
  if (!isUnknown) return [completeWord(index, word, typed, beside, relatives)];
  const parts = splitWord(vocabulary, analyzer, word.normal);
  const respelt = parts.isClear ? [] : respell(loaded, analyzer, word);
  if (respelt.length > 0 || parts.words.length === 0) {
    return [completeWord(index, word, [...respelt, ...typed].slice(0, 1), beside, [])];
  }
  return parts.words.map(({ term, word: text }) =>
    completeWord(index, word, [{ term, boost: 1, origin: 'compound', text, standsFor }], [], []),
  );
}

/** @param chosen - Its own terms, or those instead of them. */
function completeWord(
  index: SearchIndex,
  asked: QuestionWord,
  chosen: readonly ExpandedTerm[],
  added: readonly AddedTerm[],
  relatives: readonly ExpandedTerm[],
): ExpandedWord {
  const terms = dropRepeats([...chosen, ...added, ...relatives]);
  const occurrences = [...chosen, ...added.filter(({ isDistinctive }) => isDistinctive), ...relatives];
  return {
    asked,
    word: asked.word,
    isName: asked.isName,
    terms: terms.map((term) => ({ ...term, boost: term.boost * Math.sqrt(asked.count) })),
    hashes: [...new Set(occurrences.map(({ term }) => hash32(term)))],
    weight: largestWeight(index, chosen) || largestWeight(index, terms),
  };
}

/** A part of this length or more counts though it is no English word. */
const CLEAR_PART_CHARS = 4;
const MIN_PART_CHARS = 3;
const MAX_PARTS = 3;

interface Parts {
  /** `[]` if the word has none. */
  readonly words: readonly KnownWord[];
  /** True if every part is long enough to be none by chance. */
  readonly isClear: boolean;
}

/** Splits an unknown word into the fewest words of the corpus; of two ways, takes that with the longest first part. */
function splitWord(vocabulary: Vocabulary, analyzer: Analyzer, word: string): Parts {
  const find = (part: string): KnownWord | undefined =>
    part.length >= CLEAR_PART_CHARS || analyzer.isEnglishWord(part) ? vocabulary.find(part) : undefined;
  const split = (rest: string, parts: number): KnownWord[] => {
    if (parts === 1) return [find(rest) ?? []].flat();
    for (let at = rest.length - MIN_PART_CHARS; at >= MIN_PART_CHARS; at -= 1) {
      const first = find(rest.slice(0, at));
      const others = first ? split(rest.slice(at), parts - 1) : [];
      if (first && others.length > 0) return [first, ...others];
    }
    return [];
  };
  for (let parts = 2; parts <= MAX_PARTS; parts += 1) {
    const words = split(word, parts);
    const isClear = words.length > 0 && words.every((each) => each.word.length >= CLEAR_PART_CHARS);
    if (words.length > 0) return { words, isClear };
  }
  return { words: [], isClear: false };
}

/** A word that is analysed otherwise within the question is known by what the corpus makes of it: lost, to lose. */
function chooseForms(
  { forms, otherForms, normal }: QuestionWord,
  { index, vocabulary }: LoadedCorpus,
): readonly string[] {
  if (forms.some((form) => index.idf(form) > 0)) return forms;
  const known = vocabulary.find(normal);
  if (known) return [known.term];
  return otherForms.length === 0 ? forms : otherForms;
}

/** Never corrects a word of either language: "killed" would become "called", and "rais" "rain". */
function respell(
  { vocabulary }: LoadedCorpus,
  analyzer: Analyzer,
  { word, normal, isName, span }: QuestionWord,
): ExpandedTerm[] {
  // The capital letter that begins a question proves no name.
  const isSurelyName = isName && span.start > 0;
  const isWord = analyzer.isEnglishWord(normal) || (!isSurelyName && analyzer.isSwahiliWord(normal));
  const known =
    (isSurelyName && vocabulary.completing(normal)) || (isWord ? undefined : vocabulary.nearest(normal));
  if (!known) return [];
  return [{ term: known.term, boost: 1, origin: 'spelling', text: writeWord(known), standsFor: word }];
}

/** Capitalises a name. */
function writeWord({ word, isName }: KnownWord): string {
  return isName ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

function largestWeight(index: SearchIndex, terms: readonly ExpandedTerm[]): number {
  return terms.reduce((largest, { term }) => Math.max(largest, index.idf(term)), 0);
}

function dropRepeats(terms: readonly ExpandedTerm[]): ExpandedTerm[] {
  const first = new Map<string, ExpandedTerm>();
  for (const each of terms) if (!first.has(each.term)) first.set(each.term, each);
  return [...first.values()].map(({ term, boost, origin, text, standsFor }) => {
    return { term, boost, origin, text, standsFor };
  });
}

const MIN_STEM_CHARS = 3;

/** Endings of country names and their adjectives, which a stemmer does not conflate. */
const ENDINGS: readonly (readonly [country: string, adjective: string])[] = [
  ['', 'n'],
  ['', 'an'],
  ['', 'ian'],
  ['', 'ese'],
  ['', 'i'],
  ['a', 'an'],
  ['a', 'ian'],
  ['e', 'ian'],
  ['y', 'ian'],
  ['o', 'ese'],
  ['o', 'an'],
  ['al', 'alese'],
  ['an', 'anese'],
  ['i', 'ian'],
  ['n', 'nian'],
  ['us', 'an'],
  ['land', 'ish'],
  ['ia', 'ish'],
];
const BOTH_WAYS = ENDINGS.flatMap(([country, adjective]) => [
  [country, adjective] as const,
  [adjective, country] as const,
]);

/**
 * Lists names in the corpus that are related to a word like Kenya, Kenyan and Kenyans to each other.
 *
 * @param word - Lower case and folded.
 */
function listRelatives(vocabulary: Vocabulary, word: string): KnownWord[] {
  const found = new Map<string, KnownWord>();
  const singular = word.replace(/s$/u, '');
  for (const base of new Set([word, singular])) {
    for (const [from, to] of BOTH_WAYS) {
      const stem = base.slice(0, base.length - from.length);
      if (stem.length < MIN_STEM_CHARS || !base.endsWith(from)) continue;
      for (const candidate of [stem + to, `${stem}${to}s`]) {
        const known = candidate === word ? undefined : vocabulary.find(candidate);
        if (known?.isName && !found.has(known.term)) found.set(known.term, known);
      }
    }
  }
  return [...found.values()];
}

function indexByHash(words: readonly ExpandedWord[]): ReadonlyMap<number, readonly number[]> {
  const numbers = new Map<number, number[]>();
  words.forEach(({ hashes }, i) => {
    for (const hash of hashes) numbers.set(hash, [...(numbers.get(hash) ?? []), i]);
  });
  return numbers;
}
