import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseConfig, VARIABLES } from '../src/config.js';
import { Fault } from '../src/core/errors.js';

const TOKEN = 'MTIz.abc-_.XYZ';

describe('parseConfig', () => {
  it('has a default for everything', () => {
    expect(parseConfig({ DISCORD_TOKEN: ' ', CORPUS_DIR: '' })).toEqual({
      corpusDir: 'corpus',
      dataDir: 'data',
      discordApiUrl: 'https://discord.com/api',
      discordToken: undefined,
      homeGuildId: undefined,
      logLevel: 'info',
    });
  });

  it.each([
    [{ DISCORD_TOKEN: `  Bot ${TOKEN} ` }, { discordToken: TOKEN }],
    [{ HOME_GUILD_ID: '123456789012345678' }, { homeGuildId: '123456789012345678' }],
    [{ DISCORD_API_URL: 'http://127.0.0.1:8080/api/' }, { discordApiUrl: 'http://127.0.0.1:8080/api' }],
    [
      { LOG_LEVEL: 'debug', CORPUS_DIR: '/srv/articles', DATA_DIR: '/var/lib/nukuu' },
      { logLevel: 'debug', corpusDir: '/srv/articles', dataDir: '/var/lib/nukuu' },
    ],
  ])('takes %o', (env, expected) => {
    expect(parseConfig(env)).toMatchObject(expected);
  });

  it('names every bad variable at once, without their values', () => {
    const env = {
      DISCORD_TOKEN: 'secret',
      HOME_GUILD_ID: '12',
      DISCORD_API_URL: 'ftp://x',
      LOG_LEVEL: 'loud',
    };
    let fault: unknown;
    try {
      parseConfig(env);
    } catch (error) {
      fault = error;
    }
    expect(fault).toBeInstanceOf(Fault);
    expect(fault).toMatchObject({ code: 'CONFIG_INVALID' });
    const { message } = fault as Fault;
    for (const [name, value] of Object.entries(env)) {
      expect(message).toContain(name);
      expect(message).not.toContain(value);
    }
  });
});

it('explains every variable in .env.example, and no other', () => {
  const example = readFileSync('.env.example', 'utf8');
  const explained = [...example.matchAll(/^([A-Z_]+)=/gmu)].map(([, name]) => name ?? '');
  expect(explained.sort()).toEqual([...VARIABLES].sort());
});
