import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Desk, FileChange } from '../../src/core/model/desk.js';
import type { PartialDate } from '../../src/core/model/partial-date.js';
import { createArchive, type Archive } from '../../src/corpus/files/archive.js';
import { createDesk } from '../../src/desk/create-desk.js';
import { createCorpusFiles, type CorpusFiles } from '../../src/corpus/files/corpus-files.js';
import { readFolder } from '../corpus/read-folder.js';
import { statCorpus, hashFiles } from '../../src/corpus/files/input-files.js';
import { loadWithdrawn, makeArticle, shareAnalyzer } from '../support/fake-corpus.js';
import { emptyFolder, readFiles, writeFiles, type Files } from '../support/write-files.js';

const ON = '2026-11-22' as PartialDate;
const MARK = 'withdrawn:\n  on: 2026-11-22\n  reason: "Taken back."\n';
const FIRST = '0000001';

let base: string;
let dir: string;
let files: CorpusFiles;
let archive: Archive;
let desk: Desk;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'nukuu-desk-'));
  dir = join(base, 'corpus');
  await mkdir(dir);
  files = createCorpusFiles(dir);
  archive = createArchive(join(base, 'archive'), dir);
  const { corpus } = loadWithdrawn([makeArticle('lost', ['Lost.'])], makeArticle('found', ['Found.']));
  desk = createDesk({ corpusDir: dir, files, archive, corpus: () => corpus, analyzer: shareAnalyzer() });
});

afterEach(() => rm(base, { recursive: true, force: true }));

const write = (all: Files): Promise<void> => writeFiles(dir, all);
const list = (): Promise<Files> => readFiles(dir);

async function keep(revision = FIRST): Promise<void> {
  const read = hashFiles(dir, (await statCorpus(dir)).paths);
  await archive.store(revision, { ...read, fallbacks: [] }, 1);
}

const apply = async (change: Promise<FileChange>): Promise<void> => files.apply([await change]);

describe('the desk', () => {
  it.each([
    ['a.md', '---\ntitle: Rain # x\n---\nRain fell.\n'],
    ['b/c.txt', 'Rain fell on Makueni.\n'],
    ['d.html', '<p>Rain fell on Makueni.</p>\n'],
  ])('withdraws %s and restores it as it was', async (file, text) => {
    await write({ [file]: text, 'other.md': 'Other.' });
    const id = file.replace(/\.\w+$/u, '');
    const change = await desk.withdraw(id, ON, ' Taken\nback. ');
    expect(change.file).toBe(file);
    expect((await list())[file]).toBe(text);
    await files.apply([change]);
    const { withdrawn } = await readFolder(dir);
    expect(withdrawn).toMatchObject([{ article: { id }, on: ON, reason: 'Taken back.' }]);
    await apply(desk.restore(id));
    expect((await list())[file]).toBe(text);
  });

  it('shows and edits front matter', async () => {
    await write({ 'a.md': '---\r\ntitle: Rain # x\r\n---\r\nRain.' });
    expect(await desk.frontMatter('a')).toBe('title: Rain # x');
    await apply(desk.editFrontMatter('a', 'title: Storm # x'));
    expect(await list()).toEqual({ 'a.md': '---\r\ntitle: Storm # x\r\n---\r\nRain.' });
  });

  it('takes the first of the files with one id, as the corpus does', async () => {
    await write({ 'a.txt': 'Text.', 'a.md': 'Markdown.' });
    expect((await desk.withdraw('a', ON, 'Wrong.')).file).toBe('a.md');
  });

  it.each(['x', '', '../a', 'a.md'])('knows no article "%s"', async (id) => {
    await write({ 'a.md': 'Rain.' });
    const fault = { code: 'ARTICLE_UNKNOWN', facts: { wanted: id } };
    await expect(desk.frontMatter(id)).rejects.toMatchObject(fault);
    await expect(desk.withdraw(id, ON, 'Wrong.')).rejects.toMatchObject(fault);
  });

  it('refuses front matter that no article could be read with', async () => {
    await write({ 'a.md': 'Rain.' });
    await expect(desk.editFrontMatter('a', 'published: never')).rejects.toMatchObject({
      code: 'FRONT_MATTER_INVALID',
      problems: [{ file: '', line: 1, code: 'VALUE_NO_DATE', facts: { key: 'published' } }],
    });
  });
});

describe('rolling back', () => {
  const rollBack = async (): Promise<void> => files.apply(await desk.rollBack(FIRST));

  it('gives the files of the revision back, byte for byte, and takes the others away', async () => {
    const before = {
      'a.md': '\uFEFFA.\r\n',
      'b/c.txt': 'C.',
      'd.html': '<p>D.</p>',
      'glossary.yaml': '- en: [a]\n',
    };
    await write(before);
    await keep();
    await emptyFolder(dir);
    await write({ 'a.md': 'Other.', 'b/c.txt': 'C.', 'e.md': 'E.', 'f.png': 'Picture.' });
    expect((await desk.rollBack(FIRST)).map(({ file }) => file).sort()).toEqual([
      ...['a.md', 'd.html', 'e.md', 'glossary.yaml'],
    ]);
    await rollBack();
    expect(await list()).toEqual({ ...before, 'f.png': 'Picture.' });
    expect(await desk.rollBack(FIRST)).toEqual([]);
  });

  it.each<[string, Files, Files, Files]>([
    [
      'keeps a new mark',
      { 'a.md': 'A.' },
      { 'a.md': `---\n${MARK}---\nNew.` },
      { 'a.md': `---\n${MARK}---\nA.` },
    ],
    [
      'keeps the mark of now',
      { 'a.md': '---\nwithdrawn: { on: 2020, reason: Old }\n---\nA.' },
      { 'a.md': `---\n${MARK}---\nA.` },
      { 'a.md': `---\n${MARK}---\nA.` },
    ],
    ['brings no mark back', { 'a.md': `---\n${MARK}---\nA.` }, { 'a.md': 'New.' }, { 'a.md': 'A.' }],
    [
      'keeps a withdrawn article that the revision did not have',
      { 'a.md': 'A.' },
      { 'a.md': 'A.', 'b.md': `---\n${MARK}---\nB.`, 'c.md': 'C.' },
      { 'a.md': 'A.', 'b.md': `---\n${MARK}---\nB.` },
    ],
    [
      'carries the mark to another file of the article',
      { 'a.txt': 'Text.' },
      { 'a.md': `---\n${MARK}---\nMarkdown.` },
      { 'a.txt': `---\n${MARK}---\nText.` },
    ],
    [
      'keeps the file of now where the old one cannot be marked',
      { 'a.md': '---\ntitle: [\n---\nA.', 'b.txt': 'B.' },
      { 'a.md': `---\n${MARK}---\nA.` },
      { 'a.md': `---\n${MARK}---\nA.`, 'b.txt': 'B.' },
    ],
    [
      'brings an article back as withdrawn as it was when it is gone now',
      { 'a.md': `---\n${MARK}---\nA.`, 'b.md': 'B.' },
      { 'b.md': 'B.' },
      { 'a.md': `---\n${MARK}---\nA.`, 'b.md': 'B.' },
    ],
    [
      'brings a bad file back as it was',
      { 'a.md': '---\ntitle: [\n---\n' },
      { 'a.md': 'A.' },
      { 'a.md': '---\ntitle: [\n---\n' },
    ],
    [
      'marks an article that is withdrawn, though its file cannot be read now',
      { 'lost.md': 'Lost.', 'found.md': 'Found.' },
      { 'lost.md': '---\ntitle: [\n---\n', 'found.md': '---\ntitle: [\n---\n' },
      {
        'lost.md': '---\nwithdrawn:\n  on: 2026-11-22\n  reason: "The outlet took it back."\n---\nLost.',
        'found.md': 'Found.',
      },
    ],
    [
      'leaves a file alone that cannot be read now or then',
      { 'a.md': Buffer.of(0xff), 'b.md': 'B.' },
      { 'a.md': 'A.', 'b.md': 'New.' },
      { 'a.md': 'A.', 'b.md': 'B.' },
    ],
  ])('%s', async (_name, then, now, after) => {
    await write(then);
    await keep();
    await emptyFolder(dir);
    await write(now);
    await rollBack();
    expect(await list()).toEqual(after);
  });

  it.each(['0000002', '../etc', ''])('knows no revision "%s"', async (revision) => {
    await write({ 'a.md': 'A.' });
    await keep();
    await expect(desk.rollBack(revision)).rejects.toMatchObject({
      code: 'REVISION_UNKNOWN',
      facts: { revision },
    });
  });

  it('does not go back to a revision of which a file is damaged', async () => {
    await write({ 'a.md': 'A.' });
    await keep();
    await write({ 'a.md': 'B.' });
    const objects = await readdir(join(base, 'archive', 'objects'), { recursive: true, withFileTypes: true });
    for (const object of objects.filter((entry) => entry.isFile())) {
      await writeFile(join(object.parentPath, object.name), 'X.');
    }
    await expect(desk.rollBack(FIRST)).rejects.toMatchObject({ code: 'REVISION_UNKNOWN' });
  });
});
