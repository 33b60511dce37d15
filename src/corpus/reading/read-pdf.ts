import { constants, inflateSync } from 'node:zlib';
import { getDocumentProxy, getMeta } from 'unpdf';
import { describeError } from '../../core/model/fault.js';
import { parsePartialDate, type PartialDate } from '../../core/model/partial-date.js';
import { diagnose, type Problem } from '../../core/model/problem.js';
import { buildPageArticle, cleanPage } from './clean-page.js';
import { isName } from './page-lines.js';
import {
  dropRunningHeads,
  joinPdfLines,
  type PdfLine,
  type PdfPiece,
  type PdfRun,
  readPdfLines,
} from './pdf-lines.js';
import {
  type ArticleFacts,
  MAX_AUTHOR_CHARS,
  NOTHING_KNOWN,
  type ReadContext,
  type Reading,
  refuseDraft,
} from './reading.js';
import { cleanLine } from './text.js';

export const MAX_PDF_PAGES = 60;

/**
 * Reads the text of a PDF, rebuilding paragraphs from lines. Does not take the file's creation date for the date of
 * publication.
 *
 * @throws {Fault} `ARTICLE_UNREADABLE`.
 */
export async function readPdf(bytes: Uint8Array, context: ReadContext): Promise<Reading> {
  const excess = describePdfExcess(bytes);
  if (excess !== null) throw refuseDraft(excess);
  const pdf = await open(bytes);
  try {
    if (pdf.numPages > MAX_PDF_PAGES) throw refuseDraft(diagnose('PDF_TOO_LONG', { pages: MAX_PDF_PAGES }));
    const pieces = joinPdfLines(dropRunningHeads(await readPages(pdf)).flat());
    if (pieces.length === 0) throw refuseDraft(diagnose('PDF_WITHOUT_TEXT'));
    return buildPdfArticle(pieces, await readMetadata(pdf), context);
  } finally {
    await pdf.destroy();
  }
}

/** The part of pdf.js in use; the package's types refer to a package that it does not include. */
interface Pdf {
  readonly numPages: number;
  getPage(number: number): Promise<{
    getTextContent(): Promise<{ readonly items: readonly (PdfRun | { readonly type: string })[] }>;
  }>;
  destroy(): Promise<void>;
}

async function open(bytes: Uint8Array): Promise<Pdf> {
  try {
    // A copy: the parser transfers the bytes.
    const options = { verbosity: 0, isEvalSupported: false };
    const pdf: unknown = await getDocumentProxy(Uint8Array.from(bytes), options);
    return pdf as Pdf;
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw refuseDraft(diagnose(isLocked ? 'PDF_LOCKED' : 'PDF_BROKEN'), error);
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
    throw refuseDraft(diagnose('PDF_BROKEN'), error);
  }
}

type PdfFacts = Pick<ArticleFacts, 'title' | 'author' | 'published'>;

/** Titles that programs write into files without one. */
const NO_TITLE =
  /^(?:untitled|(?:document|book|presentation|slide|page)\s?\d*|microsoft \w+ - .*|.*\.\w{2,4})$/iu;
const MAX_TITLE_WORDS = 30;

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

/** Reads XMP: the date of publication (PRISM), or else the date of availability (Dublin Core). */
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

/** Prefers the file's title if the first page prints it, then that page's largest heading, then the file's title. */
function findTitle(pieces: readonly PdfPiece[], known: string | null): string | null {
  const first = pieces.filter(({ page }) => page === pieces[0]?.page);
  if (known !== null && first.some(({ text }) => text === known)) return known;
  const headings = first.filter(({ kind }) => kind === 'heading');
  const largest = Math.max(...headings.map(({ size }) => size));
  return headings.find(({ size }) => size === largest)?.text ?? known;
}

/** The limit for all streams of a file together. */
const MAX_UNPACKED_BYTES = 100 * 1024 * 1024;
/** A stream may be compressed more than once. */
const MAX_LAYERS = 3;
const STREAM = /(?<!end)stream\r?\n/gu;
/** RFC 1950: deflate with the usual window. */
const ZLIB_START = 0x78;

/** Returns the problem if decompressing a PDF would take too much memory; otherwise `null`. */
function describePdfExcess(bytes: Uint8Array): Problem | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = file.toString('latin1');
  let remaining = MAX_UNPACKED_BYTES;
  for (const { index, 0: mark } of text.matchAll(STREAM)) {
    const start = index + mark.length;
    const end = text.indexOf('endstream', start);
    remaining -= measure(file.subarray(start, end < 0 ? undefined : end), remaining, MAX_LAYERS);
    if (remaining < 0) return diagnose('PDF_TOO_LARGE');
  }
  return null;
}

/** Returns the bytes that a stream decompresses to; more than `most` if it exceeds that. */
function measure(stream: Buffer, most: number, layers: number): number {
  if (stream[0] !== ZLIB_START || layers === 0) return 0;
  try {
    const options = { maxOutputLength: Math.max(1, most), finishFlush: constants.Z_SYNC_FLUSH };
    const unpacked = inflateSync(stream, options);
    return unpacked.length + measure(unpacked, most - unpacked.length, layers - 1);
  } catch (error) {
    // The parser reports broken streams.
    return describeError(error) === 'ERR_BUFFER_TOO_LARGE' ? most + 1 : 0;
  }
}
