import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileChange } from '../../../src/core/model/desk.js';
import { areSameFiles } from '../../../src/corpus/files/input-files.js';
import { stageFiles } from '../../../src/corpus/files/staged-files.js';
import { readFolder } from '../read-folder.js';

const AT = 1_700_000_000_000;
const GLOSSARY = '- en: [elections]\n  sw: [uchaguzi]\n';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'nukuu-staged-'));
  await writeFile(join(dir, 'bridge.md'), 'The bridge is open.');
  await writeFile(join(dir, 'ferry.md'), 'The ferry sank.');
});
afterEach(() => rm(dir, { recursive: true }));

const read = async (...changes: FileChange[]) => readFolder(dir, { staged: stageFiles(changes, AT) });

describe('staged files', () => {
  it.each([
    [
      'adds a file',
      [{ file: 'news/goats.md', text: 'Goats.' }],
      ['bridge', 'ferry', 'news/goats'],
      'The bridge is open.',
    ],
    ['changes a file', [{ file: 'bridge.md', text: 'It is shut.' }], ['bridge', 'ferry'], 'It is shut.'],
    ['removes a file', [{ file: 'ferry.md', text: null }], ['bridge'], 'The bridge is open.'],
  ])('reads the folder as if a change were made that %s', async (_name, changes, ids, first) => {
    const { articles } = await read(...changes);
    expect(articles.map(({ article }) => article.id)).toEqual(ids);
    expect(articles[0]?.text).toBe(first);
  });

  it('reads a staged glossary, and none where it is removed', async () => {
    expect((await read({ file: 'glossary.yaml', text: GLOSSARY })).glossary).toHaveLength(1);
    await writeFile(join(dir, 'glossary.yaml'), GLOSSARY);
    expect((await read({ file: 'glossary.yaml', text: null })).glossary).toEqual([]);
  });

  it('finds the files as they will be found once the change is made', async () => {
    const staged = await read(
      { file: 'bridge.md', text: 'Imefungwa – kabisa.' },
      { file: 'ferry.md', text: null },
      { file: 'glossary.yaml', text: GLOSSARY },
    );
    const date = new Date(AT);
    for (const [file, text] of [
      ['bridge.md', 'Imefungwa – kabisa.'],
      ['glossary.yaml', GLOSSARY],
    ] as const) {
      await writeFile(join(dir, file), text);
      await utimes(join(dir, file), date, date);
    }
    await rm(join(dir, 'ferry.md'));
    const made = await readFolder(dir);
    expect(areSameFiles(staged.inputFiles, made.inputFiles)).toBe(true);
    expect(staged.inputFiles.hashes).toEqual(made.inputFiles.hashes);
  });
});
