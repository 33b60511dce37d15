/** Checks which parts of a question the first passage holds, and what it holds in place of the others. */

import { hash32 } from '../arrays/hash.js';
import { splitTitleWords } from '../arrays/article-columns.js';
import { asksOnly } from './asking-words.js';
import type { Analyzer, QuestionWord } from '../model/analyzer.js';
import type { Article } from '../model/article.js';
import type { Corpus, LoadedCorpus } from '../model/corpus.js';
import type { MissingWord } from './answer.js';
import { listWordsIn } from './date-agreement.js';
import type { ExpandedQuestion, ExpandedWord } from './expand-question.js';
import { asksDenied, asksYesOrNo, denies, readBestSentence } from './negation.js';
import type { Ranking } from './rank.js';
import type { RankedHit } from './features.js';

const CONTENT_PARTS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'VERB', 'NUM', 'ADJ', 'X']);

/**
 * Lists what bars certainty: the words that carry the question and that the first passage lacks.
 *
 * @param analyzer - Absent: what stands instead is left out.
 */
export function listMissing({ corpus }: LoadedCorpus, ranking: Ranking, analyzer?: Analyzer): MissingWord[] {
  const [first] = ranking.hits;
  const passage = first && corpus.passageAt(first.passage);
  if (!passage) return [];
  const findSubstitute = analyzer && createSubstitutes(corpus, analyzer, ranking.question, first.passage);
  const missing = [
    ...listLacking(corpus, ranking.question, first, passage.article).map((word): MissingWord => {
      const reason = word.weight === 0 ? 'nowhere' : 'not in this passage';
      return { word: word.word, reason, instead: findSubstitute?.(word) ?? null };
    }),
    ...listUnmetDates(ranking, first),
    ...ranking.unheldPhrases.map(({ text }): MissingWord => ({
      word: text,
      reason: 'nowhere',
      instead: null,
    })),
  ];
  return missing.filter(({ word }, i) => missing.findIndex((each) => each.word === word) === i);
}

function listLacking(
  corpus: Corpus,
  { words }: ExpandedQuestion,
  hit: RankedHit,
  article: Article,
): ExpandedWord[] {
  const held = readHeld(corpus, hit);
  const agreed = new Set(hit.agreed);
  const facts = listFacts(article);
  return words.filter(
    (word, i) =>
      isRequired(word) &&
      !agreed.has(i) &&
      !word.hashes.some((hash) => held.has(hash)) &&
      !splitTitleWords(word.word).every((part) => facts.has(part)),
  );
}

/** Lists the dates that no word names, e.g. "yesterday", and with which the passage does not agree. */
function listUnmetDates({ asked, question, reading }: Ranking, hit: RankedHit): MissingWord[] {
  return reading.dates
    .filter(({ span }) => listWordsIn(question, span).length === 0)
    .filter((date) => !hit.dates.some((test) => test.date === date))
    .map(({ span }) => ({
      word: asked.slice(span.start, span.end).trim(),
      reason: 'not in this passage',
      instead: null,
    }));
}

/** True if the first passage is no whole answer, however well it matches. */
export function isBarred(
  { corpus }: LoadedCorpus,
  { asked, question, hits, filtersDropped }: Ranking,
  missing: readonly MissingWord[],
): boolean {
  const [first] = hits;
  if (!first || filtersDropped || missing.length > 0) return true;
  const isDenied = asksDenied(asked);
  if (asksYesOrNo(asked) && !isDenied) return false;
  return isDenied !== denies(readBestSentence(corpus, first.passage, question));
}

/** Returns the hashes of all terms in a passage, its headline and the paragraph that it relies on. */
function readHeld(corpus: Corpus, { passage, article, before }: RankedHit): ReadonlySet<number> {
  const numbers = before === undefined ? [passage] : [passage, before];
  const sentences = numbers.flatMap((number) => corpus.sentencesAt(number));
  const hashes = sentences.flatMap(({ termHashes }) => Array.from(termHashes));
  return new Set([...hashes, ...Array.from(corpus.headlineTermHashesAt(article))]);
}

/** Returns the words of an article's facts, in the form of `splitTitleWords`. */
function listFacts(article: Article): ReadonlySet<string> {
  const { outlet, author, url, tags } = article;
  return new Set([outlet, author, url, ...tags].flatMap((fact) => splitTitleWords(fact ?? '')));
}

function isRequired({ asked, isName }: ExpandedWord): boolean {
  if (isName || asked.kind === 'figure' || asked.kind === 'date') return true;
  return CONTENT_PARTS.has(asked.partOfSpeech) && !asksOnly(asked);
}

/** Creates a function that finds what stands in a passage's best sentence in place of a name, a figure or a title. */
function createSubstitutes(
  corpus: Corpus,
  analyzer: Analyzer,
  question: ExpandedQuestion,
  passage: number,
): (word: ExpandedWord) => string | null {
  const { words } = question;
  let tokens: readonly QuestionWord[] | undefined;
  const numbersOf = ({ forms, otherForms }: QuestionWord): number[] => {
    const hashes = new Set([...forms, ...otherForms].map(hash32));
    return words.flatMap(({ hashes: own }, i) => (own.some((hash) => hashes.has(hash)) ? i : []));
  };
  return (word) => {
    const at = words.indexOf(word);
    const isNamed = [at - 1, at, at + 1].some((i) => words[i]?.isName);
    if (word.asked.kind === 'word' && !isNamed) return null;
    tokens ??= analyzer.analyzeQuestion(readBestSentence(corpus, passage, question)).words;
    const others = tokens.filter((token) => numbersOf(token).length === 0);
    if (word.asked.kind !== 'word') return others.find(({ kind }) => kind === word.asked.kind)?.word ?? null;
    const short = others.find(({ isName, normal }) => isName && isShortFor(word.asked.normal, normal));
    return short?.word ?? findBeside(tokens, others, words, at, numbersOf);
  };
}

/** Finds the word that stands beside the same name as a missing one: Senator Noor, not Governor Noor. */
function findBeside(
  tokens: readonly QuestionWord[],
  others: readonly QuestionWord[],
  words: readonly ExpandedWord[],
  missing: number,
  numbersOf: (token: QuestionWord) => readonly number[],
): string | null {
  const isName = words[missing]?.isName ?? false;
  for (const step of [1, -1]) {
    const neighbour = words[missing + step];
    if (!neighbour || !(isName || neighbour.isName)) continue;
    const found = tokens.findIndex((token) => numbersOf(token).includes(missing + step));
    const beside = found < 0 ? undefined : tokens[found - step];
    if (beside && others.includes(beside) && (beside.isName || !isName)) return beside.word;
  }
  return null;
}

/** True if one name is the beginning of the other: Chris, Christopher. */
function isShortFor(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= MIN_SHORT_CHARS && long.startsWith(short);
}

const MIN_SHORT_CHARS = 3;
