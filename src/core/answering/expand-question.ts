import { hash32 } from '../arrays/hash.js';
import type { AnalyzedQuestion, Analyzer, AnswerType, QuestionWord } from '../model/analyzer.js';
import type { EquivalentPhrase, Equivalents, KnownWord, LoadedCorpus, Vocabulary } from '../model/corpus.js';
import type { SearchIndex, SearchTerm } from '../model/search-index.js';

/** Why a term is searched for. */
export type TermOrigin = 'question' | 'spelling' | 'relative' | Equivalents['origin'];

/** A term that is searched for a word of the question. */
interface ExpandedTerm extends SearchTerm {
  readonly origin: TermOrigin;
  /** As it is shown. */
  readonly text: string;
  /** The word or phrase of the question that it stands for. */
  readonly standsFor: string;
}

/** A word of a question as the index knows it. */
export interface ExpandedWord {
  /** As typed. */
  readonly word: string;
  readonly isName: boolean;
  readonly terms: readonly ExpandedTerm[];
  /** `hash32` of each term that shows the word to be there. */
  readonly hashes: readonly number[];
  /** The largest weight among its terms; 0 when the index holds none of them. */
  readonly weight: number;
}

export interface ExpandedQuestion {
  readonly words: readonly ExpandedWord[];
  readonly asksFor: AnswerType | null;
  /** Each hash of {@link words} with the numbers of the words that it shows to be there. */
  readonly wordsByHash: ReadonlyMap<number, readonly number[]>;
  /** That of the index; 0 when it holds no term. */
  readonly maxIdf: number;
  /** The sum of what {@link words} count; see {@link sumWeight}. */
  readonly totalWeight: number;
}

/** What the form that the stemmer leaves apart counts; `docs/ranking.md` shows what it earns. */
const RELATIVE_BOOST = 0.3;

/** Chooses the terms that are searched for a question. */
export function expandQuestion(loaded: LoadedCorpus, analyzer: Analyzer, question: string): ExpandedQuestion {
  return expandWords(loaded, analyzer, analyzer.analyzeQuestion(question));
}

/** As {@link expandQuestion}, for the words of a text that were chosen before. */
export function expandWords(
  loaded: LoadedCorpus,
  analyzer: Analyzer,
  { words, asksFor }: AnalyzedQuestion,
): ExpandedQuestion {
  const added = addEquivalents(loaded, words);
  const expanded = words.map((word, i) => expandWord(loaded, analyzer, word, added[i] ?? []));
  return completeQuestion({ words: expanded, asksFor }, loaded.index.maxIdf);
}

/** Works out once what every passage is held against. */
export function completeQuestion(
  { words, asksFor }: Pick<ExpandedQuestion, 'words' | 'asksFor'>,
  maxIdf: number,
): ExpandedQuestion {
  return {
    words,
    asksFor,
    wordsByHash: indexByHash(words),
    maxIdf,
    totalWeight: sumWeight(words, maxIdf),
  };
}

/** Each term once, with the largest boost that it has. */
export function listSearchTerms(words: readonly ExpandedWord[]): SearchTerm[] {
  const boosts = new Map<string, number>();
  for (const { term, boost } of words.flatMap(({ terms }) => terms)) {
    boosts.set(term, Math.max(boost, boosts.get(term) ?? 0));
  }
  return [...boosts].map(([term, boost]) => ({ term, boost }));
}

/** Of a word that the index does not hold and that is no name: it may be said in another way. */
const UNKNOWN_SHARE = 0.5;

/** What a word counts; one that the index does not hold, a share of `maxIdf`. */
export function weighWord({ weight, isName }: ExpandedWord, maxIdf: number): number {
  return weight || (isName ? maxIdf : maxIdf * UNKNOWN_SHARE);
}

/** What words count together. */
export function sumWeight(words: readonly ExpandedWord[], maxIdf: number): number {
  return words.reduce((sum, word) => sum + weighWord(word, maxIdf), 0);
}

function indexByHash(words: readonly ExpandedWord[]): ReadonlyMap<number, readonly number[]> {
  const numbers = new Map<number, number[]>();
  words.forEach(({ hashes }, i) => {
    for (const hash of hashes) numbers.set(hash, [...(numbers.get(hash) ?? []), i]);
  });
  return numbers;
}

/** A term that an equivalent phrase adds to a word. */
interface AddedTerm extends ExpandedTerm {
  /** Tells of the phrase, rather than only being a part of it. */
  readonly isTelling: boolean;
}

function expandWord(
  loaded: LoadedCorpus,
  analyzer: Analyzer,
  word: QuestionWord,
  added: readonly AddedTerm[],
): ExpandedWord {
  const { index, vocabulary } = loaded;
  const standsFor = word.word;
  const own = chooseForms(word, index).map((term): ExpandedTerm => {
    return { term, boost: 1, origin: 'question', text: standsFor, standsFor };
  });
  const isHeld = [...own, ...added].some(({ term }) => index.idf(term) > 0);
  const relatives = listRelatives(vocabulary, word.normal).map((known): ExpandedTerm => {
    const boost = isHeld ? RELATIVE_BOOST : 1;
    return { term: known.term, boost, origin: 'relative', text: writeWord(known), standsFor };
  });
  const isLost = !isHeld && relatives.length === 0;
  const meant = isLost ? [...spell(loaded, analyzer, word), ...own].slice(0, 1) : own;
  const terms = dropRepeats([...meant, ...added, ...relatives]);
  const telling = [...meant, ...added.filter(({ isTelling }) => isTelling), ...relatives];
  return {
    word: word.word,
    isName: word.isName,
    terms,
    hashes: [...new Set(telling.map(({ term }) => hash32(term)))],
    weight: largestWeight(index, meant) || largestWeight(index, terms),
  };
}

function chooseForms({ forms, otherForms }: QuestionWord, index: SearchIndex): readonly string[] {
  const isHeld = forms.some((form) => index.idf(form) > 0);
  return isHeld || otherForms.length === 0 ? forms : otherForms;
}

/** A word that English has is not a misspelling of another. */
function spell(
  { vocabulary }: LoadedCorpus,
  analyzer: Analyzer,
  { word, normal }: QuestionWord,
): ExpandedTerm[] {
  const known = analyzer.isEnglishWord(normal) ? undefined : vocabulary.nearest(normal);
  if (!known) return [];
  return [{ term: known.term, boost: 1, origin: 'spelling', text: writeWord(known), standsFor: word }];
}

/** A name with a capital. */
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

/** The terms that equivalents of the question's phrases add, a list a word. */
function addEquivalents({ equivalents, index }: LoadedCorpus, words: readonly QuestionWord[]): AddedTerm[][] {
  const found = words.flatMap((word, at) =>
    [...word.forms, ...word.otherForms]
      .flatMap((term) => equivalents.startingWith(term))
      .filter(({ phrase }) => standsAt(words, at, phrase))
      .map(({ group, phrase }) => ({ group, phrase, at, end: at + phrase.terms.length })),
  );
  const added = words.map((): AddedTerm[] => []);
  for (const { group, phrase, at, end } of found) {
    const isPart = found.some(
      (other) => other.at <= at && other.end >= end && other.end - other.at > end - at,
    );
    if (isPart) continue;
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

function canStandFor(one: EquivalentPhrase, other: EquivalentPhrase): boolean {
  return one !== other && (one.language === null || one.language !== other.language);
}

function standsAt(words: readonly QuestionWord[], at: number, { terms }: EquivalentPhrase): boolean {
  return terms.every((term, i) => {
    const word = words[at + i];
    return word !== undefined && (word.forms.includes(term) || word.otherForms.includes(term));
  });
}

/** The words of a phrase share what it counts; the rarest of them tells of it. `[]` when one is not held. */
function toAddedTerms(
  { text, terms }: EquivalentPhrase,
  { origin }: Equivalents,
  index: SearchIndex,
  typed: string,
): AddedTerm[] {
  const weights = terms.map((term) => index.idf(term));
  if (weights.includes(0)) return [];
  const telling = terms[weights.indexOf(Math.max(...weights))];
  return terms.map((term) => {
    return { term, boost: 1 / terms.length, origin, text, standsFor: typed, isTelling: term === telling };
  });
}

const MIN_STEM_CHARS = 3;

/** Endings of a country's name and of what belongs to it, which a stemmer leaves apart. */
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
 * Names of the corpus that differ from a word as Kenya, Kenyan and Kenyans do.
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
