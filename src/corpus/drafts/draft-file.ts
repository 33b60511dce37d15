import { stringify } from 'yaml';
import type { SplitSentences } from '../../core/model/analyzer.js';
import { listPassageTexts, type ArticleText } from '../../core/model/article.js';
import type { ArticleDraft, DraftFacts, DraftPreview, Duplicate, FileChange } from '../../core/model/desk.js';
import { Fault } from '../../core/model/fault.js';
import { formatArticleId, MAX_ID_CHARS } from '../files/article-id.js';
import { readMarkdown } from '../reading/read-markdown.js';
import { type ReadContext, withoutFile } from '../reading/reading.js';

interface PreviewParts {
  readonly splitSentences: SplitSentences;
  /** Returns the most alike first. */
  readonly findDuplicates: (articleText: ArticleText) => readonly Duplicate[];
  /** True if an article or file has the id. */
  readonly isTaken: (id: string) => boolean;
}

interface ReadPreview extends DraftPreview {
  /** For comparison with other articles. */
  readonly source: ArticleText;
}

/**
 * Previews the article of a draft as it reads back from the file to be written.
 *
 * @throws {Fault} `FRONT_MATTER_INVALID` with `problems` if a fact is invalid.
 */
export function previewDraft(draft: ArticleDraft, parts: PreviewParts): ReadPreview {
  const { splitSentences, findDuplicates, isTaken } = parts;
  const unnamed = readDraft(draft, { id: 'draft', file: 'draft', splitSentences });
  const change = writeArticleFile(draft, unnamed.article.title, isTaken);
  const article = { ...unnamed.article, id: change.file.replace(/\.md$/u, '') };
  const source = { ...unnamed, article };
  return { article, change, source, passages: listPassageTexts(source), duplicates: findDuplicates(source) };
}

/**
 * Reads the article that a draft will become.
 *
 * @throws {Fault} `FRONT_MATTER_INVALID`.
 */
export function readDraft(draft: ArticleDraft, context: ReadContext): ArticleText {
  const reading = readMarkdown(writeDraft(draft), context);
  if (reading.kind === 'read') return reading.article;
  throw new Fault('FRONT_MATTER_INVALID', 'the facts of a draft are refused', {
    problems: reading.problems.map(withoutFile),
  });
}

const FENCE = '---';

/** Writes the text of an article's file: front matter with the known facts, and the body. */
function writeDraft({ facts, author, language, tags, body }: ArticleDraft): string {
  const { title, outlet, published, url, caution } = facts;
  const known = { title, outlet, author, published, url, language, tags, caution };
  const entries = Object.entries(known).filter(([, value]) => value !== null && value.length > 0);
  // Written by the library, which quotes a text of digits; it would fold long lines by default.
  const yaml = entries.length === 0 ? '' : stringify(Object.fromEntries(entries), { lineWidth: 0 });
  return `${FENCE}\n${yaml}${FENCE}\n\n${body.trim()}\n`;
}

/** @param title - The title of the article that the draft will become. */
function writeArticleFile(draft: ArticleDraft, title: string, isTaken: (id: string) => boolean): FileChange {
  return { file: `${nameArticle(title, draft.facts, isTaken)}.md`, text: writeDraft(draft) };
}

/** Leaves room for the date and for a number that distinguishes files of the same name. */
const MAX_SLUG_CHARS = MAX_ID_CHARS - '-2023-08-16'.length - '-999'.length;

/**
 * Names a new article's file after its headline, cut to whole words, and its date; at most 60 characters.
 *
 * @param title - The headline, or the opening words where there is none.
 * @returns The name without folder and extension, which is the article's id.
 */
function nameArticle(
  title: string,
  { published }: Pick<DraftFacts, 'published'>,
  isTaken: (id: string) => boolean,
): string {
  const name = [cutWords(formatArticleId(title.replaceAll(/[/\\]/gu, ' '))), published ?? []]
    .flat()
    .join('-');
  if (!isTaken(name)) return name;
  let number = 2;
  while (isTaken(`${name}-${number}`)) number += 1;
  return `${name}-${number}`;
}

function cutWords(slug: string): string {
  if (slug.length <= MAX_SLUG_CHARS) return slug;
  const cut = slug.slice(0, MAX_SLUG_CHARS + 1);
  const end = cut.lastIndexOf('-');
  return end > 0 ? cut.slice(0, end) : cut.slice(0, MAX_SLUG_CHARS);
}
