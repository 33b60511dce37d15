import { AnalysisPacker, type FrozenAnalyses } from '../analysis/pack-analyses.js';
import type { ArticleText } from '../core/model/article.js';
import type { ReportProgress } from '../core/model/log.js';
import { readCorpus } from '../corpus/folder/read-corpus.js';
import type { StagedFiles } from '../corpus/folder/staged-files.js';
import { articleFingerprint } from '../corpus/store/revision.js';
import type { Previous, PreviousRequest } from './build-messages.js';
import { Fallback } from './fallback.js';
import { analyzeArticle, ArticlesBuilder } from './freeze-articles.js';
import { readArticles, type ReadArticlesParts } from './read-articles.js';
import type { SavedCorpus } from './saved-corpus.js';

export interface BuildCorpusParts extends Omit<ReadArticlesParts, 'packer'> {
  readonly staged?: StagedFiles | undefined;
  /** Gives what was loaded before of files that can no longer be read. */
  readonly findPrevious: (request: PreviousRequest) => Promise<Previous>;
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
  const fallback = new Fallback(parts.findPrevious);
  const packer = new AnalysisPacker();
  const freezer = new ArticlesBuilder(packer.forms);

  const learnPrevious = (source: ArticleText): void => {
    const fingerprint = articleFingerprint(source);
    const analysis = packer.add(fingerprint, analyzeArticle(source, analyzer));
    freezer.add({ article: source, fingerprint, analysis });
  };

  const reading = await readCorpus(corpusDir, {
    staged: parts.staged,
    readFiles: (root, files) => readArticles(root, files, { ...parts, packer }),
    onList: async (list) => {
      onProgress({ stage: 'reading', done: 0, total: list.files.length });
      await fallback.findFolders(list);
    },
    onReading: async ({ file, reading: { kind }, analyzed }) => {
      fallback.takeBefore(file.id).forEach(learnPrevious);
      if (analyzed) freezer.add(analyzed);
      else if (kind === 'rejected') {
        const last = await fallback.findArticle(file.id);
        if (last) learnPrevious(last);
      }
    },
    onProgress: (done, total) => {
      onProgress({ stage: 'analysing', done, total });
    },
  });
  fallback.takeBefore().forEach(learnPrevious);

  const completed = await fallback.complete(reading);
  const { glossary, withdrawn, problems } = completed;
  onProgress({ stage: 'learning', done: reading.articles.length, total: reading.articles.length });
  const frozen = freezer.freeze(glossary, analyzer, withdrawn);
  return {
    saved: { frozen, problems, inputFiles: reading.inputFiles, fallbacks: completed.fallbacks },
    freezeAnalyses: () => packer.freeze(),
  };
}
