import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GatewayIntentBits } from 'discord.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FAILURES, startLocalDiscord, type LocalDiscord } from '../support/local-discord/index.js';
import { LANTERN_CORPUS } from '../support/lantern-corpus.js';
import { makeReadyCorpus, type ReadyCorpus } from '../support/ready-corpus.js';
import { joinDiscord, startNukuu, type Nukuu } from '../support/start-nukuu.js';

let folder: ReadyCorpus;
/** Of all the bots here: each starts from its snapshot. */
let dataDir: string;
const open: { close(): Promise<unknown> }[] = [];

beforeAll(async () => {
  folder = await makeReadyCorpus(LANTERN_CORPUS);
  dataDir = await mkdtemp(join(tmpdir(), 'nukuu-data-'));
  await folder.leaveSnapshot(dataDir);
});

afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

afterAll(async () => {
  await folder.dispose();
  await rm(dataDir, { recursive: true });
});

async function openDiscord(guilds = 1): Promise<LocalDiscord> {
  const names = Array.from({ length: guilds }, (_, i) => ({ name: `Server ${i + 1}` }));
  const discord = await startLocalDiscord({ guilds: names });
  open.push(discord);
  return discord;
}

async function joinBot(discord: LocalDiscord, env: Readonly<Record<string, string>> = {}): Promise<Nukuu> {
  const nukuu = await joinDiscord(discord, folder.dir, { DATA_DIR: dataDir, ...env });
  open.push({ close: () => nukuu.stop() });
  return nukuu;
}

const countWrites = ({ requests }: LocalDiscord): number =>
  requests.filter(({ method, path }) => method === 'PUT' && path.endsWith('/commands')).length;

describe('starting', () => {
  it('asks for the intents Guilds and GuildMessages alone', async () => {
    const discord = await openDiscord();
    await joinBot(discord);
    expect(discord.identifies).toEqual([GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages]);
  });

  it('registers the commands where Discord has others, and only there', async () => {
    const discord = await openDiscord();
    const first = await joinBot(discord);
    expect(discord.commands().map(({ name }) => name)).toEqual([
      'ask',
      'corpus',
      'Find sources',
      'forget',
      'help',
      'settings',
      'source',
    ]);
    expect(countWrites(discord)).toBe(1);
    await first.stop();
    await joinBot(discord);
    expect(countWrites(discord)).toBe(1);
    expect(discord.violations).toEqual([]);
  });

  it("keeps the moderators' command in the home server", async () => {
    const discord = await openDiscord(2);
    const [home, other] = discord.guilds;
    if (!home || !other) throw new Error('two servers were asked for');
    const before = await joinBot(discord);
    await before.stop();
    expect(discord.commands().map(({ name }) => name)).toContain('corpus');

    const first = await joinBot(discord, { HOME_GUILD_ID: home.id });
    expect(discord.commands().map(({ name }) => name)).toEqual([
      'ask',
      'Find sources',
      'forget',
      'help',
      'settings',
      'source',
    ]);
    expect(discord.commands(home.id).map(({ name }) => name)).toEqual(['corpus']);
    expect(discord.commands(other.id)).toEqual([]);
    const writes = countWrites(discord);
    await first.stop();

    const second = await joinBot(discord, { HOME_GUILD_ID: home.id });
    expect(countWrites(discord)).toBe(writes);
    await second.stop();

    await joinBot(discord, { HOME_GUILD_ID: other.id });
    expect(discord.commands(home.id)).toEqual([]);
    expect(discord.commands(other.id).map(({ name }) => name)).toEqual(['corpus']);
    expect(discord.violations).toEqual([]);
  });

  it('lets nobody reload from one of several servers without a home server', async () => {
    const discord = await openDiscord(2);
    await joinBot(discord);
    const manager = discord.member({ permissions: ['ViewChannel', 'ManageGuild'] });
    const reload = await discord.slash(manager, 'corpus', {}, { subcommand: 'reload' });
    expect(reload.message.text).toContain('HOME_GUILD_ID');
    const status = await discord.slash(manager, 'corpus', {}, { subcommand: 'status' });
    expect(status.message.text).toContain('3 articles');
  });

  it("takes the moderators' command from the home server only", async () => {
    const discord = await openDiscord(2);
    const [home, other] = discord.guilds;
    if (!home || !other) throw new Error('two servers were asked for');
    await joinBot(discord, { HOME_GUILD_ID: home.id });
    const manager = discord.member({ guildId: home.id, permissions: ['ViewChannel', 'ManageGuild'] });
    const status = await discord.slash(manager, 'corpus', {}, { subcommand: 'status' });
    expect(status.message.text).toContain('3 articles');
    const outsider = discord.member({ guildId: other.id, permissions: ['ViewChannel', 'ManageGuild'] });
    await expect(discord.slash(outsider, 'corpus', {}, { subcommand: 'status' })).rejects.toThrow();
  });

  it('refuses the command elsewhere while an old copy of it is left, and tries again to remove that', async () => {
    const discord = await openDiscord(2);
    const [home, other] = discord.guilds;
    if (!home || !other) throw new Error('two servers were asked for');
    await (await joinBot(discord)).stop();
    let isBroken = true;
    discord.fail(
      ({ method, path }) => isBroken && method === 'PUT' && /^\/applications\/\d+\/commands$/u.test(path),
      FAILURES.serverError,
      Infinity,
    );
    const nukuu = startNukuu({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      CORPUS_DIR: folder.dir,
      DATA_DIR: dataDir,
      HOME_GUILD_ID: home.id,
    });
    open.push({ close: () => nukuu.stop() });
    await nukuu.logged('the commands could not be registered');
    const outsider = discord.member({ guildId: other.id, permissions: ['ViewChannel', 'ManageGuild'] });
    const status = await discord.slash(outsider, 'corpus', {}, { subcommand: 'status' });
    expect(status.message.text).toBe('This command works only in the server that the bot is run from.');
    isBroken = false;
    await nukuu.logged('commands in line');
    expect(discord.commands().map(({ name }) => name)).not.toContain('corpus');
  });

  it('tries again while Discord cannot be reached', async () => {
    const discord = await openDiscord();
    discord.fail({ path: /^\/gateway\/bot$/u }, { kind: 'reset' });
    const nukuu = await joinBot(discord);
    expect(nukuu.log().map(({ msg }) => msg)).toContain('Discord cannot be reached');
  });
});

describe('buttons after a restart', () => {
  it('all work', async () => {
    const discord = await openDiscord();
    const asker = discord.member();
    const before = await joinBot(discord);
    const { message } = await discord.slash(asker, 'ask', { question: 'bridge Athi ferry', results: 2 });
    const own = await discord.slash(asker, 'ask', { question: 'ferry', private: true });
    const page = await discord.slash(asker, 'source', { article: 'bridge' });
    await before.stop();
    await joinBot(discord);

    await discord.press(asker, message, 'Context 1');
    expect(message.text).toMatch(/¶\d–\d of 4/u);
    await discord.press(asker, message, 'Fold 1');
    await discord.press(asker, message, 'More');
    expect(message.text).toContain('-# [3]');
    await discord.press(asker, message, 'Back to first');
    expect(message.text).toContain('-# [1]');
    const shared = await (await discord.press(asker, own.message, 'Share')).followup();
    expect(shared.text).toContain('A ferry sank');
    await discord.press(asker, message, 'Delete');
    await discord.press(asker, page.message, 'Delete');
    await discord.waitFor(() => message.deleted && page.message.deleted);
    expect(discord.violations).toEqual([]);
  });
});

describe('stopping', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('ends cleanly within 5 s on %s', async (signal) => {
    const discord = await openDiscord();
    const { code } = await (await joinBot(discord)).stop(signal);
    // It watches over these 5 s itself, and ends with 1 when it is not done before them.
    expect(code).toBe(0);
  });

  it('ends cleanly while Discord cannot be reached', async () => {
    const nukuu = startNukuu({
      DISCORD_TOKEN: 'abc.def.ghi',
      DISCORD_API_URL: 'http://127.0.0.1:9/api',
      CORPUS_DIR: folder.dir,
      DATA_DIR: dataDir,
    });
    await nukuu.logged('Discord cannot be reached');
    expect(await nukuu.stop()).toMatchObject({ code: 0 });
  });
});

describe('running under npm', () => {
  it('ends when npm is told to end, though npm does not pass that on', async () => {
    const discord = await openDiscord();
    const npm = spawn('npm', ['start', '--silent'], {
      cwd: join(import.meta.dirname, '..', '..'),
      env: {
        ...process.env,
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discord.apiUrl,
        CORPUS_DIR: folder.dir,
        DATA_DIR: dataDir,
      },
    });
    let log = '';
    npm.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
    const closed = once(npm.stderr, 'close');
    await discord.waitFor(() => discord.commands().length > 0);
    npm.kill('SIGTERM');
    await closed;
    expect(log).toContain('"msg":"stopping"');
  });
});

describe('a session that Discord ends for good', () => {
  it.each([
    [4004, 'Discord refused the bot token.'],
    [4013, 'Discord has ended the session for good (close code 4013).'],
  ])('with %i ends the bot with a sentence', async (code, sentence) => {
    const discord = await openDiscord();
    const nukuu = await joinBot(discord);
    discord.dropGateway(code);
    const exitCode = await new Promise((resolve) => nukuu.process.once('close', resolve));
    expect(exitCode).toBe(1);
    expect(nukuu.output()).toContain(sentence);
  });
});

describe('a bad start', () => {
  const start = async (
    env: Readonly<Record<string, string>>,
  ): Promise<{ code: number | null; output: string }> => {
    const nukuu = startNukuu(env);
    const code = await new Promise<number | null>((resolve) => nukuu.process.once('close', resolve));
    return { code, output: nukuu.output() };
  };

  it('says in one sentence that Discord refused the token', async () => {
    const discord = await openDiscord();
    const { code, output } = await start({
      DISCORD_TOKEN: 'wrong.token.here',
      DISCORD_API_URL: discord.apiUrl,
      CORPUS_DIR: folder.dir,
      DATA_DIR: dataDir,
    });
    expect(code).toBe(1);
    expect(output).toContain('Discord refused the bot token. Copy it again from the Bot page');
    expect(output).not.toContain('wrong.token.here');
  });

  it('names every bad variable at once, and none of their values', async () => {
    const { code, output } = await start({ DISCORD_TOKEN: 'secret', HOME_GUILD_ID: 'x', LOG_LEVEL: 'loud' });
    expect(code).toBe(1);
    for (const name of ['DISCORD_TOKEN', 'HOME_GUILD_ID', 'LOG_LEVEL']) expect(output).toContain(name);
    expect(output).not.toContain('secret');
  });

  it.each([['a missing folder', '/nowhere/at/all', 'The folder of articles is missing.']])(
    'says what is wrong with %s',
    async (_name, dir, sentence) => {
      const { code, output } = await start({ CORPUS_DIR: dir });
      expect(code).toBe(1);
      expect(output).toContain(sentence);
    },
  );
});

describe('the log', () => {
  it('never holds the token or a question', async () => {
    const discord = await openDiscord();
    const nukuu = await joinBot(discord, { LOG_LEVEL: 'trace' });
    discord.fail(
      { method: 'POST', path: /callback$/u },
      { kind: 'status', status: 400, body: { message: `leak ${discord.token}`, code: 50_035 } },
    );
    await discord.slash(discord.member(), 'ask', { question: 'ferry to Zanzibar' });
    await nukuu.logged('an interaction failed');
    expect(nukuu.output()).toContain('leak [token]');
    expect(nukuu.output()).not.toContain(discord.token);
    expect(nukuu.output()).not.toContain('Zanzibar');
  });
});
