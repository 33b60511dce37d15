import { getDocumentProxy, getMeta } from 'unpdf';
import { parsePartialDate, type PartialDate } from '../../core/partial-date.js';
import { buildPageArticle } from '../build-page-article.js';
import { cleanLine } from '../clean-text.js';
import { cleanPage } from '../clean-page.js';
import { isName } from '../head-line.js';
import { type ArticleFacts, MAX_AUTHOR_CHARS, NOTHING_KNOWN } from '../reading.js';
import type { ReadContext, Reading } from '../reading.js';
import { describePdfExcess, MAX_PDF_PAGES } from './pdf-limits.js';
import { joinPdfLines, type PdfPiece } from './join-pdf-lines.js';
import { dropRunningHeads, readPdfLines, type PdfLine, type PdfRun } from './pdf-lines.js';
import { refuseDraft, unreadable } from './unreadable.js';

/** The part of pdf.js that reading takes; the types of the package name one that it does not bring. */
interface Pdf {
  readonly numPages: number;
  getPage(number: number): Promise<{
    getTextContent(): Promise<{ readonly items: readonly (PdfRun | { readonly type: string })[] }>;
  }>;
  destroy(): Promise<void>;
}

/** What programs write where nobody has named the file. */
const NO_TITLE =
  /^(?:untitled|(?:document|book|presentation|slide|page)\s?\d*|microsoft \w+ - .*|.*\.\w{2,4})$/iu;
const MAX_TITLE_WORDS = 30;

/**
 * Reads the text of a PDF; its paragraphs are rebuilt from the lines. The day on which the file was made is
 * not taken for that of publication.
 *
 * @throws {Fault} `ARTICLE_UNREADABLE`.
 */
export async function readPdf(bytes: Uint8Array, context: ReadContext): Promise<Reading> {
  const excess = describePdfExcess(bytes);
  if (excess !== null) throw refuseDraft(excess);
  const pdf = await open(bytes);
  try {
    if (pdf.numPages > MAX_PDF_PAGES) throw unreadable('PDF_TOO_LONG', { pages: String(MAX_PDF_PAGES) });
    const pieces = joinPdfLines(dropRunningHeads(await readPages(pdf)).flat());
    if (pieces.length === 0) throw unreadable('PDF_WITHOUT_TEXT');
    return buildPdfArticle(pieces, await readMetadata(pdf), context);
  } finally {
    await pdf.destroy();
  }
}

async function open(bytes: Uint8Array): Promise<Pdf> {
  try {
    // A copy: the parser takes the bytes away.
    const options = { verbosity: 0, isEvalSupported: false };
    const pdf: unknown = await getDocumentProxy(Uint8Array.from(bytes), options);
    return pdf as Pdf;
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw unreadable(isLocked ? 'PDF_LOCKED' : 'PDF_BROKEN', {}, error);
  }
}

async function readPages(pdf: Pdf): Promise<PdfLine[][]> {
  const pages: PdfLine[][] = [];
  try {
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      pages.push(
        readPdfLines(
          items.filter((item) => 'str' in item),
          number,
        ),
      );
    }
    return pages;
  } catch (error) {
    throw unreadable('PDF_BROKEN', {}, error);
  }
}

type PdfFacts = Pick<ArticleFacts, 'title' | 'author' | 'published'>;

async function readMetadata(pdf: Pdf): Promise<PdfFacts> {
  const { info, metadata } = (await getMeta(pdf)) as Readonly<Record<'info' | 'metadata', unknown>>;
  const { Title, Author } = info as Readonly<Record<string, unknown>>;
  const title = toLine(Title);
  const author = toLine(Author);
  const isTitle = title.includes(' ') && title.split(' ').length <= MAX_TITLE_WORDS && !NO_TITLE.test(title);
  const isAuthor = author.includes(' ') && author.length <= MAX_AUTHOR_CHARS && isName(author);
  return {
    title: isTitle ? title : null,
    author: isAuthor ? author : null,
    published: readPublished(metadata),
  };
}

function toLine(value: unknown): string {
  return typeof value === 'string' ? cleanLine(value) : '';
}

/** XMP: PRISM says when something was published, Dublin Core when it came to be available. */
function readPublished(metadata: unknown): PartialDate | null {
  if (typeof metadata !== 'object' || metadata === null || !('get' in metadata)) return null;
  const { get } = metadata as { readonly get: (name: string) => unknown };
  const dates = ['prism:publicationdate', 'dc:date'].map((name) =>
    toLine([get.call(metadata, name)].flat()[0]),
  );
  return dates.map((date) => parsePartialDate(date.slice(0, 10))).find((date) => date !== null) ?? null;
}

function buildPdfArticle(pieces: readonly PdfPiece[], known: PdfFacts, context: ReadContext): Reading {
  const page = cleanPage(pieces);
  const facts = {
    ...NOTHING_KNOWN,
    title: findTitle(pieces, known.title),
    outlet: page.outlet,
    author: page.author ?? known.author,
    published: page.published ?? known.published,
  };
  return buildPageArticle(facts, page.pieces, context);
}

/** A title that is printed is sure; else the largest heading of the first page is, then that of the file. */
function findTitle(pieces: readonly PdfPiece[], known: string | null): string | null {
  const first = pieces.filter(({ page }) => page === pieces[0]?.page);
  if (known !== null && first.some(({ text }) => text === known)) return known;
  const headings = first.filter(({ kind }) => kind === 'heading');
  const largest = Math.max(...headings.map(({ size }) => size));
  return headings.find(({ size }) => size === largest)?.text ?? known;
}
