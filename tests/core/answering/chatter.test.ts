import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blankChatter,
  CHATTER,
  COURTESIES,
  isSmallTalk,
  SMALL_TALK,
} from '../../../src/core/answering/chatter.js';

/** Chooses one of some alternatives by its number. */
type Choose = (alternatives: number) => number;

/** Writes out a phrase of the lists: `[x]` may be left out, `(x|y)` is one of them. */
function writeOut(phrase: string, choose: Choose): string {
  let at = 0;
  const readAlternatives = (end: string): string => {
    const alternatives = [''];
    while (at < phrase.length && phrase[at] !== end) {
      const mark = phrase[at] ?? '';
      at += 1;
      if (mark === '|') alternatives.push('');
      else alternatives.push((alternatives.pop() ?? '') + readPart(mark));
    }
    at += 1;
    return alternatives[choose(alternatives.length)] ?? '';
  };
  const readPart = (mark: string): string => {
    if (mark === '(') return readAlternatives(')');
    if (mark !== '[') return mark;
    const isLeftOut = choose(2) === 0;
    const part = readAlternatives(']');
    return isLeftOut ? '' : part;
  };
  return readAlternatives('').replace(/\s+/gu, ' ').trim();
}

const shortest: Choose = () => 0;
const longest: Choose = (alternatives) => alternatives - 1;
/** A phrase of a list, written out in any way. */
const anyOf = (phrases: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...phrases), fc.infiniteStream(fc.nat()))
    .map(([phrase, numbers]) =>
      writeOut(phrase, (alternatives) => Number(numbers.next().value) % alternatives),
    );

const QUESTION = 'Who built the bridge over the Athi';
const RUNS = { numRuns: 2000 };

/** What remains of a text, without the spaces around it. */
function remains(text: string): string {
  const blanked = blankChatter(text);
  expect(blanked).toHaveLength(text.length);
  return blanked.replace(/^[\s,]+|[\s,]+$/gu, '');
}

describe('the phrases of the lists', () => {
  it.each([
    ['[please] tell (me|us) [about|that]', shortest, 'tell me'],
    ['[please] tell (me|us) [about|that]', longest, 'please tell us that'],
    ['thanks [for (your|the) help]', longest, 'thanks for the help'],
  ])('of "%s" are written out', (phrase, choose, expected) => {
    expect(writeOut(phrase, choose)).toBe(expected);
  });
});

describe('blankChatter', () => {
  it.each(CHATTER)('blanks "%s" before a question', (phrase) => {
    for (const choose of [shortest, longest]) {
      const chatter = writeOut(phrase, choose);
      expect(remains(`${chatter} ${QUESTION}`), chatter).toBe(QUESTION);
      expect(remains(`${chatter.toUpperCase()}: ${QUESTION}`).replace(/^: /u, ''), chatter).toBe(QUESTION);
    }
  });

  it.each(COURTESIES)('blanks "%s" at either end', (phrase) => {
    for (const choose of [shortest, longest]) {
      const courtesy = writeOut(phrase, choose);
      expect(remains(`${courtesy}, ${QUESTION}`), courtesy).toBe(QUESTION);
      expect(remains(`${courtesy} ${QUESTION}`), courtesy).toBe(QUESTION);
      expect(remains(`${QUESTION}, ${courtesy}`), courtesy).toBe(QUESTION);
      expect(remains(`${QUESTION} ${courtesy}`), courtesy).toBe(QUESTION);
    }
  });

  it('blanks them however they are written out', () => {
    fc.assert(
      fc.property(anyOf(CHATTER), anyOf(COURTESIES), anyOf(COURTESIES), (chatter, first, last) => {
        expect(remains(`${first}, ${chatter} ${QUESTION}, ${last}`).replace(/[\s,]+$/u, '')).toBe(QUESTION);
      }),
      RUNS,
    );
  });

  it('takes an apostrophe of either kind for a space', () => {
    expect(remains(`I’m just wondering if ${QUESTION}`)).toBe(QUESTION);
    expect(remains(`What's the latest news about ${QUESTION}`)).toBe(QUESTION);
  });

  it.each([
    ['Who said thank you to the fishermen of Lamu?'],
    ['Did Hello Tractor sell the harvesters?'],
    ['Why did the guys at the depot strike?'],
    ['What does the source of the Nile hold?'],
    ['Who just won?'],
  ])('leaves "%s" as it is', (question) => {
    expect(blankChatter(question)).toBe(question);
  });

  it('keeps the length of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), anyOf(CHATTER), (text, chatter) => {
        expect(blankChatter(text + chatter)).toHaveLength((text + chatter).length);
      }),
    );
  });
});

describe('isSmallTalk', () => {
  it.each([...SMALL_TALK, ...COURTESIES])('takes "%s" for small talk', (phrase) => {
    for (const choose of [shortest, longest]) {
      const talk = writeOut(phrase, choose);
      expect(isSmallTalk(talk), talk).toBe(true);
      expect(isSmallTalk(`${talk.toUpperCase()}!`), talk).toBe(true);
    }
  });

  it('takes several phrases for small talk, however they are written out', () => {
    fc.assert(
      fc.property(anyOf([...SMALL_TALK, ...COURTESIES]), anyOf(SMALL_TALK), (first, last) => {
        expect(isSmallTalk(`${first}, ${last}.`)).toBe(true);
      }),
      RUNS,
    );
  });

  it('takes no question for small talk, whatever stands beside it', () => {
    fc.assert(
      fc.property(anyOf([...SMALL_TALK, ...COURTESIES, ...CHATTER]), (talk) => {
        expect(isSmallTalk(`${talk} ${QUESTION}`)).toBe(false);
        expect(isSmallTalk(`${QUESTION}, ${talk}`)).toBe(false);
      }),
    );
  });

  it.each([['???'], ['🤷'], ['42'], ['']])('takes "%s" for none', (text) => {
    expect(isSmallTalk(text)).toBe(false);
  });
});
