import type { AnalysisPacker, FrozenAnalyses } from '../analysis/pack-analyses.js';
import type { Analyzer } from '../core/model/analyzer.js';
import { type ArticleFile, type FileReading, readFile } from '../corpus/files/read-corpus.js';
import { articleFingerprint } from '../corpus/frozen/revision.js';
import { analyzeArticle } from './freeze-articles.js';

/** Files as they were read, with the analyses of their articles. */
export interface Batch {
  /** In the order of the files. */
  readonly readings: readonly FileReading[];
  /** One for each article that is not withdrawn, in the order of `readings`; the keys are fingerprints. */
  readonly analyses: FrozenAnalyses;
}

interface ReadBatchParts {
  readonly analyzer: Analyzer;
  /** The same for every batch, so that all batches share their forms. */
  readonly packer: AnalysisPacker;
}

/** Reads and analyses some article files. @param root - A real path. */
export function readBatch(
  root: string,
  files: readonly ArticleFile[],
  { analyzer, packer }: ReadBatchParts,
): Batch {
  const readings = files.map((file) => {
    const result = readFile(root, file, analyzer.splitSentences);
    if (result.reading.kind === 'read' && result.reading.withdrawal === null) {
      const { article } = result.reading;
      packer.add(articleFingerprint(article), analyzeArticle(article, analyzer));
    }
    return result;
  });
  return { readings, analyses: packer.takeAdded() };
}
