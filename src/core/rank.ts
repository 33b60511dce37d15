import type { Analyzer, QuestionWord } from './analysis.js';
import type { Evidence } from './answer.js';
import { estimateConfidence } from './confidence.js';
import type { LoadedCorpus } from './corpus.js';
import { hash32 } from './hash.js';
import type { Hit, SearchIndex } from './search-index.js';
import { rerankHits, SECOND_STAGE_DEPTH } from './second-stage.js';
import { selectAnswerSentence, type WeighedWord } from './select-answer-sentence.js';

/** The passages for a question, before it is decided whether they answer it. */
export interface Ranking {
  readonly words: readonly QuestionWord[];
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
  const words = analyzer.analyzeQuestion(question);
  const terms = new Set(words.flatMap((word) => chooseForms(word, index)));
  const found = await index.search([...terms], Math.max(limit, SECOND_STAGE_DEPTH), within);
  const weighed = weighWords(words, index);
  const hits = rerankHits(corpus, found, weighed, index.rarestWeight).slice(0, limit);
  const [first] = hits;
  const confidence = first ? estimateConfidence(corpus, first.handle, weighed, index.rarestWeight) : 0;
  return { words, hits, confidence };
}

/** Quotes passages with the sentence of each that answers; those that the corpus does not hold are left out. */
export function quoteHits(
  { corpus, index }: LoadedCorpus,
  words: readonly QuestionWord[],
  hits: readonly Hit[],
): Evidence[] {
  const weighed = weighWords(words, index);
  return hits.flatMap(({ handle, score }) => {
    const passage = corpus.passage(handle);
    if (!passage) return [];
    return [{ passage, score, answerSentence: selectAnswerSentence(corpus.sentences(handle), weighed) }];
  });
}

/** Words none of whose forms the index holds, as typed. */
export function listUnknownWords(words: readonly QuestionWord[], index: SearchIndex): string[] {
  return weighWords(words, index).flatMap(({ weight }, i) => (weight === 0 ? (words[i]?.word ?? []) : []));
}

function weighWords(words: readonly QuestionWord[], index: SearchIndex): WeighedWord[] {
  return words.map((word) => {
    const forms = chooseForms(word, index);
    return { hashes: forms.map(hash32), weight: Math.max(...forms.map((form) => index.weigh(form))) };
  });
}

function chooseForms({ forms, otherForms }: QuestionWord, index: SearchIndex): readonly string[] {
  const isHeld = forms.some((form) => index.weigh(form) > 0);
  return isHeld || otherForms.length === 0 ? forms : otherForms;
}
