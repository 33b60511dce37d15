import type { Corpus } from './corpus.js';
import type { CorpusDifference } from './services.js';

/** What changes when `after` takes the place of `before`, each list by article id. */
export function compareCorpora(before: Corpus, after: Corpus): CorpusDifference {
  return {
    added: after.articles.filter(({ id }) => before.article(id) === undefined),
    changed: after.articles.filter(
      ({ id }) => before.article(id) !== undefined && before.fingerprint(id) !== after.fingerprint(id),
    ),
    removed: before.articles.filter(({ id }) => after.article(id) === undefined),
  };
}
