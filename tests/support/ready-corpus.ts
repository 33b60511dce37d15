import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MAIN, makeCorpusFolder, type CorpusFolder } from './start-nukuu.js';

/** When the files were last changed, in s since 1970: a snapshot is used only where that is as it was. */
export const CHANGED_AT_S = 1_700_000_000;

/** A corpus folder for tests that are not about building. */
export interface ReadyCorpus extends CorpusFolder {
  /** Puts what a start over these files leaves into a data folder. @returns The file of the snapshot. */
  leaveSnapshot(dataDir: string): Promise<string>;
}

/** What a start leaves, by the end of the file's name. */
type Left = Readonly<Record<string, Uint8Array>>;

/** By the files that they were made of, for the life of this process. */
const builds = new Map<string, Promise<Left>>();

export async function makeReadyCorpus(files: Readonly<Record<string, string>>): Promise<ReadyCorpus> {
  const key = JSON.stringify(files);
  const build = builds.get(key) ?? buildOnce(files);
  builds.set(key, build);
  const folder = await writeCorpus(files);
  return {
    ...folder,
    leaveSnapshot: async (dataDir) => {
      const name = `snapshot-${createHash('sha256').update(folder.dir).digest('hex').slice(0, 8)}`;
      await mkdir(dataDir, { recursive: true });
      for (const [ending, bytes] of Object.entries(await build)) {
        await writeFile(join(dataDir, name + ending), bytes);
      }
      return join(dataDir, `${name}.nukuu`);
    },
  };
}

async function writeCorpus(files: Readonly<Record<string, string>>): Promise<CorpusFolder> {
  const folder = await makeCorpusFolder(files);
  for (const file of Object.keys(files)) await utimes(join(folder.dir, file), CHANGED_AT_S, CHANGED_AT_S);
  return folder;
}

/** By the bot in the terminal, which ends at the end of its input. */
async function buildOnce(files: Readonly<Record<string, string>>): Promise<Left> {
  const folder = await writeCorpus(files);
  const dataDir = await mkdtemp(join(tmpdir(), 'nukuu-data-'));
  const child = spawn(process.execPath, [MAIN], {
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'], CORPUS_DIR: folder.dir, DATA_DIR: dataDir },
    stdio: 'ignore',
  });
  await once(child, 'close');
  const left: Record<string, Uint8Array> = {};
  for (const name of await readdir(dataDir)) {
    const [ending] = /\.(?:nukuu|analyses)$/u.exec(name) ?? [];
    if (ending !== undefined) left[ending] = await readFile(join(dataDir, name));
  }
  await folder.dispose();
  await rm(dataDir, { recursive: true });
  return left;
}
