import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The rooms that a build runs through, relative to this file. */
const ROOMS = ['./', '../analysis/', '../core/', '../corpus/', '../engines/', '../snapshot/'];
const PROGRAM = new URL('../', import.meta.url).href;
/** A build says nothing itself, so that another wording leaves the snapshots as they are. */
const TEXTS = /^texts[/\\]/u;
/** Names the version of every package. */
const LOCK = '../../../package-lock.json';

/**
 * Tells one state of the program from another: what one has built, another one may not understand.
 *
 * @returns A hash of the compiled modules, the packages and Node's version.
 */
export function identifyBuild(): string {
  const hash = createHash('sha256').update(process.version).update(readOptional(LOCK));
  for (const module of listBuildModules()) {
    hash.update(module.slice(PROGRAM.length)).update(readFileSync(fileURLToPath(module)));
  }
  return hash.digest('hex');
}

/** The addresses of the modules that a build may run, in their order. */
export function listBuildModules(): string[] {
  return ROOMS.map((room) => new URL(room, import.meta.url)).flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.[jt]s$/u.test(name) && !TEXTS.test(name))
      .sort()
      .map((name) => new URL(name.replaceAll('\\', '/'), room).href),
  );
}

function readOptional(path: string): Buffer {
  try {
    return readFileSync(new URL(path, import.meta.url));
  } catch {
    return Buffer.alloc(0);
  }
}
