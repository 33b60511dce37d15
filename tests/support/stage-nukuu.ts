import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { LocalDiscord, LocalDiscordOptions, LocalGuild, LocalMember } from './local-discord/index.js';
import { startLocalDiscord } from './local-discord/index.js';
import { makeReadyCorpus } from './ready-corpus.js';
import type { CorpusFolder, Nukuu } from './start-nukuu.js';
import { joinDiscord } from './start-nukuu.js';

type Environment = Readonly<Record<string, string>>;

export interface StageOptions {
  /** The files of the corpus folder, by name. */
  readonly files: Readonly<Record<string, string>>;
  /** Environment variables besides those for Discord and the folders. */
  readonly env?: Environment;
  readonly discord?: LocalDiscordOptions;
}

/** The compiled bot in a server of a local Discord, over its own corpus folder. */
export interface NukuuStage {
  readonly discord: LocalDiscord;
  /** What a test changes in it is loaded when the test has it loaded, and not by a bot that finds it at its start. */
  readonly folder: CorpusFolder;
  /** The running bot. */
  readonly nukuu: Nukuu;
  /** The first server. */
  readonly server: LocalGuild;
  /** A member of it with the default permissions. */
  readonly member: LocalMember;
  /** The id of its first channel. */
  readonly channelId: string;
  /**
   * Stops the bot and starts it again over the same folders.
   *
   * @param env - Replaces the variables of the stage; if absent, those stay.
   */
  restart(env?: Environment): Promise<void>;
}

interface Running {
  readonly discord: LocalDiscord;
  readonly folder: CorpusFolder;
  readonly dataDir: string;
  readonly server: LocalGuild;
  readonly member: LocalMember;
  nukuu: Nukuu | null;
}

/**
 * Starts local Discord and bot before the tests of a file and stops both after them. Every test in which the bot
 * breaks a rule of Discord fails.
 *
 * @returns A stage that can be used from the next `beforeAll` on.
 */
export function stageNukuu(options: StageOptions): NukuuStage {
  let running: Running | null = null;
  beforeAll(async () => {
    running = await prepare(options);
    running.nukuu = await startBot(running, options.env);
  });
  afterEach(() => {
    expect(running?.discord.violations).toEqual([]);
  });
  afterAll(async () => {
    if (running) await strike(running);
  });
  return createView(() => {
    if (!running) throw new Error('the stage is not set yet');
    return running;
  }, options.env);
}

async function prepare({ files, discord: discordOptions }: StageOptions): Promise<Running> {
  const discord = await startLocalDiscord(discordOptions);
  const [server] = discord.guilds;
  if (!server) throw new Error('a stage needs a server');
  const ready = await makeReadyCorpus(files);
  const dataDir = await mkdtemp(join(tmpdir(), 'nukuu-data-'));
  await ready.leaveSnapshot(dataDir);
  const folder: CorpusFolder = {
    ...ready,
    write: async (file, text) => {
      await prepared.nukuu?.checked();
      await ready.write(file, text);
    },
    remove: async (file) => {
      await prepared.nukuu?.checked();
      await ready.remove(file);
    },
  };
  const prepared: Running = { discord, folder, dataDir, server, member: discord.member(), nukuu: null };
  return prepared;
}

function startBot({ discord, folder, dataDir }: Running, env: Environment = {}): Promise<Nukuu> {
  return joinDiscord(discord, folder.dir, { DATA_DIR: dataDir, ...env });
}

async function strike({ discord, folder, dataDir, nukuu }: Running): Promise<void> {
  await nukuu?.stop();
  await discord.close();
  await folder.dispose();
  await rm(dataDir, { recursive: true, force: true });
}

function createView(running: () => Running, firstEnv: Environment | undefined): NukuuStage {
  return {
    get discord() {
      return running().discord;
    },
    get folder() {
      return running().folder;
    },
    get nukuu() {
      const { nukuu } = running();
      if (!nukuu) throw new Error('the bot does not run');
      return nukuu;
    },
    get server() {
      return running().server;
    },
    get member() {
      return running().member;
    },
    get channelId() {
      return running().server.channelId;
    },
    async restart(env = firstEnv) {
      const now = running();
      await now.nukuu?.stop();
      now.nukuu = null;
      now.nukuu = await startBot(now, env);
    },
  };
}
