import { stringify } from 'yaml';
import type { SplitSentences } from '../../core/model/analyzer.js';
import type { ArticleText } from '../../core/model/article.js';
import type { ArticleDraft, DraftFacts, DraftPreview, Duplicate, FileChange } from '../../core/model/desk.js';
import { Fault } from '../../core/model/fault.js';
import { formatArticleId, MAX_ID_CHARS } from '../folder/article-id.js';
import { readMarkdown } from '../reading/read-markdown.js';
import { type ReadContext, unplaced } from '../reading/reading.js';
import { listPassageTexts } from './write-blocks.js';

interface PreviewParts {
  readonly splitSentences: SplitSentences;
  /** Likest first. */
  readonly findDuplicates: (source: ArticleText) => readonly Duplicate[];
  /** Whether an article or file has this id already. */
  readonly isTaken: (id: string) => boolean;
}

/** A preview and the article as it is compared with others. */
interface ReadPreview extends DraftPreview {
  readonly source: ArticleText;
}

/**
 * Shows what a draft will be, read back from the file that it will be.
 *
 * @throws {Fault} `FRONT_MATTER_INVALID` with `problems` for facts that no article can have.
 */
export function previewDraft(draft: ArticleDraft, parts: PreviewParts): ReadPreview {
  const { splitSentences, findDuplicates, isTaken } = parts;
  const unnamed = readDraft(draft, { id: 'draft', file: 'draft', splitSentences });
  const change = writeArticleFile(draft, unnamed.article.title, isTaken);
  const article = { ...unnamed.article, id: change.file.replace(/\.md$/u, '') };
  const source = { ...unnamed, article };
  return { article, change, source, passages: listPassageTexts(source), duplicates: findDuplicates(source) };
}

/** The article that a draft will be. @throws {Fault} `FRONT_MATTER_INVALID`. */
export function readDraft(draft: ArticleDraft, context: ReadContext): ArticleText {
  const reading = readMarkdown(writeDraft(draft), context);
  if (reading.kind === 'read') return reading.article;
  throw new Fault('FRONT_MATTER_INVALID', 'the facts of a draft are refused', {
    problems: reading.problems.map(unplaced),
  });
}

const FENCE = '---';

/** The whole text of an article's file: front matter of what is known, and the body. */
function writeDraft({ facts, author, language, tags, body }: ArticleDraft): string {
  const { title, outlet, published, url, caution } = facts;
  const known = { title, outlet, author, published, url, language, tags, caution };
  const entries = Object.entries(known).filter(([, value]) => value !== null && value.length > 0);
  // A long line would be folded, and one of digits is not a number.
  const yaml = entries.length === 0 ? '' : stringify(Object.fromEntries(entries), { lineWidth: 0 });
  return `${FENCE}\n${yaml}${FENCE}\n\n${body.trim()}\n`;
}

/** The file that adds a draft to the corpus. @param title - Of the article that it will be. */
function writeArticleFile(draft: ArticleDraft, title: string, isTaken: (id: string) => boolean): FileChange {
  return { file: `${nameArticle(title, draft.facts, isTaken)}.md`, text: writeDraft(draft) };
}

/** Room for the date and a number that tells files of the same name apart. */
const MAX_SLUG_CHARS = MAX_ID_CHARS - '-2023-08-16'.length - '-999'.length;

/**
 * The name of a new article's file: the words of its headline and its date, whole words up to 60 characters.
 *
 * @param title - The headline, or the opening words where there is none.
 * @param isTaken - Whether an article or file has this id already.
 * @returns Without a folder and an extension; it is the article's id.
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
