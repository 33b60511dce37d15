import { AnalysisPacker, type FrozenAnalyses } from '../analysis/pack-analyses.js';
import type { ArticleText } from '../core/model/article.js';
import type { ReportProgress } from '../core/model/log.js';
import { readCorpus } from '../corpus/files/read-corpus.js';
import type { StagedFiles } from '../corpus/files/staged-files.js';
import { articleFingerprint } from '../corpus/frozen/revision.js';
import type { Previous, PreviousRequest } from './build-messages.js';
import { Fallback } from './fallback.js';
import { analyzeArticle, ArticlesBuilder } from './freeze-articles.js';
import { readArticles, type ReadArticlesParts } from './read-articles.js';
import type { SavedCorpus } from './saved-corpus.js';

export interface BuildCorpusParts extends Omit<ReadArticlesParts, 'packer'> {
  readonly staged?: StagedFiles | undefined;
  /** Returns the last good versions of files that can no longer be read. */
  readonly findPrevious: (request: PreviousRequest) => Promise<Previous>;
  readonly onProgress: ReportProgress;
}

export interface BuiltCorpus {
  readonly saved: SavedCorpus;
  /** Packs the analyses that the next build can reuse; slow. */
  readonly freezeAnalyses: () => FrozenAnalyses;
}

/**
 * Reads, analyses, learns and freezes a corpus. Articles are learnt while later ones are still being read.
 *
 * @throws {Fault} The faults of `readCorpus`. Errors thrown in a read thread propagate unchanged.
 */
export async function buildCorpus(corpusDir: string, parts: BuildCorpusParts): Promise<BuiltCorpus> {
  const { analyzer, onProgress } = parts;
  const fallback = new Fallback(parts.findPrevious);
  const packer = new AnalysisPacker();
  const builder = new ArticlesBuilder(packer.forms);

  const learnPrevious = (article: ArticleText): void => {
    const fingerprint = articleFingerprint(article);
    const analysis = packer.add(fingerprint, analyzeArticle(article, analyzer));
    builder.add({ article, fingerprint, analysis });
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
      if (analyzed) builder.add(analyzed);
      else if (kind === 'rejected') {
        const previous = await fallback.findArticle(file.id);
        if (previous) learnPrevious(previous);
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
  const frozen = builder.freeze(glossary, analyzer, withdrawn);
  return {
    saved: { frozen, problems, inputFiles: reading.inputFiles, fallbacks: completed.fallbacks },
    freezeAnalyses: () => packer.freeze(),
  };
}
