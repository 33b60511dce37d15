import { ANSWERS_KEPT_DAYS, DAY_MS, DRAFTS_KEPT_MS } from '../core/kept-times.js';
import type { BotContext } from './command.js';

/**
 * Removes what has been kept for as long as it may be, at once and every day. It keeps no program running.
 *
 * @returns What ends it.
 */
export function pruneDaily({
  state,
  writes,
  gapsDays,
  now,
}: Pick<BotContext, 'state' | 'writes' | 'gapsDays' | 'now'>): () => void {
  const prune = (): void => {
    const at = now();
    const before = {
      answers: at - ANSWERS_KEPT_DAYS * DAY_MS,
      gaps: at - gapsDays * DAY_MS,
      drafts: at - DRAFTS_KEPT_MS,
    };
    writes.begin(() => state.prune(before));
  };
  prune();
  const timer = setInterval(prune, DAY_MS).unref();
  return () => {
    clearInterval(timer);
  };
}
