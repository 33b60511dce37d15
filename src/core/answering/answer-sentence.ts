import { type Span } from '../model/article.js';
import type { Sentence } from '../model/corpus.js';
import { type ExpandedQuestion } from './expand-question.js';
import { answerTypeScore } from './rerank.js';

/** What each trait of a sentence counts; `docs/ranking.md` shows what it earns. */
const WEIGHTS = { fresh: 1, local: 0.6, answers: 0.85, lead: 0.15, follows: 0.15 };

/**
 * The sentence of a passage that answers best; the earlier one on a tie.
 *
 * It names the question's words that the headline does not, and those that few sentences of the passage
 * name; it holds the kind of word that the question asks for; it leads, or follows one that names them.
 */
export function selectAnswerSentence(
  sentences: readonly Sentence[],
  headline: ArrayLike<number>,
  { words, asksFor, wordsByHash, totalWeight }: ExpandedQuestion,
): Span {
  const inHeadline = new Set(Array.from(headline));
  const named = sentences.map(({ termHashes }) => listNamed(termHashes, wordsByHash));
  const locals = words.map((_, i) =>
    weighLocally(named.filter((each) => each.has(i)).length, sentences.length),
  );
  const share = (number: number): number => (words[number]?.weight ?? 0) / (totalWeight || 1);
  const isFresh = (number: number): boolean =>
    !(words[number]?.hashes.some((hash) => inHeadline.has(hash)) ?? false);

  let best: Span = { start: 0, end: 0 };
  let bestScore = -1;
  sentences.forEach((sentence, i) => {
    const here = [...(named[i] ?? [])];
    const before = [...(named[i - 1] ?? [])];
    const score =
      WEIGHTS.fresh * sum(here.filter(isFresh).map(share)) +
      WEIGHTS.local * sum(here.map((number) => share(number) * (locals[number] ?? 0))) +
      WEIGHTS.answers * answerTypeScore(sentence, asksFor, wordsByHash) +
      WEIGHTS.lead * (i === 0 ? 1 : 0) +
      WEIGHTS.follows * sum(before.map(share));
    if (score > bestScore) [best, bestScore] = [sentence.span, score];
  });
  return best;
}

function listNamed(
  termHashes: ArrayLike<number>,
  wordsByHash: ReadonlyMap<number, readonly number[]>,
): ReadonlySet<number> {
  return new Set(Array.from(termHashes).flatMap((hash) => wordsByHash.get(hash) ?? []));
}

/** Inverse document frequency with the sentences of one passage for documents; 0 for a word in none. */
function weighLocally(holding: number, sentences: number): number {
  return holding === 0 ? 0 : Math.log(1 + (sentences - holding + 0.5) / (holding + 0.5));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
