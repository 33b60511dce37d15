import { describe, expect, it } from 'vitest';
import type { ArticleText } from '../../../src/core/model/article.js';
import type { Glossary } from '../../../src/core/model/corpus.js';
import { articleFingerprint, corpusRevision } from '../../../src/corpus/frozen/revision.js';
import { readMarkdown } from '../../../src/corpus/reading/read-markdown.js';
import { context, expectArticle } from '../fake-sentences.js';

const read = (source: string, id = 'a'): ArticleText =>
  expectArticle(readMarkdown(source, { ...context, id }));
const one = read('---\ntitle: Rain\ntags: a, b\n---\nIt rained.');

describe('articleFingerprint', () => {
  it('has 16 hex digits and stays the same', () => {
    expect(articleFingerprint(one)).toMatch(/^[0-9a-f]{16}$/u);
    expect(articleFingerprint({ ...one, article: { ...one.article } })).toBe(articleFingerprint(one));
  });

  it.each<[string, ArticleText]>([
    ['the text', { ...one, text: 'It shone.!' }],
    ['the passages', { ...one, passages: [{ start: 0, end: 2 }] }],
    ...(
      [
        ['id', 'b'],
        ['title', 'Sun'],
        ['hasHeadline', false],
        ['outlet', 'Daily'],
        ['author', 'A'],
        ['published', '2023'],
        ['url', 'https://a.example/'],
        ['language', 'en'],
        ['tags', ['a, b']],
        ['caution', 'Old'],
      ] as const
    ).map(([key, value]): [string, ArticleText] => [
      key,
      { ...one, article: { ...one.article, [key]: value } },
    ]),
  ])('changes with %s', (_name, other) => {
    expect(articleFingerprint(other)).not.toBe(articleFingerprint(one));
  });
});

describe('corpusRevision', () => {
  const reviseFrom = (articles: readonly ArticleText[], glossary: Glossary = []): string =>
    corpusRevision(articles.map(articleFingerprint), glossary);

  const two = read('It shone.', 'b');
  const tax = { en: ['tax'], sw: ['kodi'] };

  it('has 7 hex digits, whatever the order', () => {
    expect(reviseFrom([one, two])).toMatch(/^[0-9a-f]{7}$/u);
    expect(reviseFrom([two, one])).toBe(reviseFrom([one, two]));
  });

  it('changes with what is loaded', () => {
    expect(new Set([reviseFrom([one]), reviseFrom([two]), reviseFrom([one, two])]).size).toBe(3);
  });

  it('changes with the glossary', () => {
    const glossaries: Glossary[] = [
      [],
      [tax],
      [{ ...tax, sw: ['kodi', 'ushuru'] }],
      [{ ...tax, sw: ['kodi ushuru'] }],
      [{ en: tax.sw, sw: tax.en }],
      [tax, { en: ['water'], sw: ['maji'] }],
    ];
    const revisions = glossaries.map((glossary) => reviseFrom([one], glossary));
    expect(new Set(revisions).size).toBe(glossaries.length);
    expect(glossaries.map((glossary) => reviseFrom([one], structuredClone(glossary)))).toEqual(revisions);
  });

  it('is that of the articles alone where the glossary is empty', () => {
    expect(corpusRevision(['a', 'b'], [])).toBe('7e18f73');
  });
});
