import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanLines } from '../../../src/corpus/reading/text.js';
import { writeBlocks } from '../../../src/corpus/drafts/write-blocks.js';
import { readMarkdownBlocks } from '../../../src/corpus/reading/read-markdown.js';
import type { Block } from '../../../src/corpus/reading/reading.js';

const PIECES = [
  ...[
    'Ruto',
    'said that',
    '50.5%',
    '“No,”',
    'a',
    'snake_case',
    'AT&T',
    '&amp;',
    '&#65;',
    '[a](b)',
    '[^1]',
    '[x]: y',
  ],
  ...[
    '*',
    '**',
    '_',
    '__',
    '`',
    '``',
    '~',
    '~~',
    '#',
    '# ',
    '> ',
    '- ',
    '+ ',
    '1. ',
    '1) ',
    '=',
    '===',
    '---',
    '***',
  ],
  ...[
    '<b>',
    '</b>',
    '<!--',
    '-->',
    '<a@b.example>',
    '<div>',
    '<script>',
    '<?',
    '<![CDATA[',
    '\\',
    '\\\\',
    '!',
    '![',
  ],
  ...[
    'https://c.example/d_e*f~g',
    'www.c.example/_x_',
    'a_b@c.example',
    '|',
    ' | ',
    '| a | b |',
    '|---|',
    '```',
    '~~~',
  ],
  ...[
    '👍',
    '漢字',
    'é',
    '\u200D',
    ':',
    '•',
    '2023-08-16',
    '[ ]',
    '- [x] ',
    'http://[',
    '$x$',
    '^',
    '\\*',
    '%',
  ],
];

const anyText = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 }).map((words) => words.join(' ')),
  fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 }).map((words) => words.join('')),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 60 }),
);

const anyBlock = fc
  .record({
    lines: fc.array(anyText, { minLength: 1, maxLength: 3 }),
    isHeading: fc.boolean(),
    isTable: fc.boolean(),
  })
  .map(({ lines, isHeading, isTable }): Block => {
    const text = isHeading || !isTable ? cleanLine(lines.join(' ')) : cleanLines(lines.join('\n'));
    return { text: text || 'x', isHeading };
  });

function read(markdown: string): Block[] {
  return readMarkdownBlocks(markdown).map(({ text, isHeading }) => ({ text, isHeading }));
}

describe('writeBlocks', () => {
  it('reads back as the same blocks, whatever they say', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { minLength: 1, maxLength: 5 }), (blocks) => {
        expect(read(writeBlocks(blocks))).toEqual(blocks);
      }),
      { seed: 7, numRuns: 400 },
    );
  });

  it.each([
    ['plain text stays as it is', 'He said: “No.” It cost 40 million (a lot), AT&T says.', null],
    ['marks within words stay', 'The file snake_case_name is 5*3 = 15, #1 of all.', null],
    ['addresses stay', 'See https://a.example/b_c?d=e_f&g=h for more.', null],
    ['a mark at the start of a line is taken off', '# 1 in the county', '\\# 1 in the county'],
    ['a number at the start of a line is taken off', '2023. It was a year.', '2023\\. It was a year.'],
    ['emphasis is taken off', 'This is *not* so.', 'This is \\*not\\* so.'],
  ])('%s', (_name, text, markdown) => {
    expect(writeBlocks([{ text, isHeading: false }])).toBe(markdown ?? text);
  });

  it('writes rows as a table, as lines where their cells differ in number, and as code where lines would be joined', () => {
    const block = (text: string): Block => ({ text, isHeading: false });
    expect(writeBlocks([block('Party | Seats\nODM | 86')])).toBe(
      '| Party | Seats |\n| --- | --- |\n| ODM | 86 |',
    );
    expect(writeBlocks([block('Party | Seats\nODM')])).toBe('Party | Seats\nODM');
    expect(writeBlocks([block('The boat\nsank.')])).toBe('```\nThe boat\nsank.\n```');
  });

  it('writes headings below the headline', () => {
    expect(writeBlocks([{ text: 'What now?', isHeading: true }])).toBe('## What now?');
  });
});
