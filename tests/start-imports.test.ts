import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listImports } from './support/list-imports.js';

const DIST = join(import.meta.dirname, '..', 'dist', 'src');

/** Each takes longer to load than a question takes to be answered. */
const LATE = [
  'discord.js',
  'linkedom',
  '@mozilla/readability',
  'unpdf',
  'yaml',
  'wink-bm25-text-search',
  'zod',
  'chrono-node',
];

describe('the start', () => {
  it.each(['main.js', 'cli/ask.js', 'cli/source.js'])(
    'of %s loads nothing that only some acts need',
    (entry) => {
      const { packages } = listImports(join(DIST, entry), false);
      expect(LATE.filter((name) => packages.has(name))).toEqual([]);
    },
  );

  it('finds what is loaded late', () => {
    const { packages } = listImports(join(DIST, 'main.js'), true);
    expect(packages).toContain('discord.js');
    expect(packages).toContain('unpdf');
  });
});
