import type { ArticleText, WithdrawnArticle } from '../core/model/article.js';
import type { Glossary } from '../core/model/corpus.js';
import type { FileProblem } from '../core/model/problem.js';
import { GLOSSARY_FILE } from '../corpus/folder/list-files.js';
import { type ArticleList, type CorpusReading, type RejectedFolder } from '../corpus/folder/read-corpus.js';
import type { Previous, PreviousRequest } from './build-messages.js';

/** A reading with what is kept of the corpus before. */
interface Completed {
  readonly glossary: Glossary;
  /** By id, in code-unit order. */
  readonly withdrawn: readonly WithdrawnArticle[];
  readonly problems: readonly FileProblem[];
  /** Files, and folders that could not be listed, whose last good version was taken. */
  readonly fallbacks: readonly string[];
}

/** Finds the last version that could be read of files, and of folders, that now cannot. */
export class Fallback {
  readonly #findPrevious: (request: PreviousRequest) => Promise<Previous>;
  readonly #kept = new Set<string>();
  readonly #withdrawn: WithdrawnArticle[] = [];
  /** Of folders, by id; those that are still to come. */
  #coming: readonly ArticleText[] = [];

  constructor(findPrevious: (request: PreviousRequest) => Promise<Previous>) {
    this.#findPrevious = findPrevious;
  }

  /** Goes first. */
  async findFolders({ files, rejectedFolders }: ArticleList): Promise<void> {
    if (rejectedFolders.length === 0) return;
    const own = new Set(files.map(({ id }) => id));
    const idPrefixes = rejectedFolders.map(({ idPrefix }) => idPrefix);
    const { articles, withdrawn } = await this.#findPrevious({ articleIds: [], idPrefixes });
    this.#keepWithdrawn(withdrawn.filter(({ article }) => !own.has(article.id)));
    this.#coming = articles
      .filter(({ article }) => !own.has(article.id))
      .sort((a, b) => (a.article.id < b.article.id ? -1 : 1));
  }

  /** Articles of folders that come before `id`, in order and once; without an id, all that are left. */
  takeBefore(id?: string): readonly ArticleText[] {
    const end = id === undefined ? -1 : this.#coming.findIndex(({ article }) => article.id > id);
    const taken = end < 0 ? this.#coming : this.#coming.slice(0, end);
    this.#coming = end < 0 ? [] : this.#coming.slice(end);
    for (const { article } of taken) this.#kept.add(article.id);
    return taken;
  }

  /** `undefined` when there is none. */
  async findArticle(id: string): Promise<ArticleText | undefined> {
    const { articles, withdrawn } = await this.#findPrevious({ articleIds: [id], idPrefixes: [] });
    this.#keepWithdrawn(withdrawn);
    if (articles[0]) this.#kept.add(id);
    return articles[0];
  }

  /** Goes last. @returns What is left to know; the problems say of what the last version is kept. */
  async complete({
    glossary,
    withdrawn,
    problems,
    rejected,
    rejectedFolders,
  }: CorpusReading): Promise<Completed> {
    const last = glossary ?? (await this.#findPrevious({ articleIds: [], idPrefixes: [] })).glossary;
    const places = new Set([
      ...rejected.flatMap(({ id, file }) => (this.#kept.has(id) ? file : [])),
      ...rejectedFolders.flatMap((folder) => (this.#isKept(folder) ? folder.folder : [])),
      ...(glossary === null && last.length > 0 ? [GLOSSARY_FILE] : []),
    ]);
    return {
      glossary: last,
      withdrawn: [...withdrawn, ...this.#withdrawn].sort((a, b) => (a.article.id < b.article.id ? -1 : 1)),
      fallbacks: [...places],
      problems: problems.map((problem) =>
        places.has(problem.file) ? { ...problem, isKept: true } : problem,
      ),
    };
  }

  #keepWithdrawn(withdrawn: readonly WithdrawnArticle[]): void {
    this.#withdrawn.push(...withdrawn);
    for (const { article } of withdrawn) this.#kept.add(article.id);
  }

  #isKept({ idPrefix }: RejectedFolder): boolean {
    return [...this.#kept].some((id) => id.startsWith(idPrefix));
  }
}
