import { describe, expect, it } from 'vitest';
import { quoteStories } from '../../../src/core/answering/ask.js';
import { expandQuestion } from '../../../src/core/answering/expand-question.js';
import { loadArticles, makeArticle, shareAnalyzer } from '../../support/fake-corpus.js';

const LOADED = loadArticles(
  makeArticle(
    'bridge',
    [
      'The county opened a bridge over the river. It was built by Mwende Kilonzo with her team. The work took two years. It cost 40 million shillings. Lorries cross it from Kibwezi at night. It opened in March 2023.',
      'Okello spoke. Okello spoke again of the bridge.',
    ],
    { title: 'Bridge over the Athi' },
  ),
);

function markSentence(question: string, paragraph: number): string | undefined {
  const searched = expandQuestion(LOADED, shareAnalyzer(), question);
  const hit = { passage: paragraph - 1, article: 0, score: 0 };
  const [evidence] = quoteStories(LOADED, searched, [{ hit, alsoIn: [], otherFigures: [] }]);
  return evidence?.passage.text.slice(evidence.answerSentence.start, evidence.answerSentence.end);
}

describe('the answer sentence', () => {
  it.each([
    [
      'words that the headline does not hold',
      'Which bridge did lorries cross?',
      'Lorries cross it from Kibwezi at night.',
    ],
    ['a name for who', 'Who was behind the bridge?', 'It was built by Mwende Kilonzo with her team.'],
    ['a place for where', 'Where do people cross at night?', 'Lorries cross it from Kibwezi at night.'],
    ['a date for when', 'When was the bridge ready?', 'It opened in March 2023.'],
    ['a number for how many', 'How many shillings was the bridge?', 'It cost 40 million shillings.'],
    [
      'the first sentence where nothing tells them apart',
      'What is the bridge?',
      'The county opened a bridge over the river.',
    ],
  ])('holds %s', (_name, question, sentence) => {
    expect(markSentence(question, 1)).toBe(sentence);
  });

  it('is the first one where the question has no words', () => {
    expect(markSentence('who is he', 2)).toBe('Okello spoke.');
  });
});
