/** Finds answers in the paragraph after the one that holds the words of the question. */

import type { Corpus, Sentence } from '../model/corpus.js';
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
 * @param hits - Best first.
 * @returns Best first; a paragraph so placed names the one before, which is left out.
 */
export function addNeighbours(
  corpus: Corpus,
  question: ExpandedQuestion,
  hits: readonly RankedHit[],
  conditions: Conditions,
): RankedHit[] {
  const readFeatures = createFeatureReader(corpus, question, conditions);
  const placed = hits.map((hit, i): RankedHit => {
    const next = hit.passage + 1;
    const isLast = next >= corpus.passagesOf(hit.article).end;
    if (i >= MAX_LEADING || isLast || hit.features.sentence < LEADS_FROM) return hit;
    if (!leadsTo(corpus, question, hit.passage)) return hit;
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

/** True if a paragraph leaves the answer to the next one. */
function leadsTo(corpus: Corpus, question: ExpandedQuestion, passage: number): boolean {
  const here = corpus.sentencesAt(passage);
  const next = corpus.sentencesAt(passage + 1);
  const [first, last] = [next[0], here.at(-1)];
  if (!first || !last || last.span.end > MAX_LEADING_CHARS) return false;
  if (last.isQuestion) return !first.isQuestion;
  const startsToSpeak = first.isSpeech && !here.some(({ isSpeech }) => isSpeech);
  if (question.asksForSpeech && startsToSpeak) return true;
  if (question.asksFor === null || holdsAnswer(here, question) || !holdsAnswer(next, question)) return false;
  return startsToSpeak || first.pointsBack || here.some(({ isQuestion }) => isQuestion);
}

function holdsAnswer(sentences: readonly Sentence[], { asksFor, wordsByHash }: ExpandedQuestion): boolean {
  return sentences.some((sentence) => answerTypeScore(sentence, asksFor, wordsByHash) === 1);
}
