import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Fault } from '../../../src/core/model/fault.js';
import { ENGLISH } from '../../../src/core/locales/english.js';
import { sayFault } from '../../../src/core/locales/sentences.js';
import { MAX_FILE_BYTES, MAX_GLOSSARY_BYTES } from '../../../src/corpus/files/list-files.js';
import { tellProblems } from '../../support/tell-problems.js';
import { readFolder } from '../read-folder.js';

let base: string;
let dir: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'nukuu-corpus-'));
  dir = join(base, 'corpus');
  await mkdir(dir);
});

afterEach(() => rm(base, { recursive: true, force: true }));

async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, file)), { recursive: true });
    await writeFile(join(dir, file), content);
  }
}

const read = async () => {
  const reading = await readFolder(dir);
  return { ...reading, problems: tellProblems(reading.problems) };
};
/** What is read of the fault when nothing else can be read of the folder `name`. */
const readFault = async (name = 'corpus') => {
  const fault = await readFolder(join(base, name)).catch((error: unknown) => error);
  if (!(fault instanceof Fault)) throw new Error('no fault');
  return { code: fault.code, problems: fault.problems.length, sentence: sayFault(ENGLISH, fault) };
};
const readIds = async () => (await read()).articles.map(({ article }) => article.id);

describe('readCorpus', () => {
  it('reads all formats in all folders, by id', async () => {
    await write({
      'b.md': 'One.',
      'a/z.txt': 'Two.',
      'a/B.HTML': '<p>Three.</p>',
      'a-b.htm': '<p>Four.</p>',
    });
    const { articles, problems, rejected } = await read();
    expect(articles.map(({ article }) => article.id)).toEqual(['a-b', 'a/b', 'a/z', 'b']);
    expect([problems, rejected]).toEqual([[], []]);
  });

  it('passes over dotfiles, dot folders and glossaries of folders', async () => {
    await write({ 'a.md': 'One.', '.b.md': 'x', '.git/c.md': 'x', 'd/glossary.yaml': 'x' });
    expect(await read()).toMatchObject({ articles: [{}], glossary: [], problems: [] });
  });

  it.each<[string, string, string | Uint8Array, number | null, RegExp]>([
    ['bad YAML', 'x.md', '---\ntitle: a: b\n---\nText.', 2, /YAML/u],
    ['a wrong encoding', 'x.txt', Uint8Array.of(0x61, 0x0a, 0xe9, 0x0a), 2, /UTF-8/u],
    ['a binary file', 'x.md', Uint8Array.of(0x61, 0, 0x62), null, /binary/u],
    ['an empty file', 'x.md', '', null, /empty/u],
    ['a blank file', 'x.txt', ' \n ', null, /empty/u],
    ['a page without text', 'x.html', '<img>', null, /no text/u],
    ['a large file', 'x.txt', 'a'.repeat(MAX_FILE_BYTES + 1), null, /over 5 MB \(5\.00 MB\)/u],
  ])('reports %s, and reads the rest', async (_name, file, content, line, reason) => {
    await write({ 'a.md': 'One.', [file]: content });
    const { articles, problems, rejected } = await read();
    expect(articles.map(({ article }) => article.id)).toEqual(['a']);
    expect(problems).toMatchObject([{ file, line }]);
    expect(problems[0]?.reason).toMatch(reason);
    expect(rejected).toEqual([{ id: 'x', file }]);
  });

  it('reads a file of the largest size', async () => {
    await write({ 'a.txt': `${'It rained again. '.repeat(10)}\n`.padEnd(MAX_FILE_BYTES, '\n') });
    expect(await readIds()).toEqual(['a']);
  });

  it.each(['x.pdf', 'x', 'x.md~'])('reports a file that no reader takes: %s', async (file) => {
    await write({ 'a.md': 'One.', [file]: 'x' });
    const { problems, rejected } = await read();
    expect(problems).toEqual([
      { file, line: null, reason: 'The file is not read: save it as .md, .txt or .html.' },
    ]);
    expect(rejected).toEqual([]);
  });

  it('reads the first of two files with one id', async () => {
    await write({ 'news/Lake Market.md': 'One.', 'news/lake-market.txt': 'Two.' });
    const { articles, problems, rejected } = await read();
    expect(articles).toMatchObject([{ text: 'One.' }]);
    expect(problems).toMatchObject([{ file: 'news/lake-market.txt', line: null }]);
    expect(problems[0]?.reason).toContain('news/Lake Market.md');
    expect(rejected).toEqual([]);
  });

  it('sorts problems by file and line, and keeps warnings', async () => {
    await write({
      'b.md': '---\nurl: x\nlanguage: English\n---\nText.',
      'a.md': '---\nheadine: x\n---\nText.',
    });
    const { articles, problems } = await read();
    expect(articles).toHaveLength(1);
    expect(problems.map(({ file, line }) => [file, line])).toEqual([
      ['a.md', 2],
      ['b.md', 2],
      ['b.md', 3],
    ]);
  });

  it('tells its progress', async () => {
    await write({ 'a.md': 'One.', 'b.md': 'Two.', 'c.md': '' });
    const steps: [number, number][] = [];
    await readFolder(dir, { onProgress: (done, total) => steps.push([done, total]) });
    expect(steps).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  it('reads the same in the same order every time', async () => {
    await write(Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`${i}.md`, `Text ${i}.`])));
    expect(await read()).toEqual(await read());
  });
});

describe('the glossary', () => {
  const FILE = 'glossary.yaml';
  const TAX = '- en: [tax]\n  sw: [kodi]\n';
  const ENTRY = { en: ['tax'], sw: ['kodi'] };

  it('is read beside the articles', async () => {
    await write({ 'a.md': 'One.', [FILE]: TAX });
    expect(await read()).toMatchObject({ articles: [{}], glossary: [ENTRY], problems: [], rejected: [] });
  });

  it('is empty where there is none', async () => {
    await write({ 'a.md': 'One.' });
    expect(await read()).toMatchObject({ glossary: [], problems: [] });
  });

  it('has its problems among the others', async () => {
    await write({ 'a.md': 'One.', 'b.txt': '', [FILE]: `${TAX}- en: [tax]\n  sw: [ushuru]\n`, 'z.txt': '' });
    const { glossary, problems } = await read();
    expect(glossary).toEqual([ENTRY]);
    expect(problems.map(({ file, line }) => [file, line])).toEqual([
      ['b.txt', null],
      [FILE, 3],
      ['z.txt', null],
    ]);
  });

  it.each([
    ['one byte below the limit', MAX_GLOSSARY_BYTES - 1, true],
    ['at the limit', MAX_GLOSSARY_BYTES, true],
    ['one byte above the limit', MAX_GLOSSARY_BYTES + 1, false],
  ])('%s', async (_name, bytes, isRead) => {
    await write({ 'a.md': 'One.', [FILE]: `${TAX}#`.padEnd(bytes, '#') });
    const { glossary, problems } = await read();
    expect(glossary).toEqual(isRead ? [ENTRY] : null);
    const reason = expect.stringContaining('over 200 kB (200.0 kB)') as string;
    expect(problems).toEqual(isRead ? [] : [{ file: FILE, line: null, reason }]);
  });

  it.each<[string, string | Uint8Array, number | null, RegExp]>([
    ['broken YAML', '- en: [tax\n', 2, /not valid YAML/u],
    ['a wrong encoding', Uint8Array.of(0x23, 0x0a, 0xe9, 0x0a), 2, /not UTF-8 here/u],
    ['a binary file', Uint8Array.of(0x61, 0, 0x62), null, /binary/u],
  ])('is not there with %s, and the articles are', async (_name, content, line, reason) => {
    await write({ 'a.md': 'One.', [FILE]: content });
    const { articles, glossary, problems, rejected } = await read();
    expect([articles.length, glossary, rejected]).toEqual([1, null, []]);
    expect(problems).toEqual([{ file: FILE, line, reason: expect.stringMatching(reason) as string }]);
  });

  it.each<[string, (path: string) => Promise<unknown>, RegExp]>([
    ['a folder', (path) => mkdir(path), /not a file/u],
    ['a link to nowhere', (path) => symlink('gone', path), /\(ENOENT\)/u],
    ['a link out of the folder', (path) => symlink(base, path), /out of the folder/u],
  ])('cannot be %s', async (_name, make, reason) => {
    await write({ 'a.md': 'One.' });
    await make(join(dir, FILE));
    expect(await read()).toMatchObject({
      articles: [{}],
      glossary: null,
      problems: [{ file: FILE, line: null, reason: expect.stringMatching(reason) as string }],
    });
  });

  it('may be a link into a dot folder, as mounted volumes need it', async () => {
    await write({ 'a.md': 'One.', '..2023/glossary.yaml': TAX });
    await symlink('..2023/glossary.yaml', join(dir, FILE));
    expect(await read()).toMatchObject({ glossary: [ENTRY], problems: [] });
  });
});

describe('links', () => {
  it('out of the folder are reported', async () => {
    await write({ 'a.md': 'One.' });
    await writeFile(join(base, 'secret.md'), 'Secret.');
    await symlink(join(base, 'secret.md'), join(dir, 'b.md'));
    await symlink(base, join(dir, 'c'));
    const { articles, problems, rejected } = await read();
    expect(articles).toHaveLength(1);
    expect(problems.map(({ file }) => file)).toEqual(['b.md', 'c']);
    expect(problems[0]?.reason).toContain('out of the folder');
    expect(rejected).toEqual([]);
  });

  it('to a neighbour whose name begins alike lead out, too', async () => {
    await write({ 'a.md': 'One.' });
    await mkdir(`${dir}-old`);
    await writeFile(join(`${dir}-old`, 'b.md'), 'Old.');
    await symlink(join(`${dir}-old`, 'b.md'), join(dir, 'b.md'));
    expect(await read()).toMatchObject({ articles: [{}], problems: [{ file: 'b.md' }] });
  });

  it('to the inside are passed over', async () => {
    await write({ 'a.md': 'One.', 'd/b.md': 'Two.' });
    await symlink('a.md', join(dir, 'c.md'));
    await symlink('d', join(dir, 'e'));
    await symlink('..', join(dir, 'd/up'));
    expect(await read()).toMatchObject({ articles: [{}, {}], problems: [] });
  });

  it('into a dot folder are read, as mounted volumes need it', async () => {
    await write({ '..2023/a.md': 'One.' });
    await symlink('..2023', join(dir, '..data'));
    await symlink('..data/a.md', join(dir, 'a.md'));
    expect(await readIds()).toEqual(['a']);
  });

  it('to nowhere or to themselves are reported', async () => {
    await write({ 'a.md': 'One.' });
    await symlink('gone.md', join(dir, 'b.md'));
    await symlink('c.md', join(dir, 'c.md'));
    const { problems } = await read();
    expect(problems.map(({ file, reason }) => [file, /\((\w+)\)/u.exec(reason)?.[1]])).toEqual([
      ['b.md', 'ENOENT'],
      ['c.md', 'ELOOP'],
    ]);
  });

  it('may stand for the folder itself', async () => {
    await write({ 'a.md': 'One.' });
    await symlink(dir, join(base, 'link'));
    expect((await readFolder(join(base, 'link'))).articles).toHaveLength(1);
  });
});

describe.skipIf(process.getuid?.() === 0)('permissions (not for root, who may read everything)', () => {
  it('that are missing are reported', async () => {
    await write({ 'a.md': 'One.', 'b.md': 'Two.', 'c/d.md': 'Three.' });
    await chmod(join(dir, 'b.md'), 0);
    await chmod(join(dir, 'c'), 0);
    const { problems, rejected, rejectedFolders } = await read();
    await chmod(join(dir, 'c'), 0o700);
    expect(problems.map(({ file }) => file)).toEqual(['b.md', 'c']);
    expect(rejected).toEqual([{ id: 'b', file: 'b.md' }]);
    expect(rejectedFolders).toEqual([{ idPrefix: 'c/', folder: 'c' }]);
  });
});

describe('a corpus that cannot be read', () => {
  it.each([
    ['is missing', 'gone', /\/gone cannot be opened \(ENOENT\)\. Make it, or set CORPUS_DIR/u],
    ['is a file', 'file', /\/file is not a folder\. Make it/u],
  ])('%s', async (_name, name, sentence) => {
    await writeFile(join(base, 'file'), 'x');
    expect(await readFault(name)).toMatchObject({
      code: 'CORPUS_MISSING',
      sentence: expect.stringMatching(sentence) as string,
    });
  });

  it('is empty', async () => {
    expect(await readFault()).toMatchObject({
      code: 'CORPUS_EMPTY',
      sentence: expect.stringMatching(/0 files were tried\. Put articles there/u) as string,
    });
  });

  it('has nothing but problems, of which the first three are told', async () => {
    await write({ 'a.md': '', 'b.txt': '', 'c.pdf': 'x', 'd.md': '' });
    const { code, problems, sentence } = await readFault();
    expect([code, problems]).toEqual(['CORPUS_EMPTY', 4]);
    expect(sentence).toMatch(/4 files were tried\. a\.md: .*c\.pdf: /u);
    expect(sentence).not.toContain('d.md');
  });
});
