import type { ReportProgress } from '../../core/model/log.js';
import type { Sentences } from '../../core/locales/sentences.js';
import { sayOnly, type View } from './view.js';

/** The least time between two edits of a progress message; Discord limits edits. */
export const PROGRESS_INTERVAL_MS = 3_000;

interface ProgressMessage {
  readonly report: ReportProgress;
  /** Waits for an edit under way, so that it does not overwrite what is shown next. */
  readonly settle: () => Promise<void>;
}

/**
 * Shows the progress of a build in a message, first after {@link PROGRESS_INTERVAL_MS}.
 *
 * @param edit - Replaces the message; a failure is ignored, because the next edit shows more anyway.
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
