import { describe, expect, it } from 'vitest';
import { cleanLine, cleanLines, shortenLine } from '../../../src/corpus/reading/text.js';

describe('cleanLines', () => {
  it.each([
    ['line ends of Windows', 'a\r\nb\rc', 'a\nb\nc'],
    ['no-break spaces and runs of blanks', 'a\u00a0\u00a0 \tb', 'a b'],
    ['controls', 'a\u0000b\u0007c\u009fd', 'abcd'],
    ['overrides of direction', 'a\u202eb\u2066c\u200fd', 'abcd'],
    ['soft hyphens and zero-width spaces', 'a\u00adb\u200bc\ufeffd', 'abcd'],
    ['letters in two parts', 'cafe\u0301', 'café'],
    ['parts that an invisible character held apart', 'cafe\u200b\u0301', 'café'],
    ['halves of pairs', 'a\ud800b', 'a\ufffdb'],
    ['joiners, which shape letters', 'क्\u200dष 👨\u200d👩', 'क्\u200dष 👨\u200d👩'],
    ['blank lines', ' a \n \n\n b ', 'a\nb'],
    ['lines of nothing visible', 'a\n\u200d\nb', 'a\nb'],
  ])('cleans %s', (_name, text, clean) => {
    expect(cleanLines(text)).toBe(clean);
  });

  it('puts text on one line', () => {
    expect(cleanLine(' a\n\n b ')).toBe('a b');
  });
});

describe('shortenLine', () => {
  it.each([
    [11, 'rain or shine', 'rain or…'],
    [12, 'rain or shine', 'rain or…'],
    [13, 'rain or shine', 'rain or shine'],
    [6, 'rain, all day', 'rain…'],
    [5, 'rainfalls', 'rain…'],
    [4, 'ab😀😀', 'ab…'],
  ])('cuts to %i characters at a word', (maxChars, text, short) => {
    expect(shortenLine(text, maxChars)).toBe(short);
  });
});
