import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Withdrawal } from '../../../src/core/model/article.js';
import { Fault } from '../../../src/core/model/fault.js';
import type { PartialDate } from '../../../src/core/model/partial-date.js';
import {
  type FileText,
  markWithdrawn,
  readMark,
  readYaml,
  replaceYaml,
  splitFrontMatter,
  unmarkWithdrawn,
} from '../../../src/corpus/drafts/edit-front-matter.js';
import { MAX_FILE_BYTES } from '../../../src/corpus/files/list-files.js';
import { type Format } from '../../../src/corpus/reading/format.js';
import { readArticle } from '../../../src/corpus/reading/read-article.js';
import { MAX_REASON_CHARS } from '../../../src/corpus/reading/reading.js';
import { tellProblems } from '../../support/tell-problems.js';
import { context } from '../fake-sentences.js';

const MARK: Withdrawal = { on: '2026-11-22' as PartialDate, reason: 'Taken back: "by" the outlet # 1' };
const LINES = 'withdrawn:\n  on: 2026-11-22\n  reason: "Taken back: \\"by\\" the outlet # 1"\n';
const md = (text: string): FileText => ({ text, format: 'markdown' });

/** What `act` is refused with, as it is read in English. */
function tellRefusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    expect(error.code).toBe('FRONT_MATTER_INVALID');
    return tellProblems(error.problems)
      .map(({ file, line, reason }) => `${file}line ${line ?? '?'}: ${reason}`)
      .join(' ');
  }
  throw new Error('it is not refused');
}

const anyFormat = fc.constantFrom<Format>('markdown', 'text', 'html');
const anyBody = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom('Rain fell.', '---', '', '# Rain', ' ', 'title: no', '<p>Rain</p>'),
      },
      fc.string({ unit: 'grapheme' }),
    ),
  )
  .chain((lines) => fc.constantFrom('\n', '\r\n', '\r').map((end) => lines.join(end)));
const anyValue = fc.constantFrom(
  ...[
    'Rain',
    '"a: b"',
    "'it''s'",
    '007',
    '2023',
    '[a, b]',
    '>-\n  Long\n  text',
    '|+\n  kept\n\n',
    'x # why',
  ],
  ...['', '~', 'true', '!!str 5', '\n  - a\n  - b', '{ a: b }', 'a\u2028b', 'cafe\u0301'],
);
const anyKey = fc.constantFrom('layout', 'source-id', 'x', '"quoted key"', 'slug', 'weight');
const anyYaml = fc
  .tuple(
    fc.uniqueArray(fc.tuple(anyKey, anyValue), { selector: ([key]) => key, maxLength: 4 }),
    fc.constantFrom('', '# first\n', '\n', 'title: Rain # stays\n', '? tags\n: [a]\n'),
    fc.constantFrom('', '# last\n', '\n# last\n\n'),
  )
  .map(
    ([pairs, first, last]) => `${first}${pairs.map(([key, value]) => `${key}: ${value}\n`).join('')}${last}`,
  );
const anyFile: fc.Arbitrary<FileText> = fc
  .record({
    format: anyFormat,
    mark: fc.constantFrom('', '\uFEFF'),
    front: fc.option(
      fc.oneof(
        anyYaml,
        anyYaml.map((yaml) => `  ${yaml.trim().replaceAll('\n', '\n  ')}\n`),
      ),
    ),
    end: fc.constantFrom('\n', '\r\n'),
    body: anyBody,
  })
  .map(({ format, mark, front, end, body }) => ({
    format,
    text: mark + (front === null ? '' : `---\n${front}---\n`).replaceAll('\n', end) + body,
  }))
  .filter((file) => isReadable(file));

function isReadable(file: FileText): boolean {
  try {
    readMark(file);
    return true;
  } catch {
    return false;
  }
}

/** What a reader makes of a file, without the numbers of lines, and without its words about a blank one. */
function readFile({ text, format }: FileText): unknown {
  const reading = readArticle(format, text, context);
  if (reading.kind === 'rejected') return reading.kind;
  return { ...reading, problems: reading.problems.map(({ code, facts }) => ({ code, facts })) };
}

describe('marking a file', () => {
  it.each([
    ['without front matter', 'Rain.', `---\n${LINES}---\nRain.`],
    ['with some', '---\ntitle: "Rain"   # x\n---\nRain.', `---\ntitle: "Rain"   # x\n${LINES}---\nRain.`],
    ['with an empty one', '---\n---\nRain.', `---\n${LINES}---\nRain.`],
    ['with a mark', `---\n${LINES.replace('22', '21')}# x\nurl: ~\n---\n`, `---\n# x\nurl: ~\n${LINES}---\n`],
    [
      'with a mark and notes',
      '---\nwithdrawn: { on: 2025, reason: x } # gone\n\n# why\ntitle: Rain\n---\n',
      `---\n\n# why\ntitle: Rain\n${LINES}---\n`,
    ],
    [
      'with Windows line ends',
      '---\r\ntitle: R\r\n---\r\nA\nB',
      `---\r\ntitle: R\r\n${LINES.replaceAll('\n', '\r\n')}---\r\nA\nB`,
    ],
    ['with a byte order mark', '\uFEFFRain.', `\uFEFF---\n${LINES}---\nRain.`],
    [
      'with indented keys',
      '---\n  title: R\n---\n',
      `---\n  title: R\n${LINES.replace(/^/gmu, '  ').trimEnd()}\n---\n`,
    ],
    [
      'with keys in braces',
      '---\n{ title: Rain, tags: [007] } # x\n---\n',
      `---\n{ title: Rain, tags: [ 007 ], withdrawn: { on: 2026-11-22, reason: "Taken back: \\"by\\" the outlet # 1" } } # x\n---\n`,
    ],
  ])('%s leaves all else as it is', (_name, before, after) => {
    expect(markWithdrawn(md(before), MARK)).toBe(after);
    expect(readMark(md(after))).toEqual(MARK);
  });

  it.each([
    'true',
    'null',
    '~',
    '2026',
    '# no',
    '- a',
    "it's",
    '"',
    '\\',
    'a: b',
    '[',
    '{',
    '&a',
    '*a',
    '!x',
    '%',
    '@',
    '`',
    '---',
    'ya “leo”',
  ])('keeps the reason %s', (reason) => {
    const file = md(markWithdrawn(md('Rain.'), { ...MARK, reason }));
    expect(readMark(file)).toEqual({ ...MARK, reason });
  });

  it.each([
    [MAX_REASON_CHARS, false],
    [MAX_REASON_CHARS + 1, true],
    [0, true],
  ])('with a reason of %i characters is refused: %s', (length, isRefused) => {
    const act = (): string => markWithdrawn(md('Rain.'), { ...MARK, reason: 'a'.repeat(length) });
    if (isRefused) expect(tellRefusal(act)).toMatch(/^line 1: `withdrawn\.reason` /u);
    else expect(readMark(md(act()))?.reason).toHaveLength(length);
  });

  it.each([
    ['cannot be parsed', '---\nlayout: x\ntitle: a: b\n---\n', /^line 2: .*not valid YAML/u],
    ['says something wrong', '---\npublished: never\n---\n', /^line 1: `published` must be a date/u],
    ['has no end', '---\ntitle: a\n', /^line 1: The front matter that begins here has no end/u],
  ])('is refused where front matter %s', (_name, text, problem) => {
    expect(tellRefusal(() => markWithdrawn(md(text), MARK))).toMatch(problem);
  });

  it('is refused where the file would grow too large to be read', () => {
    const act = (bytes: number) => markWithdrawn(md('a'.repeat(bytes)), MARK);
    const room = MAX_FILE_BYTES - Buffer.byteLength(act(0));
    expect(act(room)).toHaveLength(MAX_FILE_BYTES);
    expect(tellRefusal(() => act(room + 1))).toMatch(/^line 1: The file is over 5 MB/u);
  });
});

describe('taking a mark off', () => {
  it.each(['\n', '\r\n', '\r'])('gives a file with the line ends %j back as it was', (lineEnd) => {
    const text = ['---', '# first', '# last', '---', 'Rain fell.'].join(lineEnd);
    const marked = markWithdrawn(md(text), MARK);
    expect(readMark(md(marked))).toEqual(MARK);
    expect(unmarkWithdrawn(md(marked))).toBe(text);
  });
});

describe('marking any file', () => {
  it('changes the mark and nothing else, and taking it off gives the file back', () => {
    fc.assert(
      fc.property(anyFile, fc.string({ unit: 'grapheme', maxLength: 40 }), (file, reason) => {
        const before = unmarkWithdrawn(file);
        expect(before).toBe(file.text);
        fc.pre(/\p{L}/u.test(reason.replace(/\p{C}/gu, '')));
        const marked = { ...file, text: markWithdrawn(file, { ...MARK, reason }) };
        expect(readMark(marked)?.on).toBe(MARK.on);
        expect(splitFrontMatter(marked).body).toBe(splitFrontMatter(file).body);
        expect(readFile(marked)).toMatchObject({ kind: 'read' });

        const twice = { ...file, text: markWithdrawn(marked, MARK) };
        expect(readMark(twice)).toEqual(MARK);
        const restored = { ...file, text: unmarkWithdrawn(twice) };
        expect(splitFrontMatter(restored).body).toBe(splitFrontMatter(file).body);
        expect(readFile(restored)).toEqual(readFile(file));
        if (splitFrontMatter(file).yaml.trim() !== '') expect(readYaml(restored)).toBe(readYaml(file));
        else if (splitFrontMatter(file).yaml === '') expect(readYaml(restored)).toBe('');
      }),
      { numRuns: 300 },
    );
  });
});

describe('other YAML for a file', () => {
  it.each([
    [
      'takes the place of what there was',
      '---\na: b\n---\nRain.',
      'title: Rain',
      '---\ntitle: Rain\n---\nRain.',
    ],
    ['is put before a file without', 'Rain.', 'title: Rain\n', '---\ntitle: Rain\n---\nRain.'],
    [
      'gets the line ends of the file',
      'A\r\nB',
      'title: R\nurl: ~',
      '---\r\ntitle: R\r\nurl: ~\r\n---\r\nA\r\nB',
    ],
    ['goes when it is blank', '---\na: b\n---\nRain.', ' \n', 'Rain.'],
    ['leaves its place where dashes follow', '---\na: b\n---\n---\nRain.', '', '---\n---\n---\nRain.'],
  ])('%s', (_name, before, yaml, after) => {
    expect(replaceYaml(md(before), yaml)).toBe(after);
  });

  it.each([
    ['title: a: b', /^line 1: .*not valid YAML/u],
    ['title: a\n\npublished: never', /^line 3: `published` must be a date/u],
    ['title: a\n---\nurl: b', /^line 1: A line of three dashes/u],
    ['- a', /^line 1: The front matter must be lines/u],
  ])('is refused: %s', (yaml, problem) => {
    expect(tellRefusal(() => replaceYaml(md('Rain.'), yaml))).toMatch(problem);
  });

  it('is refused where plain text would be read as its part', () => {
    const act = () => replaceYaml({ text: 'Rain.', format: 'text' }, 'layout: post');
    expect(tellRefusal(act)).toContain('none of the keys title, ');
  });

  it('never changes the body, and is read back as it was typed', () => {
    fc.assert(
      fc.property(anyFile, anyYaml, (file, yaml) => {
        let edited: string;
        try {
          edited = replaceYaml(file, yaml);
        } catch (error) {
          expect(error).toMatchObject({ code: 'FRONT_MATTER_INVALID' });
          return;
        }
        expect(splitFrontMatter({ ...file, text: edited }).body).toBe(splitFrontMatter(file).body);
        if (yaml.trim() !== '') expect(readYaml({ ...file, text: edited })).toBe(yaml.replace(/\n$/u, ''));
      }),
      { numRuns: 300 },
    );
  });
});
