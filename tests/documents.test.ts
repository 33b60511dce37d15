import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../src/core/version.js';

const ROOT = join(import.meta.dirname, '..');
const DOCUMENTS = [
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

describe.each(DOCUMENTS)('%s', (document) => {
  it('names only files and folders that are there', () => {
    const paths = [...read(document).matchAll(/`((?:src|commands|tests)(?:\/[\w./-]+)?)`/gu)].map(
      ([, path = '']) => path,
    );
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('names only code that is where it says', () => {
    const places = [...read(document).matchAll(/`(\w+)` \(`((?:src|commands|tests)\/[\w./-]+\.ts)`\)/gu)];
    const lost = places.filter(
      ([, name = '', path = '']) => !new RegExp(`\\b${name}\\b`, 'u').test(read(path)),
    );
    expect(lost.map(([place]) => place)).toEqual([]);
  });

  it('links only to what is there', () => {
    const links = [...read(document).matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/gu)].map(
      ([, link = '']) => link,
    );
    expect(links.filter((link) => !existsSync(join(ROOT, dirname(document), link)))).toEqual([]);
  });
});

describe('ARCHITECTURE.md', () => {
  it('has every room', () => {
    const folders = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
      .map((name) => join('src', name))
      .filter((path) => statSync(join(ROOT, path)).isDirectory())
      .filter((path) => readdirSync(join(ROOT, path)).some((name) => name.endsWith('.ts')));
    const text = read('ARCHITECTURE.md');
    expect(folders.filter((path) => !text.includes(`| \`${path}\``) && path !== 'src/core')).toEqual([]);
  });
});

describe('CHANGELOG.md', () => {
  it('has the version, below what is not released', () => {
    expect(read('CHANGELOG.md')).toMatch(
      new RegExp(
        `^## \\[Unreleased\\]\\n[^]*^## \\[${VERSION.replaceAll('.', '\\.')}\\] - \\d{4}-\\d{2}-\\d{2}$`,
        'mu',
      ),
    );
  });
});
