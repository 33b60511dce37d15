import type { AskedQuestion } from './measure.js';

const RUN_NAME = 'nukuu';

/** Rankings in the format of trec_eval: question, Q0, passage, rank from 1, score, run; a line a hit. */
export function writeTrecRun(asked: readonly AskedQuestion[]): string {
  return asked
    .flatMap(({ question, ranked }) =>
      ranked.hits.map(({ id, score }, i) => `${question.id} Q0 ${id} ${i + 1} ${score} ${RUN_NAME}\n`),
    )
    .join('');
}

/** One JSON line a question. */
export function writeAnswers(asked: readonly AskedQuestion[]): string {
  return asked
    .map(({ question, ranked: { kind, confidence, hits, answerSentence } }) => {
      const passages = hits.map(({ id }) => id);
      return `${JSON.stringify({ id: question.id, kind, confidence, passages, answerSentence })}\n`;
    })
    .join('');
}
