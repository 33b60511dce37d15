import type { ReportProgress } from '../../core/model/log.js';
import type { Sentences } from '../../core/texts/sentences.js';
import { sayOnly, type View } from './view.js';

/** An edit of a message for each so many of these at most; Discord limits edits. */
export const PROGRESS_INTERVAL_MS = 3_000;

interface ProgressMessage {
  readonly report: ReportProgress;
  /** Waits for an edit under way, so that none comes after what is written next. */
  readonly settle: () => Promise<void>;
}

/**
 * Tells in a message how far a build has come, first after one interval.
 *
 * @param edit - Replaces the message; where it fails, the next one tells more anyway.
 * @param now - In ms.
 */
export function createProgressMessage(
  say: Sentences,
  edit: (view: View) => Promise<void>,
  now: () => number = Date.now,
): ProgressMessage {
  let next = now() + PROGRESS_INTERVAL_MS;
  let underWay: Promise<void> | null = null;
  return {
    report: (progress) => {
      if (underWay || now() < next) return;
      next = now() + PROGRESS_INTERVAL_MS;
      underWay = edit(sayOnly(say.progress(progress)))
        .catch(() => undefined)
        .finally(() => (underWay = null));
    },
    settle: async () => {
      await underWay;
    },
  };
}
