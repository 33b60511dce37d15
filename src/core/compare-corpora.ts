import type { Article } from './article.js';
import type { CorpusDifference } from './change-corpus.js';
import type { LoadedCorpus } from './corpus.js';

const ARTICLES_AT_ONCE = 250;

/**
 * What changes when `next` takes the place of `loaded`, each list by article id.
 *
 * @param rest - Called between slices of work, each of a few milliseconds at most, and waited for.
 */
export async function compareCorpora(
  loaded: LoadedCorpus,
  next: LoadedCorpus,
  rest: () => Promise<unknown>,
): Promise<CorpusDifference> {
  const before = loaded.corpus;
  const after = next.corpus;
  const added: Article[] = [];
  const changed: Article[] = [];
  const removed: Article[] = [];
  let done = 0;
  const take = async (list: Article[], article: Article | undefined): Promise<void> => {
    if (article) list.push(article);
    done += 1;
    if (done % ARTICLES_AT_ONCE === 0) await rest();
  };

  for (const id of after.articleIds()) {
    const fingerprint = before.fingerprint(id);
    const isSame = fingerprint === after.fingerprint(id) || before.withdrawn(id) !== undefined;
    await take(fingerprint === undefined ? added : changed, isSame ? undefined : after.article(id));
  }
  const isKnown = (id: string): boolean =>
    after.fingerprint(id) !== undefined || after.withdrawn(id) !== undefined;
  for (const id of before.articleIds()) await take(removed, isKnown(id) ? undefined : before.article(id));
  for (const { article } of before.withdrawnArticles) {
    await take(removed, isKnown(article.id) ? undefined : article);
  }
  return {
    added,
    changed,
    removed: removed.sort((a, b) => (a.id < b.id ? -1 : 1)),
    withdrawn: after.withdrawnArticles.filter(
      ({ article, fingerprint }) => before.withdrawn(article.id)?.fingerprint !== fingerprint,
    ),
    restored: before.withdrawnArticles.flatMap(({ article }) => after.article(article.id) ?? []),
    glossaryChanged: JSON.stringify(loaded.glossary) !== JSON.stringify(next.glossary),
  };
}
