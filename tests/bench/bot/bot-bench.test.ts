import { describe, expect, it } from 'vitest';
import { MAX_QUESTION_CHARS } from '../../../src/core/model/limits.js';
import type { LiveButton } from '../../support/local-discord/index.js';
import { replaceMarked } from '../write-document.js';
import { judgeAnswer } from './judge-answer.js';
import { askAtSaturation, askSteadily, dueMs } from './load.js';
import { isSound, listFailures, renderBotReport, type Asked, type BotReport } from './render-bot-report.js';
import { writeArticles, writeQuestions } from './write-articles.js';

describe('the load', () => {
  it.each([
    [0, 50, 0],
    [1, 50, 20],
    [1_500, 50, 30_000],
    [1, 1_000, 1],
  ])('is due with question %i of %i a second after %i ms', (number, perSecond, ms) => {
    expect(dueMs(number, perSecond)).toBe(ms);
  });

  it('is steady whether or not answers have come', async () => {
    const waiting: (() => void)[] = [];
    const answerAll = () => {
      for (const answer of waiting) answer();
    };
    const ask = (number: number) =>
      new Promise<number>((resolve) => {
        waiting.push(() => {
          resolve(number);
        });
        if (number === 4) answerAll();
      });
    const isOver = () => waiting.length === 5;
    const { results } = await askSteadily({ perSecond: 10_000, isOver, ask });
    expect(results).toEqual([0, 1, 2, 3, 4]);
  });

  it('has no more under way than it may at saturation', async () => {
    let underWay = 0;
    let most = 0;
    const ask = async (number: number) => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      return number;
    };
    const { results } = await askAtSaturation({ inFlight: 3, forMs: 20, ask });
    expect(most).toBe(3);
    expect(results).toEqual(results.map((_, i) => i));
  });
});

describe('the made-up articles', () => {
  const articles = [...writeArticles(1, 20)];

  it('are the same for the same seed, eight passages each', () => {
    expect([...writeArticles(1, 20)]).toEqual(articles);
    const bodies = articles.map(({ markdown }) => markdown.split('---\n')[2]?.trim().split('\n\n'));
    expect(bodies.map((body) => body?.length)).toEqual([8, 8, 4]);
  });

  it('say where and when they were printed', () => {
    for (const { markdown } of articles) {
      expect(markdown).toMatch(
        /^---\ntitle: [A-Z][a-z ]+\noutlet: .+\nauthor: \w+ \w+\npublished: \d{4}-\d{2}-\d{2}\n/u,
      );
    }
  });

  it('all differ in another edition, by their last sentence alone', () => {
    const others = [...writeArticles(1, 20, 2)];
    expect(others).toEqual(
      articles.map(({ name, markdown }) => ({
        name,
        markdown: markdown.replace(/Edition 1\.\n$/u, 'Edition 2.\n'),
      })),
    );
    expect(others).not.toEqual(articles);
  });

  it('are asked in questions that the bot takes, one in 20 misspelt', () => {
    const questions = writeQuestions(1, 800, 40);
    expect(questions).toHaveLength(40);
    expect(questions.every((question) => question.length <= MAX_QUESTION_CHARS)).toBe(true);
    const text = [...writeArticles(1, 800)].map(({ markdown }) => markdown.toLowerCase()).join(' ');
    const known = new Set(text.match(/[a-z]+/gu));
    const isKnown = (question: string) =>
      question
        .toLowerCase()
        .replace(/^(?:how many|how did|\w+) /u, '')
        .match(/[a-z]+/gu)
        ?.every((word) => known.has(word)) === true;
    expect(questions.slice(0, 19).every(isKnown)).toBe(true);
    expect(isKnown(questions[19] ?? '')).toBe(false);
  });
});

describe('judging an answer', () => {
  const button = (label: string): LiveButton => ({
    label,
    customId: 'v1',
    url: null,
    disabled: false,
    emoji: null,
    style: 2,
  });

  it.each([
    ['quote', '**[1] Headline**\n> The bridge **opened**.', ['Context 1', 'Delete']],
    ['refusal', 'I found nothing about that in the articles.\n', ['Delete']],
    ['wrong', 'Something went wrong on my side. Please try again.', []],
    ['wrong', '> A quote without its buttons', []],
    ['wrong', 'Buttons without a quote', ['Context 1']],
    ['wrong', '', []],
  ])('calls it a %s: %j', (verdict, text, labels) => {
    expect(judgeAnswer({ text, buttons: labels.map(button) })).toBe(verdict);
  });
});

describe('the report', () => {
  const answered = (firstMs: number): Asked => ({
    kind: 'answered',
    verdict: firstMs === 2 ? 'refusal' : 'quote',
    firstMs,
    wholeMs: firstMs,
    isDeferred: false,
  });
  const loop = { longestPauseMs: 12.3, longestGcMs: 4.5, busyShare: 0.25 };
  const report = (asked: readonly Asked[], violations: readonly string[] = []): BotReport => ({
    machine: {
      cpu: 'Test',
      cores: 2,
      memoryBytes: 8 * 2 ** 30,
      node: '20.0.0',
      date: '2026-01-02T03:04:05Z',
    },
    passages: 2_000,
    articles: 250,
    starts: [{ name: 'first', readyMs: 1_500, answerMs: 1_600 }],
    answers: { answerMs: [1, 2, 3] },
    phases: [
      {
        name: '2 a second',
        asked,
        elapsedMs: 2_000,
        loop,
        cpuMs: 800,
        waitedMs: 20,
        discordLoop: { ...loop, longestPauseMs: 3 },
      },
    ],
    memories: [
      {
        name: 'at rest',
        memory: {
          resident: 90e6,
          mapped: { proportional: 80e6, privateDirty: 70e6 },
          heap: 30e6,
          buffers: 20e6,
        },
      },
      { name: 'elsewhere', memory: { resident: 90e6, heap: 30e6, buffers: 20e6 } },
    ],
    violations,
  });
  const good = [answered(1), answered(2), answered(3), answered(4)];

  it('shows latencies, pauses, starts and memory', () => {
    const text = renderBotReport(report(good));
    expect(text).toContain(
      '| 2 a second | 4 | 2 | 2 ms | 4 ms | 4 ms | 4 ms | 12.3 ms | 4.5 ms | 25 % | 40 % | 1 % | 0 |',
    );
    expect(text).toContain('| first | 1.5 s | 1.6 s |');
    expect(text).toContain('| 3 | 2 ms | 3 ms | 3 ms | 3 ms |');
    expect(text).toContain('| at rest | 90 MB | 80 MB | 70 MB | 30 MB | 20 MB |');
    expect(text).toContain('| elsewhere | 90 MB |  |  | 30 MB | 20 MB |');
    expect(text).toContain('No response was deferred');
    expect(text).toContain('75 % were quotes');
  });

  it('says how long deferred answers took', () => {
    const deferred: Asked = { kind: 'answered', verdict: 'quote', firstMs: 1, wholeMs: 70, isDeferred: true };
    expect(renderBotReport(report([...good, deferred]))).toContain(
      '1 were deferred; their answers took 70 ms',
    );
  });

  it('is sound when all is answered and no rule of Discord broken', () => {
    expect(isSound(report(good))).toBe(true);
    expect(listFailures(report(good))).toEqual([]);
  });

  it.each<[string, Asked[], string[], string]>([
    [
      'no answer',
      [{ kind: 'failed', reason: 'no answer came', firstMs: 3_000 }],
      [],
      '1 × 2 a second: no answer came',
    ],
    [
      'a fault',
      [{ kind: 'answered', verdict: 'wrong', firstMs: 1, wholeMs: 1, isDeferred: false }],
      [],
      '1 × 2 a second: neither a quote nor a refusal',
    ],
    ['a broken rule', [], ['too long', 'too long'], '2 × too long'],
  ])('is not sound after %s', (_name, bad, violations, line) => {
    const unsound = report([...good, ...bad], violations);
    expect(isSound(unsound)).toBe(false);
    expect(listFailures(unsound)).toEqual([line]);
  });

  it('counts the time until a question was given up', () => {
    const text = renderBotReport(report([answered(1), { kind: 'failed', reason: 'late', firstMs: 3_000 }]));
    expect(text).toContain('| 2 a second | 2 | 0.5 | 1 ms | 3,000 ms | 3,000 ms | 3,000 ms |');
  });

  it('takes the place between its marks', () => {
    const document = 'a\n<!-- bench:bot: begin -->\nold\n<!-- bench:bot: end -->\nz\n<!-- bench: begin -->';
    expect(replaceMarked(document, 'bench:bot', 'new')).toBe(
      'a\n<!-- bench:bot: begin -->\n\nnew\n\n<!-- bench:bot: end -->\nz\n<!-- bench: begin -->',
    );
    expect(() => replaceMarked(document, 'bench', 'new')).toThrow('lacks the mark');
  });
});
