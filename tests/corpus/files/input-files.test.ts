import { mkdir, mkdtemp, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFolder } from '../read-folder.js';
import {
  areSameFiles,
  findChanged,
  statCorpus,
  type InputFiles,
} from '../../../src/corpus/files/input-files.js';

const GLOSSARY = '- en: [bridge]\n  sw: [daraja]\n';

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'nukuu-sources-'));
  await mkdir(join(dir, 'old'));
  await write('rain.txt', 'It rained on Monday.');
  await write('old/sun.md', '---\ntitle: Sun\n---\nThe sun shone.');
  await write('glossary.yaml', GLOSSARY);
});

afterEach(() => rm(dir, { recursive: true, force: true }));

const write = (file: string, text: string): Promise<void> => writeFile(join(dir, file), text);

/** A whole second: fractions do not come back as they were. */
const setTime = (file: string): Promise<void> => utimes(join(dir, file), 1_700_000_000, 1_700_000_000);

/** Writes something else of the same size. */
async function exchange(file: string): Promise<void> {
  const { size } = await stat(join(dir, file));
  await write(file, 'x'.repeat(size));
}

const read = async (): Promise<InputFiles> => (await readFolder(dir)).inputFiles;

describe('the files of a corpus', () => {
  it('are listed with the glossary, by size and time', async () => {
    const { paths, sizes, times, problems } = await statCorpus(dir);
    expect(paths).toEqual(['old/sun.md', 'rain.txt', 'glossary.yaml']);
    expect([...sizes]).toEqual([33, 20, GLOSSARY.length]);
    expect(times[1]).toBe((await stat(join(dir, 'rain.txt'))).mtimeMs);
    expect(problems).toEqual([]);
  });

  it('are the same as long as nothing is done to them', async () => {
    await symlink('nowhere', join(dir, 'broken.md'));
    await write('picture.png', 'PNG');
    expect(areSameFiles(await read(), await statCorpus(dir))).toBe(true);
  });

  it.each<[string, () => Promise<void>]>([
    ['a file is new', () => write('wind.txt', 'It blew.')],
    ['a file that is no article is new', () => write('picture.png', 'PNG')],
    ['a file is gone', () => rm(join(dir, 'rain.txt'))],
    ['the glossary is gone', () => rm(join(dir, 'glossary.yaml'))],
    ['a file has another size', () => write('rain.txt', 'It rained.')],
    ['a file has another time', () => utimes(join(dir, 'rain.txt'), 1, 1)],
    ['a link leads nowhere', () => symlink('nowhere', join(dir, 'broken.md'))],
  ])('are others when %s', async (_name, act) => {
    const before = await read();
    await act();
    expect(areSameFiles(before, await statCorpus(dir))).toBe(false);
  });
});

describe('the contents of the files', () => {
  it('have not changed where nothing was done, whatever lies among the files', async () => {
    await write('picture.png', 'PNG');
    await write('rain.md', 'Another article of the same id.');
    await write('broken.txt', '\u0000');
    expect(await findChanged(dir, await read())).toEqual([]);
  });

  it.each(['rain.txt', 'old/sun.md', 'glossary.yaml'])(
    'have changed though size and time of %s have not',
    async (file) => {
      await setTime(file);
      const before = await read();
      await exchange(file);
      await setTime(file);
      expect(areSameFiles(before, await statCorpus(dir))).toBe(true);
      expect(await findChanged(dir, before)).toEqual([file]);
    },
  );

  it('have changed where a file is gone', async () => {
    const before = await read();
    await rm(join(dir, 'rain.txt'));
    expect(await findChanged(dir, before)).toEqual(['rain.txt']);
  });
});
