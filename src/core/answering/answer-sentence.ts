import { type Span } from '../model/article.js';
import type { Sentence } from '../model/corpus.js';
import { type ExpandedQuestion } from './expand-question.js';
import { answerTypeScore } from './rerank.js';

/** The weight of each trait of a sentence; `docs/ranking.md` has the effect of each. */
const WEIGHTS = { fresh: 1, local: 0.6, answers: 0.85, lead: 0.15, follows: 0.15 };

/**
 * Selects the sentence of a passage that answers best; the earlier one on a tie.
 *
 * A sentence scores for words of the question that the headline lacks or that few sentences of the passage hold,
 * for the kind of word asked for, for coming first, and for following a sentence that holds words of the question.
 *
 * @param headline - `hash32` of each term.
 * @returns In UTF-16 units of the passage's text; an empty span at 0 if there are no sentences.
 */
export function selectAnswerSentence(
  sentences: readonly Sentence[],
  headline: ArrayLike<number>,
  { words, asksFor, wordsByHash, totalWeight }: ExpandedQuestion,
): Span {
  const inHeadline = new Set(Array.from(headline));
  const wordsIn = sentences.map(({ termHashes }) => findWords(termHashes, wordsByHash));
  const localWeights = words.map((_, i) =>
    weighLocally(wordsIn.filter((each) => each.has(i)).length, sentences.length),
  );
  const share = (number: number): number => (words[number]?.weight ?? 0) / (totalWeight || 1);
  const isFresh = (number: number): boolean =>
    !(words[number]?.hashes.some((hash) => inHeadline.has(hash)) ?? false);

  let best: Span = { start: 0, end: 0 };
  let bestScore = -1;
  sentences.forEach((sentence, i) => {
    const here = [...(wordsIn[i] ?? [])];
    const before = [...(wordsIn[i - 1] ?? [])];
    const score =
      WEIGHTS.fresh * sum(here.filter(isFresh).map(share)) +
      WEIGHTS.local * sum(here.map((number) => share(number) * (localWeights[number] ?? 0))) +
      WEIGHTS.answers * answerTypeScore(sentence, asksFor, wordsByHash) +
      WEIGHTS.lead * (i === 0 ? 1 : 0) +
      WEIGHTS.follows * sum(before.map(share));
    if (score > bestScore) [best, bestScore] = [sentence.span, score];
  });
  return best;
}

function findWords(
  termHashes: ArrayLike<number>,
  wordsByHash: ReadonlyMap<number, readonly number[]>,
): ReadonlySet<number> {
  return new Set(Array.from(termHashes).flatMap((hash) => wordsByHash.get(hash) ?? []));
}

/** Returns a word's idf among the sentences of one passage; 0 for a word in none. */
function weighLocally(holding: number, sentences: number): number {
  return holding === 0 ? 0 : Math.log(1 + (sentences - holding + 0.5) / (holding + 0.5));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
