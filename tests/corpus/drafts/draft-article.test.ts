import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleDraft, DraftInput } from '../../../src/core/model/desk.js';
import type { FetchedPage } from '../../../src/core/model/fetch-page.js';
import { draftArticle } from '../../../src/corpus/drafts/draft-article.js';
import { previewDraft } from '../../../src/corpus/drafts/draft-file.js';
import { readText } from '../../../src/corpus/reading/read-text.js';
import { printLines, writePdf } from '../../support/write-pdf.js';
import { findWall } from '../../../src/fetch/paywall.js';
import { context, expectArticle, listPassages, splitSentences } from '../fake-sentences.js';

const RAW = '../shared/raw-articles';

function draft(source: DraftInput, page: Partial<FetchedPage> = {}): Promise<ArticleDraft> {
  const url = source.kind === 'link' ? source.url : '';
  const fetched = { url, contentType: 'text/html', charset: null, bytes: new Uint8Array(), ...page };
  return draftArticle(source, { fetchPage: () => Promise.resolve(fetched), findWall, splitSentences });
}

const file = (name: string, content: string | Uint8Array, contentType: string | null = null): DraftInput => ({
  kind: 'file',
  name,
  contentType,
  bytes: typeof content === 'string' ? Buffer.from(content) : content,
});

const link = (html: string, page: Partial<FetchedPage> = {}): Promise<ArticleDraft> =>
  draft({ kind: 'link', url: 'https://lantern.example/news/bridge' }, { bytes: Buffer.from(html), ...page });

const text = (content: string): Promise<ArticleDraft> => draft({ kind: 'text', text: content });

function preview(article: ArticleDraft): readonly string[] {
  return previewDraft(article, { splitSentences, findDuplicates: () => [], isTaken: () => false }).passages;
}

const SENTENCE = 'The county opened a bridge over the river Athi on Monday morning, and many came to see it.';
const PARAGRAPHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((n) => `${n} times was it said. ${SENTENCE}`);
const page = (paragraphs: readonly string[], head = ''): string =>
  `<!doctype html><html lang="en"><head><title>Bridge opens over the Athi</title>${head}</head><body><article><h1>Bridge opens over the Athi</h1>${paragraphs
    .map((each) => `<p>${each}</p>`)
    .join('')}</article></body></html>`;

describe('draftArticle', () => {
  it('makes an article of a page, its address known', async () => {
    const head =
      '<meta property="og:site_name" content="Daily Lantern"><meta name="author" content="Asha Odell">';
    const article = await link(page(PARAGRAPHS, `${head}<meta name="date" content="2023-03-06">`));
    expect(article).toEqual({
      facts: {
        title: 'Bridge opens over the Athi',
        outlet: 'Daily Lantern',
        published: '2023-03-06',
        url: 'https://lantern.example/news/bridge',
        caution: null,
      },
      author: 'Asha Odell',
      language: 'en',
      tags: [],
      body: PARAGRAPHS.join('\n\n'),
    });
  });

  it('takes the address where the page was found, unless the page names its own', async () => {
    const url = 'https://lantern.example/final';
    expect((await link(page(PARAGRAPHS), { url })).facts.url).toBe(url);
    const canonical = '<link rel="canonical" href="https://lantern.example/own">';
    expect((await link(page(PARAGRAPHS, canonical), { url })).facts.url).toBe('https://lantern.example/own');
  });

  it('reads a page in the encoding that its server names', async () => {
    const bytes = Buffer.from(page([...PARAGRAPHS, `Café. ${SENTENCE}`]), 'latin1');
    const article = await link('', { bytes, charset: 'iso-8859-1' });
    expect(article.body).toContain('Café. The county');
  });

  it('keeps Markdown as it is, without its front matter and its headline', async () => {
    const body = 'A *first* paragraph.\n\n- one\n- two\n\n## More\n\nLast [one](https://a.example).';
    const article = await draft(
      file('a.md', `---\noutlet: Daily Lantern\ntags: [bridge]\n---\n\n# Bridge\n\n${body}\n`),
    );
    expect(article).toMatchObject({
      facts: { title: 'Bridge', outlet: 'Daily Lantern' },
      tags: ['bridge'],
      body,
    });
    expect(preview(article)).toEqual(['A first paragraph.', '• one\n• two', 'Last one.']);
  });

  it('makes an article of a PDF', async () => {
    const lines = [...printLines(['Bridge opens'], { size: 20, top: 760 }), ...printLines([SENTENCE])];
    const article = await draft(file('a.pdf', writePdf([lines]), 'application/pdf'));
    expect(article).toMatchObject({ facts: { title: 'Bridge opens' }, body: SENTENCE });
  });

  it.each([
    ['a page by its signs', file('article.txt', page(PARAGRAPHS)), 'Bridge opens over the Athi'],
    ['a page that was pasted', { kind: 'text', text: page(PARAGRAPHS) }, 'Bridge opens over the Athi'],
    ['a page by its type', file('article.php', PARAGRAPHS.join('<p>'), 'text/html; charset=utf-8'), null],
    ['Markdown by its name', file('A.MARKDOWN', '# Head\n\nBody.'), 'Head'],
    ['Markdown by its type', file('a', '# Head\n\nBody.', 'text/markdown'), 'Head'],
    ['Markdown by its front matter', { kind: 'text', text: '---\ntitle: Head\n---\nBody.' }, 'Head'],
    ['Markdown by its heading', { kind: 'text', text: '# Head\n\nBody.' }, 'Head'],
    ['text', { kind: 'text', text: `Headline here\n\n${SENTENCE}` }, 'Headline here'],
    ['text by its type', file('notes.log', `Headline here\n\n${SENTENCE}`, 'text/plain'), 'Headline here'],
  ] as const)('knows %s', async (_name, source, title) => {
    expect((await draft(source)).facts.title).toBe(title);
  });

  it.each([
    [
      'a.docx',
      'PK\u0003\u0004\u0000',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['a.png', '\u0089PNG\u0000', 'image/png'],
    ['a.bin', 'a\u0000b', null],
    ['a.pdf', 'no PDF at all', 'application/pdf'],
  ])('does not know %s', async (name, content, contentType) => {
    await expect(draft(file(name, content, contentType))).rejects.toMatchObject({
      code: 'FORMAT_UNKNOWN',
      facts: { name },
    });
  });

  it.each([
    ['empty text', () => text(' \n ')],
    ['Markdown without a paragraph', () => text('# Only a headline')],
    ['wrong front matter', () => text('---\npublished: soon\n---\nBody.')],
    ['text in another encoding', () => draft(file('a.txt', Buffer.from('é', 'latin1')))],
    ['a page with a line of text', () => link(page(['A bridge has opened.']))],
  ])('makes nothing of %s', async (_name, act) => {
    await expect(act()).rejects.toMatchObject({
      code: 'ARTICLE_UNREADABLE',
      problems: [{ file: '' }],
    });
  });

  const closed =
    '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>';

  it.each([
    ['paywall', page(PARAGRAPHS.slice(0, 2), closed)],
    ['paywall', page([...PARAGRAPHS.slice(0, 2), 'Subscribe to continue reading this article.'])],
    ['paywall', page([PARAGRAPHS[0] ?? '', '<b>Already a subscriber?</b> Sign in'])],
    [
      'consent-wall',
      page([
        'We value your privacy. We and our 842 partners use cookies to store personal data.',
        'Accept all cookies',
      ]),
    ],
    [
      'consent-wall',
      '<html><body><div id="consent">Before you continue, accept all cookies.</div></body></html>',
    ],
  ])('refuses a page that is only a %s', async (why, html) => {
    await expect(link(html)).rejects.toMatchObject({ code: 'FETCH_REFUSED', facts: { why } });
  });

  it.each([
    ['shows its article though it is not free', page(PARAGRAPHS, closed)],
    ['asks about cookies beside its article', page([...PARAGRAPHS.slice(0, 3), 'We value your privacy.'])],
    [
      'tells of subscribers at length',
      page([...PARAGRAPHS, 'Subscribe to continue reading, the paper says.']),
    ],
  ])('takes a page that %s', async (_name, html) => {
    expect((await link(html)).body).toContain(PARAGRAPHS[2]);
  });
});

describe('a draft', () => {
  it('reads back as the passages that the text has by itself', async () => {
    const anySource = fc
      .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), { minLength: 1, maxLength: 5 })
      .map((paragraphs) => paragraphs.join('\n\n'))
      .filter((source) => readText(source, context).kind === 'read' && !/^\s*(?:---|# |<)/u.test(source));
    await fc.assert(
      fc.asyncProperty(anySource, async (source) => {
        const passages = listPassages(expectArticle(readText(source, context)));
        expect(preview(await text(source))).toEqual(passages);
      }),
      { seed: 11, numRuns: 100 },
    );
  });
});

describe.skipIf(!existsSync(RAW))(`drafts of the raw articles (skipped where ${RAW} is absent)`, () => {
  it('read back word for word', async () => {
    for (const name of readdirSync(RAW)) {
      const source = readFileSync(join(RAW, name), 'utf8');
      const passages = listPassages(expectArticle(readText(source, context)));
      expect(preview(await draft(file(name, source, 'text/plain')))).toEqual(passages);
    }
  });
});
