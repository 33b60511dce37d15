import { AnalysisRecorder, type FrozenAnalyses } from '../analysis/analysis-cache.js';
import type { ArticleText } from '../core/article.js';
import type { ReportProgress } from '../core/progress.js';
import { articleFingerprint } from '../corpus/corpus-revision.js';
import { readCorpus } from '../corpus/read-corpus.js';
import type { StagedFiles } from '../corpus/staged-files.js';
import type { Recalled, RecallOrder } from './build-in-process.js';
import { analyzeArticle, ArticlesFreezer } from './freeze-articles.js';
import { LastGood } from './last-good.js';
import { readArticles, type ReadArticlesParts } from './read-articles.js';
import type { SavedCorpus } from './saved-corpus.js';

export interface BuildCorpusParts extends Omit<ReadArticlesParts, 'recorder'> {
  readonly staged?: StagedFiles | undefined;
  /** Gives what was loaded before of files that can no longer be read. */
  readonly recall: (order: RecallOrder) => Promise<Recalled>;
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
  const lastGood = new LastGood(parts.recall);
  const recorder = new AnalysisRecorder();
  const freezer = new ArticlesFreezer(recorder.forms);

  const learnRecalled = (source: ArticleText): void => {
    const fingerprint = articleFingerprint(source);
    const analysis = recorder.add(fingerprint, analyzeArticle(source, analyzer));
    freezer.add({ source, fingerprint, analysis });
  };

  const reading = await readCorpus(corpusDir, {
    staged: parts.staged,
    readFiles: (root, files) => readArticles(root, files, { ...parts, recorder }),
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
    saved: { frozen, problems, sources: reading.sources, lastGood: completed.lastGood },
    freezeAnalyses: () => recorder.freeze(),
  };
}
