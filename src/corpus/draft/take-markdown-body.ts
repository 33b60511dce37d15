import type { ArticleText } from '../../core/article.js';
import { cleanCharacters } from '../clean-text.js';
import { readFrontMatter } from '../front-matter.js';
import { readMarkdownBlocks } from '../markdown-blocks.js';

const FIRST_HEADING = /^\s*# [^\n]*(?:\n|$)/u;

/** The body of a Markdown source as it stands, without front matter and without the headline that is known of it. */
export function takeMarkdownBody(source: string, { article }: ArticleText): string {
  const body = readFrontMatter(cleanCharacters(source)).body.trim();
  const [line = ''] = FIRST_HEADING.exec(body) ?? [];
  const isTitle = article.hasHeadline && readMarkdownBlocks(line)[0]?.text === article.title;
  return isTitle ? body.slice(line.length).trim() : body;
}
