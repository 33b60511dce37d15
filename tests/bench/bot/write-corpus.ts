import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeArticles } from './write-articles.js';

export interface CorpusTask {
  readonly seed: number;
  readonly passages: number;
}

/**
 * Writes the made-up articles into a folder, over those of another edition.
 *
 * @param every - Only one in this many articles is written, beginning with the first.
 * @returns The number of articles written.
 */
export async function writeCorpus(
  dir: string,
  { seed, passages }: CorpusTask,
  edition: number,
  every = 1,
): Promise<number> {
  let seen = 0;
  let written = 0;
  for (const { name, markdown } of writeArticles(seed, passages, edition)) {
    if (seen++ % every !== 0) continue;
    await writeFile(join(dir, name), markdown);
    written += 1;
  }
  return written;
}
