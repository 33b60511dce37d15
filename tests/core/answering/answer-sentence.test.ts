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

function markSentence(question: string, paragraph: number, loaded = LOADED): string | undefined {
  const searched = expandQuestion(loaded, shareAnalyzer(), question);
  const hit = { passage: paragraph - 1, article: 0, score: 0 };
  const [evidence] = quoteStories(loaded, searched, [{ hit, alsoIn: [], otherFigures: [] }]);
  return evidence?.passage.text.slice(evidence.answerSentence.start, evidence.answerSentence.end);
}

describe('the answer sentence', () => {
  it.each([
    [
      'words that the headline does not hold',
      'Which bridge did lorries cross?',
      'Lorries cross it from Kibwezi at night.',
    ],
    ['a name for who', 'Who built it with her team?', 'It was built by Mwende Kilonzo with her team.'],
    ['a place for where', 'Where do people cross at night?', 'Lorries cross it from Kibwezi at night.'],
    ['a date for when', 'When was it all ready?', 'It opened in March 2023.'],
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

/** Marks a sentence in an article that holds nothing but `text`. */
function markIn(text: string, question: string): string | undefined {
  return markSentence(question, 1, loadArticles(makeArticle('a', [text], { title: 'News' })));
}

describe('the answer sentence in a text that asks', () => {
  const facts =
    'When does the kiosk levy start? On 5 August. Who pays the kiosk levy? Sellers of maize and fish. How much is the kiosk levy? Ninety shillings a week.';

  it.each([
    [facts, 'When does the kiosk levy start?', 'On 5 August.'],
    [facts, 'Who pays the kiosk levy?', 'Sellers of maize and fish.'],
    [facts, 'How much is the kiosk levy?', 'Ninety shillings a week.'],
    [
      'Who will lead the choir of Turbo? Singers wait. The bishop picked Naomi Jelagat.',
      'Who will lead the choir of Turbo?',
      'The bishop picked Naomi Jelagat.',
    ],
    [
      '“Who stole the bell?” the priest asked. Boys from Iten did.',
      'Who stole the bell?',
      'Boys from Iten did.',
    ],
    ['Nani aliiba kengele? Wavulana wa Iten.', 'Nani aliiba kengele?', 'Wavulana wa Iten.'],
  ])('%# is what follows: %s', (text, question, sentence) => {
    expect(markIn(text, question)).toBe(sentence);
  });

  it('is the question if nothing follows', () => {
    expect(markIn('Who stole the bell?', 'Who stole the bell?')).toBe('Who stole the bell?');
  });
});

describe('the answer sentence among lines', () => {
  it.each([
    ['Clinic | Nurses\nTurbo | 12\nIten | 31', 'How many nurses has the clinic at Iten?', 'Iten | 31'],
    ['• Goats: 400 shillings\n• Hens: 90 shillings', 'How much are hens?', '• Hens: 90 shillings'],
  ])('is one of them: %s', (text, question, line) => {
    expect(markIn(text, question)).toBe(line);
  });
});

describe('two sentences', () => {
  it.each([
    [
      'The dam at Kibos cracked. The county hired Peres Auma as its engineer. She earned 3 million shillings. Rain fell.',
      'How much did the engineer of the county earn?',
      'The county hired Peres Auma as its engineer. She earned 3 million shillings.',
    ],
    [
      'Fishermen complain. The cold store at Usenge has no roof. It will open in September. Ice is dear.',
      'When will the cold store at Usenge open?',
      'The cold store at Usenge has no roof. It will open in September.',
    ],
    [
      'Wavuvi wamelalamika. Soko la Usenge halina paa. Hilo litafunguliwa mwezi Septemba. Barafu ni ghali.',
      'Soko la Usenge litafunguliwa lini?',
      'Soko la Usenge halina paa. Hilo litafunguliwa mwezi Septemba.',
    ],
  ])('are marked where the second only points back: %s', (text, question, marked) => {
    expect(markIn(text, question)).toBe(marked);
  });

  it.each([
    [
      'The cold store at Usenge has no roof. The store at Usenge will open in September.',
      'When will the store at Usenge open?',
      'The store at Usenge will open in September.',
    ],
    ['Who owns the store? It belongs to Otieno Were.', 'Who owns the store?', 'It belongs to Otieno Were.'],
  ])('are not marked where one is enough: %s', (text, question, marked) => {
    expect(markIn(text, question)).toBe(marked);
  });
});

describe('the answer sentence for what somebody said', () => {
  it.each([
    [
      'Governor Wanga toured the dam with engineers. “The dam will hold this year,” Wanga said. Traders left early.',
      'What did Wanga say about the dam?',
      '“The dam will hold this year,” Wanga said.',
    ],
    [
      'Keter visited the tea factory on Monday. He was late. Keter promised that the factory would pay its farmers.',
      'What did Keter tell the farmers of the factory?',
      'Keter promised that the factory would pay its farmers.',
    ],
    [
      '“The dam is full. We are glad,” Wanga said. On her part, Hellen Atieno praised Wanga, saying that the dam is good.',
      'What did Wanga say about the fish?',
      '“The dam is full. We are glad,” Wanga said.',
    ],
    [
      'Gavana Wanga alitembelea bwawa. Wanga alisema kwamba bwawa litadumu. Watu waliondoka.',
      'Wanga alisema nini kuhusu bwawa?',
      'Wanga alisema kwamba bwawa litadumu.',
    ],
  ])('is what was said: %s', (text, question, sentence) => {
    expect(markIn(text, question)).toBe(sentence);
  });
});
