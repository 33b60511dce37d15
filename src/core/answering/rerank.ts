/** Reranks hits by their features. */

import { UNDATED } from '../arrays/article-columns.js';
import type { Corpus } from '../model/corpus.js';
import type { Hit } from '../model/search-index.js';
import type { ExpandedQuestion } from './expand-question.js';
import {
  type Conditions,
  createFeatureReader,
  type Features,
  NO_FEATURES,
  type RankedHit,
} from './features.js';

/** The number of an engine's hits that are reranked. */
export const RERANK_DEPTH = 40;

/** The contribution of a feature of 1, as a share of the best engine score; effects are in `docs/ranking.md`. */
export const FEATURE_WEIGHTS: Features = {
  headline: 0.2,
  pairs: 0.4,
  sentence: 0.3,
  lead: 0.4,
  names: 0.2,
  answerType: 0.2,
  article: 0.15,
  dates: 0.5,
  phrases: 2,
  facts: 0.3,
  follows: 0,
  order: 0,
  denial: 0,
};

const FEATURE_NAMES = Object.keys(FEATURE_WEIGHTS) as (keyof Features)[];

/**
 * Reranks hits by their {@link Features}. A headline alone is no evidence: a passage that holds no word of the
 * question comes after the others, unless it is the first of its article.
 *
 * @param hits - Each passage once.
 * @returns Best first, with scores on the engine's scale; equal ones in the order of `hits`.
 */
export function rerankHits(
  corpus: Corpus,
  hits: readonly Hit[],
  question: ExpandedQuestion,
  conditions: Conditions = {},
): RankedHit[] {
  const best = hits.reduce((largest, { score }) => Math.max(largest, score), 0);
  const readFeatures = createFeatureReader(corpus, question, conditions);
  const bestHits = listBestHits(hits);
  const read = hits.map((hit) => {
    const article = best === 0 ? 0 : scoreOfOther(bestHits, hit) / best;
    const { isGrounded, ...features } = readFeatures(hit, article);
    return { hit: weighFeatures(hit, features, best || 1), isGrounded };
  });
  const sorted = read.sort(
    (a, b) => Number(b.isGrounded) - Number(a.isGrounded) || b.hit.score - a.hit.score,
  );
  const ranked = sorted.map(({ hit }) => hit);
  return orderByDate(corpus, ranked, conditions.order ?? null);
}

function weighFeatures(
  { passage, article, score: engineScore }: Hit,
  { features, dates, agreed }: Pick<RankedHit, 'features' | 'dates' | 'agreed'>,
  best: number,
): RankedHit {
  const contributions: { -readonly [name in keyof Features]: number } = { ...NO_FEATURES };
  let total = engineScore;
  for (const name of FEATURE_NAMES) {
    if (features[name] === 0) continue;
    contributions[name] = round(best * FEATURE_WEIGHTS[name] * features[name]);
    total += contributions[name];
  }
  return { passage, article, score: round(total), engineScore, features, contributions, dates, agreed };
}

/** Passages with at least this share of the best score match nearly as well. */
const NEARLY_AS_WELL = 0.85;
/** They must also cover at least this share of what the best one's sentence covers. */
const COVER_NEARLY = 0.95;
/** The distance between two passages put in order, as a share of the best score. */
const ORDER_STEP = 0.01;

/** Puts the newest or the oldest first among the passages that match nearly as well as the best. */
function orderByDate(corpus: Corpus, hits: RankedHit[], order: Conditions['order'] | null): RankedHit[] {
  const [best] = hits;
  if (!order || !best) return hits;
  const { firstDays, lastDays } = corpus.columns;
  const isNear = ({ score, features }: RankedHit): boolean =>
    score >= best.score * NEARLY_AS_WELL && features.sentence >= best.features.sentence * COVER_NEARLY;
  const age = ({ article }: RankedHit): number => {
    const day = (order === 'newest' ? lastDays : firstDays)[article] ?? UNDATED;
    return day === UNDATED ? Infinity : order === 'newest' ? -day : day;
  };
  const near = hits.filter(isNear).sort((a, b) => age(a) - age(b));
  const placed = near.map((hit, i): RankedHit => {
    const behind = near.length - 1 - i;
    const score = round(best.score * (1 + ORDER_STEP * behind));
    return {
      ...hit,
      score,
      features: { ...hit.features, order: near.length === 1 ? 0 : behind / (near.length - 1) },
      contributions: { ...hit.contributions, order: round(score - hit.score) },
    };
  });
  return [...placed, ...hits.filter((hit) => !isNear(hit))];
}

/** Rounds to four decimals, as wink does, so that equal sums tie. */
function round(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}

/** Lists the best two hits of each article. */
function listBestHits(hits: readonly Hit[]): ReadonlyMap<number, readonly Hit[]> {
  const articles = new Map<number, Hit[]>();
  for (const hit of hits) {
    const best = articles.get(hit.article);
    if (!best) articles.set(hit.article, [hit]);
    else if (best.length < 2) best.push(hit);
  }
  return articles;
}

function scoreOfOther(bestHits: ReadonlyMap<number, readonly Hit[]>, { article, passage }: Hit): number {
  const other = bestHits.get(article)?.find((hit) => hit.passage !== passage);
  return other?.score ?? 0;
}
