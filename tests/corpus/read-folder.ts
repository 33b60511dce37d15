import { readCorpus, type CorpusReading, type ReadCorpusParts } from '../../src/corpus/files/read-corpus.js';
import { readFile, type FileReading } from '../../src/corpus/files/read-corpus.js';
import { splitSentences } from './fake-sentences.js';

/** Reads a corpus folder in one thread, without analysis. */
export function readFolder(
  dir: string,
  parts: Pick<ReadCorpusParts<FileReading>, 'onProgress' | 'staged'> = {},
): Promise<CorpusReading> {
  return readCorpus<FileReading>(dir, {
    readFiles: (root, files) => files.map((file) => readFile(root, file, splitSentences)),
    ...parts,
  });
}
