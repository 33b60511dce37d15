import { idOfFile } from '../article-id.js';
import { listFiles } from '../list-files.js';
import { detectFormat } from '../source-file.js';

/** The id of the article that a file holds; `null` for a file that no article is read from. */
export function identifyFile(file: string): string | null {
  return detectFormat(file) === null ? null : idOfFile(file);
}

/** The file that an article is read from. @param root - A real path. @returns `null` when there is none. */
export async function findFile(root: string, articleId: string): Promise<string | null> {
  const { files } = await listFiles(root);
  return files.find((file) => identifyFile(file) === articleId) ?? null;
}
