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

const PAGE_READERS = { text: readText, html: readHtml };

/** Reads an article from a text of any format; whatever is wrong with the text, the result is a value. */
export function readArticle(format: Format, source: string, context: ReadContext): Reading {
  if (source.trim() === '') return reject(context, diagnose('FILE_EMPTY'));
  try {
    return format === 'markdown' ? readMarkdown(source, context) : readPage(format, source, context);
  } catch (error) {
    const cause = error instanceof Error ? error.message : 'unknown error';
    return reject(context, diagnose('TEXT_UNREADABLE', { cause }));
  }
}

/** Reads what comes off the web, with or without front matter that was put before it. */
function readPage(format: keyof typeof PAGE_READERS, source: string, context: ReadContext): Reading {
  const read = PAGE_READERS[format];
  const place = findFrontMatter(source, format);
  if (place.kind === 'none') return read(source, context);
  const bodyStart = place.kind === 'open' ? source.length : place.bodyStart;
  const front = readFrontMatter(cleanCharacters(source.slice(0, bodyStart)));
  const { statedFacts: statedFacts, problems } = readStatedFacts(front, context);
  if (!statedFacts) return { kind: 'rejected', problems };
  const reading = read(source.slice(bodyStart), { ...context, statedFacts });
  return { ...reading, problems: [...problems, ...reading.problems] };
}
