import type { Article, Problem } from './article.js';
import { UNDATED } from './article-columns.js';
import type { Corpus, LoadedCorpus, OutletCount } from './corpus.js';
import type { Sentences } from './sentences/sentences.js';
import type { ReloadReport } from './services.js';

const MAX_OUTLETS_SHOWN = 20;

/** What is loaded, a line each. */
export function describeStatus(say: Sentences, { corpus, problems }: LoadedCorpus): string[] {
  const undated = corpus.columns.lastDays.filter((day) => day === UNDATED).length;
  return [
    `${say.corpusLine(corpus.summary)} · ${say.countPassages(corpus.summary.passages)}`,
    ...(undated === 0 ? [] : [say.undatedArticles(undated)]),
    listOutlets(say, corpus.outlets),
    ...listProblems(say, problems),
  ];
}

/** What a reload changed, or would change, a line each; the first one says which. */
export function describeReload(say: Sentences, { preview, difference, problems }: ReloadReport): string[] {
  const { added, changed, removed, glossaryChanged } = difference;
  const changes = [
    ...listArticles(say.added(added.length), added),
    ...listArticles(say.changed(changed.length), changed),
    ...listArticles(say.removed(removed.length), removed),
    ...(glossaryChanged ? [say.glossaryChanged] : []),
  ];
  return [
    preview ? say.previewed : say.reloaded,
    ...(changes.length === 0 ? [say.unchanged] : changes),
    ...listProblems(say, problems),
  ];
}

/** From which revision to which. */
export function describeRevisions(say: Sentences, { before, after }: ReloadReport): string {
  return `${say.revisions(before.revision, after.revision)} · ${say.countArticles(after.articles)}`;
}

/** The parts of a help text. */
export interface HelpParts {
  readonly about: readonly string[];
  /** Questions to try; may be empty. */
  readonly examples: readonly string[];
  readonly outlets: string;
  /** Revision, number of articles and date span. */
  readonly corpus: string;
  readonly kept: string;
}

export function describeHelp(say: Sentences, { examples, outlets, summary }: Corpus): HelpParts {
  return {
    about: [say.does, say.doesNot],
    examples,
    outlets: listOutlets(say, outlets),
    corpus: say.corpusLine(summary),
    kept: say.keepsNothing,
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

function listProblems(say: Sentences, problems: readonly Problem[]): string[] {
  if (problems.length === 0) return [];
  return [say.rejected(problems.length), ...problems.map((problem) => `• ${say.problem(problem)}`)];
}
