import { parentPort, workerData } from 'node:worker_threads';
import { createAnalyzer } from './analysis/create-analyzer.js';
import type { BuildMessage, BuildOrder, Recalled } from './build-in-worker.js';
import type { ArticleText, Problem } from './core/article.js';
import { Fault } from './core/errors.js';
import type { Glossary } from './core/glossary.js';
import { readCorpus, type CorpusReading } from './corpus/read-corpus.js';
import { GLOSSARY_FILE } from './corpus/read-glossary.js';
import { freezeArticles } from './freeze-articles.js';

const LAST_GOOD = 'What could be read before stays.';

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
  const { articles, glossary, problems } = await keepLastGood(reading);
  return { kind: 'built', ...freezeArticles(articles, analyzer, glossary), problems };
}

interface Sources {
  readonly articles: readonly ArticleText[];
  readonly glossary: Glossary;
  readonly problems: readonly Problem[];
}

/** Takes the last version that could be read of each file, and of each folder's files, that now cannot. */
async function keepLastGood(reading: CorpusReading): Promise<Sources> {
  const { articles, glossary, problems, rejected, rejectedFolders } = reading;
  if (glossary !== null && rejected.length === 0 && rejectedFolders.length === 0) {
    return { articles, glossary, problems };
  }

  const read = new Set(articles.map(({ article }) => article.id));
  const last = await recall({
    kind: 'recall',
    articleIds: rejected.map(({ id }) => id),
    idPrefixes: rejectedFolders.map(({ idPrefix }) => idPrefix),
  });
  const recalled = last.articles.filter(({ article }) => !read.has(article.id));
  const kept = new Set(recalled.map(({ article }) => article.id));
  const keptPlaces = new Set([
    ...rejected.flatMap(({ id, file }) => (kept.has(id) ? file : [])),
    ...rejectedFolders.flatMap(({ idPrefix, folder }) =>
      [...kept].some((id) => id.startsWith(idPrefix)) ? folder : [],
    ),
    ...(glossary === null && last.glossary.length > 0 ? [GLOSSARY_FILE] : []),
  ]);
  return {
    articles: [...articles, ...recalled].sort((a, b) => (a.article.id < b.article.id ? -1 : 1)),
    glossary: glossary ?? last.glossary,
    problems: problems.map((problem) =>
      keptPlaces.has(problem.file) ? { ...problem, reason: `${problem.reason} ${LAST_GOOD}` } : problem,
    ),
  };
}

async function recall(message: Extract<BuildMessage, { kind: 'recall' }>): Promise<Recalled> {
  const answer = new Promise<Recalled>((resolve) => port?.once('message', resolve));
  port?.postMessage(message);
  return answer;
}

/** The memory of every typed array in a message, to be handed over instead of copied. */
function listBuffers(value: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.values(value).flatMap(listBuffers);
}
