import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type * as identifyBuildModule from '../../src/loading/identify-build.js';
import { listImports } from '../support/list-imports.js';

const DIST = join(import.meta.dirname, '..', '..', 'dist', 'src');
const { identifyBuild, listBuildModules } = (await import(
  pathToFileURL(join(DIST, 'loading', 'identify-build.js')).href
)) as typeof identifyBuildModule;

describe('what identifies a build', () => {
  it.each(['build-process.js', 'read-worker.js'])('has every module that %s imports', (entry) => {
    const { modules } = listImports(join(DIST, 'loading', entry), true);
    expect(modules.size).toBeGreaterThan(10);
    const hashed = new Set(listBuildModules());
    expect([...modules].filter((module) => !hashed.has(module))).toEqual([]);
  });

  it('leaves out the locales', () => {
    expect(listBuildModules().filter((module) => module.includes('/locales/'))).toEqual([]);
  });

  it('is the same each time', () => {
    expect(identifyBuild()).toMatch(/^[0-9a-f]{64}$/u);
    expect(identifyBuild()).toBe(identifyBuild());
  });
});
