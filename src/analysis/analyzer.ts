import model from 'wink-eng-lite-web-model';
import winkNlp, { type ItsFunction } from 'wink-nlp';
import stemEnglish from 'wink-porter2-stemmer';
import {
  type AnalyzedQuestion,
  type AnalyzedSentence,
  type AnalyzedWord,
  type Analyzer,
  type AnswerType,
  type Language,
  MARKS,
  type QuestionWord,
} from '../core/model/analyzer.js';
import type { Span } from '../core/model/article.js';
import { detectLanguage, stemSwahili, STOP_WORDS, TELLTALE_WORDS } from './languages.js';
import { readTraits } from './sentence-traits.js';
import { splitSentences } from './sentences.js';
import { asksForSpeech, isVerbOfSpeech } from './speech.js';

/** A token that can become a term. */
interface Word {
  /** Lower case and folded. */
  readonly normal: string;
  /** The dictionary form, by part of speech. */
  readonly lemma: string;
  readonly marks: number;
  readonly span: Span;
  /** Universal, as wink-nlp tags it. */
  readonly partOfSpeech: string;
  /** The number of the sentence in which it begins. */
  readonly sentence: number;
}

interface Parsed {
  readonly words: readonly Word[];
  /** From {@link splitSentences}. */
  readonly sentences: readonly Span[];
}

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
  const nlp = winkNlp(model, ['pos']);
  // wink-nlp types these as methods of `its`, though they are plain functions for any collection.
  const its = nlp.its as unknown as {
    readonly lemma: ItsFunction<string>;
    readonly pos: ItsFunction<string>;
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
    const sentences = splitSentences(text);
    let sentence = -1;
    let startsSentence = true;
    values.forEach((value, at) => {
      const span = spans[at] ?? { start: 0, end: 0 };
      while (span.start >= (sentences[sentence + 1]?.start ?? Infinity)) {
        sentence += 1;
        startsSentence = true;
      }
      const normal = toNormal(value, lower[at] ?? '');
      if (!HAS_LETTER_OR_DIGIT.test(normal) || POSSESSIVE.test(normal)) return;
      words.push({
        normal,
        lemma: toLemma(value, normal, checkLemma(lemmas[at], lower[at])),
        marks: markToken({ values, lower, parts }, at, startsSentence),
        span,
        partOfSpeech: parts[at] ?? 'X',
        sentence,
      });
      startsSentence = false;
    });
    return { words, sentences };
  };

  const analyzeWords = (words: readonly Word[], language: Language): AnalyzedWord[] =>
    words
      .filter(({ normal }) => !STOP_WORDS[language].has(normal))
      .map((word) => ({ normal: word.normal, term: toTerm(word, language), marks: word.marks }));

  return {
    splitSentences,

    detectLanguage: (text) => detectLanguage(parse(text).words.map(({ normal }) => normal)),

    analyzePassage(text): AnalyzedSentence[] {
      const { words, sentences } = parse(text);
      const language = detectLanguage(words.map(({ normal }) => normal));
      const wordsIn = sentences.map((): Word[] => []);
      for (const word of words) wordsIn[word.sentence]?.push(word);
      return sentences.map((span, i) => {
        const here = wordsIn[i] ?? [];
        const normals = here.map(({ normal }) => normal);
        const traits = readTraits(text.slice(span.start, span.end), normals);
        const asksFor = traits.isQuestion ? detectAnswerType(normals) : null;
        return { span, ...traits, asksFor, words: analyzeWords(here, language) };
      });
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
      const isPlain = normals.some((normal) => TELLTALE_WORDS[language].has(normal));
      const isAboutSpeech = asksForSpeech(text);
      const distinct = new Map<string, QuestionWord>();
      for (const word of words) {
        const { normal, span, marks } = word;
        const form = toTerm(word, language);
        if (STOP_WORDS[language].has(normal) || distinct.has(form)) continue;
        if (isAboutSpeech && isVerbOfSpeech(normal)) continue;
        const other = toTerm(word, language === 'en' ? 'sw' : 'en');
        const singular = LOWER_CASE_PLURAL.exec(normal)?.slice(1) ?? [];
        distinct.set(form, {
          word: text.slice(span.start, span.end),
          normal,
          forms: isPlain ? [form] : [...new Set([form, other])],
          otherForms: [...(isPlain && form !== other ? [other] : []), ...singular],
          isName: (marks & MARKS.name) !== 0,
          span,
          count: 1,
          partOfSpeech: word.partOfSpeech,
        });
      }
      return {
        words: [...distinct.values()],
        asksFor: detectAnswerType(normals),
        asksForSpeech: isAboutSpeech,
      };
    },

    readDates: () => [],

    isEnglishWord: (word) => numberOf(word) < firstBeyondLexicon,
  };
}

function toLemma(value: string, normal: string, lemma = normal): string {
  return LETTERS_ONLY.test(normal) && !PLURAL_ACRONYM.test(value) ? lemma.toLowerCase() : normal;
}

/** Returns a token in lower case, and the plural of an acronym as the acronym (MPs, MP). */
function toNormal(value: string, lower: string): string {
  return PLURAL_ACRONYM.test(value) ? lower.slice(0, -1) : lower;
}

function toTerm({ normal, lemma }: Word, language: Language): string {
  if (!LETTERS_ONLY.test(normal)) return normal;
  return language === 'en' ? stemLemma(lemma) : stemSwahili(normal);
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

/** Tried in this order on the words of a question, in lower case with a space before and after each. */
const PATTERNS: readonly (readonly [AnswerType, RegExp])[] = [
  ['number', / how (?:many|much|old|long|far|tall|big|large|high|deep|fast|often) /u],
  [
    'number',
    / what (?:is the |was the |are the )?(?:percentage|percent|number|population|age|price|cost|amount|height|length|area|size|distance|total|score) /u,
  ],
  ['number', / (?:ngapi|wangapi|mangapi|vingapi|kiasi) /u],
  ['date', / (?:when|lini|mwaka gani|siku gani|tarehe gani) /u],
  ['date', / (?:what|which) (?:year|date|day|month|time|century|decade|era|period) /u],
  ['name', / (?:who|whom|whose|nani|akina) /u],
  ['place', / (?:where|wapi) /u],
  [
    'place',
    / (?:what|which) (?:country|countries|city|cities|town|state|continent|county|counties|province|district|place|region|village|nation|location|part|river|lake|mountain|island|constituency) /u,
  ],
  ['name', / (?:what|which) .*name /u],
  ['name', / which /u],
];

/** @param words - Lower case, in the order of the question. */
function detectAnswerType(words: readonly string[]): AnswerType | null {
  const question = ` ${words.join(' ')} `;
  return PATTERNS.find(([, pattern]) => pattern.test(question))?.[0] ?? null;
}
