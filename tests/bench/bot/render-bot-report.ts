import { percentile } from '../../../src/eval/measure.js';

import { formatCount, formatFigure, formatMb, renderTable, type Machine } from '../render-report.js';
import type { Verdict } from './judge-answer.js';
import type { BotMemory } from './start-bot.js';
import type { LoopReading } from './watch-loop.js';
import type { AnswersTimed } from './time-answers.js';
import { RESOLUTION_MS } from './watch-loop.js';

/** A question and its result. */
export type Asked =
  | {
      readonly kind: 'answered';
      readonly verdict: Verdict;
      /** From sending the interaction until its first response arrived. */
      readonly firstMs: number;
      /** Until the message had the answer; equal to `firstMs` unless the bot deferred. */
      readonly wholeMs: number;
      readonly isDeferred: boolean;
    }
  /** Not answered in time, or refused by Discord; given up after `firstMs`. */
  | { readonly kind: 'failed'; readonly reason: string; readonly firstMs: number };

/** Questions under one load. */
export interface Phase {
  readonly name: string;
  readonly asked: readonly Asked[];
  readonly elapsedMs: number;
  /** The reading of the bot's event loop. */
  readonly loop: LoopReading;
  /** CPU time of the bot's threads. */
  readonly cpuMs: number;
  /** The time for which the bot's main thread waited for a core; `null` if unknown. */
  readonly waitedMs: number | null;
  /** The reading of the local Discord's event loop; its own pauses are part of the times. */
  readonly discordLoop: LoopReading;
}

export interface BotStart {
  readonly name: string;
  /** From starting the process until the gateway's READY. */
  readonly readyMs: number;
  /** Until the first answer to a question. */
  readonly answerMs: number;
}

export interface BotReport {
  readonly machine: Machine;
  readonly passages: number;
  readonly articles: number;
  readonly starts: readonly BotStart[];
  readonly answers: AnswersTimed;
  readonly phases: readonly Phase[];
  readonly memories: readonly { readonly name: string; readonly memory: BotMemory }[];
  /** The violations that the local Discord found in the bot's requests. */
  readonly violations: readonly string[];
}

/** True if every question was answered by a quote or a refusal, and no message broke a rule of Discord. */
export function isSound({ phases, violations }: BotReport): boolean {
  return violations.length === 0 && phases.every(({ asked }) => countFailures(asked) === 0);
}

/** Lists everything that was wrong, one line each; equal ones are counted in one line. */
export function listFailures({ phases, violations }: BotReport): string[] {
  const reasons = phases.flatMap(({ name, asked }) =>
    asked.flatMap((one) => {
      if (one.kind === 'failed') return `${name}: ${one.reason}`;
      return one.verdict === 'wrong' ? `${name}: neither a quote nor a refusal` : [];
    }),
  );
  const counts = new Map<string, number>();
  for (const reason of [...reasons, ...violations]) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => `${formatCount(count)} × ${reason}`);
}

/** Renders all measurements as Markdown. */
export function renderBotReport(report: BotReport): string {
  return [
    renderSetting(report),
    renderTable(PHASE_HEAD, report.phases.map(renderPhase)),
    renderNotes(report),
    renderAnswers(report.answers),
    renderTable(
      ['start', 'ready after', 'first answer after'],
      report.starts.map(({ name, readyMs, answerMs }) => [name, seconds(readyMs), seconds(answerMs)]),
    ),
    renderTable(
      ['memory', 'RSS', 'PSS', 'private dirty', 'heap', 'buffers'],
      report.memories.map(({ name, memory }) => [name, ...renderMemory(memory)]),
    ),
  ].join('\n\n');
}

function renderSetting({ machine, passages, articles }: BotReport): string {
  const { cpu, cores, memoryBytes, node, date } = machine;
  return (
    `Measured on ${date.slice(0, 10)}: ${cpu}, ${cores} cores, ${Math.round(memoryBytes / 2 ** 30)} GB, ` +
    `Node ${node}; ${formatCount(passages)} passages of ${formatCount(articles)} articles. ` +
    'The bot and the local Discord that times it are a process each.'
  );
}

const LATENCY_HEAD = ['p50', 'p95', 'p99', 'most'];
const PHASE_HEAD = [
  'load',
  'questions',
  'answered a second',
  ...LATENCY_HEAD,
  'longest pause',
  'longest GC',
  'loop busy',
  'CPU',
  'waiting for a core',
  'failed',
];

function renderPhase({ name, asked, elapsedMs, loop, cpuMs, waitedMs }: Phase): string[] {
  const answered = asked.filter((one) => one.kind === 'answered');
  const times = asked.map(({ firstMs }) => firstMs);
  return [
    name,
    formatCount(asked.length),
    formatFigure((answered.length * 1000) / elapsedMs),
    ...renderLatency(times),
    ...[loop.longestPauseMs, loop.longestGcMs].map(milliseconds),
    ...[loop.busyShare, cpuMs / elapsedMs].map(percents),
    waitedMs === null ? '' : percents(waitedMs / elapsedMs),
    formatCount(countFailures(asked)),
  ];
}

function renderNotes({ phases }: BotReport): string {
  const answered = phases.flatMap(({ asked }) => asked.filter((one) => one.kind === 'answered'));
  const deferred = answered.filter(({ isDeferred }) => isDeferred);
  if (answered.length === 0) return 'No question was answered.';
  const quotes = answered.filter(({ verdict }) => verdict === 'quote');
  const wholeMs = percentile(
    deferred.map((one) => one.wholeMs),
    0.99,
  );
  const pauses = phases.map(({ discordLoop }) => discordLoop.longestPauseMs);
  return [
    'Times run from the interaction on the gateway to its first response, or until it was given up.',
    deferred.length === 0
      ? 'No response was deferred, so each of them is the whole answer;'
      : `${formatCount(deferred.length)} were deferred; their answers took ${milliseconds(wholeMs)} at p99;`,
    `${percents(quotes.length / answered.length)} were quotes, the others refusals.`,
    `Pauses are those of the bot's event loop, looked at every ${RESOLUTION_MS} ms, which is in them;`,
    'CPU is that of all its threads; a build is another process, at a lower priority. It was waiting for a core while its main thread could run and had to wait.',
    `The local Discord itself paused ${milliseconds(Math.max(...pauses))} at most.`,
  ].join(' ');
}

function renderLatency(times: readonly number[]): string[] {
  return [0.5, 0.95, 0.99, 1].map((share) => milliseconds(percentile(times, share)));
}

function renderAnswers({ answerMs }: AnswersTimed): string {
  return renderTable(
    ['answers alone', ...LATENCY_HEAD],
    [[formatCount(answerMs.length), ...renderLatency(answerMs)]],
  );
}

function renderMemory({ resident, mapped, heap, buffers }: BotMemory): string[] {
  const system = mapped ? [mapped.proportional, mapped.privateDirty].map(formatMb) : ['', ''];
  return [formatMb(resident), ...system, formatMb(heap), formatMb(buffers)];
}

function countFailures(asked: readonly Asked[]): number {
  return asked.filter((one) => one.kind === 'failed' || one.verdict === 'wrong').length;
}

function seconds(ms: number): string {
  return `${formatFigure(ms / 1000)} s`;
}

function milliseconds(ms: number): string {
  return `${formatFigure(ms)} ms`;
}

function percents(share: number): string {
  return `${formatFigure(share * 100)} %`;
}
