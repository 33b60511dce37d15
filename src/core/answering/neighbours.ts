/** Finds answers in the paragraph after the one that holds the words of the question. */

import type { Corpus } from '../model/corpus.js';
import type { ExpandedQuestion } from './expand-question.js';
import { answerTypeScore, type Conditions, createFeatureReader, type RankedHit } from './rerank.js';

/** The hits whose next paragraph is looked at. */
const MAX_LEADING = 4;
/** A paragraph that leads to the next one covers at least this share of the question together with its headline. */
const LEADS_FROM = 0.5;
/** A longer paragraph stands by itself; in UTF-16 units. */
const MAX_LEADING_CHARS = 350;

/** How many paragraphs after a hit are looked at. */
const MAX_STEPS = 2;
/** A paragraph adds to the question if it holds at least this share of its weight in words that the leading one lacks. */
const ADDS_FROM = 0.05;

/**
 * Puts a paragraph soon after a hit in the hit's place if the hit holds the words of the question but not what is asked
 * for, and the later paragraph holds that.
 *
 * @param asked - The question as typed.
 * @param hits - Best first.
 * @returns Best first; a paragraph so placed names the one that it relies on, which is left out.
 */
export function addNeighbours(
  corpus: Corpus,
  asked: string,
  question: ExpandedQuestion,
  hits: readonly RankedHit[],
  conditions: Conditions,
): RankedHit[] {
  const readFeatures = createFeatureReader(corpus, question, conditions);
  const placed = hits.map((hit, i): RankedHit => {
    if (i >= MAX_LEADING || hit.features.sentence < LEADS_FROM) return hit;
    const answering = findAnswering(corpus, asked, question, hit);
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
  asked: string,
  question: ExpandedQuestion,
  { passage, article }: RankedHit,
): number | null {
  const { end } = corpus.passagesOf(article);
  const text = readText(corpus, passage);
  if (passage + 1 >= end || text.length > MAX_LEADING_CHARS) return null;
  if (endsInQuestion(text)) return findReply(corpus, question, passage, end);
  if (leavesWords(corpus, asked, passage)) return passage + 1;
  const lead = readLead(corpus, question, passage, article);
  let answering: number | null = null;
  let most = -1;
  for (let next = passage + 1; next < Math.min(end, passage + 1 + MAX_STEPS); next += 1) {
    const added = weighAdded(corpus, question, lead, next);
    if (added > most && answersFor(corpus, question, lead, next, added)) [answering, most] = [next, added];
  }
  return answering;
}

/** Finds the paragraph after a printed question; after the one that asks for the same kind, if two follow each other. */
function findReply(corpus: Corpus, { asksFor }: ExpandedQuestion, passage: number, end: number): number | null {
  const asks = (number: number): boolean =>
    number + 1 < end &&
    endsInQuestion(readText(corpus, number)) &&
    !endsInQuestion(readText(corpus, number + 1));
  const isInKind = (number: number): boolean =>
    asksFor !== null && corpus.sentencesAt(number).some((sentence) => sentence.asksFor === asksFor);
  if (!isInKind(passage) && asks(passage + 2) && isInKind(passage + 2)) return passage + 3;
  return asks(passage) ? passage + 1 : null;
}

/** A paragraph that may leave the answer to a later one. */
interface Lead {
  readonly passage: number;
  readonly text: string;
  /** The numbers of the question's words that it or its headline holds. */
  readonly words: ReadonlySet<number>;
  readonly holdsAnswer: boolean;
}

function readLead(corpus: Corpus, question: ExpandedQuestion, passage: number, article: number): Lead {
  const inHeadline = findWords(corpus.headlineTermHashesAt(article), question);
  return {
    passage,
    text: readText(corpus, passage),
    words: new Set([...inHeadline, ...wordsIn(corpus, question, passage)]),
    holdsAnswer: holdsAnswer(corpus, question, passage),
  };
}

/** Returns the share of the question's weight in words that a paragraph holds and the leading one lacks. */
function weighAdded(corpus: Corpus, question: ExpandedQuestion, lead: Lead, next: number): number {
  const added = new Set(wordsIn(corpus, question, next).filter((word) => !lead.words.has(word)));
  const weight = [...added].reduce((sum, word) => sum + (question.words[word]?.weight ?? 0), 0);
  return weight / (question.totalWeight || 1);
}

/** True if a paragraph holds what is asked for, and relies on the leading one or goes on with the question. */
function answersFor(
  corpus: Corpus,
  question: ExpandedQuestion,
  lead: Lead,
  next: number,
  added: number,
): boolean {
  if (question.asksFor === null || !holdsAnswer(corpus, question, next)) return false;
  if (added >= ADDS_FROM) return true;
  const text = readText(corpus, next);
  if (lead.holdsAnswer) return false;
  if (lead.text.includes('?') || QUOTES.test(text) || POINTS_BACK.test(text)) return true;
  return next === lead.passage + 1 && (DEFINITE.test(text) || (question.asksFor === 'name' && NAMES.test(text)));
}

function wordsIn(corpus: Corpus, question: ExpandedQuestion, passage: number): number[] {
  return corpus.sentencesAt(passage).flatMap(({ termHashes }) => findWords(termHashes, question));
}

function findWords(hashes: ArrayLike<number>, { wordsByHash }: ExpandedQuestion): number[] {
  return Array.from(hashes).flatMap((hash) => wordsByHash.get(hash) ?? []);
}

const ASKS_FOR_WORDS =
  /\b(?:say|said|says|tell|told|claim|claimed|warn|warned|promise|promised|respond|responded|reply|replied|alisema|anasema|walisema|amesema|alieleza|aliahidi)\b/iu;
const QUOTATION_MARK = /["“„«]/u;
/** A paragraph that is what somebody said. */
const QUOTES = /^\s*["“„«]/u;
/** The beginning of a paragraph that relies on the one before. */
const POINTS_BACK =
  /^\P{L}*(?:he|she|it|they|his|her|its|their|this|that|these|those|the\s+(?:sum|money|amount|figure|decision|move)|both|yeye|wao|hiyo|hii|hilo|huyo|hao|huyu|alisema|walisema|aliongeza)\b/iu;

/** The beginning of a paragraph about a thing that the one before has named: the company, the road. */
const DEFINITE = /^[Tt]he\s+\p{Ll}/u;
/** The beginning of a paragraph about a person: a name in two parts or with a title. */
const NAMES = /^\p{Lu}\p{Ll}*\.?\s+\p{Lu}\p{Ll}/u;

/** True if a question asks what somebody said, and the next paragraph says it. */
function leavesWords(corpus: Corpus, asked: string, passage: number): boolean {
  return (
    ASKS_FOR_WORDS.test(asked) &&
    !QUOTATION_MARK.test(readText(corpus, passage)) &&
    QUOTES.test(readText(corpus, passage + 1))
  );
}

function readText(corpus: Corpus, passage: number): string {
  return corpus.passageAt(passage)?.text ?? '';
}

function endsInQuestion(text: string): boolean {
  return /\?["”’)]*\s*$/u.test(text);
}

function holdsAnswer(corpus: Corpus, { asksFor, wordsByHash }: ExpandedQuestion, number: number): boolean {
  return corpus.sentencesAt(number).some((sentence) => answerTypeScore(sentence, asksFor, wordsByHash) === 1);
}
