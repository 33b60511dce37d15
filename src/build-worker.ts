import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { createAnalyzer } from './analysis/create-analyzer.js';
import type { BuildMessage, BuildOrder, RecalledArticles } from './build-in-worker.js';
import type { ArticleText, Problem } from './core/article.js';
import { Fault } from './core/errors.js';
import { readCorpus, type CorpusReading } from './corpus/read-corpus.js';
import { freezeArticles } from './freeze-articles.js';

const port = parentPort;
if (!port) throw new Error('build-worker runs as a worker thread only');

try {
  const message = await build(workerData as BuildOrder);
  port.postMessage(message, listBuffers(message));
} catch (error) {
  if (!(error instanceof Fault)) throw error;
  const { code, message, facts } = error;
  port.postMessage({ kind: 'fault', code, message, facts } satisfies BuildMessage);
}
port.close();

async function build({ corpusDir }: BuildOrder): Promise<BuildMessage> {
  const analyzer = createAnalyzer();
  const reading = await readCorpus(corpusDir, analyzer);
  const { articles, problems } = await keepLastGood(reading);
  return { kind: 'built', ...freezeArticles(articles, analyzer), problems };
}

/** Takes the last version that could be read of each file that now cannot. */
async function keepLastGood(
  reading: CorpusReading,
): Promise<{ articles: readonly ArticleText[]; problems: readonly Problem[] }> {
  const read = new Set(reading.articles.map(({ article }) => article.id));
  const lost = reading.rejected.filter(({ id }) => !read.has(id));
  if (lost.length === 0) return reading;

  port?.postMessage({ kind: 'recall', articleIds: lost.map(({ id }) => id) } satisfies BuildMessage);
  const [recalled] = (await once(port as NonNullable<typeof port>, 'message')) as [RecalledArticles];
  const kept = new Set(recalled.map(({ article }) => article.id));
  const keptFiles = new Set(lost.filter(({ id }) => kept.has(id)).map(({ file }) => file));
  return {
    articles: [...reading.articles, ...recalled].sort((a, b) => (a.article.id < b.article.id ? -1 : 1)),
    problems: reading.problems.map((problem) =>
      keptFiles.has(problem.file)
        ? { ...problem, reason: `${problem.reason} Its last good version stays.` }
        : problem,
    ),
  };
}

/** The memory of every typed array in a message, to be handed over instead of copied. */
function listBuffers(value: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.values(value).flatMap(listBuffers);
}
