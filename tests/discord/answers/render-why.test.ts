import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contribution } from '../../../src/core/answering/explain.js';
import { ENGLISH } from '../../../src/core/locales/english.js';
import { renderWhy } from '../../../src/discord/answers/render-why.js';
import { fitsMessage } from '../../../src/discord/message/limits.js';
import { anyArticles, anyQuestion } from '../../support/arbitrary-article.js';
import { loadArticles, makeArticle } from '../../support/fake-corpus.js';
import { parseMarkdown } from '../../support/read-discord-markdown.js';

const anyAmount = fc.oneof(fc.double({ min: 0.0001, max: 30, noNaN: true }), fc.constant(0.001));
const anyTerm: fc.Arbitrary<Contribution> = fc.record({
  kind: fc.constant('term' as const),
  word: anyQuestion,
  text: anyQuestion,
  origin: fc.constantFrom('question' as const, 'spelling', 'relative', 'acronym', 'glossary'),
  amount: anyAmount,
});
const anyFeature: fc.Arbitrary<Contribution> = fc.record({
  kind: fc.constant('feature' as const),
  feature: fc.constantFrom(
    'headline' as const,
    'pairs',
    'sentence',
    'lead',
    'names',
    'answerType',
    'article',
  ),
  value: fc.double({ min: 0, max: 1, noNaN: true }),
  amount: anyAmount,
});
const anyGains = fc
  .array(fc.oneof(anyTerm, anyFeature), { minLength: 1, maxLength: 60, size: 'max' })
  .map((contributions) => contributions.sort((a, b) => b.amount - a.amount));

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);

const { corpus } = loadArticles(
  makeArticle('a', ['One thing.', 'Another thing.'], { outlet: '*Lantern*', published: '2023-08-16' }),
);
const [passage] = corpus.passages('a', 2, 2);
if (!passage) throw new Error('no passage');
const { summary } = corpus;

function term(
  word: string,
  amount: number,
  text = word,
  origin: 'question' | 'glossary' = 'question',
): Contribution {
  return { kind: 'term', word, text, origin, amount };
}

describe('renderWhy', () => {
  it('shows what a score is made of, largest first, in shares of it', () => {
    const contributions: Contribution[] = [
      term('_Athi_', 5),
      { kind: 'feature', feature: 'names', value: 1, amount: 2.5 },
      { kind: 'feature', feature: 'lead', value: 0.6, amount: 2.5 },
    ];
    const { texts, rows } = renderWhy(
      ENGLISH,
      summary,
      [{ number: 4, explanation: { passage, score: 10, contributions } }],
      summary.revision,
    );
    expect(texts).toEqual([
      '**Why these passages**',
      [
        '**[4] scored 10.00:**',
        '-# \\*Lantern\\* · 16 Aug 2023 · ¶2 of 2',
        '- **50 %** “\\_Athi\\_” · 5.00',
        '- **25 %** how much of the names in the question it holds · 2.50',
        '- **25 %** how much of the question its first sentence holds: 0.60 of 1 · 2.50',
      ].join('\n'),
      `-# Corpus ${summary.revision} · 1 article · 16 Aug 2023`,
    ]);
    expect(rows).toEqual([]);
  });

  it('counts the words of a phrase as one, and small contributions as one', () => {
    const contributions = [
      term('waziri', 4, 'prime minister', 'glossary'),
      term('waziri', 3.9, 'prime minister', 'glossary'),
      term('mkuu', 1.96),
      term('nani', 0.08),
      term('leo', 0.06),
    ];
    const { texts } = renderWhy(
      ENGLISH,
      summary,
      [{ number: 1, explanation: { passage, score: 10, contributions } }],
      summary.revision,
    );
    expect(texts[1]?.split('\n').slice(2)).toEqual([
      '- **79 %** “prime minister”, which the glossary gives for “waziri” · 7.90',
      '- **20 %** “mkuu” · 1.96',
      '- **1 %** 2 smaller ones · 0.14',
    ]);
  });

  it('says that the articles have changed, and which passage is no longer ranked', () => {
    const { texts } = renderWhy(ENGLISH, summary, [{ number: 2, explanation: null }], 'abcdef0');
    expect(texts.slice(0, 2)).toEqual([
      `**Why these passages**\n-# The articles have changed since this was asked (abcdef0 → ${summary.revision}); this is how they rank now.`,
      '[2] is no longer among the first passages for this question.',
    ]);
  });

  it('fits one message, and its numbers add up, whatever was gained and by what', () => {
    fc.assert(
      fc.property(anyArticles, fc.array(anyGains, { minLength: 1, maxLength: 5 }), (articles, all) => {
        const loaded = loadArticles(...articles);
        const passages = [...loaded.corpus.articleIds()].flatMap((id) =>
          loaded.corpus.passages(id, 1, Infinity),
        );
        const shown = all.map((contributions, i) => {
          const one = passages[i % passages.length];
          const score = sum(contributions.map(({ amount }) => amount));
          return { number: i + 1, explanation: one ? { passage: one, score, contributions } : null };
        });
        const { texts } = renderWhy(ENGLISH, loaded.corpus.summary, shown, 'abcdef0');
        expect(fitsMessage(texts)).toBe(true);
        expect(texts).toHaveLength(all.length + 2);
        texts.slice(1, -1).forEach((text, i) => {
          const lines = text.split('\n').slice(2);
          const read = (pattern: RegExp): number[] =>
            lines.map((line) => Number(pattern.exec(line)?.[1] ?? Number.NaN));
          const amounts = read(/ · (\d+\.\d\d)$/u);
          expect(sum(read(/^- \*\*(\d+) %\*\* /u))).toBe(100);
          expect(sum(amounts).toFixed(2)).toBe(shown[i]?.explanation?.score.toFixed(2));
        });
      }),
      { numRuns: 50 },
    );
  });

  it('fits one message at its longest', () => {
    const outlet = '*'.repeat(80);
    const long = loadArticles(
      makeArticle('a', ['One.', 'Two.', 'Three.', 'Four.', 'Five.'], { outlet }),
    ).corpus;
    const contributions = Array.from({ length: 60 }, (_, i) =>
      term(`${i}${'*'.repeat(300)}`, 100 - i / 100, '*'.repeat(300), 'glossary'),
    );
    const score = sum(contributions.map(({ amount }) => amount));
    const shown = long
      .passages('a', 1, 5)
      .map((each) => ({ number: each.paragraph, explanation: { passage: each, score, contributions } }));
    const { texts } = renderWhy(ENGLISH, long.summary, shown, 'abcdef0');
    expect(fitsMessage(texts)).toBe(true);
    expect(texts.slice(1, -1).map((text) => text.split('\n').length)).toEqual([4, 4, 4, 4, 4]);
  });

  it('never pings, links or marks up a word', () => {
    fc.assert(
      fc.property(anyGains, (contributions) => {
        const explanation = { passage, score: sum(contributions.map(({ amount }) => amount)), contributions };
        const { texts } = renderWhy(ENGLISH, summary, [{ number: 1, explanation }], summary.revision);
        for (const line of texts[1]?.split('\n').slice(2) ?? []) {
          const types = parseMarkdown(line.replace(/^- \*\*\d+ %\*\* /u, '')).map(({ type }) => type);
          expect(types.filter((type) => type !== 'text' && type !== 'twemoji')).toEqual([]);
        }
      }),
    );
  });
});
