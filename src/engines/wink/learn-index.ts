import createEngine from 'wink-bm25-text-search';
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

type Postings = Pick<FrozenIndex, 'postingStarts' | 'postingPassages' | 'postingScores' | 'largestScores'>;

function freezePostings(engine: Engine, terms: number, passages: number): Postings {
  const docs = engine.getDocs();
  const postingStarts = new Uint32Array(terms + 1);
  for (let i = 0; i < passages; i += 1) {
    for (const term in docs[i]?.freq) bump(postingStarts, Number(term) + 1, 1);
  }
  for (let t = 1; t <= terms; t += 1) bump(postingStarts, t, postingStarts[t - 1] ?? 0);

  const next = postingStarts.slice();
  const postingPassages = new Uint32Array(postingStarts[terms] ?? 0);
  const postingScores = new Int32Array(postingPassages.length);
  const largestScores = new Int32Array(terms);
  for (let i = 0; i < passages; i += 1) {
    for (const [term, score] of Object.entries(docs[i]?.freq ?? {})) {
      const at = bump(next, Number(term), 1) - 1;
      postingPassages[at] = i;
      postingScores[at] = Math.round(score * SCORE_SCALE);
      largestScores[Number(term)] = Math.max(largestScores[Number(term)] ?? 0, postingScores[at] ?? 0);
    }
  }
  return { postingStarts, postingPassages, postingScores, largestScores };
}

/** Adds to one entry and returns the sum. */
function bump(counts: Uint32Array, i: number, by: number): number {
  return (counts[i] = (counts[i] ?? 0) + by);
}
