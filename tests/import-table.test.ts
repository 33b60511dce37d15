import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const FORBIDS = /^(?:boundaries|no-restricted)/u;

// The rules that are asked for here need no types, which take most of the time.
const eslint = new ESLint({
  ruleFilter: ({ ruleId }) => FORBIDS.test(ruleId),
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
});

/** Lints `code` as if it stood in the file at `filePath`, which exists. */
async function findForbiddenImports(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).flatMap(({ ruleId }) =>
    ruleId !== null && FORBIDS.test(ruleId) ? [ruleId] : [],
  );
}

describe('the import table', () => {
  it.each([
    ['a Node built-in', `import 'node:fs';`, 'boundaries/dependencies'],
    ['a package', `import 'zod';`, 'boundaries/dependencies'],
    ['discord.js', `import 'discord.js';`, 'boundaries/dependencies'],
    ['the environment', `export const home = process.env['HOME'];`, 'no-restricted-globals'],
    ['the clock', `export const now = Date.now();`, 'no-restricted-properties'],
    ['the date of today', `export const today = new Date();`, 'no-restricted-syntax'],
    ['randomness', `export const die = Math.random();`, 'no-restricted-properties'],
  ])('keeps %s out of core', async (_name, code, rule) => {
    expect(await findForbiddenImports('src/core/model/fault.ts', code)).toContain(rule);
  });

  it.each([
    ['src/core/model/fault.ts', '../../corpus/reading/reading.js'],
    ['src/corpus/reading/reading.ts', '../../engines/wink/serve-index.js'],
    ['src/snapshot/snapshot.ts', '../corpus/files/input-files.js'],
    ['src/discord/message/view.ts', '../../config.js'],
    ['src/discord/message/view.ts', '../../../commands/index.js'],
    ['commands/ask.ts', '../src/app.js'],
    ['src/cli/terminal.ts', '../discord/message/view.js'],
    ['src/loading/builder.ts', '../discord/message/view.js'],
    ['src/desk/create-desk.ts', '../cli/terminal.js'],
    ['src/app.ts', './main.js'],
  ])('keeps %s from importing %s', async (filePath, source) => {
    expect(await findForbiddenImports(filePath, `import '${source}';`)).toContain('boundaries/dependencies');
  });

  it('lets core import itself', async () => {
    expect(await findForbiddenImports('src/core/model/fault.ts', `import './article.js';`)).toEqual([]);
  });
});

describe('the linter of circles', () => {
  const ROOT = join(import.meta.dirname, '..');

  /** Lints two files in a folder of their own. @returns The exit code and what was printed. */
  function lint(a: string, b: string): { readonly status: number | null; readonly stdout: string } {
    const dir = mkdtempSync(join(tmpdir(), 'nukuu-circle-'));
    try {
      writeFileSync(join(dir, 'a.ts'), a);
      writeFileSync(join(dir, 'b.ts'), b);
      const program = join(ROOT, 'node_modules', 'oxlint', 'bin', 'oxlint');
      const args = [program, '-c', join(ROOT, '.oxlintrc.json'), dir];
      return spawnSync(process.execPath, args, { encoding: 'utf8' });
    } finally {
      rmSync(dir, { recursive: true });
    }
  }

  const USES_B = `import { b } from './b.js';\nexport const a = (): number => b;\n`;

  it.each([
    ['of values', `import { a } from './a.js';\nexport const b: number = a();\n`],
    ['of types', `import type { a } from './a.js';\nexport const b = 1 as ReturnType<typeof a>;\n`],
  ])('refuses one %s', (_name, usesA) => {
    const { status, stdout } = lint(USES_B, usesA);
    expect(stdout).toContain('Dependency cycle detected');
    expect(status).toBe(1);
  });

  it('lets one file import another', () => {
    expect(lint(USES_B, 'export const b = 1;\n').status).toBe(0);
  });
});
