import { complain } from '../core/complaint.js';
import type { Problem } from '../core/article.js';
import { formatIdPrefix, idOfFile } from './article-id.js';
import { findRoot } from './find-root.js';
import { listFiles } from './list-files.js';
import { detectFormat, type Format } from './source-file.js';
import { NOTHING_STAGED, stageList, type StagedFiles } from './staged-files.js';
import { lookAtFiles, type SourceFiles } from './sources.js';

/** A file that gives the article `id`. */
export interface ArticleFile {
  readonly id: string;
  /** See {@link Problem.file}. */
  readonly file: string;
  readonly format: Format;
  /** What it will hold, where that is not what it holds. */
  readonly staged?: string;
}

/** A folder that could not be listed. */
export interface RejectedFolder {
  /** What the ids of the articles in it begin with. */
  readonly idPrefix: string;
  readonly folder: string;
}

/** The articles of a corpus folder before they are read. */
export interface ArticleList {
  /** A real path. */
  readonly root: string;
  /** By id, in code-unit order. */
  readonly files: readonly ArticleFile[];
  readonly rejectedFolders: readonly RejectedFolder[];
  /** Of files that give no article, and of folders and links. */
  readonly problems: readonly Problem[];
  /** Every file, read or not. */
  readonly found: SourceFiles;
  /** How many files there are besides the glossary. */
  readonly tried: number;
}

/** Lists what is to be read of a corpus folder. @throws {Fault} `CORPUS_MISSING`. */
export async function listArticles(dir: string, staged = NOTHING_STAGED): Promise<ArticleList> {
  const root = await findRoot(dir);
  const found = await listFiles(root);
  const list = { ...found, files: stageList(found.files, staged) };
  const { files, problems } = chooseFiles(list.files, staged);
  return {
    root,
    files: files.sort((a, b) => (a.id < b.id ? -1 : 1)),
    rejectedFolders: list.closed.map((folder) => ({ idPrefix: formatIdPrefix(folder), folder })),
    problems: [...list.problems, ...problems],
    found: lookAtFiles(root, list, staged),
    tried: list.files.length,
  };
}

/** Tells articles from other files; of files with the same id the first one is read. */
function chooseFiles(
  paths: readonly string[],
  staged: StagedFiles,
): { files: ArticleFile[]; problems: Problem[] } {
  const byId = new Map<string, ArticleFile>();
  const problems: Problem[] = [];
  for (const file of paths) {
    const format = detectFormat(file);
    const id = idOfFile(file);
    const same = byId.get(id);
    if (format === null) {
      problems.push({ file, line: null, ...complain('FORMAT_UNKNOWN') });
    } else if (same) {
      problems.push({ file, line: null, ...complain('ID_TAKEN', { id, file: same.file }) });
    } else {
      const text = staged.texts.get(file);
      byId.set(id, { id, file, format, ...(typeof text === 'string' ? { staged: text } : {}) });
    }
  }
  return { files: [...byId.values()], problems };
}
