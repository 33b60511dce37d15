import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeFile } from '../../../src/corpus/reading/decode-file.js';
import type { Format } from '../../../src/corpus/reading/format.js';
import { readArticle } from '../../../src/corpus/reading/read-article.js';
import { MAX_REASON_CHARS } from '../../../src/corpus/reading/reading.js';
import { tellProblems } from '../../support/tell-problems.js';
import { context, expectArticle, listPassages } from '../fake-sentences.js';
import { readFolder } from '../read-folder.js';

const MARK = 'withdrawn:\n  on: 2026-11-22\n  reason: Taken back.\n';
const withdrawal = { on: '2026-11-22', reason: 'Taken back.' };

const BODIES: Readonly<Record<Format, string>> = {
  markdown: '# Rain\n\nRain fell on Makueni on Sunday.\n',
  text: 'Rain\n\nRain fell on Makueni on Sunday.\n',
  html: '<html><head><title>Rain</title></head><body><h1>Rain</h1><p>Rain fell on Makueni on Sunday.</p></body></html>\n',
};
const FORMATS = ['markdown', 'text', 'html'] as const;
const read = (source: string, format: Format = 'markdown') => readArticle(format, source, context);
const reasonsOf = (source: string, format: Format = 'markdown') =>
  tellProblems(read(source, format).problems).map(({ line, reason }) => `${line ?? ''} ${reason}`);

describe('an article that is withdrawn', () => {
  it.each(FORMATS)('is read from %s', (format) => {
    const reading = read(`---\n${MARK}outlet: Daily Lantern\n---\n${BODIES[format]}`, format);
    const article = expectArticle(reading);
    expect(reading).toMatchObject({ withdrawal, problems: [] });
    expect(article.article).toMatchObject({ title: 'Rain', outlet: 'Daily Lantern' });
    expect(listPassages(article)).toEqual(['Rain fell on Makueni on Sunday.']);
  });

  it.each(FORMATS)('needs no text in %s', (format) => {
    const reading = read(`---\n${MARK}---\n`, format);
    expect(reading).toMatchObject({ withdrawal, article: { article: { title: 'a', hasHeadline: false } } });
  });

  it.each([
    ['in braces', 'withdrawn: { on: 2026-11-22, reason: Taken back. }'],
    ['with a part of a date', 'withdrawn:\n  on: 2026-11\n  reason: Taken back.', '2026-11'],
    ['with more keys', 'withdrawn:\n  on: 2026-11-22\n  by: Asha\n  reason: Taken back.'],
  ])('may be marked %s', (_name, yaml, on = '2026-11-22') => {
    expect(read(`---\n${yaml}\n---\nRain.`)).toMatchObject({ withdrawal: { ...withdrawal, on } });
  });

  it.each([
    ['', ''],
    ['nothing', 'withdrawn:\n'],
    ['~', 'withdrawn: ~\n'],
  ])('is one that has a mark, not "%s"', (_name, yaml) => {
    expect(read(`---\n${yaml}---\nRain.`)).toMatchObject({ withdrawal: null });
  });

  it.each([
    ['true', '2 `withdrawn` must have two lines of its own, such as `  on: 2023-08-16` and `  reason: …`.'],
    ['{}', '2 `withdrawn.on` must be a date such as 2023-08-16, 2023-08 or 2023.'],
    ['{ on: never, reason: No. }', '2 `withdrawn.on` must be a date such as 2023-08-16, 2023-08 or 2023.'],
    ['{ on: 2026-11-22 }', '2 `withdrawn.reason` is missing: write it.'],
    ['{ on: 2026-11-22, reason: "" }', '2 `withdrawn.reason` is missing: write it.'],
    ['{ on: 2026-11-22, reason: [a] }', '2 `withdrawn.reason` must be text.'],
    ['{ on: 2026-11-22, reason: { a: b } }', '2 `withdrawn.reason` must be text.'],
  ])('is refused with the mark %s', (mark, problem) => {
    const source = `---\nwithdrawn: ${mark}\n---\nRain.`;
    expect(read(source).kind).toBe('rejected');
    expect(reasonsOf(source)).toContain(problem);
  });

  it.each([
    [MAX_REASON_CHARS - 1, 'read'],
    [MAX_REASON_CHARS, 'read'],
    [MAX_REASON_CHARS + 1, 'rejected'],
  ])('with a reason of %i characters is %s', (length, kind) => {
    const source = `---\nwithdrawn:\n  on: 2026-11-22\n  reason: ${'a'.repeat(length)}\n---\nRain.`;
    expect(read(source).kind).toBe(kind);
  });

  it.each(['withdraw', 'withdrawal', 'Withdrawn'])('is not marked by `%s`, and that is told', (key) => {
    const [problem] = reasonsOf(`---\n${key}:\n  on: 2026-11-22\n  reason: No.\n---\nRain.`);
    expect(problem).toContain(`2 Unknown key \`${key}\``);
  });
});

describe('front matter of text and pages', () => {
  it.each(['text', 'html'] as const)('wins over what %s says itself', (format) => {
    const { article, text } = expectArticle(read(`---\ntitle: Storm\n---\n${BODIES[format]}`, format));
    expect(article.title).toBe('Storm');
    expect(text).toBe('Rain fell on Makueni on Sunday.');
  });

  it.each([
    ['a rule', '---\nRain fell on Makueni.\n---\nIt fell again.'],
    ['a rule alone', '---\nRain fell on Makueni.\n'],
    ['two rules', '---\n---\nRain fell on Makueni.\n'],
    ['names that are no keys', '---\nRain: it fell on Makueni.\n---\nIt fell again.'],
    ['a key below a text', '---\nRain fell.\ntitle: of the land\n---\nIt fell again.'],
    ['a key without an end far below', '---\nRain: it fell.\ntitle: of the land\n'],
  ])('is not what begins with %s', (_name, source) => {
    for (const format of ['text', 'html'] as const) {
      expect(read(source, format)).toMatchObject({ kind: 'read', withdrawal: null, problems: [] });
      expect(expectArticle(read(source, format)).text).toContain(format === 'text' ? 'fell' : '---');
    }
  });

  it.each([
    ['no end', `---\n${MARK}Rain.\n`, '1 The front matter that begins here has no end'],
    ['a wrong value', '---\nlayout: post\npublished: never\n---\nRain.\n', '3 `published` must be a date'],
  ])('is refused with %s', (_name, source, problem) => {
    expect(reasonsOf(source, 'text')[0]).toContain(problem);
  });

  it.each([
    ['a byte order mark', `\uFEFF---\n${MARK}---\nRain.`],
    ['Windows line ends', `---\n${MARK}---\nRain.`.replaceAll('\n', '\r\n')],
    ['blank lines and a comment before', `\n \n---\n# by Asha\n\n${MARK}---\nRain.`],
  ])('may have %s', (_name, source) => {
    const bytes = Buffer.from(source);
    const decoded = decodeFile(bytes, false);
    expect(read(decoded.kind === 'text' ? decoded.text : '', 'text')).toMatchObject({ withdrawal });
  });

  it.each([0, 900, 1024, 5000])('of %i bytes leaves a page the encoding that it declares', (length) => {
    const front = `---\ntitle: Rain\n#${'x'.repeat(length)}\n---\n`;
    const page = '<html><head><meta charset="windows-1252"></head><body><p>Caf\xe9</p></body></html>';
    expect(decodeFile(Buffer.from(front + page, 'latin1'), true)).toEqual({
      kind: 'text',
      text: front + page,
    });
  });
});

describe('a folder with withdrawn articles', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'nukuu-withdrawn-'));
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));
  const readAll = () => readFolder(dir);

  it('gives them apart, by id', async () => {
    for (const id of ['c', 'a']) await writeFile(join(dir, `${id}.txt`), `---\n${MARK}---\nRain.`);
    await writeFile(join(dir, 'b.md'), 'Sun.');
    const { articles, withdrawn, problems, rejected } = await readAll();
    expect(articles.map(({ article }) => article.id)).toEqual(['b']);
    expect(withdrawn.map(({ article }) => article.id)).toEqual(['a', 'c']);
    expect(withdrawn[0]).toMatchObject(withdrawal);
    expect([problems, rejected]).toEqual([[], []]);
  });

  it('is read though all of them are', async () => {
    await writeFile(join(dir, 'a.md'), `---\n${MARK}---\nRain.`);
    expect(await readAll()).toMatchObject({ articles: [], withdrawn: [{}] });
  });

  it.each([
    ['reason', MARK.replace('Taken', 'Given'), 'Rain.'],
    ['date', MARK.replace('22', '23'), 'Rain.'],
    ['text', MARK, 'Sun.'],
    ['facts', `${MARK}outlet: Daily\n`, 'Rain.'],
  ])('has another fingerprint after another %s', async (_name, yaml, body) => {
    const fingerprint = async (front: string, text: string) => {
      await writeFile(join(dir, 'a.md'), `---\n${front}---\n${text}`);
      return (await readAll()).withdrawn[0]?.fingerprint;
    };
    expect(await fingerprint(yaml, body)).not.toBe(await fingerprint(MARK, 'Rain.'));
  });
});
