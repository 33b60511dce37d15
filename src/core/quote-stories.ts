import type { Evidence } from './answer.js';
import type { LoadedCorpus } from './corpus.js';
import type { Story } from './group-stories.js';
import { articleIdOf } from './handle.js';
import type { SearchedQuestion } from './searched-question.js';
import { selectAnswerSentence } from './select-answer-sentence.js';

/**
 * Quotes the passage of each story with the sentence of it that answers; a passage that the corpus does
 * not hold is left out.
 */
export function quoteStories(
  { corpus, index }: LoadedCorpus,
  question: SearchedQuestion,
  stories: readonly Story[],
): Evidence[] {
  return stories.flatMap(({ hit: { handle, score }, alsoIn, otherFigures }) => {
    const passage = corpus.passage(handle);
    if (!passage) return [];
    const headline = corpus.headlineTermHashes(articleIdOf(handle));
    const sentences = corpus.sentences(handle);
    return {
      passage,
      score,
      answerSentence: selectAnswerSentence(sentences, headline, question, index.rarestWeight),
      alsoIn: alsoIn.flatMap((other) => corpus.passage(other) ?? []),
      otherFigures: otherFigures.flatMap((other) => corpus.passage(other) ?? []),
    };
  });
}
