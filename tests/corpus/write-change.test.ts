import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeChange } from '../../src/corpus/write-change.js';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'nukuu-change-'));
});

afterEach(() => rm(root, { recursive: true }));

describe('writeChange', () => {
  it('writes a file whole, over one that is there, and removes it', async () => {
    await writeChange(root, { file: 'news/a.md', text: 'one' });
    await writeChange(root, { file: 'news/a.md', text: 'two' });
    expect(await readFile(join(root, 'news/a.md'), 'utf8')).toBe('two');
    expect(await readdir(join(root, 'news'))).toEqual(['a.md']);
    await writeChange(root, { file: 'news/a.md', text: null });
    expect(await readdir(join(root, 'news'))).toEqual([]);
  });

  it('leaves nothing of a file that cannot be put in place', async () => {
    await mkdir(join(root, 'a.md'));
    await expect(writeChange(root, { file: 'a.md', text: 'x' })).rejects.toMatchObject({
      code: 'CHANGE_UNWRITTEN',
      facts: { detail: expect.stringMatching(/^E[A-Z]+$/u) as string },
    });
    expect(await readdir(root)).toEqual(['a.md']);
  });
});
