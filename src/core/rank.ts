import type { Analyzer, QuestionTerm } from './analysis.js';
import type { Evidence } from './answer.js';
import { estimateConfidence } from './confidence.js';
import type { LoadedCorpus } from './corpus.js';
import { hash32 } from './hash.js';
import type { Hit, SearchIndex } from './search-index.js';
import { selectAnswerSentence, type TermWeights } from './select-answer-sentence.js';

/** The passages for a question, before it is decided whether they answer it. */
export interface Ranking {
  readonly terms: readonly QuestionTerm[];
  /** Best first. */
  readonly hits: readonly Hit[];
  /** That the first hit answers, in 0..1; 0 when there is none. */
  readonly confidence: number;
}

/**
 * Ranks passages for a question.
 *
 * @param limit - Most hits.
 * @param within - Ids of the articles to search; absent means all.
 */
export async function rankPassages(
  { corpus, index }: LoadedCorpus,
  analyzer: Analyzer,
  question: string,
  limit: number,
  within?: ReadonlySet<string>,
): Promise<Ranking> {
  const terms = analyzer.analyzeQuestion(question);
  const hits = await index.search(
    terms.map(({ term }) => term),
    limit,
    within,
  );
  const weights = weighTerms(terms, index);
  const confidence = hits[0] ? estimateConfidence(corpus, hits[0].handle, weights, index) : 0;
  return { terms, hits, confidence };
}

/** Quotes passages with the sentence of each that answers; those that the corpus does not hold are left out. */
export function quoteHits(
  { corpus, index }: LoadedCorpus,
  terms: readonly QuestionTerm[],
  hits: readonly Hit[],
): Evidence[] {
  const weights = weighTerms(terms, index);
  return hits.flatMap(({ handle, score }) => {
    const passage = corpus.passage(handle);
    return passage
      ? [{ passage, score, answerSentence: selectAnswerSentence(corpus.sentences(handle), weights) }]
      : [];
  });
}

function weighTerms(terms: readonly QuestionTerm[], index: SearchIndex): TermWeights {
  return new Map(terms.map(({ term }) => [hash32(term), index.weigh(term)]));
}
