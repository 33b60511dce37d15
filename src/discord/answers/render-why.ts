import type { Contribution, Explanation } from '../../core/answering/explain.js';
import type { Withdrawal } from '../../core/model/article.js';
import type { CorpusSummary } from '../../core/model/corpus.js';
import type { Sentences } from '../../core/locales/sentences.js';
import { fitsMessage } from '../message/limits.js';
import { bold, escapeText, shorten, small } from '../message/markdown.js';
import type { View } from '../message/view.js';
import { renderBriefCitation } from './render-quote.js';

interface NumberedExplanation {
  /** The passage's number in the answer. */
  readonly number: number;
  /** `null` if the passage has changed or is not ranked any more. */
  readonly explanation: Explanation | null;
  /** Absent if the passage's article is not withdrawn. */
  readonly withdrawn?: Withdrawal | undefined;
}

/** The most contributions to show per passage; fewer if the message has no room for them. */
const MAX_LINES = 30;

/**
 * Renders in one message why passages were ranked: the contributions to each score, largest first, which add up
 * to the score.
 *
 * @param askedFrom - The corpus revision that the answer was made from.
 */
export function renderWhy(
  say: Sentences,
  summary: CorpusSummary,
  passages: readonly NumberedExplanation[],
  askedFrom: string,
): View {
  const isAnew = askedFrom !== summary.revision;
  const heading = [
    bold(say.whyHeading),
    ...(isAnew ? [small(say.whyAnew(askedFrom, summary.revision))] : []),
  ].join('\n');
  const write = (lines: number): string[] => [
    heading,
    ...passages.map((passage) => renderPassage(say, passage, lines)),
    small(say.corpusLine(summary)),
  ];
  let lines = MAX_LINES;
  let texts = write(lines);
  while (lines > 1 && !fitsMessage(texts)) texts = write((lines -= 1));
  return { texts, rows: [] };
}

/** @param lines - The most contributions to show, at least 1; the others are summed into one more line. */
function renderPassage(
  say: Sentences,
  { number, explanation, withdrawn }: NumberedExplanation,
  lines: number,
): string {
  if (withdrawn) return escapeText(say.whyWithdrawn(number, withdrawn));
  if (!explanation) return say.whyMoved(number);
  const { passage, score, contributions } = explanation;
  const { article, paragraph, paragraphs } = passage;
  const rows = foldSmall(say, mergeSame(say, contributions), score, lines);
  const amounts = rows.map(({ amount }) => amount);
  const shares = apportion(amounts, 100);
  const hundredths = apportion(amounts, Math.round(Number(score.toFixed(2)) * 100));
  return [
    bold(say.whyScore(number, score)),
    small(renderBriefCitation(say, article, { from: paragraph, to: paragraph, of: paragraphs })),
    ...rows.map(({ meaning }, i) => {
      const share = say.whyShare((shares[i] ?? 0) / 100);
      return `- ${bold(share)} ${escapeText(meaning)} · ${((hundredths[i] ?? 0) / 100).toFixed(2)}`;
    }),
  ].join('\n');
}

interface Row {
  readonly meaning: string;
  readonly amount: number;
}

/** Sums contributions that read alike, such as the words of a phrase; largest first. */
function mergeSame(say: Sentences, contributions: readonly Contribution[]): Row[] {
  const sums = new Map<string, number>();
  for (const contribution of contributions) {
    const meaning = describeContribution(say, contribution);
    sums.set(meaning, (sums.get(meaning) ?? 0) + contribution.amount);
  }
  return [...sums].map(([meaning, amount]) => ({ meaning, amount })).sort((a, b) => b.amount - a.amount);
}

const MAX_WORD_CHARS = 60;

function describeContribution(say: Sentences, contribution: Contribution): string {
  if (contribution.kind === 'feature') {
    const isWhole = Math.round(contribution.value * 100) === 100;
    return `${say.whyFeature(contribution.feature)}${isWhole ? '' : `: ${say.whyValue(contribution.value)}`}`;
  }
  const [word, text] = [contribution.word, contribution.text].map((each) => shorten(each, MAX_WORD_CHARS));
  return say.whyTerm({ ...contribution, word: word ?? '', text: text ?? '' });
}

/** Contributions below this share of the score are summed into one line. */
const SMALL_SHARE = 0.01;

/** @param rows - Largest first. */
function foldSmall(say: Sentences, rows: readonly Row[], score: number, lines: number): readonly Row[] {
  const large = rows.filter(({ amount }) => amount >= score * SMALL_SHARE).length;
  const shown = Math.min(large, lines);
  const folded = rows.slice(shown);
  if (folded.length < 2) return rows;
  const sum = folded.reduce((total, { amount }) => total + amount, 0);
  return [...rows.slice(0, shown), { meaning: say.whySmaller(folded.length), amount: sum }];
}

/**
 * Returns integers in proportion to parts, by the largest remainder method: they add up to `total`, and each
 * differs from its part's exact share by less than 1.
 *
 * @param parts - Each 0 or more, at least one above 0; on a tie the earlier one is rounded up.
 * @param total - An integer, 0 or more.
 */
export function apportion(parts: readonly number[], total: number): number[] {
  const sum = parts.reduce((partial, part) => partial + part, 0);
  const exact = parts.map((part) => (part / sum) * total);
  const floors = exact.map(Math.floor);
  const missing = total - floors.reduce((partial, floor) => partial + floor, 0);
  const remainder = (i: number): number => (exact[i] ?? 0) - (floors[i] ?? 0);
  const order = parts.map((_, i) => i).sort((a, b) => remainder(b) - remainder(a) || a - b);
  const raised = new Set(order.slice(0, missing));
  return floors.map((floor, i) => (raised.has(i) ? floor + 1 : floor));
}
