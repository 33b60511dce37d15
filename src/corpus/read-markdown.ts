import type { Problem } from '../core/article.js';
import { complain } from '../core/complaint.js';
import { buildArticle } from './build-article.js';
import { cleanCharacters } from './clean-text.js';
import { readFrontMatter } from './front-matter.js';
import type { FrontMatterFault } from './front-matter.js';
import { checkFrontMatter } from './front-matter-facts.js';
import { describeExcess, readMarkdownBlocks } from './markdown-blocks.js';
import { reject } from './reading.js';
import type { ReadContext, Reading } from './reading.js';

/** Reads Markdown with or without YAML front matter. Such articles are curated: nothing is left out as page furniture. */
export function readMarkdown(source: string, context: ReadContext): Reading {
  const { entries, faults, body } = readFrontMatter(cleanCharacters(source));
  if (faults.length > 0) return { kind: 'rejected', problems: locate(faults, context) };
  const checked = checkFrontMatter(entries);
  const problems = locate(checked.faults, context);
  if (!checked.facts) return { kind: 'rejected', problems };
  const excess = describeExcess(body);
  if (excess !== null) return reject(context, excess);

  const blocks = readMarkdownBlocks(body);
  const [first] = blocks;
  const heading = first?.depth === 1 ? first.text : null;
  const title = checked.facts.title ?? heading;
  const rest = heading !== null && heading === title ? blocks.slice(1) : blocks;
  const article = buildArticle({ ...checked.facts, title }, rest, context);
  return article ? { kind: 'read', article, problems } : reject(context, complain('NO_PARAGRAPH'));
}

function locate(faults: readonly FrontMatterFault[], { file }: ReadContext): Problem[] {
  return faults.map(({ line, complaint }) => ({ file, line, ...complaint }));
}
