import { describe, expect, it } from 'vitest';
import { joinWrappedLines } from '../../../src/corpus/reading/wrapped-lines.js';

describe('lines are joined', () => {
  it.each([
    ['that go on in lower case', ['The well was dug by', 'the women of Sololo.']],
    [
      'of wide prose, some of which begin with a name',
      [
        'The elders of Sololo walked to the well at dawn and waited for the',
        'Marsabit engineers, who came at noon with a pump and two lorries of',
        'cement. They left before the evening prayers.',
      ],
    ],
    ['that go on with a name', ['The well at Sololo was opened by Mama', 'Galgalo on Friday.']],
    ['that each end a sentence', ['The well was dug.', 'It is deep.']],
    ['that end in a comma here and there', ['The well was dug,', 'they say, by the', 'women of Sololo.']],
  ])('%s', (_name, lines) => {
    expect(joinWrappedLines(lines)).toBe(lines.join(' '));
  });
});

describe('line ends are kept', () => {
  it.each([
    ['of short items', ['Maize 40', 'Beans 75', 'Rice 120']],
    ['of items in lower case', ['maize 40', 'beans 75', 'rice 120']],
    ['of labels', ['Garissa to Dadaab: 300', 'Garissa to Wajir: 900']],
    ['of notices without a full stop', ['The clinic moves to the market', 'Bring your book']],
    ['of a table', ['Clan | Seats', 'Borana | 4']],
    ['of verse', ['O well of stone, your rope is long,', 'the bucket sings a thirsty song;', 'we drink.']],
    ['of speeches', ['CLERK: Who dug the well?', 'ELDER: The women.']],
    ['of a timeline', ['05:30 The pump stops.', '06:15 Lorries leave Moyale.']],
    ['of bullets', ['• A pump that works.', '• A rope.']],
  ])('%s', (_name, lines) => {
    expect(joinWrappedLines(lines)).toBe(lines.join('\n'));
  });

  it('around an item that is wrapped', () => {
    expect(joinWrappedLines(['05:30 The pump at the well', 'stops.', '06:15 Lorries leave.'])).toBe(
      '05:30 The pump at the well stops.\n06:15 Lorries leave.',
    );
  });
});
