import { diagnose } from '../../core/model/problem.js';
import { findFrontMatter } from './find-front-matter.js';
import type { Format } from './format.js';
import { readStatedFacts } from './front-matter-facts.js';
import { readFrontMatter } from './front-matter.js';
import { readHtml } from './read-html.js';
import { readMarkdown } from './read-markdown.js';
import { readText } from './read-text.js';
import { type ReadContext, type Reading, reject } from './reading.js';
import { cleanCharacters } from './text.js';

/** Reads an article from text of any format. Never throws: an error becomes a rejected reading. */
export function readArticle(format: Format, text: string, context: ReadContext): Reading {
  if (text.trim() === '') return reject(context, diagnose('FILE_EMPTY'));
  try {
    return format === 'markdown' ? readMarkdown(text, context) : readPage(format, text, context);
  } catch (error) {
    const cause = error instanceof Error ? error.message : 'unknown error';
    return reject(context, diagnose('TEXT_UNREADABLE', { cause }));
  }
}

const PAGE_READERS = { text: readText, html: readHtml };

/** Reads plain text or HTML from the web; front matter may have been added before it. */
function readPage(format: keyof typeof PAGE_READERS, text: string, context: ReadContext): Reading {
  const read = PAGE_READERS[format];
  const place = findFrontMatter(text, format);
  if (place.kind === 'none') return read(text, context);
  const bodyStart = place.kind === 'open' ? text.length : place.bodyStart;
  const front = readFrontMatter(cleanCharacters(text.slice(0, bodyStart)));
  const { statedFacts, problems } = readStatedFacts(front, context);
  if (!statedFacts) return { kind: 'rejected', problems };
  const reading = read(text.slice(bodyStart), { ...context, statedFacts });
  return { ...reading, problems: [...problems, ...reading.problems] };
}
