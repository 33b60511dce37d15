import { AttachmentBuilder } from 'discord.js';
import type { Article, Problem } from '../core/article.js';
import type { LoadedCorpus } from '../core/corpus.js';
import { ENGLISH as say } from '../core/sentences.js';
import type { ReloadReport } from '../core/services.js';
import { fitsMessage } from './limits.js';
import { bold, escapeText, small } from './markdown.js';
import type { View } from './view.js';

/** What is loaded. */
export function renderStatus({ corpus, problems, loadedAt }: LoadedCorpus): View {
  const undated = corpus.articles.filter(({ published }) => published === null).length;
  const outlets = corpus.outlets.map(
    ({ outlet, articles }) => `${outlet ?? say.outletUnknown} (${articles})`,
  );
  const lines = [
    `${say.corpusLine(corpus.summary)} · ${say.countPassages(corpus.summary.passages)}`,
    ...(undated === 0 ? [] : [say.undatedArticles(undated)]),
    `${say.outlets}: ${outlets.join(', ')}`,
  ];
  const loaded = say.loadedAt(`<t:${Math.floor(loadedAt / MS_PER_S)}:R>`);
  return fitReport([...lines, ...listProblems(problems)], loaded, 'corpus-status.txt');
}

const MS_PER_S = 1000;

/** What a reload changed, or would change. */
export function renderReload({ preview, before, after, difference, problems }: ReloadReport): View {
  const { added, changed, removed } = difference;
  const changes = [
    ...listArticles(say.added(added.length), added),
    ...listArticles(say.changed(changed.length), changed),
    ...listArticles(say.removed(removed.length), removed),
  ];
  const lines = [
    preview ? say.previewed : say.reloaded,
    ...(changes.length === 0 ? [say.unchanged] : changes),
    ...listProblems(problems),
  ];
  const footer = small(
    `${say.revisions(before.revision, after.revision)} · ${say.countArticles(after.articles)}`,
  );
  return fitReport(lines, footer, 'reload-report.txt');
}

/** A reload that changed nothing because it failed. */
export function renderReloadFailure(reason: string): View {
  return { texts: [`${bold(say.reloadFailed)}\n${reason}`], rows: [] };
}

/** The lines as a message; where they are too many, its beginning with all of them as a file. */
function fitReport(lines: readonly string[], footer: string, fileName: string): View {
  const escaped = lines.map(escapeText);
  if (fitsMessage([escaped.join('\n'), footer])) return { texts: [escaped.join('\n'), footer], rows: [] };
  let count = escaped.length;
  while (
    count > 0 &&
    !fitsMessage([escaped.slice(0, count).join('\n'), say.restInFile(lines.length), footer])
  )
    count -= 1;
  const shown = escaped.slice(0, count).join('\n');
  return {
    texts: [...(shown === '' ? [] : [shown]), say.restInFile(lines.length - count), footer],
    rows: [],
    files: [new AttachmentBuilder(Buffer.from(lines.join('\n')), { name: fileName })],
  };
}

function listArticles(heading: string, articles: readonly Article[]): string[] {
  return articles.length === 0 ? [] : [heading, ...articles.map(({ id, title }) => `• ${id} · ${title}`)];
}

function listProblems(problems: readonly Problem[]): string[] {
  if (problems.length === 0) return [];
  return [say.rejected(problems.length), ...problems.map((problem) => `• ${say.problem(problem)}`)];
}
