import type { SplitSentences } from '../../core/model/analyzer.js';
import { listPassageTexts, type ArticleText } from '../../core/model/article.js';
import type { ArticleDraft, DraftInput } from '../../core/model/desk.js';
import { Fault } from '../../core/model/fault.js';
import type { FetchPage, FindWall } from '../../core/model/fetch-page.js';
import { diagnose } from '../../core/model/problem.js';
import { decodeFile } from '../reading/decode-file.js';
import { detectKind, type RawFile } from '../reading/detect-kind.js';
import type { Format } from '../reading/format.js';
import { readFrontMatter } from '../reading/front-matter.js';
import { parsePage } from '../reading/html.js';
import { readArticle } from '../reading/read-article.js';
import { readMarkdownBlocks } from '../reading/read-markdown.js';
import { readPdf } from '../reading/read-pdf.js';
import {
  type ArticleFacts,
  type ReadContext,
  type Reading,
  refuseDraft,
  withoutFile,
} from '../reading/reading.js';
import { cleanCharacters, cleanLine, countWords } from '../reading/text.js';
import { readDraft } from './draft-file.js';
import { toBlocks, writeBlocks } from './write-blocks.js';

interface DraftParts {
  readonly fetchPage: FetchPage;
  readonly findWall: FindWall;
  readonly splitSentences: SplitSentences;
}

/**
 * Drafts an article from a link, a file or a text. The draft has the words of the input and reads back as the same
 * passages.
 *
 * @throws {Fault} `FETCH_REFUSED` with `why`, `FORMAT_UNKNOWN` with `name`, `ARTICLE_UNREADABLE` with `problems`.
 */
export async function draftArticle(input: DraftInput, parts: DraftParts): Promise<ArticleDraft> {
  const material = await gather(input, parts.fetchPage);
  const kind = detectKind(material);
  if (kind === null) throw new Fault('FORMAT_UNKNOWN', 'no reader', { facts: { name: material.name } });
  const { splitSentences } = parts;
  const context: ReadContext = { id: 'draft', file: 'draft', splitSentences, defaults: material.known };
  if (kind === 'pdf') return toDraft(expectArticle(await readPdf(material.bytes, context)), splitSentences);
  const text = decode(material, kind);
  const reading = readArticle(kind, text, context);
  if (kind === 'html') checkPage(text, reading, parts.findWall);
  const article = expectArticle(reading);
  return toDraft(article, splitSentences, kind === 'markdown' ? takeMarkdownBody(text, article) : undefined);
}

interface Material extends RawFile {
  /** As the server declares it; `null` if absent. */
  readonly charset: string | null;
  readonly known: Partial<ArticleFacts>;
}

async function gather(input: DraftInput, fetchPage: FetchPage): Promise<Material> {
  switch (input.kind) {
    case 'link': {
      const page = await fetchPage(input.url);
      const name = new URL(page.url).pathname.split('/').at(-1) ?? '';
      return { ...page, name, known: { url: page.url } };
    }
    case 'file':
      return { ...input, charset: null, known: {} };
    case 'text':
      return { name: '', contentType: null, charset: null, bytes: Buffer.from(input.text), known: {} };
  }
}

function decode({ bytes, charset }: Material, kind: Format): string {
  const decoded = decodeFile(bytes, kind === 'html', charset);
  if (decoded.kind === 'text') return decoded.text;
  throw refuseDraft(decoded.problem);
}

/** A page with fewer words does not show an article. */
const MIN_PAGE_WORDS = 30;

/** @throws {Fault} `FETCH_REFUSED` or `ARTICLE_UNREADABLE` if a page does not show its article. */
function checkPage(html: string, reading: Reading, findWall: FindWall): void {
  const passages = reading.kind === 'read' ? listPassageTexts(reading.article) : [];
  const words = passages.reduce((sum, text) => sum + countWords(text), 0);
  const readText = (): string => cleanLine(parsePage(html).body.textContent ?? '');
  const wall = findWall({ html, readText, passages, words });
  if (wall !== null) throw new Fault('FETCH_REFUSED', 'the page hides its article', { facts: { why: wall } });
  if (reading.kind === 'read' && words < MIN_PAGE_WORDS) {
    throw refuseDraft(diagnose('PAGE_TOO_SHORT', { words }));
  }
}

function expectArticle(reading: Reading): ArticleText {
  if (reading.kind === 'read') return reading.article;
  throw new Fault('ARTICLE_UNREADABLE', 'the reader refused it', {
    problems: reading.problems.map(withoutFile),
  });
}

/** @param body - In Markdown; default: written from the article's text. */
function toDraft(
  articleText: ArticleText,
  splitSentences: SplitSentences,
  body = writeBlocks(toBlocks(articleText)),
): ArticleDraft {
  const { title, hasHeadline, outlet, published, url, caution, author, language, tags } = articleText.article;
  const facts = { title: hasHeadline ? title : null, outlet, published, url, caution };
  const draft = { facts, author, language, tags, body };
  const written = listPassageTexts(readDraft(draft, { id: 'draft', file: 'draft', splitSentences }));
  const passages = listPassageTexts(articleText);
  if (written.length === passages.length && written.every((text, i) => text === passages[i])) return draft;
  throw refuseDraft(diagnose('TEXT_NOT_PLAIN'));
}

const FIRST_HEADING = /^\s*# [^\n]*(?:\n|$)/u;

/** Returns the body of Markdown as written, without front matter and without the heading that is the headline. */
function takeMarkdownBody(markdown: string, { article }: ArticleText): string {
  const body = readFrontMatter(cleanCharacters(markdown)).body.trim();
  const [line = ''] = FIRST_HEADING.exec(body) ?? [];
  const isTitle = article.hasHeadline && readMarkdownBlocks(line)[0]?.text === article.title;
  return isTitle ? body.slice(line.length).trim() : body;
}
