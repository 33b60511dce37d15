import { idOfFile } from './article-id.js';
import { findRoot } from './find-root.js';
import { listFiles } from './list-files.js';

/** The ids of all files of a corpus folder, read or not. @throws {Fault} `CORPUS_MISSING`. */
export async function listTakenIds(corpusDir: string): Promise<Set<string>> {
  const { files } = await listFiles(await findRoot(corpusDir));
  return new Set(files.map(idOfFile));
}
