import type { FrozenAnalyses } from '../analysis/pack-analyses.js';
import type { ArticleText } from '../core/model/article.js';
import { HASH_BYTES, hashFile } from '../corpus/folder/input-files.js';
import type { ArticleFile } from '../corpus/folder/read-corpus.js';
import { openCorpus } from '../corpus/store/open-corpus.js';
import { formatFingerprint } from '../corpus/store/revision.js';
import { readSnapshot, type SnapshotPlace } from '../snapshot/snapshot.js';
import { takeArticle } from './open-articles.js';
import { placeAnalyses, type SavedCorpus } from './saved-corpus.js';

/** An article that need not be read and analysed again. */
export interface UnchangedArticle {
  /** Of its file; see `hashBytes`. */
  readonly hash: Uint8Array;
  /** Its key among the analyses. */
  readonly fingerprint: string;
  readonly open: () => ArticleText;
}

export interface EarlierBuild {
  /** Reads the file; `undefined` unless it holds, byte for byte, what its article was made of. */
  readonly findUnchanged: (root: string, file: ArticleFile) => UnchangedArticle | undefined;
  /** By the fingerprints of their articles. */
  readonly analyses: FrozenAnalyses;
}

/** Opens the last build of a corpus folder; `null` when there is none that can be used. */
export async function openEarlierBuild(place: SnapshotPlace): Promise<EarlierBuild | null> {
  const saved = await readSnapshot<SavedCorpus>(place);
  const analyses = await readSnapshot<FrozenAnalyses>(placeAnalyses(place));
  if (saved.kind !== 'content' || analyses.kind !== 'content') return null;

  const corpus = openCorpus(saved.content.frozen.corpus);
  const hashes = listHashes(saved.content);
  const analyzed = new Set(analyses.content.keys);
  return {
    analyses: analyses.content,
    findUnchanged: (root, { id, file, staged }) => {
      if (staged !== undefined) return undefined;
      const before = hashes.get(file);
      const article = corpus.article(id);
      const known = corpus.fingerprint(id);
      if (!before || !article || known === undefined) return undefined;
      const fingerprint = formatFingerprint(known);
      if (!analyzed.has(fingerprint)) return undefined;
      const hash = hashFile(root, file);
      if (!hash || Buffer.compare(hash, before) !== 0) return undefined;
      return { hash, fingerprint, open: () => takeArticle(corpus, article) };
    },
  };
}

/** By path; without files of which anything is told, since that is to be told again. */
function listHashes({ problems, inputFiles: { paths, hashes } }: SavedCorpus): Map<string, Uint8Array> {
  const told = new Set(problems.map(({ file }) => file));
  const read = [...paths.entries()].filter(([, path]) => !told.has(path));
  return new Map(read.map(([i, path]) => [path, hashes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES)]));
}
