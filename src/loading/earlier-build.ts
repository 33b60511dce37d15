import type { FrozenAnalyses } from '../analysis/pack-analyses.js';
import type { ArticleText } from '../core/model/article.js';
import { HASH_BYTES, hashFile } from '../corpus/files/input-files.js';
import type { ArticleFile } from '../corpus/files/read-corpus.js';
import { openCorpus } from '../corpus/frozen/open-corpus.js';
import { formatFingerprint } from '../corpus/frozen/revision.js';
import { readSnapshot, type SnapshotPlace } from '../snapshot/snapshot.js';
import { toArticleText } from './open-articles.js';
import { placeAnalyses, type SavedCorpus } from './saved-corpus.js';

/** An article that need not be read or analysed again. */
export interface UnchangedArticle {
  /** The hash of the article's file; see `hashBytes`. */
  readonly hash: Uint8Array;
  /** The article's key in {@link EarlierBuild.analyses}. */
  readonly fingerprint: string;
  readonly open: () => ArticleText;
}

export interface EarlierBuild {
  /** Hashes the file; `undefined` unless it is byte for byte what its article was made from. */
  readonly findUnchanged: (root: string, file: ArticleFile) => UnchangedArticle | undefined;
  /** Keyed by the fingerprints of their articles. */
  readonly analyses: FrozenAnalyses;
}

/** Opens the last build of a corpus folder; `null` if there is no usable one. */
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
      const earlierHash = hashes.get(file);
      const article = corpus.article(id);
      const fingerprintBits = corpus.fingerprint(id);
      if (!earlierHash || !article || fingerprintBits === undefined) return undefined;
      const fingerprint = formatFingerprint(fingerprintBits);
      if (!analyzed.has(fingerprint)) return undefined;
      const hash = hashFile(root, file);
      if (!hash || Buffer.compare(hash, earlierHash) !== 0) return undefined;
      return { hash, fingerprint, open: () => toArticleText(corpus, article) };
    },
  };
}

/** Lists hashes by path, without files that have problems: they are read again to report these again. */
function listHashes({ problems, inputFiles: { paths, hashes } }: SavedCorpus): Map<string, Uint8Array> {
  const faulty = new Set(problems.map(({ file }) => file));
  const flawless = [...paths.entries()].filter(([, path]) => !faulty.has(path));
  return new Map(flawless.map(([i, path]) => [path, hashes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES)]));
}
