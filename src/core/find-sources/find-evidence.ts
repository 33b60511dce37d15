import type { AnalyzedQuestion, Analyzer } from '../analysis.js';
import type { Evidence } from '../answer.js';
import { chooseStories } from '../ask.js';
import type { LoadedCorpus } from '../corpus.js';
import { MAX_RESULTS } from '../limits.js';
import { quoteStories } from '../quote-stories.js';
import { rankSearched } from '../rank.js';
import { searchWords, sumWeight, type SearchedQuestion } from '../searched-question.js';
import type { RankedHit } from '../second-stage.js';

/** What the share of the words in one sentence counts beside how much they weigh. */
const SHARE_FACTOR = 1.5;
/** Reached by up to 3 in 100 lines of small talk and 6 in 100 articles on something else. */
const MIN_BEARING = 3;
/** A text that names as many people and places, all of them in a passage, is about the same. */
const MIN_NAMES = 2;
/** Share of the weight of all words that its best sentence must hold then. */
const MIN_SHARE_BESIDE_NAMES = 0.4;

/**
 * Finds the passages that bear on the words of a text, among those that `/ask` would rank for them.
 *
 * A passage bears on them when one sentence, with the headline, holds enough of them: what they weigh in units
 * of the rarest word's weight, and 1.5 times their share of the weight of all, make 3. So one word never
 * suffices. Two names or more, which weigh little where there are few articles, suffice if the passage or its
 * headline holds all of them and the share is 0.4.
 *
 * @param shown - Handles of passages that are shown already.
 * @returns Best first, at most 5.
 */
export async function findEvidence(
  loaded: LoadedCorpus,
  analyzer: Analyzer,
  words: AnalyzedQuestion,
  shown: ReadonlySet<string>,
): Promise<Evidence[]> {
  const question = searchWords(loaded, analyzer, words);
  const ranking = await rankSearched(loaded, question);
  const bears = createFloor(question, loaded.index.rarestWeight);
  const hits = ranking.hits.filter((hit) => bears(hit) && !shown.has(hit.handle));
  return quoteStories(loaded, question, chooseStories(loaded, { ...ranking, hits }).slice(0, MAX_RESULTS));
}

function createFloor({ words }: SearchedQuestion, rarest: number): (hit: RankedHit) => boolean {
  const total = rarest === 0 ? 0 : sumWeight(words, rarest) / rarest;
  const isNaming = words.filter(({ isName }) => isName).length >= MIN_NAMES;
  return ({ features: { sentence, names } }) =>
    sentence * (total + SHARE_FACTOR) >= MIN_BEARING ||
    (isNaming && names === 1 && sentence >= MIN_SHARE_BESIDE_NAMES);
}
