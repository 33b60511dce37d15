import type { Article } from './article.js';
import type { LoadedCorpus } from './corpus.js';
import type { CorpusDifference } from './change-corpus.js';

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
    const isSame = fingerprint === after.fingerprint(id);
    await take(fingerprint === undefined ? added : changed, isSame ? undefined : after.article(id));
  }
  for (const id of before.articleIds()) {
    await take(removed, after.fingerprint(id) === undefined ? before.article(id) : undefined);
  }
  return {
    added,
    changed,
    removed,
    glossaryChanged: JSON.stringify(loaded.glossary) !== JSON.stringify(next.glossary),
  };
}
