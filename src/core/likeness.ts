import type { Corpus, Sentence } from './corpus.js';
import { formatHandle } from './handle.js';
import { countShared, listShingles, type Shingles } from './shingles.js';

/** Of all shingles those are looked up first that divide by this: a sample that is the same in every text. */
const SAMPLE = 8;
/** Share of the sampled shingles from which on an article is compared whole. */
const MIN_SAMPLED = 0.2;
/** Of fewer sampled shingles chance decides, so that every article is compared whole. */
const FEW_SAMPLED = 12;

/** An article by its shingles. */
export interface Sketch {
  readonly shingles: Shingles;
  readonly sample: Uint32Array;
}

export function sketchArticle(sentences: readonly Sentence[]): Sketch {
  const shingles = listShingles(sentences);
  return { shingles, sample: shingles.values.filter((value) => value % SAMPLE === 0) };
}

/** Every sentence of an article that is loaded; no text is decoded. */
export function listArticleSentences(corpus: Corpus, articleId: string): Sentence[] {
  const all: Sentence[] = [];
  for (let n = 1; ; n += 1) {
    const sentences = corpus.sentences(formatHandle(articleId, n));
    if (sentences.length === 0) return all;
    all.push(...sentences);
  }
}

/**
 * Share of the shingles of two texts that both hold (Broder, On the resemblance and containment of documents,
 * SEQUENCES 1997), in 0..1.
 */
export function measureLikeness(a: Shingles, b: Shingles): number {
  const shared = countShared(a, b, 0);
  const all = a.values.length + b.values.length - shared;
  return all === 0 ? 0 : shared / all;
}

/** Whether two articles may be alike, as far as a sample tells. */
export function maybeAlike(sample: ReadonlySet<number>, other: Uint32Array): boolean {
  const least = Math.min(sample.size, other.length);
  if (least < FEW_SAMPLED) return true;
  let shared = 0;
  for (const value of other) if (sample.has(value)) shared += 1;
  return shared >= MIN_SAMPLED * Math.max(sample.size, other.length);
}
