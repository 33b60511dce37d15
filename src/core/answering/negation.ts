/** Denials in questions and sentences, in English and Swahili. */

import type { Corpus } from '../model/corpus.js';
import type { ExpandedQuestion } from './expand-question.js';
import type { RankedHit } from './rerank.js';

const ENGLISH =
  /\b(?:not|never|no|nor|neither|none|nobody|nothing|cannot|without|hardly|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|fail(?:s|ed)? to|den(?:y|ies|ied|ying))\b|n[’']t\b|\b(?:did|does|do|was|were|is|are|has|have|had|could|would|should|ca|wo)nt\b/iu;
/** Negative verbs begin with ha- and a mark of person and tense: hakupiga, hawakupiga, hajasema, hatapiga. */
const SWAHILI =
  /\b(?:hakuna|siyo|sio|bila|kamwe|hajawahi|hawajawahi|hapana|alikana|alikataa|walikataa|wamekataa|amekataa)\b|\bha(?:wa|tu|m|u|i|ya|vi|zi|ki|li)?(?:ku|ja|ta)\p{L}{2,}/iu;

/** True if a text denies something. */
export function denies(text: string): boolean {
  return ENGLISH.test(text) || SWAHILI.test(text);
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
    const found = new Set(Array.from(termHashes).flatMap((hash) => question.wordsByHash.get(hash) ?? []));
    const weight = [...found].reduce((sum, i) => sum + (question.words[i]?.weight ?? 0), 0);
    if (weight > most) [best, most] = [text.slice(span.start, span.end), weight];
  }
  return best;
}

/** Passages with at least this share of the best score are compared. */
const NEARLY_AS_WELL = 0.7;
const MAX_COMPARED = 8;

/**
 * Puts the passages that deny, or affirm, as the question does before others that match nearly as well. A question
 * for yes or no is answered by either.
 */
export function preferPolarity(
  corpus: Corpus,
  hits: readonly RankedHit[],
  asked: string,
  question: ExpandedQuestion,
): readonly RankedHit[] {
  const [best] = hits;
  const isDenied = denies(asked);
  if (!best || (!isDenied && asksYesOrNo(asked))) return hits;
  const near = hits
    .slice(0, MAX_COMPARED)
    .filter(
      ({ score, features }) =>
        score >= best.score * NEARLY_AS_WELL && features.sentence >= best.features.sentence * NEARLY_AS_WELL,
    );
  if (near.length < 2 && !isDenied) return hits;
  const agrees = (hit: RankedHit): boolean =>
    denies(readBestSentence(corpus, hit.passage, question)) === isDenied;
  const agreeing = near.filter(agrees);
  const [first] = agreeing;
  if (!first || first === best) return hits;
  const lift = best.score - first.score;
  const lifted = agreeing.map((hit) => ({
    ...hit,
    score: hit.score + lift,
    contributions: { ...hit.contributions, polarity: lift },
    features: { ...hit.features, polarity: 1 },
  }));
  return [...lifted, ...hits.filter((hit) => !agreeing.includes(hit))];
}
