import type { Analyzer, QuestionTerm } from './analysis.js';
import type { Answer, AskRequest, Evidence } from './answer.js';
import type { Article, Passage } from './article.js';
import { CERTAIN_FROM, estimateConfidence, REFUSE_BELOW } from './confidence.js';
import type { Corpus, LoadedCorpus } from './corpus.js';
import { filterArticles } from './filter-articles.js';
import { hash32 } from './hash.js';
import { MAX_NEAREST, MAX_RANKED } from './limits.js';
import type { Hit, SearchIndex } from './search-index.js';
import { selectAnswerSentence, type TermWeights } from './select-answer-sentence.js';

/**
 * Answers a question from what is loaded.
 *
 * @param offset - How many of the ranked passages to leave out, from 0, for the pages after the first.
 */
export type Ask = (loaded: LoadedCorpus, request: AskRequest, offset?: number) => Promise<Answer>;

/** Builds the question-answering function; the bot, the terminal and programs all call it. */
export function createAsk(analyzer: Analyzer): Ask {
  return async function ask({ corpus, index }, request, offset = 0) {
    const { within, undatedLeftOut } = filterArticles(corpus.articles, request);
    const terms = analyzer.analyzeQuestion(request.question);
    const weights = weighTerms(terms, index);
    const hits = await index.search(
      terms.map(({ term }) => term),
      MAX_RANKED,
      within,
    );
    const confidence = hits[0] ? estimateConfidence(corpus, hits[0].handle, weights, index) : 0;
    const common = {
      request,
      confidence,
      certain: confidence >= CERTAIN_FROM,
      unknownTerms: terms.flatMap(({ term, word }) => (index.weigh(term) === 0 ? word : [])),
      undatedLeftOut,
      corpus: corpus.summary,
    };
    if (confidence < REFUSE_BELOW) {
      return {
        ...common,
        kind: 'nothing-found',
        offset: 0,
        evidence: [],
        ranked: 0,
        nearest: listNearest(corpus, hits),
      };
    }
    const page = hits.slice(offset, offset + request.results);
    const evidence = page.flatMap((hit) => quote(corpus, hit, weights));
    return { ...common, kind: 'found', offset, evidence, ranked: hits.length, nearest: [] };
  };
}

/** Finds the answer sentences of passages that were chosen before, for a question that was asked before. */
export type Requote = (loaded: LoadedCorpus, question: string, passages: readonly Passage[]) => Evidence[];

export function createRequote(analyzer: Analyzer): Requote {
  return ({ corpus, index }, question, passages) => {
    const weights = weighTerms(analyzer.analyzeQuestion(question), index);
    return passages.flatMap(({ handle }) => quote(corpus, { handle, score: 0 }, weights));
  };
}

function weighTerms(terms: readonly QuestionTerm[], index: SearchIndex): TermWeights {
  return new Map(terms.map(({ term }) => [hash32(term), index.weigh(term)]));
}

function quote(corpus: Corpus, { handle, score }: Hit, weights: TermWeights): Evidence[] {
  const passage = corpus.passage(handle);
  if (!passage) return [];
  return [{ passage, score, answerSentence: selectAnswerSentence(corpus.sentences(handle), weights) }];
}

function listNearest(corpus: Corpus, hits: readonly Hit[]): Article[] {
  const articles = hits.flatMap(({ handle }) => corpus.passage(handle)?.article ?? []);
  return [...new Set(articles)].slice(0, MAX_NEAREST);
}
