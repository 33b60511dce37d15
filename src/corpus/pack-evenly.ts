import type { Span } from '../core/article.js';

/** A part of a text that is kept whole. */
export interface Unit extends Span {
  readonly words: number;
}

export interface PackLimits {
  readonly words: number;
  readonly chars: number;
}

/** The best ways to pack the units up to each of them. */
interface Packings {
  readonly pieces: Float64Array;
  /** Sum of the squared lengths: of all ways with as many pieces, the least is the most equal. */
  readonly squares: Float64Array;
  /** The first unit of the last piece. */
  readonly starts: Uint32Array;
}

/**
 * Joins neighbouring units into as few pieces as the limits allow, of lengths as equal as can be.
 *
 * @param units - In order; each fits the limits.
 */
export function packEvenly(units: readonly Unit[], limits: PackLimits): Span[] {
  const count = units.length + 1;
  const best: Packings = {
    pieces: new Float64Array(count),
    squares: new Float64Array(count),
    starts: new Uint32Array(count),
  };
  for (let to = 1; to < count; to += 1) packUpTo(to, units, best, limits);

  const packed: Span[] = [];
  for (let to = units.length; to > 0; to = best.starts[to] ?? 0) {
    packed.push({ start: units[best.starts[to] ?? 0]?.start ?? 0, end: units[to - 1]?.end ?? 0 });
  }
  return packed.reverse();
}

function packUpTo(to: number, units: readonly Unit[], best: Packings, limits: PackLimits): void {
  const end = units[to - 1]?.end ?? 0;
  let words = 0;
  best.pieces[to] = Infinity;
  for (let from = to - 1; from >= 0; from -= 1) {
    const unit = units[from];
    words += unit?.words ?? 0;
    const chars = end - (unit?.start ?? 0);
    if (from < to - 1 && (words > limits.words || chars > limits.chars)) break;
    const pieces = (best.pieces[from] ?? 0) + 1;
    const squares = (best.squares[from] ?? 0) + chars * chars;
    if (
      pieces < (best.pieces[to] ?? 0) ||
      (pieces === best.pieces[to] && squares < (best.squares[to] ?? 0))
    ) {
      best.pieces[to] = pieces;
      best.squares[to] = squares;
      best.starts[to] = from;
    }
  }
}
