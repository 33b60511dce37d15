import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  escapeText,
  maskLink,
  shorten,
  toLinkLabel,
  unescapeText,
} from '../../../src/discord/message/markdown.js';
import { parseMarkdown, readPlainText, type Node } from '../../support/read-discord-markdown.js';

/** Pieces of markup that could take effect, in any order. */
const markup = fc
  .array(
    fc.constantFrom(
      ...[
        '*',
        '**',
        '_',
        '__',
        '~~',
        '||',
        '`',
        '```',
        '> ',
        '>>> ',
        '# ',
        '### ',
        '-# ',
        '- ',
        '+ ',
        '1. ',
        '2) ',
      ],
      ...[
        '<@1>',
        '<@&2>',
        '<#3>',
        '<t:4:R>',
        '</ask:5>',
        '<:a:6>',
        '<a:b:7>',
        '@everyone',
        '@here',
        ':smile:',
      ],
      ...[
        'https://a.example/b',
        '<https://a.example>',
        '[a](https://b.example)',
        '\\',
        '\n',
        ' ',
        'Ruto',
        '10:30',
        '¯\\_(ツ)_/¯',
      ],
    ),
  )
  .map((pieces) => pieces.join(''));
/** Without the control characters that no text of the corpus has. */
const text = fc
  .oneof(markup, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))
  .map((original) => original.replace(/[^\P{C}\n]/gu, ''));

describe('escapeText', () => {
  it('lets no markup take effect: what is read is the text', () => {
    fc.assert(
      fc.property(text, (original) => {
        expect(readPlainText(parseMarkdown(escapeText(original)))).toBe(original);
      }),
      { numRuns: 2000 },
    );
  });

  it('is undone by unescapeText', () => {
    fc.assert(
      fc.property(text, (original) => {
        expect(unescapeText(escapeText(original))).toBe(original);
      }),
    );
  });

  it.each([
    [
      'Ruto won 50.5% (7,176,141) of the vote - so what?',
      'Ruto won 50.5% (7,176,141) of the vote - so what?',
    ],
    ['- a list\n# a heading', '\\- a list\n\\# a heading'],
    ['see https://a.example', 'see https\\://a.example'],
  ])('leaves what needs no escape: %s', (original, escaped) => {
    expect(escapeText(original)).toBe(escaped);
  });
});

describe('toLinkLabel', () => {
  it('makes a label that reads as one link', () => {
    fc.assert(
      fc.property(text, (headline) => {
        const label = toLinkLabel(headline);
        fc.pre(label !== '');
        const [link, ...rest] = parseMarkdown(maskLink(label, 'https://a.example/b'));
        expect(link).toMatchObject({ type: 'link', target: 'https://a.example/b' });
        expect(readPlainText(link?.['content'] as Node[])).toBe(label);
        expect(rest).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['Ruto: "It is backward!" [VIDEO]', 'Ruto: "It is backward!" (VIDEO)'],
    ['Azimio *wins* 🎉 :tada:', 'Azimio wins tada'],
    ['star.co.ke goes dark', ''],
    ['https://a.example', ''],
    ['🎉', ''],
    ['🎉 1. Ruto', ''],
    ['#LindaKatiba rally', '#LindaKatiba rally'],
  ])('turns "%s" into "%s"', (headline, label) => {
    expect(toLinkLabel(headline)).toBe(label);
  });
});

describe('maskLink', () => {
  it('keeps an address that holds brackets in one piece', () => {
    expect(maskLink('a', 'https://a.example/b_(c)>d')).toBe('[a](<https://a.example/b_%28c%29%3Ed>)');
  });
});

describe('shorten', () => {
  it.each([
    ['one two', 7, 'one two'],
    ['one two', 6, 'one …'],
    ['onetwothree', 6, 'onet …'],
    ['ab👍👍', 5, 'ab …'],
  ])('cuts "%s" to %i', (long, max, short) => {
    expect(shorten(long, max)).toBe(short);
  });
});
