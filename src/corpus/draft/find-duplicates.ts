import { setImmediate } from 'node:timers/promises';
import type { Analyzer } from '../../core/analysis.js';
import type { Article, ArticleText } from '../../core/article.js';
import type { Corpus, Sentence } from '../../core/corpus.js';
import type { Duplicate } from '../../core/desk.js';
import { hash32 } from '../../core/hash.js';
import { listArticleSentences, maybeAlike, measureLikeness, sketchArticle } from '../../core/likeness.js';
import { listPassageTexts } from './list-blocks.js';
import { plainAddress } from './plain-address.js';

/** From which likeness on two texts are nearly the same. */
export const MIN_LIKENESS = 0.5;
/** Articles looked at before other work has its turn. */
const ARTICLES_AT_ONCE = 100;

/** Finds what repeats an article among those of a corpus, and among those added since. */
export interface DuplicateFinder {
  /** Likest first; `[]` when there is none. */
  readonly find: (source: ArticleText) => readonly Duplicate[];
  readonly add: (source: ArticleText) => void;
}

interface Known {
  readonly article: Article;
  readonly sample: Uint32Array;
  readonly sentences: () => readonly Sentence[];
}

/**
 * Prepares the search for duplicates; other work goes on meanwhile.
 *
 * @param corpus - `null` for an empty one.
 */
export async function createDuplicateFinder(
  corpus: Corpus | null,
  analyzer: Pick<Analyzer, 'analyzePassage'>,
): Promise<DuplicateFinder> {
  const known: Known[] = [];
  for (const id of corpus?.articleIds() ?? []) {
    const article = corpus?.article(id);
    if (!article) continue;
    if (known.length % ARTICLES_AT_ONCE === ARTICLES_AT_ONCE - 1) await setImmediate();
    const sentences = (): Sentence[] => (corpus ? listArticleSentences(corpus, id) : []);
    known.push({ article, sample: sketchArticle(sentences()).sample, sentences });
  }
  return {
    find: (source) => findAmong(known, source.article, analyze(source, analyzer)),
    add: (source) => {
      const sentences = analyze(source, analyzer);
      const { sample } = sketchArticle(sentences);
      known.push({ article: source.article, sample, sentences: () => sentences });
    },
  };
}

function analyze(source: ArticleText, analyzer: Pick<Analyzer, 'analyzePassage'>): Sentence[] {
  return listPassageTexts(source)
    .flatMap((text) => analyzer.analyzePassage(text))
    .map(({ span, words }) => ({
      span,
      termHashes: words.map(({ term }) => hash32(term)),
      termMarks: words.map(({ marks }) => marks),
    }));
}

function findAmong(known: readonly Known[], { url }: Article, sentences: readonly Sentence[]): Duplicate[] {
  const { shingles, sample } = sketchArticle(sentences);
  const sampled = new Set(sample);
  const address = url === null ? null : plainAddress(url);
  const duplicates = known.flatMap(({ article, ...other }): Duplicate[] => {
    const isSameAddress = address !== null && article.url !== null && plainAddress(article.url) === address;
    if (!isSameAddress && !maybeAlike(sampled, other.sample)) return [];
    const likeness = measureLikeness(shingles, sketchArticle(other.sentences()).shingles);
    if (isSameAddress) return [{ article, why: 'same-address', likeness }];
    return likeness < MIN_LIKENESS ? [] : [{ article, why: 'same-text', likeness }];
  });
  return duplicates.sort((a, b) => b.likeness - a.likeness);
}
