import { complain } from '../core/complaint.js';
import { readHtml } from './read-html.js';
import { readMarkdown } from './read-markdown.js';
import { readText } from './read-text.js';
import { reject } from './reading.js';
import type { ReadContext, Reading } from './reading.js';
import type { Format } from './source-file.js';

const READERS = { markdown: readMarkdown, text: readText, html: readHtml };

/** Reads an article from a text of any format; whatever is wrong with the text, the result is a value. */
export function readArticle(format: Format, source: string, context: ReadContext): Reading {
  if (source.trim() === '') return reject(context, complain('FILE_EMPTY'));
  try {
    return READERS[format](source, context);
  } catch (error) {
    const cause = error instanceof Error ? error.message : 'unknown error';
    return reject(context, complain('TEXT_UNREADABLE', { cause }));
  }
}
