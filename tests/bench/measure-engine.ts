import { setTimeout as sleep } from 'node:timers/promises';
import type { IndexablePassage } from '../../src/core/model/search-index.js';
import { percentile } from '../../src/eval/measure.js';
import type { BenchEngine, BuildEngine } from './bench-engine.js';
import { generatePassages, generateQuestions } from './generate-corpus.js';
import type { Latency, Measurement, Memory, Task } from './measurement.js';

export const LIMIT = 10;
export const QUESTIONS = 1_000;
export const COMPARED_QUESTIONS = 100;

/** Separate questions, asked in turn for `ms`, but each of the first `least` ones at least once. */
const WARM_UP = { questions: 200, ms: 1_000, least: 20 };

/** No further question is asked after this time. */
export const SEARCH_BUDGET_MS = 120_000;

/** The time in which V8 returns freed pages to the system. */
const SETTLE_MS = 200;

/**
 * Builds an engine and measures the build, the memory, and then searches one after the other.
 *
 * @param collectGarbage - The `gc` of `--expose-gc`.
 * @param onBuilt - Called between build and searches.
 */
export async function measureEngine(
  build: BuildEngine,
  { seed, passages }: Task,
  collectGarbage: () => void,
  onBuilt: (buildMs: number) => void,
): Promise<Measurement> {
  const questions = generateQuestions(seed, passages, WARM_UP.questions + QUESTIONS);
  const memoryBefore = await readMemory(collectGarbage);
  const { engine, buildMs } = timeBuild(build, generatePassages(seed, passages));
  const peakResident = process.resourceUsage().maxRSS * 1024;
  const memory = await readMemory(collectGarbage);
  onBuilt(buildMs);

  await warmUp(engine, questions.slice(QUESTIONS));
  const { searchMs, asked } = await timeSearches(engine, questions.slice(0, QUESTIONS));
  const rankings: Measurement['rankings'][number][] = [];
  for (const terms of questions.slice(0, COMPARED_QUESTIONS)) {
    rankings.push((await (engine.searchInOrder ?? engine.search)(terms, LIMIT)).slice());
  }
  return { buildMs, searchMs, questions: asked, memoryBefore, memory, peakResident, rankings };
}

async function readMemory(collectGarbage: () => void): Promise<Memory> {
  collectGarbage();
  await sleep(SETTLE_MS);
  collectGarbage();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { resident: rss, counted: heapUsed + external };
}

function timeBuild(
  build: BuildEngine,
  passages: Iterable<IndexablePassage>,
): { engine: BenchEngine; buildMs: number } {
  const generating = { ms: 0 };
  const start = performance.now();
  const engine = build(clock(passages, generating));
  return { engine, buildMs: performance.now() - start - generating.ms };
}

/** Passes on values and adds up the time that it takes to get them. */
function* clock<T>(values: Iterable<T>, spent: { ms: number }): Generator<T> {
  const iterator = values[Symbol.iterator]();
  for (;;) {
    const start = performance.now();
    const next = iterator.next();
    spent.ms += performance.now() - start;
    if (next.done) return;
    yield next.value;
  }
}

type Questions = readonly (readonly string[])[];

async function warmUp(engine: BenchEngine, questions: Questions): Promise<void> {
  const end = performance.now() + WARM_UP.ms;
  for (let i = 0; i < WARM_UP.least || performance.now() < end; i += 1) {
    await engine.search(questions[i % questions.length] ?? [], LIMIT);
  }
}

async function timeSearches(
  engine: BenchEngine,
  questions: Questions,
): Promise<{ searchMs: Latency; asked: number }> {
  const times: number[] = [];
  const end = performance.now() + SEARCH_BUDGET_MS;
  for (const terms of questions) {
    const start = performance.now();
    if (start > end) break;
    await engine.search(terms, LIMIT);
    times.push(performance.now() - start);
  }
  const at = (share: number): number => percentile(times, share);
  return { searchMs: { p50: at(0.5), p95: at(0.95), p99: at(0.99) }, asked: times.length };
}
