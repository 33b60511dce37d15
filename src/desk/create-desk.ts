import type { Analyzer } from '../core/model/analyzer.js';
import type { Corpus } from '../core/model/corpus.js';
import type { Desk, FileChange } from '../core/model/desk.js';
import { Fault } from '../core/model/fault.js';
import type { FetchPage } from '../core/model/fetch-page.js';
import { VERSION } from '../core/version.js';
import { draftArticle } from '../corpus/editing/draft-article.js';
import { previewDraft } from '../corpus/editing/draft-file.js';
import {
  type FileText,
  markWithdrawn,
  readYaml,
  replaceYaml,
  unmarkWithdrawn,
} from '../corpus/editing/edit-front-matter.js';
import { createDuplicateFinder, type DuplicateFinder } from '../corpus/editing/find-duplicates.js';
import { findFile, planRollBack } from '../corpus/editing/roll-back.js';
import type { Archive } from '../corpus/folder/archive.js';
import type { CorpusFiles } from '../corpus/folder/corpus-files.js';
import { findRoot, listTakenIds } from '../corpus/folder/list-files.js';
import { detectFormat } from '../corpus/reading/format.js';
import { createFetchPage } from '../fetch/fetch-page.js';

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

export interface CorpusDeskParts {
  readonly corpusDir: string;
  readonly files: Pick<CorpusFiles, 'readFileText'>;
  readonly archive: Pick<Archive, 'find' | 'read'>;
  readonly corpus: () => Corpus;
}

/** The desk's part that mends and removes articles. */
export type CorpusDesk = Pick<Desk, 'frontMatter' | 'editFrontMatter' | 'withdraw' | 'restore' | 'rollBack'>;

/**
 * Besides the faults of {@link Desk}, a file that is no text gives `ARTICLE_UNREADABLE`, and one whose front matter
 * cannot be read as it stands gives `FRONT_MATTER_INVALID`.
 */
export function createCorpusDesk({ corpusDir, files, archive, corpus }: CorpusDeskParts): CorpusDesk {
  const open = async (articleId: string): Promise<FileText & { readonly file: string }> => {
    const file = await findFile(await findRoot(corpusDir), articleId);
    const text = file === null ? null : await files.readFileText(file);
    const format = detectFormat(file ?? '');
    if (file !== null && text !== null && format !== null) return { file, text, format };
    throw new Fault('ARTICLE_UNKNOWN', 'no file has that article', {
      facts: { wanted: articleId, near: [] },
    });
  };
  const change = async (articleId: string, edit: (file: FileText) => string): Promise<FileChange> => {
    const found = await open(articleId);
    return { file: found.file, text: edit(found) };
  };

  return {
    frontMatter: async (articleId) => readYaml(await open(articleId)),
    editFrontMatter: (articleId, yaml) => change(articleId, (file) => replaceYaml(file, yaml)),
    withdraw: (articleId, on, reason) => change(articleId, (file) => markWithdrawn(file, { on, reason })),
    restore: (articleId) => change(articleId, unmarkWithdrawn),
    rollBack: async (revision) =>
      planRollBack(
        {
          root: await findRoot(corpusDir),
          archive,
          findWithdrawal: (articleId) => corpus().withdrawn(articleId) ?? null,
        },
        revision,
      ),
  };
}
