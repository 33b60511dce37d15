import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The contents of files, by path relative to a folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export async function writeFiles(dir: string, files: Files): Promise<void> {
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, file)), { recursive: true });
    await writeFile(join(dir, file), content);
  }
}

/** Reads every file below a folder as text, including hidden ones and links, by path. */
export async function readFiles(dir: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory());
  const read = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    return [path.slice(dir.length + 1), await readFile(path, 'utf8')] as const;
  });
  return Object.fromEntries((await Promise.all(read)).sort());
}

/** Removes everything in a folder. */
export async function emptyFolder(dir: string): Promise<void> {
  await rm(dir, { recursive: true });
  await mkdir(dir);
}
