import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../src/cli/render-text.js';
import { parseCommandLine, parseSwitch, runTerminal } from '../../src/cli/terminal.js';
import type { Answer, AskRequest } from '../../src/core/answering/answer.js';
import type { LoadedCorpus } from '../../src/core/model/corpus.js';
import { loadArticles, makeArticle, serveArticles } from '../support/fake-corpus.js';
import { makeAnswer, makeEvidence } from '../support/make-answer.js';

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
    ['/ask Who won? filters:off', 'ask', 'Who won?', { filters: 'off' }],
    ['/closest', 'closest', '', {}],
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

describe('runTerminal', () => {
  const ASKED_AT = Date.parse('2026-03-05T09:00:00Z');
  const loaded = loadArticles(
    makeArticle('ferry', ['The ferry left Kisumu.', 'It sank at noon.'], { title: 'Ferry sinks off Kisumu' }),
  );
  const evidence = makeEvidence(loaded, ['ferry#2']);

  /** Types lines and returns what is printed for each. */
  async function type(answer: (request: AskRequest) => Answer, ...lines: string[]): Promise<string[]> {
    const services = {
      ...serveArticles(loaded),
      ask: (_: LoadedCorpus, request: AskRequest) => Promise.resolve(answer(request)),
    };
    const printed: string[] = [];
    const output = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        printed.push(chunk.toString());
        done();
      },
    });
    const input = Readable.from(lines.map((line) => `${line}\n`));
    await runTerminal(services, { input, output, isInteractive: false, style: PLAIN, now: () => ASKED_AT });
    return printed.slice(1);
  }

  const refuse = (request: AskRequest): Answer =>
    makeAnswer(loaded, request, [], { unknownTerms: ['submarine'], closest: evidence });

  it('shows the closest passages for the last question', async () => {
    const [none, refusal, closest] = await type(refuse, '/closest', 'Where is the submarine?', '/closest');
    expect(none).toBe('There are no closest passages to show.\n\n');
    expect(refusal).toContain('No article mentions “submarine”.');
    expect(refusal).toMatch(/\n\n\/closest shows the passages that come closest\.\n\n$/u);
    expect(closest).toContain(
      '**Where is the submarine?**\n\nI am not sure these answer your question, but they come closest:\n\n    **It sank at noon.**\n[1] ',
    );
  });

  it('reads filters in a question unless they are off', async () => {
    const asked: boolean[] = [];
    const note = (request: AskRequest): Answer => {
      asked.push(request.readsFilters);
      return refuse(request);
    };
    await type(note, 'ferry', '/ask ferry filters:off', '/ask ferry filters:on');
    expect(asked).toEqual([true, false, true]);
  });

  it('greets with a question to try', async () => {
    const [hello] = await type((request) => makeAnswer(loaded, request, [], { kind: 'greeting' }), 'Hello!');
    expect(hello).toMatch(/^Hello! Ask me about what the articles say, for example: “.+”\n\n$/u);
  });
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

  it('reads what is not given as its default', () => {
    expect(parseSwitch('filters', undefined, true)).toBe(true);
    expect(parseSwitch('filters', 'off', true)).toBe(false);
  });

  it('refuses anything else', () => {
    expect(() => parseSwitch('preview', 'maybe')).toThrow(
      expect.objectContaining({ code: 'SWITCH_INVALID' }),
    );
  });
});
