import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../src/corpus/reading/read-html.js';
import { context, expectArticle, listPassages } from '../fake-sentences.js';

const read = (source: string) => expectArticle(readHtml(source, context));
const passagesOf = (source: string) => listPassages(read(source));
const FIRST =
  'The county governor opened the new lake market on Tuesday, saying that it would keep traders dry.';
const SECOND =
  'The market has four hundred stalls, and it will open every day except on Sunday, the county said.';

const page = (head: string, body = `<p>${FIRST}</p><p>${SECOND}</p>`, attributes = '') =>
  `<!doctype html><html ${attributes}><head>${head}</head><body><article>${body}</article></body></html>`;
const linked = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

describe('metadata', () => {
  it('comes from JSON-LD first', () => {
    const { article } = read(
      page(
        `<title>Market - Daily</title><meta property="og:title" content="Other"><meta name="author" content="Nobody">
         <link rel="canonical" href="https://daily.example/market">
         ${linked({
           '@graph': [
             { '@type': 'Organization', '@id': '#org', name: 'The Daily Example' },
             {
               '@type': ['NewsArticle'],
               headline: 'Fish &amp; fruit under one roof',
               datePublished: '2023-08-16T23:30:00+03:00',
               author: [{ name: 'Asha Odell' }, 'Tom Kibe', { '@id': '#gone' }],
               publisher: { '@id': '#org' },
             },
           ],
         })}`,
        undefined,
        'lang="en-KE"',
      ),
    );
    expect(article).toMatchObject({
      title: 'Fish & fruit under one roof',
      hasHeadline: true,
      outlet: 'The Daily Example',
      author: 'Asha Odell, Tom Kibe',
      published: '2023-08-16',
      url: 'https://daily.example/market',
      language: 'en-ke',
    });
  });

  it('comes from meta elements next', () => {
    const { article } = read(
      page(
        `<title>Page</title><meta property="og:title" content="Market opens | The Daily Example">
         <meta property="og:site_name" content="Daily Example"><meta name="author" content="By Asha Odell">
         <meta property="article:published_time" content="2023-08-16T09:00:00Z"><meta property="og:locale" content="sw_KE">
         <meta property="og:url" content="https://daily.example/m"><meta property="article:tag" content="lake, market">
         <script type="application/ld+json">{ broken</script>`,
      ),
    );
    expect(article).toMatchObject({
      title: 'Market opens',
      outlet: 'Daily Example',
      author: 'Asha Odell',
      published: '2023-08-16',
      url: 'https://daily.example/m',
      language: 'sw-ke',
      tags: ['lake', 'market'],
    });
  });

  it.each([
    [
      'the title',
      '<title>Market opens - Daily Example</title><meta property="og:site_name" content="Daily Example">',
    ],
    [
      'the title with the site first',
      '<title>Daily Example: x</title><meta property="og:title" content="Market opens">',
    ],
    [
      'JSON-LD in a list',
      linked([
        { '@type': 'WebSite', name: 'X' },
        { '@type': 'Report', headline: 'Market opens' },
      ]),
    ],
  ])('finds the headline in %s', (_name, head) => {
    expect(read(page(head)).article.title).toBe('Market opens');
  });

  const other = {
    '@type': 'NewsArticle',
    headline: 'Old',
    url: 'https://daily.example/old',
    datePublished: '2020-01-01',
  };
  const own = { '@type': 'NewsArticle', headline: 'Market opens', datePublished: '2023-08-16' };

  it.each([
    [
      'the one with its address',
      [other, { ...own, headline: 'X', mainEntityOfPage: { '@id': 'https://daily.example/m/' } }],
      '2023-08-16',
    ],
    ['the one with its title', [other, own], '2023-08-16'],
    ['none when none is known to be its own', [other, { ...other, url: null }], null],
  ])('comes from one of several articles in JSON-LD: %s', (_name, entries, published) => {
    const head = `<title>Market opens | Daily</title><link rel="canonical" href="https://daily.example/m">${linked(entries)}`;
    expect(read(page(head)).article.published).toBe(published);
  });

  it('does not take whoever set a blog up for the outlet', () => {
    const graph = [
      { ...own, publisher: { '@id': '#p' } },
      { '@type': ['Person', 'Organization'], '@id': '#p', name: 'Asha' },
    ];
    const head = `<meta property="og:site_name" content="Daily Example">${linked({ '@graph': graph })}`;
    expect(read(page(head)).article.outlet).toBe('Daily Example');
  });

  it('finds the headline and the date in the page', () => {
    const body = `<header><h1>Market opens</h1><p>By Asha Odell</p><time datetime="2023-08-16T10:00">2 hours ago</time></header>`;
    const { article, text } = read(page('', `${body}<p>${FIRST}</p><p>${SECOND}</p>`));
    expect(article).toMatchObject({ title: 'Market opens', published: '2023-08-16' });
    expect(text).toBe(`${FIRST}\n\n${SECOND}`);
  });

  it('does not take a site’s name for the headline', () => {
    const body = `<h1>Daily Example</h1><h1>Market opens</h1><p>${FIRST}</p><p>${SECOND}</p>`;
    expect(read(page('<title>Market opens | Daily Example</title>', body)).article.title).toBe(
      'Market opens',
    );
  });

  it.each([
    ['times of several days', '<time datetime="2023-08-16">a</time><time datetime="2021-01-01">b</time>'],
    ['a time in a sentence', '<p>They met on <time datetime="2022-08-09">Tuesday</time>.</p>'],
    ['a time of a comment', '<footer><time datetime="2024-01-01">today</time></footer>'],
    ['a time in a list', '<ul><li>More <time datetime="2024-01-01">today</time></li></ul>'],
    ['a date in the text', '<p>They met on August 16, 2023, and went home again.</p>'],
  ])('does not choose a date among %s', (_name, body) => {
    expect(
      read(page('<title>Market</title>', `<p>${FIRST}</p>${body}<p>${SECOND}</p>`)).article.published,
    ).toBeNull();
  });

  it('is unknown where the page says nothing', () => {
    const { article } = read(page(''));
    expect(article).toMatchObject({
      title: 'The county governor opened the new lake market on Tuesday…',
      hasHeadline: false,
      outlet: null,
      author: null,
      published: null,
      url: null,
      language: null,
      tags: [],
    });
  });

  it.each([
    [
      'an address for an author',
      '<meta property="article:author" content="https://face.example/x">',
      'author',
    ],
    ['a date in no form', '<meta name="date" content="yesterday">', 'published'],
    ['a date that was never set', '<meta name="date" content="0001-01-01T00:00:00Z">', 'published'],
    ['the start of the clock', '<meta name="date" content="1970-01-01T00:00:00Z">', 'published'],
    ['a relative address', '<link rel="canonical" href="/market">', 'url'],
    ['an outlet of a whole sentence', `<meta property="og:site_name" content="${'x'.repeat(81)}">`, 'outlet'],
    ['a language in words', '<meta property="og:locale" content="English">', 'language'],
  ])('is not made of %s', (_name, head, key) => {
    expect(read(page(head)).article).toHaveProperty(key, null);
  });
});

describe('the body', () => {
  const passages = (middle: string) =>
    passagesOf(page('', `<p>${FIRST}</p>${middle}<p>${SECOND}</p>`)).slice(1, -1);

  it.each([
    [
      'entities and tags',
      '<p>Fish &amp; <b>fruit</b>&nbsp;&shy;for <a href="#">all</a>.</p>',
      ['Fish & fruit for all.'],
    ],
    [
      'items',
      '<ul><li>One stall is shut.</li><li>Two are open.</li></ul>',
      ['One stall is shut.', 'Two are open.'],
    ],
    ['a quote', '<blockquote><p>“We are dry,” he said.</p></blockquote>', ['“We are dry,” he said.']],
    [
      'a table',
      '<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>',
      ['A | B\n1 | 2'],
    ],
    [
      'a caption',
      '<figure><img src="x"><figcaption>The governor at the lake.</figcaption></figure>',
      ['The governor at the lake.'],
    ],
    ['breaks', '<p>The roof is new.<br><br>The floor is old.</p>', ['The roof is new.', 'The floor is old.']],
    ['headings', '<h2>What it cost</h2>', []],
    [
      'scripts',
      '<script>document.write("<p>evil</p>")</script><style>p{}</style><noscript>no</noscript>',
      [],
    ],
    ['furniture', '<p>Also Read: Ten boats lost</p><p>Image: LNA</p><p>150 views</p>', []],
    [
      'a sentence like furniture',
      '<p>Watch the rivals closely, he told them.</p>',
      ['Watch the rivals closely, he told them.'],
    ],
    ['a paragraph again', `<p>${FIRST}</p>`, []],
    ['a summary', `<ul><li>${SECOND}</li></ul>`, []],
    [
      'text without paragraphs',
      '<div>The roof is new.</div><div>The floor is old.</div>',
      ['The roof is new.', 'The floor is old.'],
    ],
  ])('is split into passages: %s', (_name, middle, texts) => {
    expect(passages(middle)).toEqual(texts);
  });

  it('keeps headings in the text', () => {
    expect(read(page('', `<p>${FIRST}</p><h2>Cost</h2><p>${SECOND}</p>`)).text).toBe(
      `${FIRST}\n\nCost\n\n${SECOND}`,
    );
  });

  it('leaves out what stands around the article', () => {
    const around = `<nav><a href="/">Home</a></nav>`;
    const source = `<html><body><header>${around}</header><main><p>${FIRST}</p><p>${SECOND}</p></main><footer>Imprint of it</footer></body></html>`;
    expect(passagesOf(source)).toEqual([FIRST, SECOND]);
  });

  const remark = `<p>${'A remark, with many commas, of somebody, who has much to say, and says it. '.repeat(9)}</p>`;

  it.each([
    ['comments', `<div id="comments">${remark}${remark}</div>`],
    [
      'comments that are articles',
      `<ol class="comment-list"><li><article class="comment-body">${remark}</article></li></ol>`,
    ],
    ['an overlay', `<div class="CookieBanner">${remark}</div>`],
    ['a dialog', `<div role="dialog">${remark}</div>`],
  ])('is not taken from %s, however long', (_name, around) => {
    expect(
      passagesOf(`<html><body>${around}<div><p>${FIRST}</p><p>${SECOND}</p></div></body></html>`),
    ).toEqual([FIRST, SECOND]);
  });

  it.each([
    ['a post', '<div class="post tag-cookies">', '</div>'],
    ['a page', '<div class="cookies-accepted">', '</div>'],
    ['a page with a menu', '<div class="has-consent"><nav>Menu</nav>', '</div><div>Imprint of it</div>'],
    ['the body', '<div>', '</div>'],
  ])('is kept in %s with the words of an overlay', (_name, open, close) => {
    const source = `<html class="cookies"><body class="gdpr">${open}<p>${FIRST}</p><p>${SECOND}</p>${close}</body></html>`;
    expect(passagesOf(source).slice(0, 2)).toEqual([FIRST, SECOND]);
  });

  it('has no words that only a screen reader says', () => {
    const line =
      '<p>It <span class="screen-reader-text">is said that it </span>rained all over the lake.</p>';
    expect(passages(line)).toEqual(['It rained all over the lake.']);
  });

  it.each([
    ['a fragment', `<p>${FIRST}<p>${SECOND}`],
    ['a page without body', `<!doctype html><title>Market</title><p>${FIRST}</p><p>${SECOND}</p>`],
    [
      'a page that begins with a comment',
      `<!-- saved --><html><head></head><body><p>${FIRST}</p><p>${SECOND}</p></body></html>`,
    ],
    ['lines in a pre', `<html><body><pre>${FIRST}\n\n${SECOND}</pre></body></html>`],
  ])('is read from %s', (_name, source) => {
    expect(passagesOf(source)).toEqual([FIRST, SECOND]);
  });

  it('is read when it is short', () => {
    expect(passagesOf('<p>It rained.</p>')).toEqual(['It rained.']);
  });

  it('is read from text without tags', () => {
    expect(passagesOf('It rained.')).toEqual(['It rained.']);
  });

  it.each([
    ['no text', '<html><body><img src="x"></body></html>'],
    ['furniture only', '<p>Leave a Reply</p>'],
    ['elements in elements in elements …', `${'<div>'.repeat(1001)}It rained.`],
    ['more tags than a page has', '<'.repeat(300_001)],
  ])('is refused when it holds %s', (_name, source) => {
    expect(readHtml(source, context)).toMatchObject({ kind: 'rejected', problems: [{ line: null }] });
  });

  it('is not refused for tags in a script', () => {
    const script = `<script>${'a<b;'.repeat(2000)}</script><!-- ${'<i>'.repeat(2000)} -->`;
    expect(passagesOf(page(script))).toEqual([FIRST, SECOND]);
  });
});
