import type { AnalysisRecorder, CopyAnalysis } from '../analysis/analysis-cache.js';
import type { ArticleText } from '../core/article.js';
import type { AnalyzedArticle } from '../corpus/freeze-corpus.js';
import type { ArticleFile } from '../corpus/list-articles.js';
import type { FileReading } from '../corpus/read-file.js';
import type { Reading } from '../corpus/reading.js';
import type { EarlierBuild, UnchangedArticle } from './earlier-build.js';
import { readBatches, type ReadBatchesParts } from './read-batches.js';
import type { Batch } from './read-batch.js';

/** A file as it was read, with what analysis found. */
export interface AnalyzedReading extends FileReading {
  /** `null` when there is no article, or one that is withdrawn. */
  readonly analyzed: AnalyzedArticle | null;
}

export interface ReadArticlesParts extends ReadBatchesParts {
  readonly earlier: EarlierBuild | null;
  /** Is given every analysis. */
  readonly recorder: AnalysisRecorder;
}

/**
 * Reads and analyses the articles of files; those that have not changed since an earlier build are taken from it.
 *
 * @param root - A real path.
 * @returns One a file, in their order.
 */
export async function* readArticles(
  root: string,
  files: readonly ArticleFile[],
  parts: ReadArticlesParts,
): AsyncGenerator<AnalyzedReading> {
  const { earlier, recorder } = parts;
  const found = files.map((file) => earlier?.findUnchanged(root, file));
  const changed = files.filter((_, i) => !found[i]);
  const read = openBatches(readBatches(root, changed, parts), recorder);
  const copyEarlier = earlier && recorder.openCopier(earlier.analyses);
  try {
    for (const [i, file] of files.entries()) {
      const unchanged = found[i];
      const next =
        unchanged && copyEarlier ? takeUnchanged(file, unchanged, copyEarlier) : (await read.next()).value;
      if (next) yield next;
    }
  } finally {
    await read.return(undefined);
  }
}

function takeUnchanged(
  file: ArticleFile,
  { hash, fingerprint, open }: UnchangedArticle,
  copy: CopyAnalysis,
): AnalyzedReading {
  const source = open();
  const analysis = copy(fingerprint);
  const reading = { kind: 'read', article: source, withdrawal: null, problems: [] } as const;
  return { file, reading, hash, analyzed: analysis ? { source, fingerprint, analysis } : null };
}

async function* openBatches(
  batches: AsyncIterable<Batch>,
  recorder: AnalysisRecorder,
): AsyncGenerator<AnalyzedReading, undefined> {
  for await (const batch of batches) {
    const copy = recorder.openCopier(batch.analyses);
    let articles = 0;
    for (const result of batch.readings) {
      const source = takeQuoted(result.reading);
      const fingerprint = batch.analyses.keys[articles] ?? '';
      const analysis = source && copy(fingerprint);
      if (source) articles += 1;
      yield { ...result, analyzed: analysis ? { source, fingerprint, analysis } : null };
    }
  }
  return undefined;
}

function takeQuoted(reading: Reading): ArticleText | null {
  return reading.kind === 'read' && reading.withdrawal === null ? reading.article : null;
}
