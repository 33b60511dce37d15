import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MAX_PASSAGE_CHARS,
  MAX_PASSAGE_WORDS,
  splitPassage,
} from '../../../src/corpus/reading/build-article.js';
import { splitSentences } from '../fake-sentences.js';

const words = (count: number, word = 'word') => Array.from({ length: count }, () => word).join(' ');
const sentence = (count: number) => `${words(count)}.`;

function split(text: string): string[] {
  return splitPassage(text, { start: 0, end: text.length }, splitSentences).map(({ start, end }) =>
    text.slice(start, end),
  );
}

const countWords = (text: string) => text.split(/\s+/u).length;

describe('splitPassage', () => {
  it.each([
    ['words', MAX_PASSAGE_WORDS - 1, 1],
    ['words', MAX_PASSAGE_WORDS, 1],
    ['words', MAX_PASSAGE_WORDS + 1, 2],
  ])('counts %s: %i make %i', (_unit, count, pieces) => {
    expect(split(words(count))).toHaveLength(pieces);
  });

  it.each([
    [MAX_PASSAGE_CHARS - 1, 1],
    [MAX_PASSAGE_CHARS, 1],
    [MAX_PASSAGE_CHARS + 1, 2],
  ])('counts characters: %i make %i', (count, pieces) => {
    expect(split('x'.repeat(count))).toHaveLength(pieces);
  });

  it('leaves short text to itself, without looking for sentences', () => {
    const fail = () => {
      throw new Error('looked for sentences');
    };
    expect(splitPassage('One. Two.', { start: 0, end: 9 }, fail)).toEqual([{ start: 0, end: 9 }]);
  });

  it('looks for no sentences in a word over the limit', () => {
    const seen: string[] = [];
    const word = 'x'.repeat(MAX_PASSAGE_CHARS + 1);
    const text = `${sentence(100)} ${word} ${sentence(100)}`;
    splitPassage(text, { start: 0, end: text.length }, (part) => {
      seen.push(part);
      return splitSentences(part);
    });
    expect(seen).toEqual([sentence(100), sentence(100)]);
  });

  it('splits at sentence ends, as equal as can be', () => {
    const text = Array.from({ length: 13 }, () => sentence(10)).join(' ');
    expect(split(text).map(countWords).sort()).toEqual([60, 70]);
  });

  it('splits a list at its lines', () => {
    const item = `• ${words(70)}`;
    expect(split(`${item}\n${item}`)).toEqual([item, item]);
  });

  it('splits a sentence without an end at spaces', () => {
    expect(split(words(241)).map(countWords).sort()).toEqual([80, 80, 81]);
  });

  it('never cuts a character in two', () => {
    const family = '👨‍👩‍👧';
    const pieces = split(family.repeat(300));
    expect(pieces.join('')).toBe(family.repeat(300));
    expect(pieces.every((piece) => piece.length % family.length === 0)).toBe(true);
  });

  it('cuts a character of a thousand marks, but no pair', () => {
    const pieces = split(`e${'\u{1d165}'.repeat(1200)}`);
    expect(pieces.every((piece) => !/\p{Cs}/u.test(piece))).toBe(true);
  });

  it('loses nothing that the splitter passes over', () => {
    const text = `${words(100)} ${words(100)}`;
    const pieces = splitPassage(text, { start: 0, end: text.length }, () => [{ start: 300, end: 310 }]);
    expect(pieces.map(({ start, end }) => text.slice(start, end)).join(' ')).toBe(text);
  });

  it('keeps every word of any text, within the limits', () => {
    const texts = fc.array(
      fc.constantFrom('word', 'end.', 'x'.repeat(1500), '😀'.repeat(600), 'a\nb', 'Mr.'),
      {
        minLength: 1,
        maxLength: 400,
      },
    );
    fc.assert(
      fc.property(texts, (parts) => {
        const pieces = split(parts.join(' '));
        expect(pieces.join('').replace(/\s/gu, '')).toBe(parts.join('').replace(/\s/gu, ''));
        for (const piece of pieces) {
          expect(piece).toBe(piece.trim());
          expect(piece).not.toBe('');
          expect(piece).not.toMatch(/\p{Cs}/u);
          expect(piece.length).toBeLessThanOrEqual(MAX_PASSAGE_CHARS);
          expect(countWords(piece)).toBeLessThanOrEqual(MAX_PASSAGE_WORDS);
        }
      }),
      { numRuns: 60 },
    );
  });
});
