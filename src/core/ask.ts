import type { Analyzer } from './analysis.js';
import type { Answer, AskRequest, Evidence } from './answer.js';
import type { Article, Passage } from './article.js';
import { CERTAIN_FROM, REFUSE_BELOW } from './confidence.js';
import type { Corpus, LoadedCorpus } from './corpus.js';
import { filterArticles } from './filter-articles.js';
import { MAX_NEAREST, MAX_RANKED } from './limits.js';
import { quoteHits, rankPassages, weighQuestion } from './rank.js';
import type { Hit } from './search-index.js';

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
    const { within, undatedLeftOut } = filterArticles(corpus.articles, request);
    const { words, hits, confidence } = await rankPassages(
      loaded,
      analyzer,
      request.question,
      MAX_RANKED,
      within,
    );
    const common = {
      request,
      confidence,
      certain: confidence >= CERTAIN_FROM,
      unknownTerms: words.flatMap(({ word, weight }) => (weight === 0 ? word : [])),
      undatedLeftOut,
      searched: within?.size ?? corpus.articles.length,
      corpus: corpus.summary,
    };
    if (confidence < REFUSE_BELOW) {
      const nearest = listNearest(corpus, hits);
      return { ...common, kind: 'nothing-found', offset: 0, evidence: [], ranked: 0, nearest };
    }
    const evidence = quoteHits(corpus, words, hits.slice(offset, offset + request.results));
    return { ...common, kind: 'found', offset, evidence, ranked: hits.length, nearest: [] };
  };
}

/** Finds the answer sentences of passages that were chosen before, for a question that was asked before. */
export type Requote = (loaded: LoadedCorpus, question: string, passages: readonly Passage[]) => Evidence[];

export function createRequote(analyzer: Analyzer): Requote {
  return ({ corpus, index }, question, passages) =>
    quoteHits(
      corpus,
      weighQuestion(index, analyzer, question),
      passages.map(({ handle }) => ({ handle, score: 0 })),
    );
}

function listNearest(corpus: Corpus, hits: readonly Hit[]): Article[] {
  const articles = hits.flatMap(({ handle }) => corpus.passage(handle)?.article ?? []);
  return [...new Set(articles)].slice(0, MAX_NEAREST);
}
