import { describe, expect, it } from 'vitest';
import { readFeed } from '../../src/fetch/read-feed.js';

const read = (text: string | Uint8Array, charset: string | null = null): readonly string[] | null =>
  readFeed({
    url: 'https://star.example/feeds/all',
    contentType: 'text/xml',
    charset,
    bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
  });

const rss = (items: string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><link>https://star.example/</link>${items}</channel></rss>`;

describe('readFeed', () => {
  it('lists what an RSS feed leads to', () => {
    const items =
      '<item><title>A</title><link>https://star.example/a?x=1&amp;y=2</link></item>' +
      '<item><link> /b </link><guid isPermaLink="false">7</guid></item>' +
      '<item><guid>https://star.example/c</guid></item>' +
      '<item><guid isPermaLink="false">https://star.example/d</guid></item>' +
      '<item><title>No link</title></item>';
    expect(read(rss(items))).toEqual([
      'https://star.example/a?x=1&y=2',
      'https://star.example/b',
      'https://star.example/c',
    ]);
  });

  it('lists what an Atom feed leads to', () => {
    const entry = '<entry><link rel="self" href="/self"/><link href="a"/></entry>';
    const marked = '<entry><link rel="alternate" href="https://star.example/b"/></entry>';
    expect(
      read(`<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>${entry}${marked}</feed>`),
    ).toEqual(['https://star.example/feeds/a', 'https://star.example/b']);
  });

  it('lists what an RDF feed leads to', () => {
    const names = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"';
    const item =
      '<item rdf:about="https://star.example/a"><title>A</title><link>https://star.example/a</link></item>';
    expect(
      read(`<rdf:RDF ${names}><channel rdf:about="x"><title>T</title></channel>${item}</rdf:RDF>`),
    ).toEqual(['https://star.example/a']);
  });

  it('lists a page once, and only pages of the web', () => {
    const link = (url: string): string => `<item><link>${url}</link></item>`;
    expect(
      read(rss(link('/a') + link('https://star.example/a') + link('javascript:1') + link('ftp://a/'))),
    ).toEqual(['https://star.example/a']);
  });

  it('is empty for a feed without entries', () => {
    expect(read(rss(''))).toEqual([]);
  });

  it('reads the encoding that the feed declares', () => {
    const text = rss('<item><link>https://star.example/é</link></item>').replace(
      '?>',
      ' encoding="ISO-8859-1"?>',
    );
    expect(read(Buffer.from(text, 'latin1'))).toEqual(['https://star.example/%C3%A9']);
  });

  it('does not unfold entities of entities', () => {
    const doctype = '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    expect(read(doctype + rss('<item><link>https://star.example/&b;</link></item>'))).toEqual([
      'https://star.example/&b;',
    ]);
  });

  it.each([
    ['a page', '<!doctype html><html><body><p>A feed? <feed></p></body></html>'],
    ['text', 'An article about feeds.'],
    ['JSON', '{"version":"https://jsonfeed.org/version/1.1","items":[]}'],
    ['a feed that breaks off in its head', '<rss'],
    ['nothing', ''],
  ])('tells what is no feed: %s', (_name, text) => {
    expect(read(text)).toBeNull();
  });
});
