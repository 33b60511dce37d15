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
    if (pdf.numPages > MAX_PDF_PAGES) throw refuseDraft(diagnose('PDF_TOO_LONG', { pages: MAX_PDF_PAGES }));
    const pieces = joinPdfLines(dropRunningHeads(await readPages(pdf)).flat());
    if (pieces.length === 0) throw refuseDraft(diagnose('PDF_WITHOUT_TEXT'));
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

export const MAX_PDF_PAGES = 60;
/** What all streams of a file may unpack to. */
const MAX_UNPACKED_BYTES = 100 * 1024 * 1024;
/** A stream may be packed more than once. */
const MAX_LAYERS = 3;
const STREAM = /(?<!end)stream\r?\n/gu;
/** RFC 1950: the usual window and a check that is right. */
const ZLIB_START = 0x78;

/** Why unpacking a PDF would take too much memory; `null` when it would not. */
function describePdfExcess(bytes: Uint8Array): Problem | null {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = source.toString('latin1');
  let left = MAX_UNPACKED_BYTES;
  for (const { index, 0: mark } of text.matchAll(STREAM)) {
    const start = index + mark.length;
    const end = text.indexOf('endstream', start);
    left -= measure(source.subarray(start, end < 0 ? undefined : end), left, MAX_LAYERS);
    if (left < 0) return diagnose('PDF_TOO_LARGE');
  }
  return null;
}

/** Bytes that a stream unpacks to; more than `most` for one that goes beyond. */
function measure(stream: Buffer, most: number, layers: number): number {
  if (stream[0] !== ZLIB_START || layers === 0) return 0;
  try {
    const options = { maxOutputLength: Math.max(1, most), finishFlush: constants.Z_SYNC_FLUSH };
    const unpacked = inflateSync(stream, options);
    return unpacked.length + measure(unpacked, most - unpacked.length, layers - 1);
  } catch (error) {
    // What is broken is for the reader to tell.
    return describeError(error) === 'ERR_BUFFER_TOO_LARGE' ? most + 1 : 0;
  }
}
