import type { LoadedCorpus } from './corpus.js';
import type { CorpusDifference } from './services.js';

/** What changes when `next` takes the place of `loaded`, each list by article id. */
export function compareCorpora(loaded: LoadedCorpus, next: LoadedCorpus): CorpusDifference {
  const before = loaded.corpus;
  const after = next.corpus;
  return {
    added: after.articles.filter(({ id }) => before.article(id) === undefined),
    changed: after.articles.filter(
      ({ id }) => before.article(id) !== undefined && before.fingerprint(id) !== after.fingerprint(id),
    ),
    removed: before.articles.filter(({ id }) => after.article(id) === undefined),
    glossaryChanged: JSON.stringify(loaded.glossary) !== JSON.stringify(next.glossary),
  };
}
