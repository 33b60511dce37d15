import { describe, expect, it } from 'vitest';
import { parseCommandLine, parseSwitch } from '../../src/cli/terminal.js';

describe('parseCommandLine', () => {
  it.each([
    ['Who won?', 'ask', 'Who won?', {}],
    ['/ask Who won?', 'ask', 'Who won?', {}],
    ['/ask Who won? results:5 outlet:"The Star"', 'ask', 'Who won?', { results: '5', outlet: 'The Star' }],
    ['  /ask   since:2023-08 Who won? until:2024', 'ask', 'Who won?', { since: '2023-08', until: '2024' }],
    ['/ask question:"Who won?" private:true', 'ask', 'Who won?', { question: 'Who won?', private: 'true' }],
    ['/ask Who won? why:true', 'ask', 'Who won?', { why: 'true' }],
    ['/ask Who won? now:2023-06-14', 'ask', 'Who won?', { now: '2023-06-14' }],
    ['/ask Ruto: why: was it lost?', 'ask', 'Ruto: why: was it lost?', {}],
    ['/ask Ruto: who won at 10:30?', 'ask', 'Ruto: who won at 10:30?', {}],
    ['/source some-article paragraph:3', 'source', 'some-article', { paragraph: '3' }],
    ['/corpus   status', 'corpus status', '', {}],
    ['/corpus reload preview:true', 'corpus reload', '', { preview: 'true' }],
    ['/help', 'help', '', {}],
    ['/ask', 'ask', '', {}],
  ])('reads "%s"', (line, command, text, options) => {
    const parsed = parseCommandLine(line);
    expect(parsed).toMatchObject({ command, text });
    expect(parsed.options).toEqual(options);
  });

  it.each([['/asking'], ['/corpus'], ['/corpus drop'], ['/'], ['/nothing at all']])(
    'refuses "%s"',
    (line) => {
      expect(() => parseCommandLine(line)).toThrow(expect.objectContaining({ code: 'COMMAND_UNKNOWN' }));
    },
  );
});

describe('parseSwitch', () => {
  it.each([
    ['true', true],
    ['Yes', true],
    ['off', false],
    [undefined, false],
  ])('reads %s as %s', (text, expected) => {
    expect(parseSwitch('preview', text)).toBe(expected);
  });

  it('refuses anything else', () => {
    expect(() => parseSwitch('preview', 'maybe')).toThrow(
      expect.objectContaining({ code: 'SWITCH_INVALID' }),
    );
  });
});
