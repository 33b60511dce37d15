import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { listCommands } from '../../commands/index.js';

it('registers every command file under its own name, in kebab-case', () => {
  const files = readdirSync('commands')
    .filter((file) => file !== 'index.ts')
    .map((file) => file.replace(/\.ts$/u, ''));
  const commands = listCommands({ homeGuildId: undefined, moderatorRoleIds: [] });
  const names = commands.map(({ data }) => data.name.toLowerCase().replaceAll(' ', '-'));
  expect(names.sort()).toEqual(files.sort());
});
