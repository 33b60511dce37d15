import type { Article } from './article.js';
import type { CorpusDifference } from './change-corpus.js';
import type { Corpus, LoadedCorpus } from './corpus.js';

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
  const take = (list: Article[], article: Article | undefined): void => {
    if (article) list.push(article);
  };

  let done = 0;
  for (const { id, was, is } of pairById(before.fingerprints(), after.fingerprints())) {
    if (was === undefined) {
      if (!before.withdrawn(id)) take(added, after.article(id));
    } else if (is === undefined) {
      if (!after.withdrawn(id)) take(removed, before.article(id));
    } else if (was !== is) take(changed, after.article(id));
    done += 1;
    if (done % ARTICLES_AT_ONCE === 0) await rest();
  }
  for (const { article } of before.withdrawnArticles) {
    const isKnown = after.fingerprint(article.id) !== undefined || after.withdrawn(article.id) !== undefined;
    if (!isKnown) removed.push(article);
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

/** An article's fingerprints; `undefined` where it is in one corpus only. */
interface Pair {
  readonly id: string;
  readonly was?: bigint;
  readonly is?: bigint;
}

type Fingerprints = ReturnType<Corpus['fingerprints']>;

/** Goes through both at once: looking each article up by id takes several times as long. */
function* pairById(before: Fingerprints, after: Fingerprints): Generator<Pair> {
  const [olds, news] = [before[Symbol.iterator](), after[Symbol.iterator]()];
  let [old, young] = [olds.next(), news.next()];
  while (!old.done || !young.done) {
    if (young.done || (!old.done && old.value[0] < young.value[0])) {
      if (old.done) return;
      yield { id: old.value[0], was: old.value[1] };
      old = olds.next();
    } else if (old.done || young.value[0] < old.value[0]) {
      yield { id: young.value[0], is: young.value[1] };
      young = news.next();
    } else {
      yield { id: young.value[0], was: old.value[1], is: young.value[1] };
      old = olds.next();
      young = news.next();
    }
  }
}
