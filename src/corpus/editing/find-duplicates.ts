import { setImmediate } from 'node:timers/promises';
import { hash32 } from '../../core/arrays/hash.js';
import {
  listArticleSentences,
  maybeAlike,
  measureLikeness,
  sketchArticle,
} from '../../core/likeness/shingles.js';
import type { Analyzer } from '../../core/model/analyzer.js';
import type { Article, ArticleText } from '../../core/model/article.js';
import type { Corpus, Sentence } from '../../core/model/corpus.js';
import type { Duplicate } from '../../core/model/desk.js';
import { listPassageTexts } from './write-blocks.js';

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
  for (let number = 0; corpus && number < corpus.summary.articles; number += 1) {
    const article = corpus.articleAt(number);
    if (!article) continue;
    if (known.length % ARTICLES_AT_ONCE === ARTICLES_AT_ONCE - 1) await setImmediate();
    const sentences = (): Sentence[] => listArticleSentences(corpus, number);
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

/** What shows where a reader came from, and never what is shown. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|twclid|igshid|igsh|mc_cid|mc_eid|yclid|_ga|_gl|ref|ref_src|ref_url|cmpid|ncid|ocid|smid|xtor|amp)$/iu;
const AMP_HOST = /^amp\./u;
const AMP_END = /\/amp\/?$|\.amp(?=\.html?$|$)/u;
const INDEX = /\/index\.(?:html?|php)$/u;

/**
 * Brings the addresses under which a page can be found to one: without scheme, `www`, `m`, AMP, tracking
 * parameters, fragment and closing slash; parameters in order.
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
  const kept = [...searchParams].filter(([name]) => !TRACKING.test(name));
  const query = new URLSearchParams(kept.filter(([name, value]) => name !== 'outputType' || value !== 'amp'));
  query.sort();
  return `${host}${port === '' ? '' : `:${port}`}${path}${query.size === 0 ? '' : `?${query.toString()}`}`;
}
