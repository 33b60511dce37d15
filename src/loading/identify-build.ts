import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What a build runs through, relative to this file; the lock names the version of every package. */
const PARTS = ['./', '../core/', '../corpus/', '../analysis/', '../engines/', '../snapshot/'];
const LOCK = '../../../package-lock.json';

/**
 * Tells one state of the program from another: what one has built, another one may not understand.
 *
 * @returns A hash of the compiled program, its packages and Node's version.
 */
export function identifyBuild(): string {
  const hash = createHash('sha256').update(process.version).update(readOptional(LOCK));
  for (const part of PARTS) {
    const folder = fileURLToPath(new URL(part, import.meta.url));
    const isDeep = part === '../engines/';
    const names = readdirSync(folder, { recursive: isDeep, encoding: 'utf8' }).filter((name) =>
      /\.[jt]s$/u.test(name),
    );
    for (const name of names.sort()) hash.update(name).update(readFileSync(`${folder}/${name}`));
  }
  return hash.digest('hex');
}

function readOptional(path: string): Buffer {
  try {
    return readFileSync(new URL(path, import.meta.url));
  } catch {
    return Buffer.alloc(0);
  }
}
