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
    ['src/snapshot/snapshot.ts', '../corpus/folder/sources.js'],
    ['src/discord/message/view.ts', '../../config.js'],
    ['src/discord/message/view.ts', '../../../commands/index.js'],
    ['commands/ask.ts', '../src/app.js'],
    ['src/cli/terminal.ts', '../discord/message/view.js'],
    ['src/app.ts', './main.js'],
  ])('keeps %s from importing %s', async (filePath, source) => {
    expect(await findForbiddenImports(filePath, `import '${source}';`)).toContain('boundaries/dependencies');
  });

  it('lets core import itself', async () => {
    expect(await findForbiddenImports('src/core/model/fault.ts', `import './article.js';`)).toEqual([]);
  });
});
