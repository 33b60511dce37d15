import model from 'wink-eng-lite-web-model';
import winkNlp, { type ItsFunction } from 'wink-nlp';
import type { AnalyzedSentence, Analyzer, Language, QuestionWord } from '../core/analysis.js';
import type { Span } from '../core/article.js';
import { detectLanguage } from './detect-language.js';
import { foldText } from './fold-text.js';
import { STOP_WORDS } from './stop-words.js';

/** A token of a text that can become a term. */
interface Word {
  /** Lower case and folded. */
  readonly normal: string;
  readonly stem: string;
  readonly span: Span;
}

interface Parsed {
  readonly words: readonly Word[];
  /** One a sentence; contains at least one token. */
  readonly sentences: readonly Span[];
}

const POSSESSIVE = /^'s?$/u;
const HAS_LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const LETTERS_ONLY = /^\p{L}+$/u;

/** Loads the language model, which takes about 0.1 s and 16 MB; one a thread is enough. */
export function createAnalyzer(): Analyzer {
  const nlp = winkNlp(model, ['sbd']);
  // Typed as methods of `its` there, though they are plain functions of any collection.
  const its = nlp.its as unknown as {
    readonly stem: ItsFunction<string>;
    readonly span: ItsFunction<[first: number, last: number]>;
  };

  const parse = (text: string): Parsed => {
    const folded = foldText(text);
    const document = nlp.readDoc(folded);
    const tokens = document.tokens();
    const values = tokens.out();
    const stems = tokens.out(its.stem);
    const spans = locateTokens(folded, values);
    const words = spans.flatMap((span, i): Word[] => {
      const normal = (values[i] ?? '').toLowerCase();
      if (!HAS_LETTER_OR_DIGIT.test(normal) || POSSESSIVE.test(normal)) return [];
      return [{ normal, stem: LETTERS_ONLY.test(normal) ? (stems[i] ?? normal) : normal, span }];
    });
    const ranges = document.sentences().out(its.span) as [first: number, last: number][];
    const sentences = ranges.flatMap(([first, last]) =>
      trimSpan(text, spans[first]?.start ?? 0, spans[last]?.end ?? 0),
    );
    return { words, sentences };
  };

  return {
    splitSentences: (text) => [...parse(text).sentences],

    detectLanguage: (text) => detectLanguage(parse(text).words.map(({ normal }) => normal)),

    analyzePassage(text): AnalyzedSentence[] {
      const { words, sentences } = parse(text);
      const language = detectLanguage(words.map(({ normal }) => normal));
      return sentences.map((span) => ({
        span,
        terms: words
          .filter((word) => word.span.start >= span.start && word.span.end <= span.end)
          .flatMap((word) => toTerm(word, language)),
      }));
    },

    analyzeHeadline(text): string[] {
      const { words } = parse(text);
      const language = detectLanguage(words.map(({ normal }) => normal));
      return words.flatMap((word) => toTerm(word, language));
    },

    analyzeQuestion(text): QuestionWord[] {
      const { words } = parse(text);
      const normals = words.map(({ normal }) => normal);
      const language = detectLanguage(normals);
      const isPlain = normals.some((normal) => STOP_WORDS[language].has(normal));
      const distinct = new Map<string, QuestionWord>();
      for (const { normal, stem, span } of words) {
        if (STOP_WORDS[language].has(normal) || distinct.has(stem)) continue;
        const [form, other] = language === 'en' ? [stem, normal] : [normal, stem];
        const others = form === other ? [] : [other];
        distinct.set(stem, {
          word: text.slice(span.start, span.end),
          forms: isPlain ? [form] : [form, ...others],
          otherForms: isPlain ? others : [],
        });
      }
      return [...distinct.values()];
    },
  };
}

/** The term of a word: none for a stop word; English words by their stem, Swahili ones as they are. */
function toTerm({ normal, stem }: Word, language: Language): string[] {
  if (STOP_WORDS[language].has(normal)) return [];
  return [language === 'en' ? stem : normal];
}

/** Where each token stands in `text`; tokens come in its order. */
function locateTokens(text: string, tokens: readonly string[]): Span[] {
  let at = 0;
  return tokens.map((token) => {
    const found = text.indexOf(token, at);
    const start = found < 0 ? at : found;
    at = Math.min(text.length, start + token.length);
    return { start, end: at };
  });
}

function trimSpan(text: string, start: number, end: number): Span[] {
  const slice = text.slice(start, end);
  const trimmed = slice.trim();
  if (trimmed === '') return [];
  const trimmedStart = start + slice.indexOf(trimmed);
  return [{ start: trimmedStart, end: trimmedStart + trimmed.length }];
}
