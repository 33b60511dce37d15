import model from 'wink-eng-lite-web-model';
import winkNlp, { type ItsFunction } from 'wink-nlp';
import stemEnglish from 'wink-porter2-stemmer';
import {
  type AnalyzedQuestion,
  type AnalyzedSentence,
  type AnalyzedWord,
  type Analyzer,
  type Language,
  MARKS,
  type QuestionWord,
} from '../core/model/analyzer.js';
import type { Span } from '../core/model/article.js';
import { detectAnswerType } from './answer-type.js';
import { detectLanguage, STOP_WORDS, TELLTALE_WORDS } from './languages.js';
import { foldArabic, isArabic, stemArabic } from './stem-arabic.js';
import { findSwahiliStem, stemSwahili } from './swahili/stem-swahili.js';
import { findUnspacedWords, isUnspaced } from './unspaced.js';

/** A token that can become a term. */
interface Word {
  /** Lower case and folded. */
  readonly normal: string;
  /** The dictionary form, by part of speech. */
  readonly lemma: string;
  readonly isCapitalised: boolean;
  readonly marks: number;
  readonly span: Span;
  /** Universal, as wink-nlp tags it. */
  readonly partOfSpeech: string;
}

interface Parsed {
  readonly words: readonly Word[];
  /** One per sentence, each with at least one token. */
  readonly sentences: readonly Span[];
}

const LANGUAGES = ['en', 'sw'] as const;
const POSSESSIVE = /^'s?$/u;
const HAS_LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const LETTERS_ONLY = /^\p{L}+$/u;
const PLURAL_ACRONYM = /^\p{Lu}{2,}s$/u;
/** An acronym's plural typed in lower case: mps. */
const LOWER_CASE_PLURAL = /^([b-df-hj-np-tv-z]{2,})s$/u;
/** A word that no lexicon holds. */
const NO_WORD = 'qzxwvk';
/** The most words in a cache; a full cache is cleared. */
const MAX_CACHED_WORDS = 50_000;

/** Loads the language model, which takes about 0.1 s and 16 MB; one per thread is enough. */
export function createAnalyzer(): Analyzer {
  const nlp = winkNlp(model, ['sbd', 'pos']);
  // wink-nlp types these as methods of `its`, though they are plain functions for any collection.
  const its = nlp.its as unknown as {
    readonly lemma: ItsFunction<string>;
    readonly pos: ItsFunction<string>;
    readonly span: ItsFunction<[first: number, last: number]>;
    readonly uniqueId: ItsFunction<number>;
  };

  // wink-nlp numbers words beyond the lexicon of the model after those in it.
  const numberOf = (word: string): number => nlp.readDoc(word).tokens().out(its.uniqueId)[0] as number;
  const firstBeyondLexicon = numberOf(NO_WORD);
  const lemmaChecks = new Map<string, boolean>();
  // The lemma of a contraction without its apostrophe that ends in a full stop (`heve.`) points beyond the lexicon, to
  // an arbitrary word read before.
  const checkLemma = (lemma: string | undefined, lower: string | undefined): string | undefined => {
    if (lemma === undefined || lemma === lower) return lemma;
    let isKnown = lemmaChecks.get(lemma);
    if (isKnown === undefined) {
      if (lemmaChecks.size >= MAX_CACHED_WORDS) lemmaChecks.clear();
      lemmaChecks.set(lemma, (isKnown = numberOf(lemma) < firstBeyondLexicon));
    }
    return isKnown ? lemma : undefined;
  };

  const parse = (text: string): Parsed => {
    const folded = foldText(text);
    const read = nlp.readDoc(folded);
    const tokens = read.tokens();
    const values = tokens.out();
    const parts = tokens.out(its.pos);
    const lemmas = tokens.out(its.lemma);
    const spans = locateTokens(folded, values);

    const lower = values.map((value) => value.toLowerCase());
    const words: Word[] = [];
    const sentences: Span[] = [];
    for (const [first, last] of read.sentences().out(its.span) as [first: number, last: number][]) {
      const [sentence] = trimSpan(text, spans[first]?.start ?? 0, spans[last]?.end ?? 0);
      if (sentence) appendSentence(sentences, sentence);
      let startsSentence = true;
      for (let at = first; at <= last; at += 1) {
        const value = values[at] ?? '';
        const normal = toNormal(value, lower[at] ?? '');
        if (!HAS_LETTER_OR_DIGIT.test(normal) || POSSESSIVE.test(normal)) continue;
        if (isUnspaced(value)) {
          words.push(...splitUnspaced(text, spans[at] ?? { start: 0, end: 0 }));
          continue;
        }
        words.push({
          normal,
          lemma: toLemma(value, normal, checkLemma(lemmas[at], lower[at])),
          isCapitalised: CAPITAL.test(value),
          marks: markToken({ values, lower, parts }, at, startsSentence),
          span: spans[at] ?? { start: 0, end: 0 },
          partOfSpeech: parts[at] ?? 'X',
        });
        startsSentence = false;
      }
    }
    return { words, sentences };
  };

  const analyzeWords = (words: readonly Word[], language: Language): AnalyzedWord[] =>
    words
      .filter(({ normal }) => !STOP_WORDS[language].has(normal))
      .map((word) => ({ normal: word.normal, term: toTerm(word, language), marks: word.marks }));

  const isEnglishWord = (word: string): boolean => numberOf(word) < firstBeyondLexicon;

  return {
    splitSentences: (text) => [...parse(text).sentences],

    detectLanguage: (text) => detectLanguage(parse(text).words.map(({ normal }) => normal)),

    analyzePassage(text): AnalyzedSentence[] {
      const { words, sentences } = parse(text);
      const language = detectLanguage(words.map(({ normal }) => normal));
      return sentences.map((span) => ({
        span,
        words: analyzeWords(
          words.filter((word) => word.span.start >= span.start && word.span.end <= span.end),
          language,
        ),
      }));
    },

    analyzeHeadline(text) {
      const { words } = parse(text);
      return analyzeWords(words, detectLanguage(words.map(({ normal }) => normal)));
    },

    analyzePhrase: (text, language) => analyzeWords(parse(text).words, language).map(({ term }) => term),

    analyzeQuestion(text): AnalyzedQuestion {
      const { words } = parse(text);
      const normals = words.map(({ normal }) => normal);
      const language = detectLanguage(normals);
      const isMixed = LANGUAGES.every((each) => normals.some((normal) => TELLTALE_WORDS[each].has(normal)));
      const isStopWord = (normal: string): boolean =>
        STOP_WORDS[language].has(normal) ||
        (isMixed && LANGUAGES.some((each) => STOP_WORDS[each].has(normal)));
      const distinct = new Map<string, QuestionWord>();
      for (const word of words) {
        const { normal, span, marks } = word;
        const english = toTerm(word, 'en');
        const swahili = toTerm(word, 'sw');
        const isSwahili = findSwahiliStem(normal) !== null;
        const isSure = language === 'en' ? word.isCapitalised || isEnglishWord(normal) : isSwahili;
        const form = language === 'en' ? english : swahili;
        const forms = isSure ? [form] : [...new Set([form, swahili, english])];
        if (isStopWord(normal) || distinct.has(form)) continue;
        const singular = LOWER_CASE_PLURAL.exec(normal)?.slice(1) ?? [];
        distinct.set(form, {
          word: text.slice(span.start, span.end),
          normal,
          forms,
          otherForms: [...[swahili, english].filter((other) => !forms.includes(other)), ...singular],
          isName: (marks & MARKS.name) !== 0,
          span,
          count: 1,
          partOfSpeech: word.partOfSpeech,
        });
      }
      return { words: [...distinct.values()], asksFor: detectAnswerType(normals) };
    },

    readDates: () => [],

    isEnglishWord,

    isSwahiliWord: (word) => findSwahiliStem(word) !== null,
  };
}

/** Returns the words of a token in a script without spaces; nothing is known of them but their letters. */
function splitUnspaced(text: string, { start, end }: Span): Word[] {
  return findUnspacedWords(text.slice(start, end)).map((found): Word => {
    const span = { start: start + found.start, end: start + found.end };
    const normal = text.slice(span.start, span.end).toLowerCase();
    return { normal, lemma: normal, isCapitalised: false, marks: 0, span, partOfSpeech: 'X' };
  });
}

function toLemma(value: string, normal: string, lemma = normal): string {
  return LETTERS_ONLY.test(normal) && !PLURAL_ACRONYM.test(value) ? lemma.toLowerCase() : normal;
}

/** Returns a token in lower case, and the plural of an acronym as the acronym (MPs, MP). */
function toNormal(value: string, lower: string): string {
  if (isArabic(lower)) return foldArabic(lower);
  return PLURAL_ACRONYM.test(value) ? lower.slice(0, -1) : lower;
}

/** What is capitalised in a Swahili text and is no Swahili word is a name: its term is that in an English text. */
function toTerm({ normal, lemma, isCapitalised }: Word, language: Language): string {
  if (!LETTERS_ONLY.test(normal)) return normal;
  if (isArabic(normal)) return stemArabic(normal);
  if (language === 'en') return stemLemma(lemma);
  return findSwahiliStem(normal) ?? (isCapitalised ? stemLemma(lemma) : stemSwahili(normal));
}

/** A cache: texts repeat their words, and stemming one takes longer than looking it up. */
const STEMS = new Map<string, string>();

function stemLemma(lemma: string): string {
  let stem = STEMS.get(lemma);
  if (stem === undefined) {
    if (STEMS.size >= MAX_CACHED_WORDS) STEMS.clear();
    STEMS.set(lemma, (stem = stemEnglish(lemma)));
  }
  return stem;
}

/** Returns the span of each token in `text`; tokens are in the order of the text. */
function locateTokens(text: string, tokens: readonly string[]): Span[] {
  let at = 0;
  return tokens.map((token) => {
    const found = text.indexOf(token, at);
    const start = found < 0 ? at : found;
    at = Math.min(text.length, start + token.length);
    return { start, end: at };
  });
}

/** Joins a sentence to the one before if that ends where it begins: wink-nlp splits `Sh2.5`. */
function appendSentence(sentences: Span[], sentence: Span): void {
  const before = sentences.at(-1);
  if (before?.end === sentence.start) sentences[sentences.length - 1] = { ...before, end: sentence.end };
  else sentences.push(sentence);
}

function trimSpan(text: string, start: number, end: number): Span[] {
  const slice = text.slice(start, end);
  const trimmed = slice.trim();
  if (trimmed === '') return [];
  const trimmedStart = start + slice.indexOf(trimmed);
  return [{ start: trimmedStart, end: trimmedStart + trimmed.length }];
}

const APOSTROPHES = /[‘’ʼ`´]/gu;
const QUOTATION_MARKS = /[“”„«»]/gu;
const BEYOND_ASCII = /[^\0-\x7F]/gu;

/**
 * Replaces accented letters by plain ones and curly marks by straight ones, because wink-nlp does not recognise
 * the former as parts of words. Offsets stay the same.
 */
function foldText(text: string): string {
  return text.replace(APOSTROPHES, "'").replace(QUOTATION_MARKS, '"').replace(BEYOND_ASCII, foldCharacter);
}

function foldCharacter(character: string): string {
  const base = character.normalize('NFKD').replace(/\p{M}/gu, '');
  return base.length === character.length ? base : character;
}

/** The tokens of a text; entry i of each array describes token i. */
interface Tokens {
  /** As printed, folded. */
  readonly values: readonly string[];
  readonly lower: readonly string[];
  /** Universal part of speech, e.g. `PROPN`. */
  readonly parts: readonly string[];
}

const YEAR = /^(?:1\d|20)\d\ds?$/u;
const DIGIT = /\d/u;
const CAPITAL = /^\p{Lu}/u;
const wordSet = (list: string): Set<string> => new Set(list.trim().split(/\s+/u));
const MONTHS = wordSet(`january february march april may june july august september october november december
  januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba`);
const DAYS =
  wordSet(`monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight
  jumatatu jumanne jumatano alhamisi ijumaa jumamosi jumapili jana leo kesho juzi`);
const NUMBER_WORDS = wordSet(`one two three four five six seven eight nine ten eleven twelve thirteen fourteen
  fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
  thousand million billion trillion dozen
  moja mbili tatu nne tano sita saba nane tisa kumi mia elfu milioni bilioni`);
const BEFORE_PLACES = wordSet('in at from near to of katika nchini huko mjini kaunti');

/**
 * Returns what a token can answer, as a sum of {@link MARKS}.
 *
 * @param startsSentence - The first word of a sentence is capitalised whatever it is.
 */
function markToken({ values, lower, parts }: Tokens, at: number, startsSentence: boolean): number {
  const value = values[at] ?? '';
  const normal = lower[at] ?? '';
  if (DIGIT.test(normal)) return YEAR.test(normal) ? MARKS.date : MARKS.number;
  if (DAYS.has(normal)) return MARKS.date;
  if (NUMBER_WORDS.has(normal)) return MARKS.number;
  if (!CAPITAL.test(value)) return 0;
  if (MONTHS.has(normal)) return MARKS.date;
  if (STOP_WORDS.en.has(normal) || (startsSentence && parts[at] !== 'PROPN')) return 0;
  return BEFORE_PLACES.has(lower[at - 1] ?? '') ? MARKS.name + MARKS.place : MARKS.name;
}
