import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMessage } from '../../../src/core/quotations/read-message.js';
import { anyQuestion } from '../../support/arbitrary-article.js';

const SAID = 'the bridge cost forty million shillings';

describe('readMessage', () => {
  it.each([
    ['bold, italics, strike, spoiler', '**a** *b* __c__ _d_ ~~e~~ ||f|| ***g***', 'a b c d e f g'],
    ['inline code', 'run `npm test` now', 'run npm test now'],
    ['a code block', 'before\n```ts\nconst a = "1";\n```\nafter', 'before\n\nafter'],
    ['a code block that is not closed', 'before\n```\nrest', 'before'],
    ['a masked link', 'see [this page](https://a.example/x_(y)) now', 'see this page now'],
    ['a masked link without preview', 'see [this](<https://a.example>)', 'see this'],
    ['a masked link with a title', 'see [this](https://a.example "Title")', 'see this'],
    ['a bare link', 'see https://a.example/b?c=d_e and <https://a.example>', 'see and'],
    ['mentions', 'hi <@1> <@!2> <@&3> <#4> @everyone @here', 'hi'],
    ['a command', 'try </ask:123> please', 'try please'],
    ['custom emoji', 'nice <:ok:1> <a:ok:2>', 'nice'],
    ['a timestamp', 'at <t:1700000000:R> sharp', 'at sharp'],
    ['headings and small print', '# One\n## Two\n-# three', 'One\nTwo\nthree'],
    ['lists', '- one\n* two\n1. three', 'one\ntwo\nthree'],
    ['quoted lines', '> one\nand two', 'one\nand two'],
    ['escapes', String.raw`2 \* 3 \_x\_`, '2 * 3 _x_'],
    ['names with underscores', 'snake_case_name', 'snake_case_name'],
    ['invisible characters', 'a\u200Bb\u2066c\r\nd', 'abc\nd'],
    ['nothing but an emoji', '<:ok:1>', ''],
  ])('strips %s', (_name, message, text) => {
    expect(readMessage(message).text).toBe(text);
  });

  it.each([
    ['“ ”', `He says “${SAID}” today`],
    ['" "', `He says "${SAID}" today`],
    ['« »', `He says « ${SAID} » today`],
    ['„ “', `He says „${SAID}“ today`],
    ['‘ ’', `He says ‘${SAID}’ today`],
    ['a quoted line', `> ${SAID}\nReally?`],
    ['all that is quoted', `Really?\n>>> ${SAID}`],
    ['bold inside', `He says "the **bridge** cost forty *million* shillings" today`],
    ['marks inside bold', `He says **"${SAID}"** today`],
    ['a line break inside', `He says "the bridge cost\nforty million shillings" today`],
  ])('takes what stands in %s for a quotation', (_name, message) => {
    expect(readMessage(message).quotations).toEqual([SAID]);
  });

  it('takes quoted lines on end for one quotation, marks and all', () => {
    const message =
      '> He said: “It cost a lot.”\n> Nobody asked again.\nHm.\n> another quotation of five words';
    expect(readMessage(message).quotations).toEqual([
      'He said: “It cost a lot.” Nobody asked again.',
      'another quotation of five words',
    ]);
  });

  it('takes the outermost of nested quotations', () => {
    const inner = 'He told us ‘we shall never leave this place’ on Monday';
    expect(readMessage(`She wrote “${inner}” here`).quotations).toEqual([inner]);
  });

  it('keeps apostrophes inside a quotation in single marks', () => {
    const inner = 'they don’t know the governor’s plan';
    expect(readMessage(`She wrote ‘${inner}’ here`).quotations).toEqual([inner]);
  });

  it.each([
    ['apostrophes', 'the governor’s plan isn’t what the people’s vote wanted, he’s said'],
    ['straight single marks', "it's the governor's plan, isn't it, the people's choice"],
    ['a mark that is not closed', 'He says “the bridge cost forty million shillings'],
    ['marks in two paragraphs', 'He says "the bridge cost\n\nforty million shillings" today'],
    ['inches', 'a 5" pipe and a 6" pipe of the same make'],
  ])('takes no %s for a quotation', (_name, message) => {
    expect(readMessage(message).quotations).toEqual([]);
  });

  it.each([
    ['three words', 'electoral commission announced', 0],
    ['four words', 'electoral commission announced results', 1],
    ['19 characters', 'it was a small wind', 0],
    ['20 characters', 'it was a small winds', 1],
  ])('counts %s', (_name, quotation, count) => {
    expect(readMessage(`"${quotation}"`).quotations).toHaveLength(count);
  });

  it.each([9, 10, 11])('keeps at most 10 quotations, here of %i, each once', (count) => {
    const quotations = Array.from({ length: count }, (_, i) => `"quotation number ${i} of the list"`);
    const read = readMessage([...quotations, ...quotations].join(' and '));
    expect(read.quotations).toHaveLength(Math.min(10, count));
  });

  it('reads the first 4000 characters', () => {
    expect(readMessage(`${'a'.repeat(3999)} b`).text).toBe('a'.repeat(3999));
    expect(readMessage(`${'a'.repeat(3998)} b`).text).toBe(`${'a'.repeat(3998)} b`);
  });

  it('leaves no mention, link or code fence, whatever was typed', () => {
    fc.assert(
      fc.property(anyQuestion, anyQuestion, (before, after) => {
        const { text } = readMessage(`${before} <@123> https://a.example/x ${after}`);
        expect(text).not.toMatch(/<@123>|https:\/\/a\.example|```/u);
      }),
    );
  });

  it.each(['[', '[a](', '“', '"', '‘', '<', '*', '_', '`', '\\', '(https://a(', '« '])(
    'reads %s four thousand times over',
    (mark) => {
      const { text, quotations } = readMessage(mark.repeat(4000));
      expect(text.length).toBeLessThanOrEqual(4000);
      expect(quotations).toEqual([]);
    },
  );
});
