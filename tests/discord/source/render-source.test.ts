import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../../src/core/locales/english.js';
import { fitsMessage } from '../../../src/discord/message/limits.js';
import { toComponents } from '../../../src/discord/message/view.js';
import { renderSource } from '../../../src/discord/source/render-source.js';
import { anyArticle } from '../../support/arbitrary-article.js';
import { loadArticles, makeArticle } from '../../support/fake-corpus.js';

const EDGES = ['first', 'last', 'marked'] as const;

describe('renderSource', () => {
  it('keeps within the limits of a message and shows the paragraph that was asked for', () => {
    fc.assert(
      fc.property(
        anyArticle,
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom(...EDGES),
        (source, n, edge) => {
          const { corpus } = loadArticles(source);
          const paragraph = Math.min(n, source.passages.length);
          const view = renderSource(ENGLISH, corpus, source.article, { paragraph, edge }, '1234567890');
          expect(fitsMessage(view.texts)).toBe(true);
          expect(toComponents(view).length).toBeLessThanOrEqual(40);
          expect(view.texts.some((text) => text.startsWith(`-# ¶${paragraph}\n`))).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('reaches every paragraph by Next, and the first by Previous', () => {
    const paragraphs = Array.from({ length: 50 }, (_, i) =>
      `Paragraph ${i + 1}. ${'Words follow. '.repeat(20)}`.trim(),
    );
    const source = makeArticle('long', paragraphs);
    const { corpus } = loadArticles(source);
    const seen = new Set<string>();
    for (let paragraph = 1; paragraph <= 50;) {
      const { texts } = renderSource(ENGLISH, corpus, source.article, { paragraph, edge: 'first' }, null);
      const numbers = texts.flatMap((text) => /^-# ¶(\d+)\n/u.exec(text)?.[1] ?? []);
      for (const number of numbers) seen.add(number);
      paragraph = Number(numbers.at(-1)) + 1;
    }
    expect(seen.size).toBe(50);
    const back = renderSource(ENGLISH, corpus, source.article, { paragraph: 9, edge: 'last' }, null);
    expect(back.texts.at(-2)).toMatch(/^-# ¶9\n/u);
  });

  it('shows the headings that stand between paragraphs', () => {
    const source = makeArticle('a', ['One.', 'Two.']);
    const text = 'One.\n\nA heading\n\nTwo.';
    const passages = [
      { start: 0, end: 4 },
      { start: 17, end: 21 },
    ];
    const { corpus } = loadArticles({ ...source, text, passages });
    const { texts } = renderSource(ENGLISH, corpus, source.article, { paragraph: 1, edge: 'first' }, null);
    expect(texts).toContain('**A heading**\n-# ¶2\nTwo.');
  });
});
