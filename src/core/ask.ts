import type { Analyzer } from './analysis.js';
import type { Answer, AskRequest, Respelling } from './answer.js';
import type { Article } from './article.js';
import { CERTAIN_FROM, REFUSE_BELOW } from './confidence.js';
import type { Corpus, LoadedCorpus } from './corpus.js';
import { filterArticles } from './filter-articles.js';
import { groupStories, type Story } from './group-stories.js';
import { articleIdOf } from './handle.js';
import { MAX_NEAREST, MAX_RANKED } from './limits.js';
import { quoteStories } from './quote-stories.js';
import { rankPassages, type Ranking } from './rank.js';
import type { ArticleSet, Hit } from './search-index.js';
import type { SearchedWord } from './searched-question.js';

/**
 * Answers a question from what is loaded.
 *
 * @param offset - How many of the ranked passages to leave out, from 0, for the pages after the first.
 */
export type Ask = (loaded: LoadedCorpus, request: AskRequest, offset?: number) => Promise<Answer>;

/** Builds the question-answering function; the bot, the terminal and programs all call it. */
export function createAsk(analyzer: Analyzer): Ask {
  return async function ask(loaded, request, offset = 0) {
    const { corpus } = loaded;
    const { within, undatedLeftOut } = filterArticles(corpus, request);
    const ranking = await rankPassages(loaded, analyzer, request.question, within);
    const { question, hits, confidence } = ranking;
    const common = {
      request,
      confidence,
      certain: confidence >= CERTAIN_FROM,
      unknownTerms: question.words.flatMap(({ word, weight }) => (weight === 0 ? word : [])),
      respelled: listRespellings(question.words),
      searchedAlso: listAdded(question.words),
      undatedLeftOut,
      searched: within?.size ?? corpus.summary.articles,
      corpus: corpus.summary,
    };
    if (confidence < REFUSE_BELOW) {
      const nearest = listNearest(corpus, hits);
      return { ...common, kind: 'nothing-found', offset: 0, evidence: [], ranked: 0, nearest };
    }
    const stories = chooseStories(loaded, ranking, within);
    const evidence = quoteStories(loaded, question, stories.slice(offset, offset + request.results));
    return { ...common, kind: 'found', offset, evidence, ranked: stories.length, nearest: [] };
  };
}

const MAX_PER_ARTICLE = 2;
/** What scores less beside the best passage has little to do with the question. */
const MIN_SHARE_OF_BEST = 0.2;
/** A question that names so much of a headline is about its article. */
const NAMES_HEADLINE_FROM = 0.6;
const MIN_HEADLINE_TERMS = 3;

/** What a question is shown: one passage a story, and few of one article unless the question is about it. */
export function chooseStories({ corpus }: LoadedCorpus, { hits }: Ranking, within?: ArticleSet): Story[] {
  const [first] = hits;
  const headline = corpus.headlineTermHashes(articleIdOf(first?.handle ?? ''));
  const namesHeadline =
    headline.length >= MIN_HEADLINE_TERMS && (first?.features.headline ?? 0) >= NAMES_HEADLINE_FROM;
  const near = hits.filter(({ score }) => score >= (first?.score ?? 0) * MIN_SHARE_OF_BEST);
  const isAboutOne = namesHeadline || (within?.size ?? corpus.summary.articles) === 1;
  return groupStories(corpus, near, {
    limit: MAX_RANKED,
    perArticle: isAboutOne ? Infinity : MAX_PER_ARTICLE,
  });
}

/** What was searched in place of a word that the corpus does not hold. */
function listRespellings(words: readonly SearchedWord[]): Respelling[] {
  return words.flatMap(({ word, terms }) =>
    terms
      .filter(({ origin, share }) => origin === 'spelling' || (origin === 'relative' && share === 1))
      .map(({ text }) => ({ word, searched: text })),
  );
}

function listAdded(words: readonly SearchedWord[]): string[] {
  const added = words
    .flatMap(({ terms }) => terms)
    .filter(({ origin }) => origin === 'acronym' || origin === 'glossary');
  return [...new Set(added.map(({ text }) => text))];
}

function listNearest(corpus: Corpus, hits: readonly Hit[]): Article[] {
  const ids = new Set(hits.map(({ handle }) => articleIdOf(handle)));
  return [...ids].flatMap((id) => corpus.article(id) ?? []).slice(0, MAX_NEAREST);
}
