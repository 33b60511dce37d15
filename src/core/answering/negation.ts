/** Denials in questions and sentences, in English and Swahili. */

import type { Corpus } from '../model/corpus.js';
import { type ExpandedQuestion, findWords } from './expand-question.js';
import type { RankedHit } from './features.js';

const NOT =
  /\b(?:not|never|nobody|none|cannot)\b|\bno\s+one\b|n[’']t\b|\b(?:did|does|do|was|were|is|are|has|have|had|could|would|should|ca|wo)nt\b/iu;
/** Negative verbs begin with ha- and a mark of person and tense: hakupiga, hawakupiga, hajasema, hatapiga. */
const SI =
  /\b(?:hakuna|siyo|sio|kamwe|hajawahi|hawajawahi)\b|\b(?!hatar|hakuna|hajat)ha(?:wa|tu|m|u|i|ya|vi|zi|ki|li)?(?:ku|ja|ta)\p{L}{3,}/iu;
/** Other ways to say that something was not done. */
const REFUSES =
  /\b(?:no|nor|neither|nothing|without|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|fail(?:s|ed)?\s+to|den(?:y|ies|ied|ying)|bila|alikana|alikataa|walikataa|wamekataa|amekataa)\b/iu;

/** A statement, such as a headline, tells what it denies by its words. */
const ASKS =
  /\?\s*$|^\P{L}*(?:who|whom|whose|which|what|when|where|why|how|nani|gani|ipi|yupi|wapi|lini|nini|mbona|je)\b/iu;
/** No one thing was got: "Which clinic got no nurse?" */
const NONE_OF =
  /\b(?:get|gets|got|has|have|had|received|won|was|were|with|there\s+is)\s+no\b(?!\s+(?:longer|one)\b)/iu;
/** Not what a later clause denies: "What is it that primes have and 1 has not?" */
const MAIN_CLAUSE = /^\P{L}*(?:\S+\s+){0,5}\S+/u;
const NOUN_PHRASE = /\b(?:for|by|of|about|than|without)\s+not\b/giu;

/** True if a question asks for what is not so. */
export function asksDenied(question: string): boolean {
  if (!ASKS.test(question)) return false;
  const clause = (MAIN_CLAUSE.exec(question)?.[0] ?? '').replace(NOUN_PHRASE, ' ');
  return isNegative(clause) || NONE_OF.test(clause);
}

/** True if a sentence says that something is not so. */
export function denies(sentence: string): boolean {
  return isNegative(sentence) || REFUSES.test(sentence);
}

function isNegative(text: string): boolean {
  return NOT.test(text) || SI.test(text);
}

/** True if a question is answered by yes or no: it begins with its verb. */
export function asksYesOrNo(question: string): boolean {
  return /^\P{L}*(?:did|do|does|is|are|was|were|has|have|had|will|would|can|could|should|may|might|must|je|si|isn|aren|didn|don|doesn|wasn|weren|hasn|haven|won)\b/iu.test(
    question,
  );
}
/** Returns the sentence of a passage that holds most of the question's weight. */
export function readBestSentence(corpus: Corpus, number: number, question: ExpandedQuestion): string {
  const text = corpus.passageAt(number)?.text ?? '';
  let best = '';
  let most = -1;
  for (const { span, termHashes } of corpus.sentencesAt(number)) {
    const found = findWords(question, termHashes);
    const weight = [...found].reduce((sum, i) => sum + (question.words[i]?.weight ?? 0), 0);
    if (weight > most) [best, most] = [text.slice(span.start, span.end), weight];
  }
  return best;
}

const MAX_COMPARED = 8;
/** How close a passage must come to the best one to be put before it. */
interface Closeness {
  /** The least share of the best score. */
  readonly score: number;
  /** The least share of what the best one's sentence covers of the question. */
  readonly sentence: number;
}
/** A sentence that refuses or denies may say so in place of the question's verb. */
const TO_DENY: Closeness = { score: 0.6, sentence: 0.6 };
const TO_AFFIRM: Closeness = { score: 0.85, sentence: 0.95 };

/**
 * Puts first, among the passages that match nearly as well as the best: for a question that denies, those that deny;
 * for one that asks who or where and does not deny, those that do not.
 */
export function preferAgreeing(
  corpus: Corpus,
  hits: readonly RankedHit[],
  asked: string,
  question: ExpandedQuestion,
): readonly RankedHit[] {
  const [best] = hits;
  const isDenied = asksDenied(asked);
  if (!best || (!isDenied && !asksWhoDid(asked, question))) return hits;
  const agrees = ({ passage }: RankedHit): boolean =>
    denies(readBestSentence(corpus, passage, question)) === isDenied;
  if (agrees(best)) return hits;
  const { score, sentence } = isDenied ? TO_DENY : TO_AFFIRM;
  const agreeing = hits
    .slice(0, MAX_COMPARED)
    .filter(
      (hit) =>
        hit.score >= best.score * score &&
        hit.features.sentence >= best.features.sentence * sentence &&
        agrees(hit),
    );
  return liftToFirst(hits, agreeing);
}

function asksWhoDid(asked: string, { asksFor }: ExpandedQuestion): boolean {
  const asksForName = asksFor === 'name' || asksFor === 'place';
  return asksForName && !asksYesOrNo(asked) && !denies(asked);
}

function liftToFirst(hits: readonly RankedHit[], chosen: readonly RankedHit[]): readonly RankedHit[] {
  const lift = (hits[0]?.score ?? 0) - (chosen[0]?.score ?? 0);
  const lifted = chosen.map((hit) => ({
    ...hit,
    score: hit.score + lift,
    contributions: { ...hit.contributions, denial: lift },
    features: { ...hit.features, denial: 1 },
  }));
  return [...lifted, ...hits.filter((hit) => !chosen.includes(hit))];
}
