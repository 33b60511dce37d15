/** Describes the corpus, and changes of it, in the sentences of a language. */

import { UNDATED } from '../arrays/article-columns.js';
import type { ChangeOptions, ChangeOutcome, ChangeReport, PinReport } from '../changes/change-corpus.js';
import type { Article, WithdrawnArticle } from '../model/article.js';
import type { Corpus, LoadedCorpus, OutletCount } from '../model/corpus.js';
import { nameWithdrawn } from '../model/fault.js';
import type { FileProblem } from '../model/problem.js';
import type { Pin } from '../model/state.js';
import type { Sentences } from './sentences.js';

const MAX_OUTLETS_SHOWN = 20;

/** Describes what is loaded, one line per entry. */
export function describeStatus(say: Sentences, { corpus, problems }: LoadedCorpus): string[] {
  const undated = corpus.columns.lastDays.filter((day) => day === UNDATED).length;
  const withdrawn = corpus.withdrawnArticles.length;
  return [
    `${say.corpusLine(corpus.summary)} · ${say.countPassages(corpus.summary.passages)}`,
    ...(undated === 0 ? [] : [say.undatedArticles(undated)]),
    ...(withdrawn === 0 ? [] : [say.withdrawnArticles(withdrawn)]),
    listOutlets(say, corpus.outlets),
    ...listProblems(say, problems),
  ];
}

/**
 * Describes what a change of the corpus did or would do, one line per entry; the first line states which.
 *
 * @param mode - The requested mode.
 */
export function describeChange(
  say: Sentences,
  outcome: ChangeOutcome,
  mode: ChangeOptions['mode'],
): string[] {
  const { difference, problems, pins } = outcome.report;
  const { added, changed, removed, withdrawn, restored, glossaryChanged } = difference;
  const changes = [
    ...listArticles(say.added(added.length), added),
    ...listArticles(say.changed(changed.length), changed),
    ...listArticles(say.removed(removed.length), removed),
    ...listWithdrawn(say, withdrawn),
    ...listArticles(say.restored(restored.length), restored),
    ...(glossaryChanged ? [say.glossaryChanged] : []),
  ];
  return [
    sayOutcome(say, outcome, mode),
    ...(changes.length === 0 ? [say.unchanged] : changes),
    ...describePins(say, pins),
    ...listProblems(say, problems),
  ];
}

function sayOutcome(say: Sentences, outcome: ChangeOutcome, mode: ChangeOptions['mode']): string {
  if (outcome.kind === 'held') return mode === 'preview' ? say.previewed : say.held;
  return outcome.isRecorded ? say.reloaded : `${say.reloaded} ${say.unrecorded}`;
}

/**
 * Describes the outcome of the pinned questions, one line per entry.
 *
 * @param pins - `null` if they could not be read.
 */
export function describePins(say: Sentences, pins: PinReport | null): string[] {
  if (pins === null) return [say.pinsUnread];
  const { kept, lost, unmet } = pins;
  const list = (all: readonly Pin[]): string[] =>
    all.map(({ question, articleId }) => `• ${say.pin(question, articleId)}`);
  return [
    ...(kept.length === 0 ? [] : [say.pinsKept(kept.length)]),
    ...(lost.length === 0 ? [] : [say.pinsLost(lost.length), ...list(lost)]),
    ...(unmet.length === 0 ? [] : [say.pinsUnmet(unmet.length), ...list(unmet)]),
  ];
}

export function describeRevisions(say: Sentences, { before, after }: ChangeReport): string {
  return `${say.revisions(before.revision, after.revision)} · ${say.countArticles(after.articles)}`;
}

interface HelpParts {
  readonly about: readonly string[];
  /** Questions to try; may be empty. */
  readonly examples: readonly string[];
  readonly outlets: string;
  /** Revision, number of articles and date span. */
  readonly corpus: string;
}

export function describeHelp(say: Sentences, { examples, outlets, summary }: Corpus): HelpParts {
  return {
    about: [say.does, say.doesNot],
    examples,
    outlets: listOutlets(say, outlets),
    corpus: say.corpusLine(summary),
  };
}

function listOutlets(say: Sentences, outlets: readonly OutletCount[]): string {
  const shown = outlets
    .slice(0, MAX_OUTLETS_SHOWN)
    .map(({ outlet, articles }) => `${outlet ?? say.outletUnknown} (${articles})`);
  const left = outlets.length - shown.length;
  return `${say.outlets}: ${[...shown, ...(left > 0 ? [say.andMore(left)] : [])].join(', ')}`;
}

function listArticles(heading: string, articles: readonly Article[]): string[] {
  return articles.length === 0 ? [] : [heading, ...articles.map(({ id, title }) => `• ${id} · ${title}`)];
}

function listWithdrawn(say: Sentences, withdrawn: readonly WithdrawnArticle[]): string[] {
  if (withdrawn.length === 0) return [];
  const lines = withdrawn.map((each) => `• ${each.article.id} · ${nameWithdrawn(each)}: ${each.reason}`);
  return [say.withdrawn(withdrawn.length), ...lines];
}

function listProblems(say: Sentences, problems: readonly FileProblem[]): string[] {
  if (problems.length === 0) return [];
  return [say.rejected(problems.length), ...problems.map((problem) => `• ${say.problem(problem)}`)];
}
