import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folders of the modules that a build may run, relative to this file. */
const FOLDERS = ['./', '../analysis/', '../core/', '../corpus/', '../engines/', '../snapshot/'];
const PROGRAM = new URL('../', import.meta.url).href;
/** Not hashed: a build shows no texts, so snapshots stay valid when texts are reworded. */
const LOCALES = /^locales[/\\]/u;
/** Pins the version of every package. */
const PACKAGE_LOCK = '../../../package-lock.json';

/**
 * Identifies the version of the program: a snapshot of one version may be unreadable for another.
 *
 * @returns A hash of the compiled modules, the packages and Node's version, in hex.
 */
export function identifyBuild(): string {
  const hash = createHash('sha256').update(process.version).update(readOptional(PACKAGE_LOCK));
  for (const module of listBuildModules()) {
    hash.update(module.slice(PROGRAM.length)).update(readFileSync(fileURLToPath(module)));
  }
  return hash.digest('hex');
}

/** Lists the URLs of the modules that a build may run, sorted by path within each folder. */
export function listBuildModules(): string[] {
  return FOLDERS.map((folder) => new URL(folder, import.meta.url)).flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.[jt]s$/u.test(name) && !LOCALES.test(name))
      .sort()
      .map((name) => new URL(name.replaceAll('\\', '/'), folder).href),
  );
}

function readOptional(path: string): Buffer {
  try {
    return readFileSync(new URL(path, import.meta.url));
  } catch {
    return Buffer.alloc(0);
  }
}
