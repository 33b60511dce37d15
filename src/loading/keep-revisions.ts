import type { Archive } from '../corpus/archive/create-archive.js';
import type { SourceHashes } from '../corpus/sources.js';
import { describeError } from '../core/describe-error.js';
import type { Log } from '../core/services.js';
import type { OpenedBuild } from './build-in-worker.js';

/** Puts what each corpus was read from into the archive, while questions are answered. */
export interface RevisionKeeper {
  keep(built: OpenedBuild): void;
  /** Stops what is under way. */
  close(): Promise<void>;
}

const NOT_KEPT =
  'the files of this corpus could not be kept, so nobody can go back to it: check that DATA_DIR can be written and has room';
const CHANGED = 'the files of this corpus are not kept, since one has changed while they were copied';

/** @param archive - Absent: nothing is kept. */
export function keepRevisions(archive: Archive | undefined, log: Log): RevisionKeeper {
  let isClosed = false;
  const keep = async (revision: string, files: SourceHashes, lastGood: readonly string[]): Promise<void> => {
    try {
      const keeping = await archive?.keep(revision, { ...files, lastGood }, Date.now());
      if (keeping?.kind === 'kept') log.info('the files of this corpus are kept', { revision });
      if (keeping?.kind === 'changed') log.info(CHANGED, { revision, file: keeping.file });
    } catch (error) {
      if (!isClosed) log.warn(NOT_KEPT, { revision, reason: describeError(error) });
    }
  };
  return {
    keep: ({ loaded, sources, lastGood }) => {
      if (!archive) return;
      // A view would keep the whole snapshot in memory.
      const files = { paths: sources.paths, hashes: sources.hashes.slice() };
      void keep(loaded.corpus.summary.revision, files, lastGood);
    },
    close: async () => {
      isClosed = true;
      await archive?.close();
    },
  };
}
