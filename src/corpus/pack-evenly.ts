import type { Span } from '../core/article.js';

/** A part of a text that is kept whole. */
export interface Unit extends Span {
  readonly words: number;
}

export interface PackLimits {
  readonly words: number;
  readonly chars: number;
}

/** The best way to pack the units up to one of them. */
interface Packing {
  readonly pieces: number;
  /** Sum of the squared lengths: of all ways with as many pieces, the least is the most equal. */
  readonly squares: number;
  /** The first unit of the last piece. */
  readonly from: number;
}

/**
 * Joins neighbouring units into as few pieces as the limits allow, of lengths as equal as can be.
 *
 * @param units - In order; each fits the limits.
 */
export function packEvenly(units: readonly Unit[], limits: PackLimits): Span[] {
  const best: Packing[] = [{ pieces: 0, squares: 0, from: 0 }];
  for (let to = 1; to <= units.length; to += 1) best.push(packUpTo(to, units, best, limits));

  const pieces: Span[] = [];
  for (let to = units.length; to > 0; to = best[to]?.from ?? 0) {
    const from = best[to]?.from ?? 0;
    pieces.push({ start: units[from]?.start ?? 0, end: units[to - 1]?.end ?? 0 });
  }
  return pieces.reverse();
}

function packUpTo(
  to: number,
  units: readonly Unit[],
  best: readonly Packing[],
  limits: PackLimits,
): Packing {
  const end = units[to - 1]?.end ?? 0;
  let packing: Packing = { pieces: Infinity, squares: Infinity, from: to - 1 };
  let words = 0;
  for (let from = to - 1; from >= 0; from -= 1) {
    const { start = 0, words: more = 0 } = units[from] ?? {};
    words += more;
    const chars = end - start;
    if (from < to - 1 && (words > limits.words || chars > limits.chars)) break;
    const { pieces = 0, squares = 0 } = best[from] ?? {};
    const next: Packing = { pieces: pieces + 1, squares: squares + chars * chars, from };
    if (isBetter(next, packing)) packing = next;
  }
  return packing;
}

function isBetter(a: Packing, b: Packing): boolean {
  return a.pieces < b.pieces || (a.pieces === b.pieces && a.squares < b.squares);
}
