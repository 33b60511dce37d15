import type { Analyzer } from '../core/analysis.js';
import type { Corpus } from '../core/corpus.js';
import type { Desk } from '../core/desk.js';
import type { FetchPage } from '../core/fetch-page.js';
import { VERSION } from '../core/version.js';
import type { Archive } from '../corpus/archive/create-archive.js';
import { createCorpusDesk } from '../corpus/desk/create-corpus-desk.js';
import type { CorpusFiles } from '../corpus/desk/create-corpus-files.js';
import { draftArticle } from '../corpus/draft/draft-article.js';
import { createDuplicateFinder, type DuplicateFinder } from '../corpus/draft/find-duplicates.js';
import { previewDraft } from '../corpus/draft/preview-draft.js';
import { listTakenIds } from '../corpus/list-taken-ids.js';
import { createFetchPage } from '../fetch/create-fetch-page.js';

export interface DeskParts {
  readonly corpusDir: string;
  readonly files: CorpusFiles;
  readonly archive: Pick<Archive, 'find' | 'list' | 'read'>;
  readonly corpus: () => Corpus;
  readonly analyzer: Analyzer;
  /** Default: from the public web. */
  readonly fetchPage?: FetchPage;
}

/** Puts together what moderators prepare changes with. */
export function createDesk({
  corpusDir,
  files,
  archive,
  corpus,
  analyzer,
  fetchPage = createFetchPage({ version: VERSION }),
}: DeskParts): Desk {
  const { splitSentences } = analyzer;
  const findFinder = keepFinder(analyzer);
  return {
    ...createCorpusDesk({ corpusDir, files, archive, corpus }),
    listKept: async () => (await archive.list()).map(({ revision }) => revision),
    draft: (source) => draftArticle(source, { fetchPage, splitSentences }),
    preview: async (draft) => {
      const now = corpus();
      const [{ find }, taken] = await Promise.all([findFinder(now), listTakenIds(corpusDir)]);
      const { article, change, passages, duplicates } = previewDraft(draft, {
        splitSentences,
        findDuplicates: find,
        isTaken: (id) => taken.has(id) || now.withdrawn(id) !== undefined,
      });
      return { article, change, passages, duplicates };
    },
  };
}

/** Preparing a finder takes a while, and a moderator adds several articles; each is kept as long as its corpus. */
function keepFinder(analyzer: Analyzer): (corpus: Corpus) => Promise<DuplicateFinder> {
  const finders = new WeakMap<Corpus, Promise<DuplicateFinder>>();
  return (corpus) => {
    const finder = finders.get(corpus) ?? createDuplicateFinder(corpus, analyzer);
    finders.set(corpus, finder);
    return finder;
  };
}
