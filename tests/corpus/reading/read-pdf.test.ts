import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ArticleText } from '../../../src/core/model/article.js';
import { joinPdfLines } from '../../../src/corpus/reading/pdf-lines.js';
import { MAX_PDF_PAGES } from '../../../src/corpus/reading/read-pdf.js';
import { readPdf } from '../../../src/corpus/reading/read-pdf.js';
import { printLines, writePdf, type PdfOptions, type PrintedLine } from '../../support/write-pdf.js';
import { context, expectArticle, listPassages } from '../fake-sentences.js';

async function read(pages: readonly PrintedLine[][], options?: PdfOptions): Promise<ArticleText> {
  return expectArticle(await readPdf(writePdf(pages, options), context));
}

const textOf = async (...lines: string[]): Promise<string[]> => listPassages(await read([printLines(lines)]));

const HEADLINE = printLines(['Bridge opens over the Athi'], { size: 20, top: 760 });
const TEXT = printLines([
  'The county opened a bridge over the river Athi on Monday morning, after',
  'two years of work by the government of the county.',
  '',
  'Engineer Mwende Kilonzo built it, and it cost 40 million shillings in all.',
]);
const PARAGRAPHS = [
  'The county opened a bridge over the river Athi on Monday morning, after two years of work by the government of the county.',
  'Engineer Mwende Kilonzo built it, and it cost 40 million shillings in all.',
];

describe('readPdf', () => {
  it('rebuilds paragraphs from lines and takes the largest one for the headline', async () => {
    const source = await read([[...HEADLINE, ...TEXT]]);
    expect(source.article).toMatchObject({ title: 'Bridge opens over the Athi', hasHeadline: true });
    expect(listPassages(source)).toEqual(PARAGRAPHS);
  });

  it('reads content that is not packed', async () => {
    expect(listPassages(await read([TEXT], { isPacked: false }))).toEqual(PARAGRAPHS);
  });

  it('tells paragraphs without a gap by a short last line', async () => {
    expect(
      await textOf(
        'The first of the paragraphs is printed over two lines of the page and',
        'ends here.',
        'The second of the paragraphs begins right below it, without any gap at',
        'all.',
      ),
    ).toHaveLength(2);
  });

  it('tells paragraphs without a gap by an indent', async () => {
    const [a, b] = [
      'The first paragraph fills its last line to the very end of the column it is in.',
      'The second one is set in by the width of some letters, as in print.',
    ];
    expect(
      listPassages(
        await read([
          [
            { text: a, x: 72, y: 700, size: 11 },
            { text: b, x: 90, y: 686, size: 11 },
          ],
        ]),
      ),
    ).toEqual([a, b]);
  });

  it.each([
    [
      'a word that stands whole elsewhere',
      'The government spoke. It is the govern-',
      'ment of all.',
      'government of all.',
    ],
    ['no word that is known', 'It was said to be a well-', 'known fact of the county.', 'well-known fact'],
    ['a name', 'It was said by Mr Otieno-', 'Omondi of the county.', 'Otieno- Omondi of'],
    ['figures', 'It was said to be in 2022-', 'and after that, too.', '2022- and after'],
  ])('joins at a hyphen: %s', async (_name, first, second, joined) => {
    expect((await textOf(first, second)).join(' ')).toContain(joined);
  });

  it('joins at a soft hyphen', () => {
    const line = { page: 1, x: 72, right: 540, size: 11 };
    const lines = [
      { ...line, text: 'It was said to be a bro\u00AD', y: 700 },
      { ...line, text: 'ken word.', y: 686 },
    ];
    expect(joinPdfLines(lines).map(({ text }) => text)).toEqual(['It was said to be a broken word.']);
  });

  it('carries on a paragraph over the end of a page', async () => {
    const first = printLines(['The county opened a bridge over the river Athi on Monday morning, after']);
    const second = printLines(['two years of work by the county government.']);
    expect(listPassages(await read([first, second]))).toHaveLength(1);
  });

  it('reads columns one after the other', async () => {
    const left = printLines(['The left column is read first, and it goes on', 'to its own end.'], { x: 40 });
    const right = printLines(['The right column comes after it, and it has', 'an end as well.'], { x: 320 });
    expect(listPassages(await read([[...left, ...right]]))).toEqual([
      'The left column is read first, and it goes on to its own end.',
      'The right column comes after it, and it has an end as well.',
    ]);
  });

  it('leaves out running heads and page numbers', async () => {
    const page = (n: number, text: string): PrintedLine[] => [
      { text: `Daily Lantern 6 March 2023`, x: 72, y: 780, size: 9 },
      ...printLines([
        text,
        `and the sentence goes on, with the number ${n} at its end.`,
        '',
        `The end of page ${'one two'.split(' ')[n - 1] ?? ''}.`,
      ]),
      { text: `Page ${n} of 2`, x: 300, y: 20, size: 9 },
    ];
    const article = await read([
      page(1, 'The first page tells of the bridge over the river Athi at some length'),
      page(2, 'The second page tells of what it did cost the county and the people'),
    ]);
    expect(article.text).not.toMatch(/Lantern|Page|of 2/u);
    expect(listPassages(article)).toHaveLength(4);
  });

  it('keeps a line that stands at the edge of one page only', async () => {
    const lines = ['Two pages, and each begins and ends', 'with a sentence of its own.'];
    const article = await read([
      printLines(lines),
      printLines(['Here is another one, and it is', 'not the same.']),
    ]);
    expect(article.text).toBe(`${lines.join(' ')}\n\nHere is another one, and it is not the same.`);
  });

  it.each([
    [{ Title: 'What the county paid' }, 'What the county paid'],
    [{ Title: 'Microsoft Word - bridge final' }, null],
    [{ Title: 'bridge final.docx' }, null],
    [{ Title: 'Untitled' }, null],
    [{ Title: 'Bridge' }, null],
  ])('takes a title from the file where it is one: %o', async (info, title) => {
    const { article } = await read([TEXT], { info });
    expect(article.hasHeadline ? article.title : null).toBe(title);
  });

  it.each([
    ['Mwende Kilonzo', 'Mwende Kilonzo'],
    ['user', null],
    ['admin', null],
  ])('takes an author from the file where it is a name: %s', async (Author, author) => {
    expect((await read([TEXT], { info: { Author } })).article.author).toBe(author);
  });

  it('does not take the day on which the file was made for that of publication', async () => {
    const info = { CreationDate: 'D:20240101120000Z', ModDate: 'D:20240101120000Z' };
    expect((await read([TEXT], { info })).article.published).toBeNull();
  });

  it('takes the day of publication that the file names as such', async () => {
    const metadata =
      '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"><prism:publicationDate>2023-03-06T10:00:00Z</prism:publicationDate></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>';
    expect((await read([TEXT], { metadata })).article.published).toBe('2023-03-06');
  });

  it.each([
    ['broken', Buffer.from('%PDF-1.4\nnothing'), 'PDF_BROKEN'],
    ['without text', writePdf([[]]), 'PDF_WITHOUT_TEXT'],
    ['of too many pages', writePdf(Array.from({ length: MAX_PDF_PAGES + 1 }, () => TEXT)), 'PDF_TOO_LONG'],
  ])('refuses one %s', async (_name, bytes, code) => {
    await expect(readPdf(bytes, context)).rejects.toMatchObject({
      code: 'ARTICLE_UNREADABLE',
      problems: [{ code }],
    });
  });

  it.each([
    ['once', 1],
    ['twice', 2],
  ])('refuses one that unpacks to too much: packed %s', async (_name, layers) => {
    let packed: Buffer = Buffer.alloc(101 * 1024 * 1024, 0x20);
    for (let i = 0; i < layers; i += 1) packed = deflateSync(packed);
    const bytes = Buffer.concat([
      Buffer.from('%PDF-1.4\n4 0 obj\n<< >>\nstream\n'),
      packed,
      Buffer.from('\nendstream'),
    ]);
    await expect(readPdf(bytes, context)).rejects.toMatchObject({
      problems: [{ code: 'PDF_TOO_LARGE' }],
    });
  });
});
