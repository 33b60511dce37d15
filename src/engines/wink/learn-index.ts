import createEngine from 'wink-bm25-text-search';
import { freezeStrings, GrowingArray } from '../../core/arrays/string-table.js';
import type { IndexablePassage } from '../../core/model/search-index.js';
import { type FrozenIndex, SCORE_SCALE } from './serve-index.js';

/** A term in the headline counts as three in the text; `docs/ranking.md` shows the effect of these values. */
const CONFIG = { fldWeights: { headline: 3, text: 1 }, bm25Params: { k1: 1.2, b: 0.5, k: 1 } };

/** wink refuses to consolidate fewer passages; empty ones, which no search finds, make up the number. */
const MIN_LEARNT = 3;

type Engine = ReturnType<typeof createEngine>;

/** Lets wink learn passages and freezes the result. */
export class IndexLearner {
  readonly #engine = createEngine();
  readonly #articleNumbers = new Map<string, number>();
  readonly #passageArticles: number[] = [];

  constructor() {
    this.#engine.defineConfig(CONFIG);
    this.#engine.definePrepTasks([(terms: readonly string[]) => terms]);
  }

  /** @param passage - The next one, in order of article id, then of reading. */
  add({ articleId, headlineTerms, textTerms }: IndexablePassage): void {
    this.#engine.addDoc({ headline: headlineTerms, text: textTerms }, this.#passageArticles.length);
    const articleNumber = this.#articleNumbers.get(articleId) ?? this.#articleNumbers.size;
    this.#articleNumbers.set(articleId, articleNumber);
    this.#passageArticles.push(articleNumber);
  }

  /** Ends the learning; works with no passage too. */
  freeze(): FrozenIndex {
    const engine = this.#engine;
    const passages = this.#passageArticles.length;
    for (let i = passages; i < MIN_LEARNT; i += 1) engine.addDoc({ headline: [], text: [] }, i);
    engine.consolidate();

    const terms = listTerms(engine);
    const idf = Float32Array.from(engine.getIDF());
    return {
      terms: freezeStrings(terms),
      passageArticles: Uint32Array.from(this.#passageArticles),
      idf,
      maxIdf: idf.reduce((one, other) => Math.max(one, other), 0),
      ...freezePostings(engine, terms.length, passages),
    };
  }
}

/** Lists the terms by wink's numbers, which the order of an object's keys does not follow ("2022" comes first). */
function listTerms(engine: Engine): string[] {
  const terms: string[] = [];
  for (const [term, number] of Object.entries(engine.getTokens())) terms[number] = term;
  return terms;
}

type Postings = Pick<FrozenIndex, 'postingStarts' | 'postingPassages' | 'postingScores'>;

/** Inverts wink's scores per passage into postings per term. */
function freezePostings(engine: Engine, terms: number, passages: number): Postings {
  const learnt = engine.getDocs();
  const termsOf = new GrowingArray();
  const scoresOf = new GrowingArray();
  const ends = new Uint32Array(passages);
  const postingStarts = new Uint32Array(terms + 1);
  for (let i = 0; i < passages; i += 1) {
    const scores = learnt[i]?.freq ?? {};
    for (const key in scores) {
      const term = Number(key);
      termsOf.push(term);
      scoresOf.push(Math.round((scores[term] ?? 0) * SCORE_SCALE));
      bump(postingStarts, term + 1, 1);
    }
    ends[i] = termsOf.length;
  }
  for (let t = 1; t <= terms; t += 1) bump(postingStarts, t, postingStarts[t - 1] ?? 0);

  const next = postingStarts.slice();
  const postingPassages = new Uint32Array(termsOf.length);
  const postingScores = new Int32Array(termsOf.length);
  const [termList, scoreList] = [termsOf.view(), scoresOf.view()];
  for (let i = 0, from = 0; i < passages; i += 1) {
    const end = ends[i] ?? from;
    for (; from < end; from += 1) {
      const at = bump(next, termList[from] ?? 0, 1) - 1;
      postingPassages[at] = i;
      postingScores[at] = scoreList[from] ?? 0;
    }
  }
  return { postingStarts, postingPassages, postingScores };
}

/** Adds to an entry and returns the sum. */
function bump(counts: Uint32Array, i: number, by: number): number {
  return (counts[i] = (counts[i] ?? 0) + by);
}
