import model from 'wink-eng-lite-web-model';
import winkNlp, { type ItsFunction } from 'wink-nlp';
import stemEnglish from 'wink-porter2-stemmer';
import {
  type AnalyzedQuestion,
  type AnalyzedSentence,
  type AnalyzedWord,
  type Analyzer,
  BESIDE,
  type Compound,
  type Language,
  MARKS,
  type QuestionWord,
} from '../core/model/analyzer.js';
import type { Span } from '../core/model/article.js';
import { joinInitials } from './acronyms.js';
import { detectAnswerType } from './answer-type.js';
import { readQuestionDates } from './question-dates.js';
import { isMonthName, isWeekday, readDates } from './calendar.js';
import { spellOut, type Whole } from './compounds.js';
import { isUnitSign, readFigures } from './figures.js';
import { foldText } from './fold-text.js';
import { detectLanguage, STOP_WORDS, TELLTALE_WORDS } from './languages.js';
import { readTraits } from './sentence-traits.js';
import { splitSentences } from './sentences.js';
import { asksForSpeech, isVerbOfSpeech } from './speech.js';
import { foldArabic, isArabic, stemArabic } from './stem-arabic.js';
import { isNamedStopWord } from './stop-names.js';
import { findSwahiliStem, stemSwahili } from './swahili/stem-swahili.js';
import { writeTimes } from './times-of-day.js';
import { findUnspacedWords, isUnspaced } from './unspaced.js';
import { between, type Word } from './word.js';

interface Parsed {
  readonly words: readonly Word[];
  /** From {@link splitSentences}. */
  readonly sentences: readonly Span[];
  /** The text that was read. */
  readonly text: string;
  readonly wholes: readonly Whole[];
}

const LANGUAGES = ['en', 'sw'] as const;
const POSSESSIVE = /^'s?$/u;
/** wink-nlp leaves a possessive on a word that it has once read with it. */
const ATTACHED_POSSESSIVE = /^(.{2,})'s?$/u;
const HAS_LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const EMOJI = /^(?![©®™])(?:\p{Extended_Pictographic}|\p{RI})/u;
/** Letters with full stops: U.S., Dr., M.P.s. */
const DOTTED = /^\p{L}+\.(?:\p{L}\.)*\p{L}?$/u;
const LETTERS_ONLY = /^\p{L}+$/u;
const PLURAL_ACRONYM = /^\p{Lu}{2,}s$/u;
/** An acronym's plural typed in lower case: mps. */
const LOWER_CASE_PLURAL = /^([b-df-hj-np-tv-z]{2,})s$/u;
/** A word that no lexicon holds. */
const NO_WORD = 'qzxwvk';
/** The most words in a cache; a full cache is cleared. */
const MAX_CACHED_WORDS = 50_000;
/** The digits of a code such as kq101. */
const CODE_DIGITS = /^\p{L}+(\d+)$/u;

const wordSet = (list: string): Set<string> => new Set(list.trim().split(/\s+/u));

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

  const parse = (text: string, isQuestion = false): Parsed => {
    const folded = foldText(text);
    const timed = writeTimes(folded.text);
    const spelled = spellOut(timed.text);
    const read = nlp.readDoc(spelled.text);
    const tokens = read.tokens();
    const values = tokens.out();
    const parts = tokens.out(its.pos);
    const lemmas = tokens.out(its.lemma);
    const places = locateTokens(spelled.text, values);
    const spans = places.map((place) => folded.locate(timed.locate(spelled.locate(place))));

    const lower = values.map((value) => value.toLowerCase());
    const names = { values, isQuestion, text: spelled.text };
    const words: Word[] = [];
    const sentences = splitSentences(text);
    const ends = findLastTokens(sentences, spans);
    let sentence = -1;
    let startsSentence = true;
    values.forEach((value, at) => {
      const span = spans[at] ?? { start: 0, end: 0 };
      while (span.start >= (sentences[sentence + 1]?.start ?? Infinity)) {
        sentence += 1;
        startsSentence = true;
      }
      const normal = toNormal(value, lower[at] ?? '');
      if (!isWord(normal) || POSSESSIVE.test(normal)) return;
      if (isUnspaced(value)) {
        words.push(...splitUnspaced(value, span, places[at] ?? span));
        return;
      }
      const isName = isNamedStopWord(names, at, startsSentence, ends[sentence] ?? at);
      words.push({
        value,
        normal,
        lemma: toLemma(value, normal, checkLemma(lemmas[at], lower[at])),
        term: isName ? normal : null,
        kind: 'word',
        marks: isName ? MARKS.name : markToken({ values, lower, parts }, at, startsSentence),
        isBeside: false,
        span,
        place: places[at] ?? { start: 0, end: 0 },
        partOfSpeech: parts[at] ?? 'X',
      });
      startsSentence = false;
    });
    const { text: readText, wholes } = spelled;
    return { words: readExpressions(words, wholes, readText), sentences, text: readText, wholes };
  };

  const analyzeWords = (
    words: readonly Word[],
    language: Language,
    wholes: readonly Whole[],
  ): AnalyzedWord[] => {
    const kept = words.filter((word) => !isStopWord(word, language));
    const analyzed = kept.map((word) => toAnalyzed(word, language));
    return wholes.length === 0 ? analyzed : addWholes(analyzed, kept, joinWholes(words, wholes), language);
  };

  const isEnglishWord = (word: string): boolean => numberOf(word) < firstBeyondLexicon;

  return {
    splitSentences,

    detectLanguage: (text) => detectLanguage(parse(text).words.map(({ normal }) => normal)),

    analyzePassage(text): AnalyzedSentence[] {
      const { words, sentences, wholes } = parse(text);
      const language = detectLanguage(words.map(({ normal }) => normal));
      let next = 0;
      return sentences.map((span) => {
        const first = next;
        while ((words[next]?.span.start ?? Infinity) < span.end) next += 1;
        const here = words.slice(first, next);
        const normals = here.map(({ normal }) => normal);
        const traits = readTraits(text.slice(span.start, span.end), normals);
        const asksFor = traits.isQuestion ? detectAnswerType(normals) : null;
        return { span, ...traits, asksFor, words: analyzeWords(here, language, wholes) };
      });
    },

    analyzeHeadline(text) {
      const { words, wholes } = parse(text);
      return analyzeWords(words, detectLanguage(words.map(({ normal }) => normal)), wholes);
    },

    analyzePhrase: (text, language) => analyzeWords(parse(text).words, language, []).map(({ term }) => term),

    analyzeQuestion(text): AnalyzedQuestion {
      const parsed = parse(text, true);
      const { words } = parsed;
      const normals = words.map(({ normal }) => normal);
      const language = detectLanguage(normals);
      const isMixed = LANGUAGES.every((each) => normals.some((normal) => TELLTALE_WORDS[each].has(normal)));
      const isAboutSpeech = asksForSpeech(text);
      const isStop = (word: Word): boolean =>
        (isAboutSpeech && isVerbOfSpeech(word.normal)) ||
        isStopWord(word, language) ||
        (isMixed && LANGUAGES.some((each) => isStopWord(word, each)));
      const distinct = new Map<string, QuestionWord>();
      for (const word of words) {
        if (isStop(word)) continue;
        const form = toTerm(word, language);
        const known = distinct.get(form);
        if (known) {
          distinct.set(form, { ...known, count: known.count + 1 });
          continue;
        }
        const isSwahili = findSwahiliStem(word.normal) !== null;
        const isSure = language === 'en' ? CAPITAL.test(word.value) || isEnglishWord(word.normal) : isSwahili;
        distinct.set(form, toQuestionWord(word, text, language, isSure));
      }
      const numbers = new Map([...distinct.keys()].map((form, i) => [form, i]));
      const numberOfWord = (word: Word): number | undefined =>
        isStop(word) ? undefined : numbers.get(toTerm(word, language));
      return {
        words: [...distinct.values()],
        compounds: listCompounds(parsed, text, numberOfWord),
        asksFor: detectAnswerType(normals),
        asksForSpeech: isAboutSpeech,
      };
    },

    readDates: readQuestionDates,

    isEnglishWord,

    isSwahiliWord: (word) => findSwahiliStem(word) !== null,
  };
}

/** Returns the words of a token in a script without spaces; nothing is known of them but their letters. */
function splitUnspaced(value: string, span: Span, place: Span): Word[] {
  return findUnspacedWords(value).map((found): Word => {
    const normal = value.slice(found.start, found.end).toLowerCase();
    const isBroken = place.end - place.start !== span.end - span.start;
    return {
      value: normal,
      normal,
      lemma: normal,
      term: null,
      kind: 'word',
      marks: 0,
      isBeside: false,
      span: isBroken ? span : { start: span.start + found.start, end: span.start + found.end },
      place: { start: place.start + found.start, end: place.start + found.end },
      partOfSpeech: 'X',
    };
  });
}

function toLemma(value: string, normal: string, lemma = normal): string {
  const past = BRITISH_PASTS.get(normal);
  if (past !== undefined) return past;
  const isInflected = LETTERS_ONLY.test(normal) && !PLURAL_ACRONYM.test(value) && !/[.']/u.test(value);
  if (!isInflected) return normal;
  return LOST_E.exec(normal)?.[1] === lemma ? `${lemma}e` : lemma.toLowerCase();
}

/** A form in -ed or -ing of a short verb, which keeps its consonant single only where the verb ends in -e: fined, riding. */
const LOST_E = /^([^aeiou]*[aeiou][^aeiouwxy])(?:ed|ing)$/u;

/** Past forms in -t, which wink-nlp does not know. */
const BRITISH_PASTS = new Map(['burn', 'learn', 'dream', 'lean', 'leap'].map((verb) => [`${verb}t`, verb]))
  .set('spelt', 'spell')
  .set('spilt', 'spill')
  .set('spoilt', 'spoil');

/** Returns a token in lower case without the full stops of an abbreviation, and an acronym's plural as the acronym. */
function toNormal(value: string, lower: string): string {
  if (isArabic(lower)) return foldArabic(lower);
  const isDotted = value.includes('.') && DOTTED.test(value);
  const plain = isDotted ? lower.replaceAll('.', '') : lower.replace(ATTACHED_POSSESSIVE, '$1');
  return PLURAL_ACRONYM.test(isDotted ? value.replaceAll('.', '') : value) ? plain.slice(0, -1) : plain;
}

function isWord(normal: string): boolean {
  return HAS_LETTER_OR_DIGIT.test(normal) || isUnitSign(normal) || EMOJI.test(normal);
}

function isStopWord({ normal, term }: Word, language: Language): boolean {
  return term === null && STOP_WORDS[language].has(normal);
}

/** What is capitalised in a Swahili text and is no Swahili word is a name: its term is that in an English text. */
function toTerm({ value, normal, lemma, term }: Word, language: Language): string {
  if (term !== null) return term;
  if (!LETTERS_ONLY.test(normal)) return normal;
  if (isArabic(normal)) return stemArabic(normal);
  if (language === 'en') return stemLemma(lemma);
  return findSwahiliStem(normal) ?? (CAPITAL.test(value) ? stemLemma(lemma) : stemSwahili(normal));
}

function toAnalyzed(word: Word, language: Language): AnalyzedWord {
  const marks = word.marks + (word.isBeside ? BESIDE : 0);
  return { normal: word.normal, term: toTerm(word, language), marks };
}

/** @param isSure - True if its language is that of the question. */
function toQuestionWord(word: Word, text: string, language: Language, isSure: boolean): QuestionWord {
  const { normal, span, marks, kind, partOfSpeech } = word;
  const form = toTerm(word, language);
  const [swahili, english] = [toTerm(word, 'sw'), toTerm(word, 'en')];
  const forms = isSure ? [form] : [...new Set([form, swahili, english])];
  const singular = LOWER_CASE_PLURAL.exec(normal)?.slice(1) ?? [];
  const digits = CODE_DIGITS.exec(word.term ?? '')?.slice(1) ?? [];
  return {
    word: text.slice(span.start, span.end),
    normal,
    kind,
    forms,
    otherForms: [
      ...[...new Set([swahili, english])].filter((other) => !forms.includes(other)),
      ...singular,
      ...digits,
    ],
    isName: (marks & MARKS.name) !== 0,
    span,
    count: 1,
    partOfSpeech,
  };
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

/** Returns the number of the last token of each sentence. */
function findLastTokens(sentences: readonly Span[], spans: readonly Span[]): number[] {
  let at = 0;
  return sentences.map(({ end }) => {
    while ((spans[at + 1]?.start ?? Infinity) < end) at += 1;
    return at;
  });
}

/** Reads dates, figures and codes, which become terms of their own. */
function readExpressions(words: readonly Word[], wholes: readonly Whole[], text: string): readonly Word[] {
  return readFigures(readDates(nameCodes(words, wholes), text), text);
}

/** Makes the digits of a code stand for the code: KQ 101 from KQ101 is kq and kq101. */
function nameCodes(words: readonly Word[], wholes: readonly Whole[]): readonly Word[] {
  const codes = wholes.filter(({ isCode }) => isCode);
  if (codes.length === 0) return words;
  return words.map((word, i) => {
    const code = codes.find(({ end }) => end === word.place.end);
    const letters = words[i - 1];
    if (!code || letters?.place.start !== code.start) return word;
    const term = letters.normal + word.normal;
    return { ...word, term, marks: MARKS.name, span: { ...word.span, start: letters.span.start } };
  });
}

/** A whole with its parts. */
interface Joined {
  readonly normal: string;
  /** Distinct from {@link last}. */
  readonly first: Word;
  readonly last: Word;
  readonly isName: boolean;
}

/** Joins the parts of each whole that has two or more. */
function joinWholes(words: readonly Word[], wholes: readonly Whole[]): Joined[] {
  return wholes.flatMap(({ start, end, isCode }): Joined[] => {
    const parts = words.filter(
      ({ place, isBeside }) => !isBeside && place.start >= start && place.end <= end,
    );
    const [first, last] = [parts[0], parts.at(-1)];
    if (isCode || !first || !last || parts.length < 2) return [];
    const normal = parts.map((part) => part.normal).join('');
    return [{ normal, first, last, isName: parts.every(({ marks }) => (marks & MARKS.name) !== 0) }];
  });
}

/** Adds each whole beside its last part. */
function addWholes(
  analyzed: readonly AnalyzedWord[],
  kept: readonly Word[],
  joined: readonly Joined[],
  language: Language,
): AnalyzedWord[] {
  return analyzed.flatMap((word, i) => {
    const here = kept[i];
    const after = kept[i + 1];
    const ending = joined.filter(
      ({ first, last }) =>
        here !== undefined &&
        here.place.start >= first.place.start &&
        here.place.end <= last.place.end &&
        (after === undefined || after.place.start > last.place.start),
    );
    const added = ending.map(({ normal, isName }): AnalyzedWord => {
      return { normal, term: stemWhole(normal, language), marks: BESIDE + (isName ? MARKS.name : 0) };
    });
    return [word, ...added.filter(({ term }) => term !== word.term)];
  });
}

function stemWhole(normal: string, language: Language): string {
  if (!LETTERS_ONLY.test(normal)) return normal;
  return language === 'en' ? stemLemma(normal) : stemSwahili(normal);
}

/** In a longer question, only compounds that are written as such are looked for. */
const MAX_WORDS = 24;
/** The most words of a name that is looked for by its initials. */
const MAX_NAME_WORDS = 8;
/** The most neighbours that are read as one word. */
const MAX_JOINED = 3;
/** Words that begin or end a compound only where they are written with a hyphen. */
const APART =
  wordSet(`a an the i he she it we is are was be am to of in at on as if so no and or do did has had for from
  with who what how when where why which`);

/** Lists what the neighbours of a question are as one word, and the acronyms of the names of institutions. */
function listCompounds(
  { words, text, wholes }: Parsed,
  typed: string,
  numberOf: (word: Word) => number | undefined,
): Compound[] {
  const found = new Map<string, Compound>();
  const add = (parts: readonly Word[], normal = parts.map((part) => part.normal).join('')): void => {
    const numbers = [...new Set(parts.flatMap((part) => numberOf(part) ?? []))];
    if (numbers.length === 0 || found.has(normal)) return;
    const forms = [...new Set([stemWhole(normal, 'en'), stemWhole(normal, 'sw')])];
    const span = { start: parts[0]?.span.start, end: parts.at(-1)?.span.end };
    const asTyped = typed.slice(span.start, span.end);
    found.set(normal, { normal, forms, typed: asTyped, isOne: !/[\s_-]/u.test(asTyped), words: numbers });
  };
  for (const { start, end } of wholes) {
    const parts = words.filter(
      ({ place, isBeside }) => !isBeside && place.start >= start && place.end <= end,
    );
    if (parts.length > 1) add(parts);
  }
  for (let at = 0; at < words.length && words.length <= MAX_WORDS; at += 1) {
    for (let count = 2; count <= MAX_JOINED; count += 1) {
      const parts = words.slice(at, at + count);
      if (parts.length < count || !areNeighbours(parts, text)) break;
      if (!parts.some(({ normal }) => APART.has(normal))) add(parts);
    }
    for (let count = 3; count <= MAX_NAME_WORDS && at + count <= words.length; count += 1) {
      const parts = words.slice(at, at + count);
      const initials = joinInitials(parts.map(({ normal }) => normal));
      if (initials !== '') add(parts, initials);
    }
  }
  return [...found.values()];
}

/** Half of a code with a space: H5 N1. */
const SHORT_CODE = /^\p{L}\d{1,2}$/u;

function areNeighbours(words: readonly Word[], text: string): boolean {
  return words.every((word, i) => {
    const before = words[i - 1];
    if (before === undefined) return true;
    const isPart =
      LETTERS_ONLY.test(before.normal) || [before, word].every(({ normal }) => SHORT_CODE.test(normal));
    return !word.isBeside && isPart && /^ ?$/u.test(between(text, before, word));
  });
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
const TIME_OF_DAY = /^\d\d:\d\d$/u;
/** F16, A380 */
const CODE = /^\p{Lu}\p{L}*\d+$/u;
const CAPITAL = /^\p{Lu}/u;
const RELATIVE_DAYS = wordSet('yesterday today tomorrow tonight jana leo kesho juzi');
/** Number words that are no figure alone. */
const NUMBER_WORDS = wordSet(
  'one hundred thousand million millions billion billions trillion dozen moja mia elfu milioni mamilioni bilioni',
);
const BEFORE_PLACES = wordSet('in at from near to of katika nchini huko mjini kaunti');

/**
 * Returns what a token can answer, as a sum of {@link MARKS}.
 *
 * @param startsSentence - The first word of a sentence is capitalised whatever it is.
 */
function markToken({ values, lower, parts }: Tokens, at: number, startsSentence: boolean): number {
  const value = values[at] ?? '';
  const normal = lower[at] ?? '';
  if (CODE.test(value)) return MARKS.name;
  if (TIME_OF_DAY.test(normal)) return MARKS.number + MARKS.date;
  if (DIGIT.test(normal)) return YEAR.test(normal) ? MARKS.date : MARKS.number;
  if (RELATIVE_DAYS.has(normal) || isWeekday(normal)) return MARKS.date;
  if (NUMBER_WORDS.has(normal)) return MARKS.number;
  if (!CAPITAL.test(value)) return 0;
  if (isMonthName(normal)) return MARKS.date;
  if (STOP_WORDS.en.has(normal) || (startsSentence && parts[at] !== 'PROPN')) return 0;
  return BEFORE_PLACES.has(lower[at - 1] ?? '') ? MARKS.name + MARKS.place : MARKS.name;
}
