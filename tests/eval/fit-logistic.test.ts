import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLogistic, logistic, type Observation } from '../../src/eval/fit-logistic.js';

describe('fitLogistic', () => {
  it('finds the share of true ones when nothing is known of them', () => {
    const observations = [true, true, true, false].map((isTrue): Observation => ({
      values: [],
      isTrue,
      weight: 1,
    }));
    expect(logistic(fitLogistic(observations).bias)).toBeCloseTo(0.75);
  });

  it('counts an observation as often as it weighs', () => {
    const weighed = fitLogistic([
      { values: [], isTrue: true, weight: 3 },
      { values: [], isTrue: false, weight: 1 },
    ]);
    expect(logistic(weighed.bias)).toBeCloseTo(0.75);
  });

  it('finds the model that made the observations', () => {
    const grid = Array.from({ length: 21 }, (_, i) => (i - 10) / 5);
    const unit = fc.double({ min: -1.5, max: 1.5, noNaN: true });
    fc.assert(
      fc.property(unit, unit, unit, (bias, first, second) => {
        const observations = grid.flatMap((x) =>
          grid.flatMap((y): Observation[] => {
            const p = logistic(bias + first * x + second * y);
            const values = [x, y];
            return [
              { values, isTrue: true, weight: p },
              { values, isTrue: false, weight: 1 - p },
            ];
          }),
        );
        const model = fitLogistic(observations);
        expect(model.bias).toBeCloseTo(bias, 1);
        expect(model.weights[0]).toBeCloseTo(first, 1);
        expect(model.weights[1]).toBeCloseTo(second, 1);
      }),
      { numRuns: 20 },
    );
  });
});
