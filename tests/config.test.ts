import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseConfig, VARIABLES } from '../src/config.js';
import { Fault } from '../src/core/model/fault.js';

const TOKEN = 'MTIz.abc-_.XYZ';

describe('parseConfig', () => {
  it('has a default for everything', () => {
    expect(parseConfig({ DISCORD_TOKEN: ' ', CORPUS_DIR: '' })).toEqual({
      askChannels: [],
      auditChannelId: undefined,
      corpusDir: 'corpus',
      databaseUrl: pathToFileURL('data/nukuu.db').href,
      dataDir: 'data',
      discordApiUrl: 'https://discord.com/api',
      discordToken: undefined,
      gapsDays: 30,
      homeGuildId: undefined,
      httpHost: '127.0.0.1',
      httpPort: undefined,
      logLevel: 'info',
      moderatorRoleIds: [],
      watchesCorpus: false,
    });
  });

  it.each([
    [{ DISCORD_TOKEN: `  Bot ${TOKEN} ` }, { discordToken: TOKEN }],
    [{ HOME_GUILD_ID: '123456789012345678' }, { homeGuildId: '123456789012345678' }],
    [
      { MODERATOR_ROLE_IDS: '123456789012345678, 223456789012345678', ASK_CHANNELS: '323456789012345678' },
      { moderatorRoleIds: ['123456789012345678', '223456789012345678'], askChannels: ['323456789012345678'] },
    ],
    [
      { GAPS_DAYS: '0', HTTP_PORT: '8080' },
      { gapsDays: 0, httpPort: 8080 },
    ],
    [{ DATABASE_URL: 'libsql://db.example' }, { databaseUrl: 'libsql://db.example' }],
    [{ CORPUS_WATCH: '1' }, { watchesCorpus: true }],
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
      MODERATOR_ROLE_IDS: '@mods',
      GAPS_DAYS: '366',
      HTTP_PORT: '65536',
      DATABASE_URL: 'mysql://db',
      CORPUS_WATCH: 'yes',
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
