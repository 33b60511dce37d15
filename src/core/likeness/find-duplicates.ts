import { hash32 } from '../arrays/hash.js';
import { listArticleSentences, mayBeAlike, measureLikeness, sketchArticle } from './shingles.js';
import type { Analyzer } from '../model/analyzer.js';
import { listPassageTexts, type Article, type ArticleText } from '../model/article.js';
import type { Corpus, Sentence } from '../model/corpus.js';
import type { Duplicate } from '../model/desk.js';

/** The least likeness of two texts that are nearly the same. */
export const MIN_LIKENESS = 0.5;

/** Finds duplicates of an article in a corpus and among the articles added since. */
export interface DuplicateFinder {
  /** Most alike first. */
  readonly find: (articleText: ArticleText) => readonly Duplicate[];
  readonly add: (articleText: ArticleText) => void;
}

interface Known {
  readonly article: Article;
  readonly sample: Uint32Array;
  readonly sentences: () => readonly Sentence[];
}

/** Articles sketched between yields to other work. */
const ARTICLES_AT_ONCE = 100;

/**
 * Sketches the articles of a corpus, yielding to other work in between.
 *
 * @param corpus - `null` for an empty one.
 * @param yieldToEventLoop - Awaited between slices of work.
 */
export async function createDuplicateFinder(
  corpus: Corpus | null,
  analyzer: Pick<Analyzer, 'analyzePassage'>,
  yieldToEventLoop: () => Promise<unknown>,
): Promise<DuplicateFinder> {
  const known: Known[] = [];
  for (let number = 0; corpus && number < corpus.summary.articles; number += 1) {
    const article = corpus.articleAt(number);
    if (!article) continue;
    if (known.length % ARTICLES_AT_ONCE === ARTICLES_AT_ONCE - 1) await yieldToEventLoop();
    const sentences = (): Sentence[] => listArticleSentences(corpus, number);
    known.push({ article, sample: sketchArticle(sentences()).sample, sentences });
  }
  return {
    find: (articleText) => findAmong(known, articleText.article, analyze(articleText, analyzer)),
    add: (articleText) => {
      const sentences = analyze(articleText, analyzer);
      const { sample } = sketchArticle(sentences);
      known.push({ article: articleText.article, sample, sentences: () => sentences });
    },
  };
}

function analyze(articleText: ArticleText, analyzer: Pick<Analyzer, 'analyzePassage'>): Sentence[] {
  return listPassageTexts(articleText)
    .flatMap((text) => analyzer.analyzePassage(text))
    .map(({ words, ...sentence }) => ({
      ...sentence,
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
    if (!isSameAddress && !mayBeAlike(sampled, other.sample)) return [];
    const likeness = measureLikeness(shingles, sketchArticle(other.sentences()).shingles);
    if (isSameAddress) return [{ article, why: 'same-address', likeness }];
    return likeness < MIN_LIKENESS ? [] : [{ article, why: 'same-text', likeness }];
  });
  return duplicates.sort((a, b) => b.likeness - a.likeness);
}

/** Parameters that state where a reader came from and never change the page. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|twclid|igshid|igsh|mc_cid|mc_eid|yclid|_ga|_gl|ref|ref_src|ref_url|cmpid|ncid|ocid|smid|xtor|amp)$/iu;
const AMP_HOST = /^amp\./u;
const AMP_END = /\/amp\/?$|\.amp(?=\.html?$|$)/u;
const INDEX = /\/index\.(?:html?|php)$/u;

/**
 * Reduces the addresses of a page to one: without scheme, `www`, `m`, AMP, index file, tracking parameters, fragment
 * and closing slash; parameters sorted.
 *
 * @param url - Absolute.
 */
export function plainAddress(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url);
  const host = hostname
    .replace(/^(?:www|m)\./u, '')
    .replace(AMP_HOST, '')
    .replace(/^www\./u, '');
  const path = pathname.replace(INDEX, '/').replace(AMP_END, '').replace(/\/+$/u, '');
  const parameters = [...searchParams].filter(([name]) => !TRACKING.test(name));
  const query = new URLSearchParams(
    parameters.filter(([name, value]) => name !== 'outputType' || value !== 'amp'),
  );
  query.sort();
  return `${host}${port === '' ? '' : `:${port}`}${path}${query.size === 0 ? '' : `?${query.toString()}`}`;
}
