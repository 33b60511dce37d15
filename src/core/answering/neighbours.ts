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

/**
 * Puts the paragraph after a hit in the hit's place if the hit holds the words of the question but not what is asked
 * for, and the next paragraph holds that.
 *
 * @param asked - The question as typed.
 * @param hits - Best first.
 * @returns Best first; a paragraph so placed names the one before, which is left out.
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
    const next = hit.passage + 1;
    const isLast = next >= corpus.passagesOf(hit.article).end;
    if (i >= MAX_LEADING || isLast || hit.features.sentence < LEADS_FROM) return hit;
    if (!leadsTo(corpus, asked, question, hit.passage)) return hit;
    const { answerType } = readFeatures({ ...hit, passage: next }).features;
    return {
      ...hit,
      passage: next,
      before: hit.passage,
      features: { ...hit.features, answerType, follows: 1 },
    };
  });
  const left = new Set(placed.flatMap(({ before }) => before ?? []));
  return placed.filter(
    ({ passage }, i) => !left.has(passage) && placed.findIndex((each) => each.passage === passage) === i,
  );
}

const ASKS_FOR_WORDS =
  /\b(?:say|said|says|tell|told|claim|claimed|warn|warned|promise|promised|respond|responded|reply|replied|alisema|anasema|walisema|amesema|alieleza|aliahidi)\b/iu;
const QUOTATION_MARK = /["“„«]/u;
/** A paragraph that is what somebody said. */
const QUOTES = /^\s*["“„«]/u;
/** The beginning of a paragraph that relies on the one before. */
const POINTS_BACK =
  /^\P{L}*(?:he|she|it|they|his|her|its|their|this|that|these|those|the\s+(?:sum|money|amount|figure|decision|move)|both|yeye|wao|hiyo|hii|hilo|huyo|hao|huyu|alisema|walisema|aliongeza)\b/iu;

/** True if a paragraph leaves the answer to the next one. */
function leadsTo(corpus: Corpus, asked: string, question: ExpandedQuestion, passage: number): boolean {
  const next = passage + 1;
  const text = corpus.passageAt(passage)?.text ?? '';
  const nextText = corpus.passageAt(next)?.text ?? '';
  if (text.length > MAX_LEADING_CHARS) return false;
  if (endsInQuestion(text)) return !endsInQuestion(nextText);
  if (ASKS_FOR_WORDS.test(asked) && !QUOTATION_MARK.test(text) && QUOTES.test(nextText)) return true;
  if (question.asksFor === null || holdsAnswer(corpus, question, passage)) return false;
  if (!holdsAnswer(corpus, question, next)) return false;
  return text.includes('?') || QUOTES.test(nextText) || POINTS_BACK.test(nextText);
}

function endsInQuestion(text: string): boolean {
  return /\?["”’)]*\s*$/u.test(text);
}

function holdsAnswer(corpus: Corpus, { asksFor, wordsByHash }: ExpandedQuestion, number: number): boolean {
  return corpus.sentencesAt(number).some((sentence) => answerTypeScore(sentence, asksFor, wordsByHash) === 1);
}
