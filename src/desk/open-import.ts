import { open } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { createAnalyzer } from '../analysis/analyzer.js';
import { describeError, Fault } from '../core/model/fault.js';
import type { FetchPage } from '../core/model/fetch-page.js';
import type { Log, ReportProgress } from '../core/model/log.js';
import { diagnose } from '../core/model/problem.js';
import { VERSION } from '../core/version.js';
import { createDuplicateFinder } from '../core/likeness/find-duplicates.js';
import { createCorpusFiles } from '../corpus/files/corpus-files.js';
import { describeExcess, listFileIds } from '../corpus/files/list-files.js';
import { refuseDraft } from '../corpus/reading/reading.js';
import { createFetchPage } from '../fetch/fetch-page.js';
import { findWall } from '../fetch/paywall.js';
import { readFeed } from '../fetch/read-feed.js';
import { takeTurns } from '../fetch/take-turns.js';
import { type CorpusManager, createCorpusManager } from '../loading/corpus-manager.js';
import type { ImportParts } from './import-articles.js';

interface OpenImportParts {
  readonly corpusDir: string;
  /** The folder of snapshots; if absent, none is read or written. */
  readonly dataDir?: string | undefined;
  readonly log: Log;
  readonly onProgress?: ReportProgress;
  /** Default: fetches from the public web, a few pages of a host at a time. */
  readonly fetchPage?: FetchPage;
}

const LOADING_URL = new URL('../loading/', import.meta.url);

/**
 * Loads the corpus that articles will be added to; it may be empty.
 *
 * @throws {Fault} `CORPUS_MISSING` or `BUILD_FAILED`.
 */
export async function openImport({
  fetchPage = takeTurns(createFetchPage({ version: VERSION })),
  ...place
}: OpenImportParts): Promise<ImportParts> {
  const takenIds = await listFileIds(place.corpusDir);
  const analyzer = createAnalyzer();
  const manager = await loadIfAny(place);
  const duplicates = await createDuplicateFinder(manager?.loaded().corpus ?? null, analyzer, setImmediate);
  await manager?.close();
  const files = createCorpusFiles(place.corpusDir);
  return {
    fetchPage,
    findWall,
    readFeed,
    readFile: readBytes,
    splitSentences: analyzer.splitSentences,
    duplicates,
    takenIds,
    write: (change) => files.apply([change]),
  };
}

async function loadIfAny(place: Omit<OpenImportParts, 'fetchPage'>): Promise<CorpusManager | null> {
  try {
    return await createCorpusManager({ ...place, loadingUrl: LOADING_URL });
  } catch (error) {
    if (error instanceof Fault && error.code === 'CORPUS_EMPTY') return null;
    throw error;
  }
}

/** @throws {Fault} `ARTICLE_UNREADABLE`. */
async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path);
    try {
      const excess = describeExcess(path, (await file.stat()).size);
      if (excess !== null) throw refuseDraft(excess);
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw refuseDraft(diagnose('FILE_UNREADABLE', { cause: describeError(error) }), error);
  }
}
