import type { Duplicate } from '../../desk.js';

/** What the terminal says of an import. */
export const IMPORT_REPORT = {
  added: (count: number) => `Added: ${count}`,
  wouldAdd: (count: number) => `Would be added: ${count}`,
  addedAs: (file: string, title: string, source: string) => `${file}: ${title} (from ${source})`,
  skipped: (count: number) => `Left out, because they are there already: ${count}`,
  skippedFor: (source: string, { article, why, likeness }: Duplicate) =>
    why === 'same-address'
      ? `${source}: ${article.id} has the same address`
      : `${source}: ${article.id} has the same text (${Math.round(likeness * 100)} % alike)`,
  refused: (count: number) => `Refused: ${count}`,
  refusedFor: (source: string, reason: string) => `${source}: ${reason}`,
  stopped: (left: number) =>
    `Stopped before the end: ${left} left. What was added stays; start again for the rest.`,
  reload: 'A bot that is running takes them up with /corpus reload.',
} as const;
