import createEngine from 'wink-bm25-text-search';
import { GrowingArray } from '../../core/growing-array.js';
import type { IndexablePassage } from '../../core/search-index.js';
import { SCORE_SCALE, type FrozenIndex } from './frozen-index.js';
import { freezeStrings } from '../../core/string-table.js';

/** A term in the headline counts as three in the text; `docs/ranking.md` shows what these earn. */
const CONFIG = { fldWeights: { headline: 3, text: 1 }, bm25Params: { k1: 1.2, b: 0.5, k: 1 } };

/** wink refuses to consolidate fewer; what is missing is made up by empty ones that nothing finds. */
const MIN_LEARNT = 3;

type Engine = ReturnType<typeof createEngine>;

/**
 * Lets wink learn the passages and freezes what it learnt.
 *
 * @param passages - In the order of their handles; may be empty.
 */
export function learnIndex(passages: Iterable<IndexablePassage>): FrozenIndex {
  const engine = createEngine();
  engine.defineConfig(CONFIG);
  engine.definePrepTasks([(terms: readonly string[]) => terms]);

  const handles: string[] = [];
  const articleNumbers = new Map<string, number>();
  const passageArticles: number[] = [];
  for (const { handle, articleId, headlineTerms, textTerms } of passages) {
    engine.addDoc({ headline: headlineTerms, text: textTerms }, handles.length);
    handles.push(handle);
    const articleNumber = articleNumbers.get(articleId) ?? articleNumbers.size;
    articleNumbers.set(articleId, articleNumber);
    passageArticles.push(articleNumber);
  }
  for (let i = handles.length; i < MIN_LEARNT; i += 1) engine.addDoc({ headline: [], text: [] }, i);
  engine.consolidate();

  const terms = listTerms(engine);
  return {
    terms: freezeStrings(terms),
    handles: freezeStrings(handles),
    passageArticles: Uint32Array.from(passageArticles),
    idf: Float32Array.from(engine.getIDF()),
    ...freezePostings(engine, terms.length, handles.length),
  };
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
  const [termList, scoreList] = [termsOf.freeze(), scoresOf.freeze()];
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
