import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';

export const DOCUMENT = 'docs/performance.md';

/** @param mark - The name in the comments `<!-- mark: begin -->` and `<!-- mark: end -->` around the text. */
export async function writeDocument(mark: string, text: string): Promise<void> {
  const document = replaceMarked(await readFile(DOCUMENT, 'utf8'), mark, text);
  await writeFile(
    DOCUMENT,
    await format(document, { ...(await resolveConfig(DOCUMENT)), parser: 'markdown' }),
  );
}

/** Replaces the text between the two comments of a mark. @throws If `document` lacks one of them. */
export function replaceMarked(document: string, mark: string, text: string): string {
  const [begin, end] = [`<!-- ${mark}: begin -->`, `<!-- ${mark}: end -->`];
  const [before, rest = ''] = document.split(begin);
  const [, after] = rest.split(end);
  if (before === undefined || after === undefined) throw new Error(`${DOCUMENT} lacks the mark ${mark}`);
  return `${before}${begin}\n\n${text}\n\n${end}${after}`;
}
