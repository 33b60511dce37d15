import { describe, expect, it } from 'vitest';
import { asksForSpeech, reportsSpeech } from '../../src/analysis/speech.js';

describe('a question', () => {
  it.each([
    ['What did Wanga say about the dam?', true],
    ['What has the minister told the farmers?', true],
    ['How did Keter respond to the strike?', true],
    ['Wanga alisema nini kuhusu bwawa?', true],
    ['Who said that the dam is full?', false],
    ['What did Wanga build?', false],
  ])('asks what somebody said or not: %s', (question, expected) => {
    expect(asksForSpeech(question)).toBe(expected);
  });
});

describe('a sentence', () => {
  it.each([
    ['“The dam holds,” Wanga said.', true],
    ['According to Wanga, the dam holds.', true],
    ['Wanga alisema kwamba bwawa ni imara.', true],
    ['Wanga built the dam.', false],
  ])('reports speech or not: %s', (sentence, expected) => {
    expect(reportsSpeech(sentence, sentence.toLowerCase().split(/\P{L}+/u))).toBe(expected);
  });
});
