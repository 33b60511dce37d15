import { AnalysisPacker, type FrozenAnalyses } from '../analysis/pack-analyses.js';
import type { ArticleText, WithdrawnArticle } from '../core/model/article.js';
import type { Glossary } from '../core/model/corpus.js';
import type { ReportProgress } from '../core/model/log.js';
import type { FileProblem } from '../core/model/problem.js';
import { GLOSSARY_FILE } from '../corpus/folder/list-files.js';
import {
  type ArticleList,
  type CorpusReading,
  readCorpus,
  type RejectedFolder,
} from '../corpus/folder/read-corpus.js';
import type { StagedFiles } from '../corpus/folder/staged-files.js';
import { articleFingerprint } from '../corpus/store/revision.js';
import type { Previous, PreviousRequest } from './builder.js';
import { analyzeArticle, ArticlesBuilder } from './freeze-articles.js';
import { readArticles, type ReadArticlesParts } from './read-articles.js';
import type { SavedCorpus } from './saved-corpus.js';

export interface BuildCorpusParts extends Omit<ReadArticlesParts, 'packer'> {
  readonly staged?: StagedFiles | undefined;
  /** Gives what was loaded before of files that can no longer be read. */
  readonly findPrevious: (order: PreviousRequest) => Promise<Previous>;
  readonly onProgress: ReportProgress;
}

export interface BuiltCorpus {
  readonly saved: SavedCorpus;
  /** Gathers the analyses for the next build, which takes a while. */
  readonly freezeAnalyses: () => FrozenAnalyses;
}

/**
 * Reads, analyses, learns and freezes a corpus; the articles are learnt while later ones are read.
 *
 * @throws {Fault} As `readCorpus`. What a thread that reads throws is thrown, too.
 */
export async function buildCorpus(corpusDir: string, parts: BuildCorpusParts): Promise<BuiltCorpus> {
  const { analyzer, onProgress } = parts;
  const lastGood = new Fallback(parts.findPrevious);
  const packer = new AnalysisPacker();
  const freezer = new ArticlesBuilder(packer.forms);

  const learnRecalled = (source: ArticleText): void => {
    const fingerprint = articleFingerprint(source);
    const analysis = packer.add(fingerprint, analyzeArticle(source, analyzer));
    freezer.add({ article: source, fingerprint, analysis });
  };

  const reading = await readCorpus(corpusDir, {
    staged: parts.staged,
    readFiles: (root, files) => readArticles(root, files, { ...parts, packer }),
    onList: async (list) => {
      onProgress({ stage: 'reading', done: 0, total: list.files.length });
      await lastGood.findFolders(list);
    },
    onReading: async ({ file, reading: { kind }, analyzed }) => {
      lastGood.takeBefore(file.id).forEach(learnRecalled);
      if (analyzed) freezer.add(analyzed);
      else if (kind === 'rejected') {
        const last = await lastGood.findArticle(file.id);
        if (last) learnRecalled(last);
      }
    },
    onProgress: (done, total) => {
      onProgress({ stage: 'analysing', done, total });
    },
  });
  lastGood.takeBefore().forEach(learnRecalled);

  const completed = await lastGood.complete(reading);
  const { glossary, withdrawn, problems } = completed;
  onProgress({ stage: 'learning', done: reading.articles.length, total: reading.articles.length });
  const frozen = freezer.freeze(glossary, analyzer, withdrawn);
  return {
    saved: { frozen, problems, inputFiles: reading.inputFiles, lastGood: completed.lastGood },
    freezeAnalyses: () => packer.freeze(),
  };
}

/** A reading with what is kept of the corpus before. */
interface Completed {
  readonly glossary: Glossary;
  /** By id, in code-unit order. */
  readonly withdrawn: readonly WithdrawnArticle[];
  readonly problems: readonly FileProblem[];
  /** Files, and folders that could not be listed, whose last good version was taken. */
  readonly lastGood: readonly string[];
}

/** Finds the last version that could be read of files, and of folders, that now cannot. */
export class Fallback {
  readonly #recall: (order: PreviousRequest) => Promise<Previous>;
  readonly #kept = new Set<string>();
  readonly #withdrawn: WithdrawnArticle[] = [];
  /** Of folders, by id; those that are still to come. */
  #coming: readonly ArticleText[] = [];

  constructor(recall: (order: PreviousRequest) => Promise<Previous>) {
    this.#recall = recall;
  }

  /** Goes first. */
  async findFolders({ files, rejectedFolders }: ArticleList): Promise<void> {
    if (rejectedFolders.length === 0) return;
    const own = new Set(files.map(({ id }) => id));
    const idPrefixes = rejectedFolders.map(({ idPrefix }) => idPrefix);
    const { articles, withdrawn } = await this.#recall({ articleIds: [], idPrefixes });
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
    const { articles, withdrawn } = await this.#recall({ articleIds: [id], idPrefixes: [] });
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
    const last = glossary ?? (await this.#recall({ articleIds: [], idPrefixes: [] })).glossary;
    const places = new Set([
      ...rejected.flatMap(({ id, file }) => (this.#kept.has(id) ? file : [])),
      ...rejectedFolders.flatMap((folder) => (this.#isKept(folder) ? folder.folder : [])),
      ...(glossary === null && last.length > 0 ? [GLOSSARY_FILE] : []),
    ]);
    return {
      glossary: last,
      withdrawn: [...withdrawn, ...this.#withdrawn].sort((a, b) => (a.article.id < b.article.id ? -1 : 1)),
      lastGood: [...places],
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
