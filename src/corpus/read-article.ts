import { extname } from 'node:path';
import { readHtml } from './read-html.js';
import { readMarkdown } from './read-markdown.js';
import { readText } from './read-text.js';
import { reject } from './reading.js';
import type { ReadContext, Reading } from './reading.js';

export type Format = 'markdown' | 'text' | 'html';

const FORMATS: Readonly<Record<string, Format>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'text',
  '.html': 'html',
  '.htm': 'html',
};
const READERS = { markdown: readMarkdown, text: readText, html: readHtml };

/** @returns `null` when no reader takes such a file. */
export function detectFormat(path: string): Format | null {
  return FORMATS[extname(path).toLowerCase()] ?? null;
}

/** Reads an article from a text of any format; whatever is wrong with the text, the result is a value. */
export function readArticle(format: Format, source: string, context: ReadContext): Reading {
  if (source.trim() === '')
    return reject(context, 'The file is empty: write the article into it or take it away.');
  try {
    return READERS[format](source, context);
  } catch (error) {
    const cause = error instanceof Error ? error.message : 'unknown error';
    return reject(context, `The text cannot be taken apart (${cause}): save it as plain text.`);
  }
}
