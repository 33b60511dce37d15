/** Fits logistic regressions. */

export interface Observation {
  readonly values: readonly number[];
  readonly isTrue: boolean;
  /** Above 0. */
  readonly weight: number;
}

/** The log-odds are `bias` plus the sum of values times weights. */
export interface LogisticModel {
  readonly bias: number;
  readonly weights: readonly number[];
}

const STEPS = 25;
/** Small beside the weights of a few thousand questions; signals that tell nothing stay near 0. */
const RIDGE = 1e-3;

/**
 * Fits a logistic regression by Newton's method with a small ridge penalty on the weights.
 *
 * @param observations - At least one, all of the same length.
 */
export function fitLogistic(observations: readonly Observation[]): LogisticModel {
  const size = (observations[0]?.values.length ?? 0) + 1;
  let model = new Array<number>(size).fill(0);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = model.map((weight, i) => (i === 0 ? 0 : -RIDGE * weight));
    const curvature = model.map((_, i) => model.map((__, j): number => (i === j ? RIDGE : 0)));
    for (const { values, isTrue, weight } of observations) {
      const row = [1, ...values];
      const p = logistic(row.reduce((sum, value, i) => sum + value * (model[i] ?? 0), 0));
      row.forEach((value, i) => {
        gradient[i] = (gradient[i] ?? 0) + weight * ((isTrue ? 1 : 0) - p) * value;
        const line = curvature[i] ?? [];
        row.forEach((other, j) => (line[j] = (line[j] ?? 0) + weight * p * (1 - p) * value * other));
      });
    }
    const change = solve(curvature, gradient);
    model = model.map((weight, i) => weight + (change[i] ?? 0));
  }
  return { bias: model[0] ?? 0, weights: model.slice(1) };
}

export function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** Solves `matrix · x = vector` by Gauss-Jordan elimination with partial pivoting. */
function solve(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, vector[i] ?? 0]);
  for (let column = 0; column < rows.length; column += 1) {
    const below = rows.slice(column);
    const pivot = below.reduce((best, row) =>
      Math.abs(row[column] ?? 0) > Math.abs(best[column] ?? 0) ? row : best,
    );
    rows.splice(rows.indexOf(pivot), 1);
    const scaled = pivot.map((value) => value / (pivot[column] ?? 1));
    rows.splice(column, 0, scaled);
    rows.forEach((row, i) => {
      if (i === column) return;
      const factor = row[column] ?? 0;
      rows[i] = row.map((value, j) => value - factor * (scaled[j] ?? 0));
    });
  }
  return rows.map((row) => row.at(-1) ?? 0);
}
