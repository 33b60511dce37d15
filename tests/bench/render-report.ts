import { countAlike, shareHits } from './compare-rankings.js';
import type { Measurement, Outcome } from './measurement.js';
import { HEAP_LIMIT_MB } from './run-child.js';

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly node: string;
  /** ISO 8601. */
  readonly date: string;
}

export interface CorpusSize {
  readonly passages: number;
  readonly terms: number;
  readonly distinctTerms: number;
}

export interface Report {
  readonly machine: Machine;
  readonly sizes: readonly CorpusSize[];
  readonly outcomes: readonly Outcome[];
}

const OURS = 'Nukuu';
const MODEL = 'wink';
/** The engines that the targets compare with. */
const RIVALS = [MODEL, 'SQLite FTS5'];

const GROWTH = { from: 10_000, to: 100_000 };

/** Renders all measurements as Markdown. */
export function renderReport({ machine, sizes, outcomes }: Report): string {
  const parts = [
    renderMachine(machine, outcomes),
    ...sizes.map((size) => renderSize(size, outcomes)),
    renderRatios(sizes, outcomes),
    renderGrowth(outcomes),
    sizes.map(({ passages }) => `- ${describeAgreement(passages, outcomes)}`).join('\n'),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function renderMachine(machine: Machine, outcomes: readonly Outcome[]): string {
  const { cpu, cores, memoryBytes, node, date } = machine;
  const measured =
    `Measured on ${date.slice(0, 10)}: ${cpu}, ${cores} cores, ${Math.round(memoryBytes / 2 ** 30)} GB, ` +
    `Node ${node}, at most ${HEAP_LIMIT_MB / 1024} GB of heap a process.`;
  const before = outcomes.flatMap(({ measurement }) => measurement?.memoryBefore.resident ?? []);
  if (before.length === 0) return measured;
  const [least, most] = [Math.min(...before), Math.max(...before)].map(formatMb);
  return `${measured} With its library loaded and nothing built, a process takes ${least} to ${most} of RSS.`;
}

const SIZE_HEAD = [
  'engine',
  'build',
  'p50',
  'p95',
  'p99',
  'searches',
  'RSS',
  'heap + external',
  'peak RSS',
  'hits shared',
];

function renderSize({ passages, terms, distinctTerms }: CorpusSize, outcomes: readonly Outcome[]): string {
  const ours = find(outcomes, OURS, passages);
  const rows = outcomes
    .filter((outcome) => outcome.passages === passages)
    .map(({ engine, measurement, failure = '' }) => [
      engine,
      ...(measurement ? renderMeasurement(measurement, ours) : [failure]),
    ]);
  return [
    `### ${formatCount(passages)} passages`,
    `${formatCount(terms)} terms, ${formatCount(distinctTerms)} of them distinct.`,
    renderTable(SIZE_HEAD, rows),
  ].join('\n\n');
}

function renderMeasurement(measurement: Measurement, ours: Measurement | undefined): string[] {
  const { buildMs, searchMs, questions, memory, peakResident, rankings } = measurement;
  return [
    `${formatFigure(buildMs / 1000)} s`,
    ...[searchMs.p50, searchMs.p95, searchMs.p99].map((ms) => `${formatFigure(ms)} ms`),
    formatCount(questions),
    ...[memory.resident, memory.counted, peakResident].map(formatMb),
    ours ? `${Math.round(shareHits(ours.rankings, rankings) * 100)} %` : '',
  ];
}

function renderRatios(sizes: readonly CorpusSize[], outcomes: readonly Outcome[]): string {
  const rows = sizes.flatMap(({ passages }) => {
    const ours = find(outcomes, OURS, passages);
    const ratios = RIVALS.map((rival) => renderRatio(find(outcomes, rival, passages), ours));
    return ratios.some((ratio) => ratio !== '') ? [[formatCount(passages), ...ratios]] : [];
  });
  const head = ['passages', ...RIVALS.map((rival) => `against ${rival}`)];
  return renderSection(`How many times as fast ${OURS} is, at the median and at p95`, head, rows);
}

function renderGrowth(outcomes: readonly Outcome[]): string {
  const engines = [...new Set(outcomes.map(({ engine }) => engine))];
  const rows = engines.flatMap((engine) => {
    const growth = renderRatio(find(outcomes, engine, GROWTH.to), find(outcomes, engine, GROWTH.from));
    return growth === '' ? [] : [[engine, growth]];
  });
  const title = `How many times as long a search takes in ${formatCount(GROWTH.to)} passages as in ${formatCount(GROWTH.from)}`;
  return renderSection(title, ['engine', 'median / p95'], rows);
}

/** Renders how many times longer searches take in `slow` than in `fast`. */
function renderRatio(slow: Measurement | undefined, fast: Measurement | undefined): string {
  if (!slow || !fast) return '';
  const [p50, p95] = [slow.searchMs.p50 / fast.searchMs.p50, slow.searchMs.p95 / fast.searchMs.p95];
  return `${formatFigure(p50)} × / ${formatFigure(p95)} ×`;
}

/** States in a sentence whether Nukuu ranks like wink. */
export function describeAgreement(passages: number, outcomes: readonly Outcome[]): string {
  const at = `At ${formatCount(passages)} passages`;
  const compared = compareWithModel(passages, outcomes);
  return compared
    ? `${at} ${OURS} and ${MODEL} rank ${compared.alike} of ${compared.questions} questions alike.`
    : `${at} ${OURS} and ${MODEL} were not compared, since not both were measured.`;
}

/** True if Nukuu ranks like wink wherever both were measured. */
export function isAgreed({ sizes, outcomes }: Report): boolean {
  return sizes.every(({ passages }) => {
    const compared = compareWithModel(passages, outcomes);
    return !compared || compared.alike === compared.questions;
  });
}

function compareWithModel(
  passages: number,
  outcomes: readonly Outcome[],
): { alike: number; questions: number } | undefined {
  const ours = find(outcomes, OURS, passages);
  const model = find(outcomes, MODEL, passages);
  return ours && model
    ? { alike: countAlike(ours.rankings, model.rankings), questions: ours.rankings.length }
    : undefined;
}

function find(outcomes: readonly Outcome[], engine: string, passages: number): Measurement | undefined {
  return outcomes.find((outcome) => outcome.engine === engine && outcome.passages === passages)?.measurement;
}

function renderSection(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? '' : `### ${title}\n\n${renderTable(head, rows)}`;
}

/** Renders a table with right-aligned figures; a row may be short. */
export function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, i) => (i === 0 ? '---' : '--:'));
  return [head, rule, ...rows]
    .map((cells) => `| ${head.map((_, i) => cells[i] ?? '').join(' | ')} |`)
    .join('\n');
}

const THREE_DIGITS = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const WHOLE = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** Rounds to three significant digits. */
export function formatFigure(value: number): string {
  return THREE_DIGITS.format(value);
}

export function formatCount(count: number): string {
  return WHOLE.format(count);
}

export function formatMb(bytes: number): string {
  return `${WHOLE.format(bytes / 1e6)} MB`;
}
