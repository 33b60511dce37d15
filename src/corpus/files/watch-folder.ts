import { basename } from 'node:path';
import { watch } from 'chokidar';
import type { ChangeReport } from '../../core/changes/change-corpus.js';
import { Fault } from '../../core/model/fault.js';
import type { Log } from '../../core/model/log.js';
import type { Services } from '../../core/services.js';

export interface FollowParts {
  readonly corpusDir: string;
  readonly services: Pick<Services, 'changeCorpus' | 'audit'>;
  readonly log: Log;
  /** In ms since 1970. */
  readonly now: () => number;
  /** See {@link WatchParts.settleMs}. */
  readonly settleMs?: number;
}

export interface FolderWatch {
  close(): Promise<void>;
}

const RETRY_MS = 1_000;

/** Loads changes of the corpus folder. If something would be lost, the loaded corpus stays, and the loss is logged. */
export async function followFolder(parts: FollowParts): Promise<FolderWatch> {
  const { corpusDir, services, log, now, ...settling } = parts;
  let isRunning = false;
  let isDue = false;
  let heldRevision: string | null = null;
  let retry: NodeJS.Timeout | undefined;

  const reportHeld = async (report: ChangeReport): Promise<void> => {
    const { before, after } = report;
    if (heldRevision === after.revision) return;
    heldRevision = after.revision;
    const note = describeLoss(report);
    log.warn('changes of the folder are not loaded, since something would be lost', { note });
    const entry = { at: now(), by: null, action: 'watch', subject: after.revision, note } as const;
    await services.audit.record({ ...entry, from: before.revision, to: before.revision });
  };
  const load = async (): Promise<void> => {
    try {
      const options = { mode: 'careful', by: null, action: 'watch' } as const;
      const outcome = await services.changeCorpus([], options);
      if (outcome.kind === 'held') await reportHeld(outcome.report);
      else {
        heldRevision = null;
        const { before, after } = outcome.report;
        log.info('the folder is loaded as it is now', { from: before.revision, to: after.revision });
      }
    } catch (error) {
      if (error instanceof Fault && error.code === 'RELOAD_RUNNING') isDue = true;
      else if (!(error instanceof Fault) || error.code !== 'BUILD_STOPPED')
        log.error('changes of the folder could not be loaded', error);
    }
  };
  const onSettled = (): void => {
    isDue = true;
    if (isRunning) return;
    isRunning = true;
    isDue = false;
    void load().finally(() => {
      isRunning = false;
      // Another reload was running, or another change came meanwhile.
      if (isDue) retry = setTimeout(onSettled, RETRY_MS);
    });
  };
  const onError = (error: unknown): void => {
    log.error('the folder of articles cannot be watched', error);
  };
  const watch = await watchFolder(corpusDir, { onSettled, onError, ...settling });
  return {
    close: async () => {
      clearTimeout(retry);
      await watch.close();
    },
  };
}

/** E.g. `articles gone: a, b; pinned questions lost: 1`. */
function describeLoss({ missing, pins }: ChangeReport): string {
  const ids = missing.map(({ id }) => id).join(', ');
  return [
    ...(missing.length === 0 ? [] : [`articles gone: ${ids}`]),
    ...(pins === null ? ['the pinned questions could not be read'] : []),
    ...(pins && pins.lost.length > 0 ? [`pinned questions lost: ${pins.lost.length}`] : []),
  ].join('; ');
}

export interface WatchParts {
  /** Called once nothing has changed for `settleMs`. */
  readonly onSettled: () => void;
  readonly onError: (error: unknown) => void;
  /** The time without changes; default 1,000. */
  readonly settleMs?: number;
}

const SETTLE_MS = 1_000;

/** Watches a corpus folder and everything below it, except names that begin with a dot. */
export async function watchFolder(
  dir: string,
  { onSettled, onError, settleMs = SETTLE_MS }: WatchParts,
): Promise<FolderWatch> {
  const isHidden = (path: string): boolean => path !== dir && basename(path).startsWith('.');
  const watcher = watch(dir, { ignoreInitial: true, ignored: isHidden });
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(onSettled, settleMs);
  });
  watcher.on('error', onError);
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return {
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
