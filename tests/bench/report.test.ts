import { describe, expect, it } from 'vitest';
import { countAlike, shareHits } from './compare-rankings.js';
import { drawPlot } from './draw-plot.js';
import type { Measurement, Outcome } from './measurement.js';
import { isAgreed, renderReport, type Report } from './render-report.js';

describe('comparing rankings', () => {
  const hit = (passage: number, score: number) => ({ passage, score });
  const ranking = [hit(1, 2), hit(2, 1)];

  it.each([
    ['the same', [hit(1, 2), hit(2, 1)], 1],
    ['a score that differs by rounding', [hit(1, 2.0004), hit(2, 1)], 1],
    ['another score', [hit(1, 2.01), hit(2, 1)], 0],
    ['another order', [hit(2, 2), hit(1, 1)], 0],
    ['a hit less', [hit(1, 2)], 0],
    ['a hit more', [...ranking, hit(3, 1)], 0],
  ])('finds %s', (_name, other, alike) => {
    expect(countAlike([ranking], [other])).toBe(alike);
  });

  it('counts the hits that are shared in any order', () => {
    expect(shareHits([ranking], [[hit(2, 9), hit(4, 8)]])).toBe(0.5);
    expect(shareHits([[]], [[]])).toBe(1);
  });
});

describe('the report', () => {
  const measurement = (p50: number, score: number): Measurement => ({
    buildMs: 1_500,
    searchMs: { p50, p95: 2 * p50, p99: 3 * p50 },
    questions: 1_000,
    memoryBefore: { resident: 50e6, counted: 5e6 },
    memory: { resident: 90e6, counted: 20e6 },
    peakResident: 120e6,
    rankings: [[{ passage: 1, score }]],
  });
  const outcome = (engine: string, passages: number, p50: number, score = 1): Outcome => ({
    engine,
    passages,
    seed: 1,
    measurement: measurement(p50, score),
  });
  const report = (outcomes: readonly Outcome[]): Report => ({
    machine: {
      cpu: 'Test',
      cores: 2,
      memoryBytes: 8 * 2 ** 30,
      node: '20.0.0',
      date: '2026-01-02T03:04:05Z',
    },
    sizes: [10_000, 100_000].map((passages) => ({ passages, terms: 60 * passages, distinctTerms: 9 })),
    outcomes,
  });
  const both = [outcome('Nukuu', 10_000, 0.1), outcome('wink', 10_000, 10), outcome('Nukuu', 100_000, 0.3)];
  const failed: Outcome = { engine: 'wink', passages: 100_000, seed: 1, failure: 'ran out of memory' };

  it('shows figures, ratios, growth and what failed', () => {
    const text = renderReport(report([...both, failed]));
    expect(text).toContain(
      '| Nukuu | 1.5 s | 0.1 ms | 0.2 ms | 0.3 ms | 1,000 | 90 MB | 20 MB | 120 MB | 100 % |',
    );
    expect(text).toContain('| 10,000 | 100 × / 100 × |');
    expect(text).toContain('| Nukuu | 3 × / 3 × |');
    expect(text).toContain('| wink | ran out of memory |');
    expect(text).toContain('Nukuu and wink rank 1 of 1 questions alike');
  });

  it('tells whether Nukuu ranks as wink does', () => {
    expect(isAgreed(report([...both, failed]))).toBe(true);
    expect(isAgreed(report([...both, outcome('wink', 100_000, 30, 2)]))).toBe(false);
  });

  it('draws a line an engine', () => {
    const svg = drawPlot([...both, failed]);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/u);
    expect(svg).toContain('>Nukuu</text>');
    expect(svg).not.toContain('NaN');
  });
});
