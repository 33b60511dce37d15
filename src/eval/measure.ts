import { hitAt, ndcgAt, percentile, recallAt, reciprocalRankAt } from './metrics.js';
import type { LoadedBeir, RankedEntries } from './load-beir.js';
import type { BeirQuestion, BeirSet } from './read-beir.js';

export const DEPTH = 10;

/** The figures of one evaluation set, each in 0..1 but for the counts and times. */
export interface Figures {
  readonly passages: number;
  readonly questions: number;
  readonly 'nDCG@10': number;
  readonly 'MRR@10': number;
  readonly 'hit@1': number;
  readonly 'hit@5': number;
  readonly 'hit@10': number;
  readonly 'recall@10': number;
  /** Share of the questions answered by a passage judged right whose answer lies in the sentence marked there. */
  readonly answerSentence: number | null;
  /** Of one question: ranking and the answer sentence of the first passage. */
  readonly latencyMs: { readonly p50: number; readonly p95: number };
}

/** What one question got. */
export interface AskedQuestion {
  readonly question: BeirQuestion;
  readonly ranked: RankedEntries;
  readonly ms: number;
}

/** Asks every question, one after the other. @param onProgress - Called after each. */
export async function askAll(
  { questions }: BeirSet,
  loaded: LoadedBeir,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<AskedQuestion[]> {
  const asked: AskedQuestion[] = [];
  for (const question of questions) {
    const started = performance.now();
    const ranked = await loaded.rank(question.text, DEPTH);
    asked.push({ question, ranked, ms: performance.now() - started });
    onProgress(asked.length, questions.length);
  }
  return asked;
}

export function measure(set: BeirSet, loaded: LoadedBeir, asked: readonly AskedQuestion[]): Figures {
  const mean = (metric: typeof ndcgAt, k: number): number =>
    average(
      asked.map(({ question, ranked }) =>
        metric(
          ranked.hits.map(({ id }) => id),
          set.grades.get(question.id) ?? new Map(),
          k,
        ),
      ),
    );
  const times = asked.map(({ ms }) => ms);
  return {
    passages: set.entries.length,
    questions: asked.length,
    'nDCG@10': mean(ndcgAt, DEPTH),
    'MRR@10': mean(reciprocalRankAt, DEPTH),
    'hit@1': mean(hitAt, 1),
    'hit@5': mean(hitAt, 5),
    'hit@10': mean(hitAt, 10),
    'recall@10': mean(recallAt, DEPTH),
    answerSentence: measureSentences(set, loaded),
    latencyMs: { p50: percentile(times, 0.5), p95: percentile(times, 0.95) },
  };
}

/** Over the questions one of whose answers stands in a passage judged right; `null` where there is none. */
function measureSentences({ entries, questions, grades }: BeirSet, loaded: LoadedBeir): number | null {
  const texts = new Map(entries.map(({ id, text }) => [id, text]));
  const marked = questions.flatMap(({ id, text, answers }) => {
    const right = [...(grades.get(id) ?? [])].flatMap(([entryId, grade]) => (grade > 0 ? entryId : []));
    const answering = right.filter((entryId) => holdsAnswer(texts.get(entryId) ?? '', answers));
    if (answering.length === 0) return [];
    return answering.some((entryId) => holdsAnswer(loaded.markSentence(text, entryId), answers)) ? 1 : 0;
  });
  return marked.length === 0 ? null : average(marked);
}

/** Whether one of the answers stands in the sentence as whole words, in any letter case. */
export function holdsAnswer(sentence: string, answers: readonly string[]): boolean {
  return answers.some((answer) => {
    const escaped = answer.trim().replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
    return (
      escaped !== '' && new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu').test(sentence)
    );
  });
}

function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
