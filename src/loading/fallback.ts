import type { ArticleText, WithdrawnArticle } from '../core/model/article.js';
import type { Glossary } from '../core/model/corpus.js';
import type { FileProblem } from '../core/model/problem.js';
import { type ArticleList, type CorpusReading, type RejectedFolder } from '../corpus/files/read-corpus.js';
import { GLOSSARY_FILE } from '../corpus/reading/format.js';
import type { Previous, PreviousRequest } from './build-messages.js';

/** A reading completed with fallbacks from the previous corpus. */
interface Completed {
  readonly glossary: Glossary;
  /** Sorted by id, in code-unit order. */
  readonly withdrawn: readonly WithdrawnArticle[];
  readonly problems: readonly FileProblem[];
  /** Paths of unreadable files, and of folders that could not be listed, for which a fallback is used. */
  readonly fallbacks: readonly string[];
}

/** Finds the last good version of files and folders that can no longer be read. */
export class Fallback {
  readonly #findPrevious: (request: PreviousRequest) => Promise<Previous>;
  readonly #usedIds = new Set<string>();
  readonly #withdrawn: WithdrawnArticle[] = [];
  /** Articles of folders that {@link takeBefore} has not returned yet, sorted by id. */
  #remaining: readonly ArticleText[] = [];

  constructor(findPrevious: (request: PreviousRequest) => Promise<Previous>) {
    this.#findPrevious = findPrevious;
  }

  /** Finds the fallbacks of folders that could not be listed. Must be called first. */
  async findFolders({ files, rejectedFolders }: ArticleList): Promise<void> {
    if (rejectedFolders.length === 0) return;
    const listedIds = new Set(files.map(({ id }) => id));
    const idPrefixes = rejectedFolders.map(({ idPrefix }) => idPrefix);
    const { articles, withdrawn } = await this.#findPrevious({ articleIds: [], idPrefixes });
    this.#addWithdrawn(withdrawn.filter(({ article }) => !listedIds.has(article.id)));
    this.#remaining = articles
      .filter(({ article }) => !listedIds.has(article.id))
      .sort((a, b) => (a.article.id < b.article.id ? -1 : 1));
  }

  /** Returns the articles of folders that come before `id`, in order and each once; without an id, all that remain. */
  takeBefore(id?: string): readonly ArticleText[] {
    const end = id === undefined ? -1 : this.#remaining.findIndex(({ article }) => article.id > id);
    const before = end < 0 ? this.#remaining : this.#remaining.slice(0, end);
    this.#remaining = end < 0 ? [] : this.#remaining.slice(end);
    for (const { article } of before) this.#usedIds.add(article.id);
    return before;
  }

  /** Finds the fallback of an unreadable file; `undefined` if there is none. */
  async findArticle(id: string): Promise<ArticleText | undefined> {
    const { articles, withdrawn } = await this.#findPrevious({ articleIds: [id], idPrefixes: [] });
    this.#addWithdrawn(withdrawn);
    if (articles[0]) this.#usedIds.add(id);
    return articles[0];
  }

  /**
   * Adds the fallbacks to a reading. Must be called last.
   *
   * @returns The problems of files and folders that have a fallback are marked with `hasFallback`.
   */
  async complete({
    glossary,
    withdrawn,
    problems,
    rejected,
    rejectedFolders,
  }: CorpusReading): Promise<Completed> {
    const usedGlossary = glossary ?? (await this.#findPrevious({ articleIds: [], idPrefixes: [] })).glossary;
    const paths = new Set([
      ...rejected.flatMap(({ id, file }) => (this.#usedIds.has(id) ? file : [])),
      ...rejectedFolders.flatMap((folder) => (this.#hasFallback(folder) ? folder.folder : [])),
      ...(glossary === null && usedGlossary.length > 0 ? [GLOSSARY_FILE] : []),
    ]);
    return {
      glossary: usedGlossary,
      withdrawn: [...withdrawn, ...this.#withdrawn].sort((a, b) => (a.article.id < b.article.id ? -1 : 1)),
      fallbacks: [...paths],
      problems: problems.map((problem) =>
        paths.has(problem.file) ? { ...problem, hasFallback: true } : problem,
      ),
    };
  }

  #addWithdrawn(withdrawn: readonly WithdrawnArticle[]): void {
    this.#withdrawn.push(...withdrawn);
    for (const { article } of withdrawn) this.#usedIds.add(article.id);
  }

  #hasFallback({ idPrefix }: RejectedFolder): boolean {
    return [...this.#usedIds].some((id) => id.startsWith(idPrefix));
  }
}
