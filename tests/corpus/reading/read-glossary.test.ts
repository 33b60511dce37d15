import fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Glossary } from '../../../src/core/model/corpus.js';
import { loadGlossary } from '../../../src/corpus/files/read-corpus.js';
import { NOTHING_STAGED } from '../../../src/corpus/files/staged-files.js';
import {
  type GlossaryReading,
  MAX_TERM_CHARS,
  MAX_TERM_WORDS,
  readGlossary,
} from '../../../src/corpus/reading/read-glossary.js';
import { tellProblems } from '../../support/tell-problems.js';

const POLL = '- en: [election, poll]\n  sw: [uchaguzi, chaguzi]\n';
const POLL_ENTRY = { en: ['election', 'poll'], sw: ['uchaguzi', 'chaguzi'] };
const CORPUS = join(import.meta.dirname, '..', '..', '..', 'corpus');

const read = (source: string): Glossary => {
  const reading = readGlossary(source);
  expect(reading).toMatchObject({ kind: 'read', problems: [] });
  return reading.kind === 'read' ? reading.glossary : [];
};
const tell = (reading: GlossaryReading) => ({ ...reading, problems: tellProblems(reading.problems) });
const words = (count: number): string => Array.from({ length: count }, (_, i) => `w${i}`).join(' ');
const listTerms = (glossary: Glossary): string[] => glossary.flatMap(({ en, sw }) => [...en, ...sw]);

describe('readGlossary', () => {
  it.each([
    ['lists on one line', POLL],
    ['lists over lines', '- en:\n    - election\n    - poll\n  sw:\n    - uchaguzi\n    - chaguzi\n'],
    ['a byte order mark and CRLF', `\uFEFF${POLL.replaceAll('\n', '\r\n')}`],
    ['comments and other keys', `# Elections\n${POLL}  note: both\n`],
    ['capitals, blanks and repeats', '- en: [" Election", POLL, poll]\n  sw: [uchaguzi, chaguzi]'],
  ])('takes %s', (_name, source) => {
    expect(read(source)).toEqual([POLL_ENTRY]);
  });

  it.each(['', '\n', '# nothing yet\n', '---\n'])('takes %j for no entries', (source) => {
    expect(read(source)).toEqual([]);
  });

  it('takes every term as it is written', () => {
    const [entry] = read(
      "- en: [2027, no, null, 1e3, prime   minister]\n  sw: [true, ng'ombe, waziri mkuu]\n",
    );
    expect(entry).toEqual({
      en: ['2027', 'no', 'null', '1e3', 'prime minister'],
      sw: ['true', "ng'ombe", 'waziri mkuu'],
    });
  });

  it('keeps a term that both languages have', () => {
    expect(read('- en: [matatu]\n  sw: [matatu]\n')).toHaveLength(1);
  });

  it.each<[string, string, [number, RegExp]]>([
    ['an entry without `sw`', '- en: [tax]\n', [3, /The entry needs `sw: \[uchaguzi, chaguzi\]`/u]],
    ['an entry without `en`', '- sw: [kodi]\n', [3, /The entry needs `en: \[election, poll\]`/u]],
    ['text for a list', '- en: [tax]\n  sw: kodi\n', [4, /The entry needs `sw:/u]],
    ['an empty list', '- en: [tax]\n  sw: []\n', [4, /`sw` is empty/u]],
    ['nothing for a list', '- en: [tax]\n  sw:\n', [4, /The entry needs `sw:/u]],
    ['a line of text', '- tax\n', [3, /An entry must be two lists/u]],
    ['a lone dash', '-\n', [3, /An entry must be two lists/u]],
    ['a nested term', '- en: [tax]\n  sw:\n    - a\n    - b: c\n', [6, /A term must be text/u]],
    ['an empty term', '- en: [tax, ""]\n  sw: [kodi]\n', [3, /must have a letter or digit/u]],
    ['a term of a mark', '- en: [tax]\n  sw: [kodi, "&"]\n', [4, /must have a letter or digit/u]],
    [
      'a term of an earlier entry',
      '- en: [tax]\n  sw: [kodi, Poll]\n',
      [3, /"poll" stands in the entry of line 1 already/u],
    ],
  ])('leaves out and reports %s', (_name, entry, [line, reason]) => {
    const reading = readGlossary(`${POLL}${entry}- en: [water]\n  sw: [maji]\n`);
    expect(tell(reading)).toMatchObject({
      kind: 'read',
      glossary: [POLL_ENTRY, { en: ['water'], sw: ['maji'] }],
      problems: [{ file: 'glossary.yaml', line, reason: expect.stringMatching(reason) as string }],
    });
  });

  it('counts no term of an entry that is left out', () => {
    const reading = readGlossary(`- en: [poll]\n${POLL}`);
    expect(reading).toMatchObject({ kind: 'read', glossary: [POLL_ENTRY], problems: [{ line: 1 }] });
  });

  it.each([
    [words(MAX_TERM_WORDS - 1), true],
    [words(MAX_TERM_WORDS), true],
    [words(MAX_TERM_WORDS + 1), false],
    ['a'.repeat(MAX_TERM_CHARS - 1), true],
    ['a'.repeat(MAX_TERM_CHARS), true],
    ['a'.repeat(MAX_TERM_CHARS + 1), false],
  ])('takes %j: %s', (term, isTaken) => {
    const reading = readGlossary(`- en: [${term}]\n  sw: [kodi]\n`);
    const problems = isTaken ? [] : [{ line: 1, reason: expect.stringContaining('is too long') as string }];
    expect(tell(reading)).toMatchObject({ kind: 'read', problems });
  });

  it.each<[string, string, number | null, RegExp]>([
    ['broken YAML', `${POLL}- en: [tax\n  sw: [kodi]\n`, 4, /not valid YAML/u],
    ['an entry without its dash', `${POLL}  en: [tax]\n  sw: [kodi]\n`, 3, /Map keys must be unique/u],
    ['an unknown tag', `${POLL}- !tax [kodi]\n`, 3, /not valid YAML/u],
    ['two documents', `${POLL}---\n${POLL}`, 3, /not valid YAML/u],
    ['an unknown alias', '- *tax\n', null, /cannot be taken apart/u],
    ['no list', '# Terms\nen: [tax]\nsw: [kodi]\n', 2, /must be a list: write each entry as `- en:/u],
    ['text', 'tax kodi', 1, /must be a list/u],
    ['deep brackets', '['.repeat(100_000), null, /nested too deeply/u],
    ['deep marks', '- '.repeat(50_000), null, /nested too deeply/u],
    [
      'deep indentation',
      Array.from({ length: 100 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
      null,
      /too deeply/u,
    ],
  ])('rejects %s', (_name, source, line, reason) => {
    expect(tell(readGlossary(source))).toMatchObject({
      kind: 'rejected',
      problems: [{ file: 'glossary.yaml', line, reason: expect.stringMatching(reason) as string }],
    });
  });

  it('makes something of every text', () => {
    const mark = fc.constantFrom(
      '- ',
      'en:',
      'sw:',
      ' ',
      '\n',
      '[',
      ']',
      ',',
      'a',
      '"',
      '{',
      '}',
      '&a',
      '*a',
      '#',
      '!',
      '|',
    );
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 60 }), (marks) => {
        const reading = readGlossary(marks.join(''));
        if (reading.kind === 'rejected') expect(reading.problems).toHaveLength(1);
      }),
    );
  });
});

describe('the glossary that ships', () => {
  it('has at least 80 entries, no problem, and no term twice', async () => {
    const reading = await loadGlossary(CORPUS, NOTHING_STAGED);
    expect(reading).toMatchObject({ kind: 'read', problems: [] });
    const glossary = reading.kind === 'read' ? reading.glossary : [];
    expect(glossary.length).toBeGreaterThanOrEqual(80);
    expect(new Set(listTerms(glossary)).size).toBe(listTerms(glossary).length);
  });
});
