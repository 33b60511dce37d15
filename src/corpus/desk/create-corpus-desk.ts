import type { Corpus } from '../../core/corpus.js';
import type { Desk, FileChange } from '../../core/desk.js';
import { Fault } from '../../core/errors.js';
import type { Archive } from '../archive/create-archive.js';
import { findRoot } from '../find-root.js';
import { detectFormat } from '../source-file.js';
import type { CorpusFiles } from './create-corpus-files.js';
import { markWithdrawn, readYaml, replaceYaml, unmarkWithdrawn } from './edit-front-matter.js';
import type { FileText } from './file-parts.js';
import { findFile } from './find-file.js';
import { planRollBack } from './plan-roll-back.js';

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
    throw new Fault('ARTICLE_UNKNOWN', 'no file has that article', { facts: { wanted: articleId } });
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
