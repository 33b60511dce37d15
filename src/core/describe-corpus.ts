import type { Article, Problem, WithdrawnArticle } from './article.js';
import type { Corpus, LoadedCorpus, OutletCount } from './corpus.js';
import { pickExamples } from './pick-examples.js';
import { nameWithdrawn } from './report-withdrawal.js';
import { ENGLISH as say } from './sentences.js';
import type { ReloadReport } from './services.js';

const MAX_EXAMPLES = 3;
const MAX_OUTLETS_SHOWN = 20;

/** What is loaded, a line each. */
export function describeStatus({ corpus, problems }: LoadedCorpus): string[] {
  const undated = corpus.articles.filter(({ published }) => published === null).length;
  const withdrawn = corpus.withdrawnArticles.length;
  return [
    `${say.corpusLine(corpus.summary)} · ${say.countPassages(corpus.summary.passages)}`,
    ...(undated === 0 ? [] : [say.undatedArticles(undated)]),
    ...(withdrawn === 0 ? [] : [say.withdrawnArticles(withdrawn)]),
    listOutlets(corpus.outlets),
    ...listProblems(problems),
  ];
}

/** What a reload changed, or would change, a line each; the first one says which. */
export function describeReload({ preview, difference, problems }: ReloadReport): string[] {
  const { added, changed, removed, withdrawn, restored, glossaryChanged } = difference;
  const changes = [
    ...listArticles(say.added(added.length), added),
    ...listArticles(say.changed(changed.length), changed),
    ...listArticles(say.removed(removed.length), removed),
    ...listWithdrawn(withdrawn),
    ...listArticles(say.restored(restored.length), restored),
    ...(glossaryChanged ? [say.glossaryChanged] : []),
  ];
  return [
    preview ? say.previewed : say.reloaded,
    ...(changes.length === 0 ? [say.unchanged] : changes),
    ...listProblems(problems),
  ];
}

/** From which revision to which. */
export function describeRevisions({ before, after }: ReloadReport): string {
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

export function describeHelp({ articles, outlets, summary }: Corpus): HelpParts {
  return {
    about: [say.does, say.doesNot],
    examples: pickExamples(articles, MAX_EXAMPLES),
    outlets: listOutlets(outlets),
    corpus: say.corpusLine(summary),
    kept: say.keepsNothing,
  };
}

function listOutlets(outlets: readonly OutletCount[]): string {
  const shown = outlets
    .slice(0, MAX_OUTLETS_SHOWN)
    .map(({ outlet, articles }) => `${outlet ?? say.outletUnknown} (${articles})`);
  const left = outlets.length - shown.length;
  return `${say.outlets}: ${[...shown, ...(left > 0 ? [say.andMore(left)] : [])].join(', ')}`;
}

function listArticles(heading: string, articles: readonly Article[]): string[] {
  return articles.length === 0 ? [] : [heading, ...articles.map(({ id, title }) => `• ${id} · ${title}`)];
}

function listWithdrawn(withdrawn: readonly WithdrawnArticle[]): string[] {
  if (withdrawn.length === 0) return [];
  const lines = withdrawn.map((each) => `• ${each.article.id} · ${nameWithdrawn(each)}: ${each.reason}`);
  return [say.withdrawn(withdrawn.length), ...lines];
}

function listProblems(problems: readonly Problem[]): string[] {
  if (problems.length === 0) return [];
  return [say.rejected(problems.length), ...problems.map((problem) => `• ${say.problem(problem)}`)];
}
