import createEngine from 'wink-bm25-text-search';
import { freezeStrings, GrowingArray } from '../../core/arrays/string-table.js';
import type { IndexablePassage } from '../../core/model/search-index.js';
import { type FrozenIndex, SCORE_SCALE } from './serve-index.js';

/** A term in the headline counts as three in the text; `docs/ranking.md` shows what these earn. */
const CONFIG = { fldWeights: { headline: 3, text: 1 }, bm25Params: { k1: 1.2, b: 0.5, k: 1 } };

/** wink refuses to consolidate fewer; what is missing is made up by empty ones that nothing finds. */
const MIN_LEARNT = 3;

type Engine = ReturnType<typeof createEngine>;

/** Lets wink learn passages and freezes what it learnt. */
export class IndexLearner {
  readonly #engine = createEngine();
  readonly #articleNumbers = new Map<string, number>();
  readonly #passageArticles: number[] = [];

  constructor() {
    this.#engine.defineConfig(CONFIG);
    this.#engine.definePrepTasks([(terms: readonly string[]) => terms]);
  }

  /** @param passage - The next by article id, then in reading order. */
  add({ articleId, headlineTerms, textTerms }: IndexablePassage): void {
    this.#engine.addDoc({ headline: headlineTerms, text: textTerms }, this.#passageArticles.length);
    const articleNumber = this.#articleNumbers.get(articleId) ?? this.#articleNumbers.size;
    this.#articleNumbers.set(articleId, articleNumber);
    this.#passageArticles.push(articleNumber);
  }

  /** Ends the learning; also when nothing was added. */
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

/** wink numbers its terms; an object's keys do not keep that order ("2022" comes before any word). */
function listTerms(engine: Engine): string[] {
  const terms: string[] = [];
  for (const [term, number] of Object.entries(engine.getTokens())) terms[number] = term;
  return terms;
}

type Postings = Pick<FrozenIndex, 'postingStarts' | 'postingPassages' | 'postingScores'>;

/** Turns what wink keeps a passage into lists a term. */
function freezePostings(engine: Engine, terms: number, passages: number): Postings {
  const docs = engine.getDocs();
  const termsOf = new GrowingArray();
  const scoresOf = new GrowingArray();
  const ends = new Uint32Array(passages);
  const postingStarts = new Uint32Array(terms + 1);
  for (let i = 0; i < passages; i += 1) {
    const scores = docs[i]?.freq ?? {};
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

/** Adds to one entry and returns the sum. */
function bump(counts: Uint32Array, i: number, by: number): number {
  return (counts[i] = (counts[i] ?? 0) + by);
}
