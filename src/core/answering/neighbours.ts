/** Finds answers in the paragraphs after the one that holds the words of the question. */

import type { Corpus, Sentence } from '../model/corpus.js';
import { asksOnly } from './asking-words.js';
import { type ExpandedQuestion, findWords } from './expand-question.js';
import { answerTypeScore, type Conditions, createFeatureReader, type RankedHit } from './features.js';

/** The hits after which paragraphs are looked at. */
const MAX_LEADING = 4;
/** How many paragraphs after a hit are looked at. */
const MAX_STEPS = 2;
/** A paragraph that leads to a later one covers at least this share of the question together with its headline. */
const LEADS_FROM = 0.5;
/** A longer paragraph stands by itself; in UTF-16 units. */
const MAX_LEADING_CHARS = 350;
/** A paragraph goes on with the question from this share of its weight in words that the leading one lacks. */
const ADDS_FROM = 0.05;

/**
 * Puts a paragraph soon after a hit in the hit's place if the hit holds the words of the question but not what is asked
 * for, and the later paragraph holds that.
 *
 * @param hits - Best first.
 * @returns Best first; a paragraph so placed names the one that it relies on, which is left out.
 */
export function addNeighbours(
  corpus: Corpus,
  question: ExpandedQuestion,
  hits: readonly RankedHit[],
  conditions: Conditions,
): RankedHit[] {
  const readFeatures = createFeatureReader(corpus, question, conditions);
  const placed = hits.map((hit, i): RankedHit => {
    if (i >= MAX_LEADING || hit.features.sentence < LEADS_FROM) return hit;
    const answering = findAnswering(corpus, question, hit);
    if (answering === null) return hit;
    const { answerType } = readFeatures({ ...hit, passage: answering }).features;
    return {
      ...hit,
      passage: answering,
      before: hit.passage,
      features: { ...hit.features, answerType, follows: 1 },
    };
  });
  const left = new Set(placed.flatMap(({ before }) => before ?? []));
  return placed.filter(
    ({ passage }, i) => !left.has(passage) && placed.findIndex((each) => each.passage === passage) === i,
  );
}

/** Returns the paragraph to which a hit leaves the answer; `null` if it leaves it to none. */
function findAnswering(
  corpus: Corpus,
  question: ExpandedQuestion,
  { passage, article }: RankedHit,
): number | null {
  const { end } = corpus.passagesOf(article);
  const here = corpus.sentencesAt(passage);
  const last = here.at(-1);
  if (passage + 1 >= end || !last || last.span.end > MAX_LEADING_CHARS) return null;
  if (last.isQuestion) return findReply(corpus, question, passage, end);
  const headline = corpus.headlineTermHashesAt(article);
  const lead: Lead = {
    words: new Set([...findWords(question, headline), ...findWordsIn(question, here)]),
    holdsAnswer: holdsAnswer(here, question),
    isSpeech: here.some(({ isSpeech }) => isSpeech),
    asks: here.some(({ isQuestion }) => isQuestion),
  };
  let answering: number | null = null;
  let most = -1;
  for (let next = passage + 1; next < Math.min(end, passage + 1 + MAX_STEPS); next += 1) {
    const added = weighAnswer(corpus, question, lead, next, next === passage + 1);
    if (added !== null && added > most) [answering, most] = [next, added];
  }
  return answering;
}

/** Finds the paragraph after a printed question; after the one that asks for the same kind, if two follow each other. */
function findReply(
  corpus: Corpus,
  { asksFor }: ExpandedQuestion,
  passage: number,
  end: number,
): number | null {
  const isAnswered = (number: number): boolean =>
    number + 1 < end &&
    corpus.sentencesAt(number).at(-1)?.isQuestion === true &&
    corpus.sentencesAt(number + 1)[0]?.isQuestion === false;
  const isInKind = (number: number): boolean =>
    asksFor !== null && corpus.sentencesAt(number).some((sentence) => sentence.asksFor === asksFor);
  const other = passage + 2;
  if (!isInKind(passage) && isAnswered(other) && isInKind(other)) return other + 1;
  return isAnswered(passage) ? passage + 1 : null;
}

/** A paragraph that may leave the answer to a later one. */
interface Lead {
  /** The numbers of the question's words that it or its headline holds. */
  readonly words: ReadonlySet<number>;
  readonly holdsAnswer: boolean;
  readonly isSpeech: boolean;
  readonly asks: boolean;
}

/**
 * Weighs how far a paragraph goes on with the question.
 *
 * @param isNext - True if it stands right after the leading one.
 * @returns The share of the question's weight in words that the leading one lacks; `null` if the paragraph does not
 *   answer, or neither holds such words nor relies on the leading one.
 */
function weighAnswer(
  corpus: Corpus,
  question: ExpandedQuestion,
  lead: Lead,
  passage: number,
  isNext: boolean,
): number | null {
  const sentences = corpus.sentencesAt(passage);
  const [first] = sentences;
  if (!first) return null;
  const startsToSpeak = first.isSpeech && !lead.isSpeech;
  const isSaid = isNext && question.asksForSpeech === true && startsToSpeak;
  const isAnswer = question.asksFor !== null && holdsAnswer(sentences, question);
  if (!isSaid && !isAnswer) return null;
  const added = weighAdded(question, lead, sentences);
  if (isSaid || added >= ADDS_FROM) return added;
  if (lead.holdsAnswer) return null;
  const relies = first.pointsBack || lead.asks || (isNext && goesOn(corpus, question, passage));
  return relies ? added : null;
}

function weighAdded(question: ExpandedQuestion, lead: Lead, sentences: readonly Sentence[]): number {
  const tells = (word: number): boolean => {
    const asked = question.words[word]?.asked;
    return asked !== undefined && asked.kind !== 'unit' && !asksOnly(asked);
  };
  const added = new Set(
    [...findWordsIn(question, sentences)].filter((word) => !lead.words.has(word) && tells(word)),
  );
  const weight = [...added].reduce((sum, word) => sum + (question.words[word]?.weight ?? 0), 0);
  return weight / (question.totalWeight || 1);
}

function findWordsIn(question: ExpandedQuestion, sentences: readonly Sentence[]): ReadonlySet<number> {
  return new Set(sentences.flatMap(({ termHashes }) => [...findWords(question, termHashes)]));
}

/** The beginning of a paragraph about a thing that the one before has named: the company, the road. */
const DEFINITE = /^[Tt]he\s+\p{Ll}/u;
/** The beginning of a paragraph about a person: a name in two parts or with a title. */
const NAMES = /^\p{Lu}\p{Ll}*\.?\s+\p{Lu}\p{Ll}/u;

/** True if the paragraph begins with a thing that the one before has named, or with the person asked for. */
function goesOn(corpus: Corpus, { asksFor }: ExpandedQuestion, passage: number): boolean {
  const text = corpus.passageAt(passage)?.text ?? '';
  return DEFINITE.test(text) || (asksFor === 'name' && NAMES.test(text));
}

function holdsAnswer(sentences: readonly Sentence[], { asksFor, wordsByHash }: ExpandedQuestion): boolean {
  return sentences.some((sentence) => answerTypeScore(sentence, asksFor, wordsByHash) === 1);
}
