import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Finds the folder of migrations from the root of the package, since the compiler does not copy it.
 *
 * @throws {Error} When no folder above this file holds a `package.json`.
 */
export function findMigrations(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('no package.json stands above the program');
    folder = parent;
  }
  return join(folder, 'src', 'state', 'migrations');
}
