import { complain } from '../core/complaint.js';
import { buildArticle } from './build-article.js';
import { cleanCharacters } from './clean-text.js';
import { readFrontMatter } from './front-matter.js';
import { describeExcess, readMarkdownBlocks } from './markdown-blocks.js';
import { readStatement } from './read-statement.js';
import { conclude, reject } from './reading.js';
import type { ReadContext, Reading } from './reading.js';

/** Reads Markdown with or without YAML front matter. Such articles are curated: nothing is left out as page furniture. */
export function readMarkdown(source: string, context: ReadContext): Reading {
  const front = readFrontMatter(cleanCharacters(source));
  const { statement, problems } = readStatement(front, context);
  if (!statement) return { kind: 'rejected', problems };
  const { facts } = statement;
  const { body } = front;
  const excess = describeExcess(body);
  if (excess !== null) return reject(context, excess);

  const blocks = readMarkdownBlocks(body);
  const [first] = blocks;
  const heading = first?.depth === 1 ? first.text : null;
  const title = facts.title ?? heading;
  const rest = heading !== null && heading === title ? blocks.slice(1) : blocks;
  const article = buildArticle({ ...facts, title }, rest, context);
  const reading = conclude(article, statement, context, complain('NO_PARAGRAPH'));
  return { ...reading, problems: [...problems, ...reading.problems] };
}
