import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const PROGRAM = join(import.meta.dirname, '..', '..', 'dist', 'src', 'cli', 'corpus-import.js');
const STORY =
  '---\ntitle: Bridge opens\npublished: 2023-03-06\n---\n\nThe county opened a bridge on Monday.\n';

let dir: string;
let corpus: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'nukuu-import-'));
  corpus = join(dir, 'corpus');
  await mkdir(corpus);
  await writeFile(join(dir, 'story.md'), STORY);
});

afterEach(() => rm(dir, { recursive: true }));

async function run(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: dir,
    env: { PATH: process.env['PATH'], CORPUS_DIR: corpus, DATA_DIR: join(dir, 'data') },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout, stderr };
}

describe('corpus:import', () => {
  it('adds an article to an empty folder, and leaves it out the next time', async () => {
    const first = await run('story.md', '--outlet', 'Daily Lantern');
    expect([first.code, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toContain(
      'Added: 1\n    bridge-opens-2023-03-06.md: Bridge opens (from story.md)\n',
    );
    expect(await readdir(corpus)).toEqual(['bridge-opens-2023-03-06.md']);
    expect(await readFile(join(corpus, 'bridge-opens-2023-03-06.md'), 'utf8')).toBe(
      STORY.replace('published', 'outlet: Daily Lantern\npublished'),
    );
    const second = await run('story.md');
    expect([second.code, second.stderr]).toEqual([0, '']);
    expect(second.stdout).toContain(
      'Added: 0\nLeft out, because they are there already: 1\n    story.md: bridge-opens-2023-03-06 has the same text (100 % alike)\n',
    );
  });

  it('writes nothing on a dry run', async () => {
    const { code, stdout } = await run('--dry-run', 'story.md');
    expect([code, stdout]).toEqual([
      0,
      'Would be added: 1\n    bridge-opens-2023-03-06.md: Bridge opens (from story.md)\n',
    ]);
    expect(await readdir(corpus)).toEqual([]);
  });

  it('exits with 1 when something was refused, and says why', async () => {
    const { code, stdout } = await run('none.md', 'http://169.254.169.254/latest/meta-data/');
    expect([code, stdout]).toEqual([
      1,
      'Added: 0\nRefused: 2\n    none.md: No article can be made of that. The file cannot be read (ENOENT): check that it is there, and its name and permissions.\n    http://169.254.169.254/latest/meta-data/: That address leads into a private network, so I do not open it.\n',
    ]);
  });

  it('exits with 2 when it cannot begin', async () => {
    expect((await run()).code).toBe(2);
    const { code, stderr } = await run('--corpus', 'nowhere', 'story.md');
    expect([code, stderr]).toEqual([2, expect.stringContaining('The folder of articles is missing.')]);
  });
});
