import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadBeir } from '../../src/eval/beir.js';
import { measureRefusals } from '../../src/eval/measure-refusals.js';
import { askAll, holdsAnswer, measure } from '../../src/eval/measure.js';
import { readBeir } from '../../src/eval/beir.js';
import { writeAnswers, writeTrecRun } from '../../src/eval/measure.js';

const SMALL_SET = join(import.meta.dirname, 'lantern-set');
const LARGE_SETS = join(import.meta.dirname, '..', '..', '..', 'shared', 'eval');
const TOLERANCE_DIGITS = 3;

type Expected = Readonly<Record<string, Readonly<Record<string, number | null>>>>;
const EXPECTED = JSON.parse(
  readFileSync(join(import.meta.dirname, 'expected-figures.json'), 'utf8'),
) as Expected;

/** The figures of a set that a table can hold: no times. */
async function figuresOf(dir: string): Promise<Record<string, number | null>> {
  const set = await readBeir(dir);
  const loaded = loadBeir(set.entries);
  const { latencyMs, ...figures } = measure(set, loaded, await askAll(set, loaded));
  expect(latencyMs.p95).toBeGreaterThanOrEqual(latencyMs.p50);
  const { rocArea, precision, recall } = await measureRefusals(set);
  return {
    ...figures,
    'refusals ROC area': rocArea,
    'refusals precision': precision,
    'refusals recall': recall,
  };
}

function expectFigures(figures: Readonly<Record<string, number | null>>, name: string): void {
  const expected = EXPECTED[name] ?? {};
  expect(Object.keys(figures)).toEqual(Object.keys(expected));
  for (const [figure, value] of Object.entries(expected)) {
    if (value === null) expect(figures[figure], figure).toBeNull();
    else expect(figures[figure], figure).toBeCloseTo(value, TOLERANCE_DIGITS);
  }
}

describe('the figures in expected-figures.json', () => {
  it('hold for the small set', async () => {
    expectFigures(await figuresOf(SMALL_SET), 'lantern-set');
  });

  it.skipIf(!existsSync(LARGE_SETS)).each(['xquad-en', 'afriqa-en', 'masakhanews-sw'])(
    'hold for %s (skipped where ../shared is absent)',
    async (name) => {
      expectFigures(await figuresOf(join(LARGE_SETS, name)), name);
    },
  );
});

describe('the files of an evaluation', () => {
  it('are a TREC run and one JSON line a question', async () => {
    const set = await readBeir(SMALL_SET);
    const loaded = loadBeir(set.entries);
    const asked = await askAll({ ...set, questions: set.questions.slice(0, 2) }, loaded);
    expect(writeTrecRun(asked).split('\n')[0]).toMatch(/^q1 Q0 bridge#1 1 \d+\.\d+ nukuu$/u);
    const [first = ''] = writeAnswers(asked).split('\n');
    expect(JSON.parse(first)).toEqual({
      id: 'q1',
      kind: 'found',
      confidence: expect.closeTo(0.847, 2) as number,
      passages: ['bridge#1', 'bridge#2', 'bridge#3', 'ferry#1', 'ferry#2'],
      answerSentence: 'Engineer Mwende Kilonzo built it in two years.',
    });
  });
});

describe('holdsAnswer', () => {
  it.each([
    ['It cost 40 million.', ['40 MILLION'], true],
    ['It cost 140 million.', ['40 million'], false],
    ['Rais (Ruto) spoke.', ['ruto', 'raila'], true],
    ['Anything.', [''], false],
    ['Anything.', [], false],
  ])('"%s" holds one of %j: %s', (sentence, answers, expected) => {
    expect(holdsAnswer(sentence, answers)).toBe(expected);
  });
});

describe('readBeir', () => {
  it('names the file that is missing', async () => {
    await expect(readBeir('/nowhere')).rejects.toMatchObject({ code: 'EVAL_SET_INVALID' });
  });
});
