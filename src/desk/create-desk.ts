import { setImmediate } from 'node:timers/promises';
import type { Analyzer } from '../core/model/analyzer.js';
import type { Corpus } from '../core/model/corpus.js';
import type { Desk, FileChange } from '../core/model/desk.js';
import { Fault } from '../core/model/fault.js';
import type { FetchPage } from '../core/model/fetch-page.js';
import { VERSION } from '../core/version.js';
import type { FileText } from '../corpus/drafts/edit-front-matter.js';
import type { DuplicateFinder } from '../core/likeness/find-duplicates.js';
import type { Archive } from '../corpus/files/archive.js';
import type { CorpusFiles } from '../corpus/files/corpus-files.js';
import { findRoot, listFileIds } from '../corpus/files/list-files.js';
import { detectFormat } from '../corpus/reading/format.js';

interface DeskParts {
  readonly corpusDir: string;
  readonly files: Pick<CorpusFiles, 'readFileText'>;
  readonly archive: Pick<Archive, 'find' | 'list' | 'read'>;
  readonly corpus: () => Corpus;
  readonly analyzer: Pick<Analyzer, 'analyzePassage' | 'splitSentences'>;
  /** Default: fetches from the public web. */
  readonly fetchPage?: FetchPage;
}

/**
 * Each function imports its modules on first use: the readers of pages and PDFs take longer to load than all the rest
 * of the program.
 *
 * Besides the faults of {@link Desk}, a file that is not text gives `ARTICLE_UNREADABLE`, and one whose present front
 * matter cannot be read gives `FRONT_MATTER_INVALID`.
 */
export function createDesk({ corpusDir, files, archive, corpus, analyzer, ...parts }: DeskParts): Desk {
  const { splitSentences } = analyzer;
  const getFinder = createFinderCache(analyzer);
  let { fetchPage } = parts;

  const openFile = async (articleId: string): Promise<FileText & { readonly file: string }> => {
    const { findFile } = await importRollBack();
    const file = await findFile(await findRoot(corpusDir), articleId);
    const text = file === null ? null : await files.readFileText(file);
    const format = detectFormat(file ?? '');
    if (file !== null && text !== null && format !== null) return { file, text, format };
    throw new Fault('ARTICLE_UNKNOWN', 'no file has that article', {
      facts: { wanted: articleId, near: [] },
    });
  };
  const change = async (articleId: string, edit: (file: FileText) => string): Promise<FileChange> => {
    const found = await openFile(articleId);
    return { file: found.file, text: edit(found) };
  };

  return {
    draft: async (input) => {
      const { draftArticle } = await import('../corpus/drafts/draft-article.js');
      fetchPage ??= await createPublicFetch();
      const { findWall } = await import('../fetch/paywall.js');
      return draftArticle(input, { fetchPage, findWall, splitSentences });
    },
    preview: async (draft) => {
      const { previewDraft } = await import('../corpus/drafts/draft-file.js');
      const current = corpus();
      const [{ find }, takenIds] = await Promise.all([getFinder(current), listFileIds(corpusDir)]);
      const { article, change, passages, duplicates } = previewDraft(draft, {
        splitSentences,
        findDuplicates: find,
        isTaken: (id) => takenIds.has(id) || current.withdrawn(id) !== undefined,
      });
      return { article, change, passages, duplicates };
    },
    frontMatter: async (articleId) => {
      const { readYaml } = await importFrontMatter();
      return readYaml(await openFile(articleId));
    },
    editFrontMatter: async (articleId, yaml) => {
      const { replaceYaml } = await importFrontMatter();
      return change(articleId, (file) => replaceYaml(file, yaml));
    },
    withdraw: async (articleId, on, reason) => {
      const { markWithdrawn } = await importFrontMatter();
      return change(articleId, (file) => markWithdrawn(file, { on, reason }));
    },
    restore: async (articleId) => {
      const { unmarkWithdrawn } = await importFrontMatter();
      return change(articleId, unmarkWithdrawn);
    },
    listArchived: async () => (await archive.list()).map(({ revision }) => revision),
    rollBack: async (revision) => {
      const { planRollBack } = await importRollBack();
      const root = await findRoot(corpusDir);
      const findWithdrawal = (articleId: string) => corpus().withdrawn(articleId) ?? null;
      return planRollBack({ root, archive, findWithdrawal }, revision);
    },
  };
}

const importFrontMatter = () => import('../corpus/drafts/edit-front-matter.js');
const importRollBack = () => import('../corpus/drafts/roll-back.js');

async function createPublicFetch(): Promise<FetchPage> {
  const { createFetchPage } = await import('../fetch/fetch-page.js');
  return createFetchPage({ version: VERSION });
}

/** Caches each finder as long as its corpus: preparing one takes a while, and moderators add several articles. */
function createFinderCache(
  analyzer: Pick<Analyzer, 'analyzePassage'>,
): (corpus: Corpus) => Promise<DuplicateFinder> {
  const finders = new WeakMap<Corpus, Promise<DuplicateFinder>>();
  return async (corpus) => {
    const { createDuplicateFinder } = await import('../core/likeness/find-duplicates.js');
    const finder = finders.get(corpus) ?? createDuplicateFinder(corpus, analyzer, setImmediate);
    finders.set(corpus, finder);
    return finder;
  };
}
