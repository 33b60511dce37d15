import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createArchive,
  MAX_REVISIONS,
  placeArchive,
  type Archive,
} from '../../../src/corpus/files/archive.js';
import { statCorpus, hashFiles } from '../../../src/corpus/files/input-files.js';
import { writeFiles, type Files } from '../../support/write-files.js';

let base: string;
let corpus: string;
let dir: string;
let archive: Archive;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'nukuu-archive-'));
  corpus = join(base, 'corpus');
  dir = join(base, 'archive');
  await mkdir(corpus);
  archive = createArchive(dir, corpus);
});

afterEach(() => rm(base, { recursive: true, force: true }));

const write = (files: Files): Promise<void> => writeFiles(corpus, files);

const look = async () => hashFiles(corpus, (await statCorpus(corpus)).paths);
const revision = (n: number): string => n.toString(16).padStart(7, '0');

/** Keeps the folder as it is as revision n, at the time n. */
async function keep(n: number, fallbacks: readonly string[] = []) {
  return archive.store(revision(n), { ...(await look()), fallbacks }, n);
}

async function readRevision(n: number): Promise<Readonly<Record<string, string | null>> | null> {
  const manifest = await archive.find(revision(n));
  if (!manifest) return null;
  const read = [...manifest.files].map(async ([file, hash]) => {
    const bytes = await archive.read(hash);
    return [file, bytes && Buffer.from(bytes).toString()] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

const listObjects = async () =>
  (await readdir(join(dir, 'objects'), { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );

describe('the archive', () => {
  it('gives back the files of a revision, the glossary included', async () => {
    await write({ 'a.md': 'A.', 'b/c.txt': 'C.\r\n', 'glossary.yaml': '- en: [a]\n' });
    expect(await keep(1)).toEqual({ kind: 'archived' });
    await write({ 'a.md': 'Other.' });
    await rm(join(corpus, 'b'), { recursive: true });
    expect(await readRevision(1)).toEqual({
      'a.md': 'A.',
      'b/c.txt': 'C.\r\n',
      'glossary.yaml': '- en: [a]\n',
    });
  });

  it('keeps what several files and revisions hold once', async () => {
    await write({ 'a.md': 'A.', 'b.md': 'A.', 'c.md': 'C.' });
    await keep(1);
    await write({ 'c.md': 'Other.' });
    await keep(2);
    expect(await listObjects()).toHaveLength(3);
    expect((await archive.list()).map(({ revision: each }) => each)).toEqual([revision(2), revision(1)]);
  });

  it('leaves out what no article is read from', async () => {
    await write({ 'a.md': 'A.', 'b.exe': 'B.', '.c.md': 'C.' });
    await keep(1);
    expect(await readRevision(1)).toEqual({ 'a.md': 'A.' });
  });

  it.each([MAX_REVISIONS - 1, MAX_REVISIONS, MAX_REVISIONS + 1])(
    'of %i revisions keeps the last ten',
    async (all) => {
      for (let n = 1; n <= all; n += 1) {
        await write({ 'a.md': `Text ${n}.` });
        await keep(n);
      }
      const kept = Math.min(all, MAX_REVISIONS);
      expect(await archive.list()).toHaveLength(kept);
      expect(await listObjects()).toHaveLength(kept);
      expect(await readRevision(1)).toEqual(all > MAX_REVISIONS ? null : { 'a.md': 'Text 1.' });
      expect(await readRevision(all)).toEqual({ 'a.md': `Text ${all}.` });
    },
  );

  it('counts a revision that comes back as new', async () => {
    await write({ 'a.md': 'A.' });
    await keep(1);
    for (let n = 2; n <= MAX_REVISIONS; n += 1) {
      await write({ 'a.md': `Text ${n}.` });
      await keep(n);
    }
    await write({ 'a.md': 'A.' });
    await archive.store(revision(1), { ...(await look()), fallbacks: [] }, 100);
    await write({ 'a.md': 'Last.' });
    await keep(101);
    expect(await readRevision(1)).toEqual({ 'a.md': 'A.' });
    expect(await archive.find(revision(2))).toBeNull();
  });

  it('keeps the last good version of a file and of a folder whose own was not taken', async () => {
    await write({ 'a.md': 'Good.', 'b/c.md': 'C.', 'b/d/e.md': 'E.', 'f.md': 'F.' });
    await keep(1);
    await write({ 'a.md': 'Bad.' });
    await rm(join(corpus, 'b'), { recursive: true });
    await rm(join(corpus, 'f.md'));
    await keep(2, ['a.md', 'b']);
    expect(await readRevision(2)).toEqual({ 'a.md': 'Good.', 'b/c.md': 'C.', 'b/d/e.md': 'E.' });
  });

  it('does not keep a revision of which a file has changed since it was read', async () => {
    await write({ 'a.md': 'A.', 'b.md': 'B.' });
    const read = await look();
    await write({ 'b.md': 'Other.' });
    const keeping = await archive.store(revision(1), { ...read, fallbacks: [] }, 1);
    expect(keeping).toEqual({ kind: 'changed', file: 'b.md' });
    expect(await archive.find(revision(1))).toBeNull();
  });

  it('notices an object that is damaged, cut short or gone', async () => {
    await write({ 'a.md': 'Text.' });
    await keep(1);
    const [object] = await listObjects();
    const path = join(object?.parentPath ?? '', object?.name ?? '');
    for (const damage of ['Texd.', 'Tex', '']) {
      await writeFile(path, damage);
      expect(await readRevision(1)).toEqual({ 'a.md': null });
    }
    await rm(path);
    expect(await readRevision(1)).toEqual({ 'a.md': null });
  });

  it.each(['', '{', '[]', '{"version":2}'])('passes over the manifest "%s"', async (text) => {
    await write({ 'a.md': 'A.' });
    await keep(1);
    await writeFile(join(dir, 'manifests', `${revision(2)}.json`), text);
    expect(await archive.find(revision(2))).toBeNull();
    expect(await archive.list()).toHaveLength(1);
  });

  it.each(['../x', '0000001.json', '', '000001', 'ABCDEF0'])('knows no revision "%s"', async (name) => {
    expect(await archive.find(name)).toBeNull();
  });

  it('is empty before anything is kept', async () => {
    expect(await archive.list()).toEqual([]);
    expect(await archive.find(revision(1))).toBeNull();
  });

  it('goes on after a process that was killed while it kept a revision', async () => {
    await write({ 'a.md': 'A.' });
    await keep(1);
    const [object] = await listObjects();
    await rm(join(dir, 'manifests'), { recursive: true });
    await writeFile(join(object?.parentPath ?? '', 'unfinished.tmp'), 'A');
    await writeFile(join(object?.parentPath ?? '', `${object?.name ?? ''}.tmp`), 'A');
    await write({ 'b.md': 'B.' });
    await keep(2);
    expect(await readRevision(2)).toEqual({ 'a.md': 'A.', 'b.md': 'B.' });
    expect(await listObjects()).toHaveLength(2);
  });

  it('keeps what it has when its folder cannot be written', async () => {
    await write({ 'a.md': 'A.' });
    await keep(1);
    await rm(join(dir, 'objects'), { recursive: true });
    await writeFile(join(dir, 'objects'), 'A file.');
    await write({ 'a.md': 'B.' });
    await expect(keep(2)).rejects.toMatchObject({ code: 'ENOTDIR' });
    expect(await archive.list()).toHaveLength(1);
  });

  it('stands in a folder of its own for each corpus', () => {
    expect(placeArchive('data', 'a')).not.toBe(placeArchive('data', 'b'));
    expect(placeArchive('data', './a')).toBe(placeArchive('data', 'a'));
  });

  it('keeps many files', async () => {
    const files = Array.from({ length: 500 }, (_, i) => [`a${i}.md`, `Text ${i}. `.repeat(50)] as const);
    await write(Object.fromEntries(files));
    await keep(1);
    expect((await readdir(join(dir, 'manifests'))).length).toBe(1);
    expect(await readFile(join(dir, 'manifests', `${revision(1)}.json`), 'utf8')).toContain('a499.md');
  });
});
