import model from 'wink-eng-lite-web-model';
import winkNlp, { type ItsFunction } from 'wink-nlp';
import {
  type AnalyzedQuestion,
  type AnalyzedSentence,
  type AnalyzedWord,
  type Analyzer,
  BESIDE,
  type Language,
  MARKS,
  type QuestionWord,
} from '../core/model/analyzer.js';
import type { Span } from '../core/model/article.js';
import { detectAnswerType } from './answer-type.js';
import { markToken } from './mark-token.js';
import { CAPITAL, isStopWord, isWord, MAX_CACHED_WORDS, toLemma, toNormal, toTerm } from './terms.js';
import { addWholes, joinWholes, listCompounds } from './wholes.js';
import { readQuestionDates } from './question-dates.js';
import { readDates } from './calendar.js';
import { spellOut, type Whole } from './compounds.js';
import { readFigures } from './figures.js';
import { foldText } from './fold-text.js';
import { detectLanguage, TELLTALE_WORDS } from './languages.js';
import { readTraits } from './sentence-traits.js';
import { splitSentences } from './sentences.js';
import { asksForSpeech, isVerbOfSpeech } from './speech.js';
import { isNamedStopWord } from './stop-names.js';
import { findSwahiliStem } from './swahili/stem-swahili.js';
import { writeTimes } from './times-of-day.js';
import { findUnspacedWords, isUnspaced } from './unspaced.js';
import type { Word } from './word.js';

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
/** An acronym's plural typed in lower case: mps. */
const LOWER_CASE_PLURAL = /^([b-df-hj-np-tv-z]{2,})s$/u;
/** A word that no lexicon holds. */
const NO_WORD = 'qzxwvk';
/** The digits of a code such as kq101. */
const CODE_DIGITS = /^\p{L}+(\d+)$/u;

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
