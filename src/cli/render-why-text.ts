import type { Explanation, Gain } from '../core/explain.js';
import { ENGLISH as say } from '../core/sentences/english/english.js';
import { indent } from './style.js';

/** Gains of less than this share of the score are shown as one. */
const SMALL_SHARE = 0.01;
/** As many as a score has, so that the gains add up to it. */
const DECIMALS = 4;
const GAP = '  ';

interface Row {
  readonly gain: number;
  readonly meaning: string;
}

/** How a passage came by its score: a line a gain, largest first, after one with the score. */
export function renderWhyText({ score, gains }: Explanation, number: number): string {
  const rows = listRows(gains, score);
  const shares = rows.map(({ gain }) => say.whyShare(gain / score));
  const amounts = rows.map(({ gain }) => gain.toFixed(DECIMALS));
  const shareWidth = measureWidest(shares);
  const amountWidth = measureWidest(amounts);
  const lines = rows.map(({ meaning }, i) =>
    [shares[i]?.padStart(shareWidth), amounts[i]?.padStart(amountWidth), meaning].join(GAP),
  );
  return [say.whyScore(number, score, DECIMALS), ...lines.map(indent)].join('\n');
}

function listRows(gains: readonly Gain[], score: number): Row[] {
  const small = gains.filter(({ gain }) => gain < score * SMALL_SHARE);
  if (small.length < 2) return gains.map(toRow);
  const sum = small.reduce((total, { gain }) => total + gain, 0);
  const large = gains.filter((gain) => !small.includes(gain)).map(toRow);
  return [...large, { gain: sum, meaning: say.whySmaller(small.length) }];
}

function toRow(gain: Gain): Row {
  const meaning =
    gain.kind === 'term' ? say.whyTerm(gain) : `${say.whyFeature(gain.feature)}: ${say.whyValue(gain.value)}`;
  return { gain: gain.gain, meaning };
}

function measureWidest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(({ length }) => length));
}
