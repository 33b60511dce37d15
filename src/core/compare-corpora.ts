import type { Article } from './article.js';
import type { Corpus, LoadedCorpus } from './corpus.js';
import type { CorpusDifference } from './services.js';

/** What changes when `next` takes the place of `loaded`, each list by article id. */
export function compareCorpora(loaded: LoadedCorpus, next: LoadedCorpus): CorpusDifference {
  const before = loaded.corpus;
  const after = next.corpus;
  return {
    added: after.articles.filter(({ id }) => !isKnown(before, id)),
    changed: after.articles.filter(
      ({ id }) => before.article(id) !== undefined && before.fingerprint(id) !== after.fingerprint(id),
    ),
    removed: listKnown(before).filter(({ id }) => !isKnown(after, id)),
    withdrawn: after.withdrawnArticles.filter(
      ({ article, fingerprint }) => before.withdrawn(article.id)?.fingerprint !== fingerprint,
    ),
    restored: after.articles.filter(({ id }) => before.withdrawn(id) !== undefined),
    glossaryChanged: JSON.stringify(loaded.glossary) !== JSON.stringify(next.glossary),
  };
}

function isKnown(corpus: Corpus, id: string): boolean {
  return corpus.article(id) !== undefined || corpus.withdrawn(id) !== undefined;
}

/** Withdrawn or not, by id. */
function listKnown({ articles, withdrawnArticles }: Corpus): Article[] {
  const known = [...articles, ...withdrawnArticles.map(({ article }) => article)];
  return known.sort((a, b) => (a.id < b.id ? -1 : 1));
}
