import type { Problem } from '../../article.js';
import type { CorpusSummary } from '../../corpus.js';
import type { Progress } from '../../progress.js';
import { formatCount } from '../format-count.js';
import { ENGLISH_CITATIONS } from './citations.js';
import { ENGLISH_PROBLEMS } from './problems.js';

/** What is loaded, and loading it anew. */
export const ENGLISH_CORPUS = {
  corpusLine: (summary: CorpusSummary) =>
    `Corpus ${summary.revision} · ${countArticles(summary.articles)} · ${formatSpan(summary)}`,
  spanLine: (summary: CorpusSummary) =>
    summary.from === null
      ? 'None of the articles is dated.'
      : `The articles are dated ${formatSpan(summary)}.`,
  countArticles,
  countPassages: (count: number) => (count === 1 ? '1 passage' : `${count} passages`),
  undatedArticles: (count: number) => (count === 1 ? '1 of them undated' : `${count} of them undated`),
  withdrawnArticles: (count: number) => (count === 1 ? '1 more is withdrawn' : `${count} more are withdrawn`),
  outlets: 'Outlets',
  loadedAt: (when: string) => `Loaded ${when}`,

  progress: (progress: Progress) => STAGES[progress.stage](progress),
  reloaded: 'Reloaded.',
  previewed: 'This is what a reload would change. Nothing has changed yet.',
  held: 'Nothing has changed yet: something would be lost. Look at what is below before you go on.',
  unrecorded: 'But this could not be written to the audit log.',
  pinsUnread: 'The pinned questions could not be read, so they were not checked.',
  pinsKept: (count: number) => `Pinned questions kept: ${count}`,
  pinsLost: (count: number) => `Pinned questions lost: ${count}`,
  pinsUnmet: (count: number) => `Pinned questions answered neither before nor now: ${count}`,
  pin: (question: string, articleId: string) => `“${question}” → ${articleId}`,
  acceptHint: (revision: string) => `To go on all the same: /corpus reload accept:${revision}`,
  reloadFailed: 'The reload failed. What was loaded before still answers.',
  unchanged: 'No article has changed.',
  added: (count: number) => `Added: ${count}`,
  changed: (count: number) => `Changed: ${count}`,
  removed: (count: number) => `Removed: ${count}`,
  withdrawn: (count: number) => `Withdrawn: ${count}`,
  restored: (count: number) => `Restored: ${count}`,
  glossaryChanged: 'The glossary changed.',
  revisions: (before: string, after: string) =>
    before === after ? `Corpus ${after}` : `Corpus ${before} → ${after}`,
  rejected: (count: number) => (count === 1 ? '1 problem' : `${count} problems`),
  problem: ({ file, line, code, facts, isKept = false }: Problem) =>
    `${sayPlace(file, line)}${ENGLISH_PROBLEMS[code](facts)}${isKept ? ' What could be read before stays.' : ''}`,
  restInFile: (lines: number) =>
    lines === 1
      ? '… and 1 more line; the file has them all.'
      : `… and ${lines} more lines; the file has them all.`,
} as const;

const STAGES: Readonly<Record<Progress['stage'], (progress: Progress) => string>> = {
  reading: ({ done, total }) => `Reading ${countOf(done, total)} …`,
  analysing: ({ done, total }) => `Analysing ${countOf(done, total)} …`,
  learning: ({ total }) => `Learning from ${formatCount(total)} articles …`,
};

function countOf(done: number, total: number): string {
  return `${formatCount(done)} of ${formatCount(total)} articles`;
}

function countArticles(count: number): string {
  return count === 1 ? '1 article' : `${count} articles`;
}

function formatSpan({ from, to }: CorpusSummary): string {
  if (from === null || to === null) return 'dates unknown';
  return from === to
    ? ENGLISH_CITATIONS.date(from)
    : `${ENGLISH_CITATIONS.date(from)} – ${ENGLISH_CITATIONS.date(to)}`;
}

/** A problem of what has no file yet is told without one. */
function sayPlace(file: string, line: number | null): string {
  if (file === '') return line === null ? '' : `Line ${line}: `;
  return line === null ? `${file}: ` : `${file}, line ${line}: `;
}
