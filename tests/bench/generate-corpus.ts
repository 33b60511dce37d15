import { hash32 } from '../../src/core/arrays/hash.js';
import type { IndexablePassage } from '../../src/core/model/search-index.js';
import { drawRank, spellWord } from './made-up-words.js';
import { createRandom, drawBetween, drawNormal, drawOne, type Random } from './random.js';

const PASSAGES_PER_ARTICLE = 8;

const HEADLINE_TERMS = { from: 6, to: 10 };
const QUESTION_TERMS = { from: 2, to: 12 };

/**
 * Passage lengths in terms are log-normal; lengths outside the range are drawn again, and the mean of the others is
 * 60.
 */
const PASSAGE_TERMS = { from: 15, to: 130, logMean: 4.045, logDeviation: 0.45 };

/** The share of an article's words that repeat an earlier one of it: 60 terms then have 52 distinct ones. */
const REPEATED_SHARE = 0.35;

/**
 * Generates passages of made-up words, by article id.
 *
 * Words are terms as analysis leaves them: stop words are not among them, and an average passage of 60
 * terms stands for about 95 words of running text. An article is eight passages under one headline. Within
 * it a word is, with a fixed probability, one drawn evenly from all that the article holds so far (the
 * cache of Kuhn and De Mori, IEEE Transactions on Pattern Analysis and Machine Intelligence 12(6), 1990),
 * so that articles have topics while frequencies over the corpus stay those of {@link drawRank}.
 *
 * @param seed - The same seed gives the same passages; those of a smaller corpus begin the larger one.
 */
export function* generatePassages(seed: number, count: number): Generator<IndexablePassage> {
  for (let article = 0, left = count; left > 0; article += 1, left -= PASSAGES_PER_ARTICLE) {
    yield* generateArticle(seed, article).slice(0, left);
  }
}

/**
 * Generates questions, each of 2 to 12 distinct terms drawn evenly from the places of one random passage,
 * so that frequent and rare words stand in them as often as in the text.
 *
 * @param passages - The size of the corpus that is searched, in passages.
 */
export function generateQuestions(seed: number, passages: number, count: number): string[][] {
  const random = createRandom(hash32(`${seed} questions`));
  return Array.from({ length: count }, () => {
    const number = drawBetween(random, 0, passages - 1);
    const article = generateArticle(seed, Math.floor(number / PASSAGES_PER_ARTICLE));
    const terms = article[number % PASSAGES_PER_ARTICLE]?.textTerms ?? [];
    return drawDistinct(random, terms, drawBetween(random, QUESTION_TERMS.from, QUESTION_TERMS.to));
  });
}

/** Each article has its own random sequence, so that it can be generated without those before it. */
function generateArticle(seed: number, number: number): IndexablePassage[] {
  const random = createRandom(hash32(`${seed} article ${number}`));
  const held: string[] = [];
  const write = (length: number): string[] =>
    Array.from({ length }, () => {
      const repeats = held.length > 0 && random() < REPEATED_SHARE;
      const term = repeats ? drawOne(random, held) : spellWord(drawRank(random));
      held.push(term);
      return term;
    });

  const articleId = `article-${String(number).padStart(8, '0')}`;
  const headlineTerms = write(drawBetween(random, HEADLINE_TERMS.from, HEADLINE_TERMS.to));
  return Array.from({ length: PASSAGES_PER_ARTICLE }, () => ({
    articleId,
    headlineTerms,
    textTerms: write(drawLength(random)),
  }));
}

function drawLength(random: Random): number {
  const { from, to, logMean, logDeviation } = PASSAGE_TERMS;
  const length = Math.round(Math.exp(logMean + logDeviation * drawNormal(random)));
  return length < from || length > to ? drawLength(random) : length;
}

/** Draws up to `count` distinct terms; frequent ones are more likely. */
function drawDistinct(random: Random, terms: readonly string[], count: number): string[] {
  const wanted = Math.min(count, new Set(terms).size);
  const drawn = new Set<string>();
  while (drawn.size < wanted) drawn.add(drawOne(random, terms));
  return [...drawn];
}
