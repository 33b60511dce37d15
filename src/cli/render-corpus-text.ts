import type { Article, Problem } from '../core/article.js';
import type { LoadedCorpus } from '../core/corpus.js';
import { ENGLISH as say } from '../core/sentences.js';
import type { ReloadReport } from '../core/services.js';
import { indent } from './style.js';

/** What is loaded, as the terminal prints it. */
export function renderStatusText({ corpus, problems, loadedAt }: LoadedCorpus): string {
  const undated = corpus.articles.filter(({ published }) => published === null).length;
  return [
    `${say.corpusLine(corpus.summary)} · ${say.countPassages(corpus.summary.passages)}`,
    ...(undated === 0 ? [] : [say.undatedArticles(undated)]),
    `${say.outlets}: ${corpus.outlets
      .map(({ outlet, articles }) => `${outlet ?? say.outletUnknown} (${articles})`)
      .join(', ')}`,
    say.loadedAt(new Date(loadedAt).toISOString()),
    ...renderProblems(problems),
  ].join('\n');
}

/** What a reload changed or would change. */
export function renderReloadText({ preview, before, after, difference, problems }: ReloadReport): string {
  const { added, changed, removed } = difference;
  const lists = [
    ...renderArticles(say.added(added.length), added),
    ...renderArticles(say.changed(changed.length), changed),
    ...renderArticles(say.removed(removed.length), removed),
  ];
  return [
    `${preview ? say.previewed : say.reloaded} ${say.revisions(before.revision, after.revision)} · ${say.countArticles(after.articles)}`,
    ...(lists.length === 0 ? [say.unchanged] : lists),
    ...renderProblems(problems),
  ].join('\n');
}

function renderArticles(heading: string, articles: readonly Article[]): string[] {
  if (articles.length === 0) return [];
  return [heading, ...articles.map(({ id, title }) => indent(`${id} · ${title}`))];
}

/** A heading and a line a problem; `[]` where there is none. */
export function renderProblems(problems: readonly Problem[]): string[] {
  if (problems.length === 0) return [];
  return [say.rejected(problems.length), ...problems.map((problem) => indent(say.problem(problem)))];
}
