import { basename } from 'node:path';
import { watch } from 'chokidar';

export interface FolderWatch {
  close(): Promise<void>;
}

export interface WatchParts {
  /** Called once nothing has changed for a while. */
  readonly onSettled: () => void;
  readonly onError: (error: unknown) => void;
  /** How long nothing must have changed, in ms; default 1,000. */
  readonly settleMs?: number;
}

const SETTLE_MS = 1_000;

/** Watches a corpus folder and all below it; names that begin with a dot are passed over. */
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
