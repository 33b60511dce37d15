/** Draws a number in 0..1, excluding 1. */
export type Random = () => number;

const STEPS = 2 ** 32;

/** mulberry32 of Tommy Ettinger (2017): 32 bits of state, passes gjrand. The same seed gives the same numbers. */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / STEPS;
  };
}

/** Draws an integer from `from` to `to`, both included. */
export function drawBetween(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}

/** Draws a standard normal variate (Box and Muller, Annals of Mathematical Statistics 29(2), 1958). */
export function drawNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Draws one of `values`, which must not be empty. */
export function drawOne<T>(random: Random, values: readonly T[]): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new RangeError('nothing to draw from');
  return value;
}
