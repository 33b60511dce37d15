import type { Contribution, Explanation } from '../../core/answering/explain.js';
import type { Withdrawal } from '../../core/model/article.js';
import type { CorpusSummary } from '../../core/model/corpus.js';
import type { Sentences } from '../../core/texts/sentences.js';
import { fitsMessage } from '../message/limits.js';
import { bold, escapeText, shorten, small } from '../message/markdown.js';
import type { View } from '../message/view.js';
import { renderBriefCitation } from './render-quote.js';

/** A passage of an answer and why it was ranked; `null` where it is ranked no longer. */
interface NumberedExplanation {
  readonly number: number;
  readonly explanation: Explanation | null;
  /** Of an article that is no longer quoted. */
  readonly withdrawn?: Withdrawal | undefined;
}

/** What is kept of the longest passage's contributions where a message has no room for all. */
const MOST_LINES = 30;

/**
 * Why passages were ranked, on one message: what contributed to each, largest first, which add up to its score.
 *
 * @param askedFrom - The corpus revision that they were ranked from.
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
  let lines = MOST_LINES;
  let texts = write(lines);
  while (lines > 1 && !fitsMessage(texts)) texts = write((lines -= 1));
  return { texts, rows: [] };
}

/** @param lines - Most contributions to show, at least 1; the others are shown as one more. */
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

/** The words of a phrase contribute apart from each other, but read alike. */
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

/** Gains that are a smaller share of the score than this are shown as one. */
const SMALL_SHARE = 0.01;

/** @param rows - Largest first. */
function foldSmall(say: Sentences, rows: readonly Row[], score: number, lines: number): readonly Row[] {
  const large = rows.filter(({ amount }) => amount >= score * SMALL_SHARE).length;
  const kept = Math.min(large, lines);
  const rest = rows.slice(kept);
  if (rest.length < 2) return rows;
  const sum = rest.reduce((all, { amount }) => all + amount, 0);
  return [...rows.slice(0, kept), { meaning: say.whySmaller(rest.length), amount: sum }];
}

/**
 * Whole numbers in proportion to parts, by the method of largest remainders: they add up to `total`, and
 * each is less than 1 away from its part's share.
 *
 * @param parts - Each 0 or more, one at least above 0; on a tie the earlier one is rounded up.
 * @param total - Whole, 0 or more.
 */
export function apportion(parts: readonly number[], total: number): number[] {
  const sum = parts.reduce((all, part) => all + part, 0);
  const exact = parts.map((part) => (part / sum) * total);
  const whole = exact.map(Math.floor);
  const left = total - whole.reduce((all, part) => all + part, 0);
  const remainder = (i: number): number => (exact[i] ?? 0) - (whole[i] ?? 0);
  const order = parts.map((_, i) => i).sort((a, b) => remainder(b) - remainder(a) || a - b);
  const raised = new Set(order.slice(0, left));
  return whole.map((part, i) => (raised.has(i) ? part + 1 : part));
}
