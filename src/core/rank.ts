import type { Analyzer, QuestionWord } from './analysis.js';
import type { Evidence } from './answer.js';
import { estimateConfidence } from './confidence.js';
import type { Corpus, LoadedCorpus } from './corpus.js';
import { hash32 } from './hash.js';
import type { Hit, SearchIndex } from './search-index.js';
import { rerankHits, SECOND_STAGE_DEPTH } from './second-stage.js';
import { selectAnswerSentence, type WeighedWord } from './select-answer-sentence.js';

/** A word of a question with the terms that are searched for it. */
export interface SearchedWord extends WeighedWord {
  /** As typed. */
  readonly word: string;
  readonly terms: readonly string[];
}

/** The passages for a question, before it is decided whether they answer it. */
export interface Ranking {
  readonly words: readonly SearchedWord[];
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
  const words = weighQuestion(index, analyzer, question);
  const terms = new Set(words.flatMap((word) => word.terms));
  const found = await index.search([...terms], Math.max(limit, SECOND_STAGE_DEPTH), within);
  const hits = rerankHits(corpus, found, words, index.rarestWeight).slice(0, limit);
  const [first] = hits;
  const confidence = first ? estimateConfidence(corpus, first.handle, words, index.rarestWeight) : 0;
  return { words, hits, confidence };
}

/** Quotes passages with the sentence of each that answers; those that the corpus does not hold are left out. */
export function quoteHits(corpus: Corpus, words: readonly WeighedWord[], hits: readonly Hit[]): Evidence[] {
  return hits.flatMap(({ handle, score }) => {
    const passage = corpus.passage(handle);
    if (!passage) return [];
    return [{ passage, score, answerSentence: selectAnswerSentence(corpus.sentences(handle), words) }];
  });
}

/** The words of a question as the index knows them; weight 0 marks one that it does not hold. */
export function weighQuestion(index: SearchIndex, analyzer: Analyzer, question: string): SearchedWord[] {
  return analyzer.analyzeQuestion(question).map((questionWord) => {
    const terms = chooseForms(questionWord, index);
    return {
      word: questionWord.word,
      terms,
      hashes: terms.map(hash32),
      weight: Math.max(...terms.map((term) => index.weigh(term))),
    };
  });
}

function chooseForms({ forms, otherForms }: QuestionWord, index: SearchIndex): readonly string[] {
  const isHeld = forms.some((form) => index.weigh(form) > 0);
  return isHeld || otherForms.length === 0 ? forms : otherForms;
}
