import type { SplitSentences } from '../core/analysis.js';
import { decodeFile } from './decode-file.js';
import type { ArticleFile } from './list-articles.js';
import { readArticle } from './read-article.js';
import { readSource, type SourceBytes } from './read-source.js';
import { reject, type Reading } from './reading.js';
import { hashBytes } from './sources.js';

/** What became of a file. */
export interface FileReading {
  readonly file: ArticleFile;
  readonly reading: Reading;
  /** From `hashBytes`; `null` when nothing could be read. */
  readonly hash: Uint8Array | null;
}

/** Reads the article of one file. @param root - A real path. */
export function readFile(root: string, file: ArticleFile, splitSentences: SplitSentences): FileReading {
  const context = { id: file.id, file: file.file, splitSentences };
  const source: SourceBytes =
    file.staged === undefined
      ? readSource(root, file.file)
      : { kind: 'bytes', bytes: Buffer.from(file.staged) };
  const decoded = source.kind === 'bytes' ? decodeFile(source.bytes, file.format === 'html') : source;
  return {
    file,
    reading:
      decoded.kind === 'text'
        ? readArticle(file.format, decoded.text, context)
        : reject(context, decoded.complaint, decoded.line),
    hash: source.kind === 'bytes' ? hashBytes(source.bytes) : null,
  };
}
