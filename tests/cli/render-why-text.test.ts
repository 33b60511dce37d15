import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderWhyText } from '../../src/cli/render-text.js';
import type { Explanation, Contribution } from '../../src/core/answering/explain.js';
import { loadArticles, makeArticle } from '../support/fake-corpus.js';
import { readWhy } from './read-why.js';

const { corpus } = loadArticles(makeArticle('bridge', ['The county opened a bridge over the river Athi.']));

/** @param gains - Largest first, in ten-thousandths. */
function explain(...contributions: readonly Contribution[]): Explanation {
  const passage = corpus.passage('bridge#1');
  if (!passage) throw new Error('no passage');
  const sum = contributions.reduce((total, { amount }) => total + amount, 0);
  return { passage, score: Math.round(sum * 10_000) / 10_000, contributions };
}

function term(word: string, amount: number): Contribution {
  return { kind: 'term', word, text: word, origin: 'question', amount };
}

describe('renderWhyText', () => {
  it('prints a line a amount in columns, with the value of a feature', () => {
    const text = renderWhyText(
      explain(
        { kind: 'term', word: 'kura', text: 'vote', origin: 'glossary', amount: 10.5 },
        { kind: 'term', word: 'Kisumo', text: 'kisumu', origin: 'spelling', amount: 0.8 },
        { kind: 'feature', feature: 'names', value: 0.25, amount: 0.7 },
      ),
      2,
    );
    expect(text.split('\n')).toEqual([
      '[2] scored 12.0000:',
      '    88 %  10.5000  “vote”, which the glossary gives for “kura”',
      '     7 %   0.8000  “kisumu”, as a spelling of “Kisumo”',
      '     6 %   0.7000  how much of the names in the question it holds: 0.25 of 1',
    ]);
  });

  it('adds up what is below one in a hundred', () => {
    const text = renderWhyText(explain(term('a', 9.82), term('b', 0.1), term('c', 0.05), term('d', 0.03)), 1);
    expect(text.split('\n').slice(1)).toEqual([
      '    98 %  9.8200  “a”',
      '     1 %  0.1000  “b”',
      '     1 %  0.0800  2 smaller ones',
    ]);
  });

  it('shows a single small one as it is', () => {
    const text = renderWhyText(explain(term('a', 9.99), term('b', 0.01)), 1);
    expect(text).toMatch(/ 0 % {2}0\.0100 {2}“b”$/u);
  });

  it('shows contributions that add up to the score it shows, whatever they are', () => {
    const someGain = fc.integer({ min: 1, max: 300_000 }).map((amount) => term('word', amount / 10_000));
    fc.assert(
      fc.property(fc.array(someGain, { minLength: 1, maxLength: 30 }), (contributions) => {
        const sorted = [...contributions].sort((a, b) => b.amount - a.amount);
        const { score, amounts } = readWhy(renderWhyText(explain(...sorted), 1));
        expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(score);
      }),
    );
  });
});
