import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { listCommands } from '../../commands/index.js';
import { NO_LOG } from '../../src/core/model/log.js';
import type { State } from '../../src/core/model/state.js';
import { startBot, type Bot } from '../../src/discord/start-bot.js';
import { openState } from '../../src/state/open-state.js';
import { makeContext } from './bot-context.js';
import {
  startLocalDiscord,
  type InteractionResponse,
  type LiveMessage,
  type LocalDiscord,
  type LocalMember,
  type OptionValues,
} from './local-discord/index.js';
import { openPaperDesk, type PaperDesk, type Papers } from './paper-desk.js';
import { placeDatabase } from './temporary-database.js';

/** The bot in this process and in a local Discord, over a folder in memory and its own database. */
export interface DeskStage {
  readonly discord: LocalDiscord;
  readonly state: State;
  readonly desk: PaperDesk;
  readonly moderator: LocalMember;
  readonly homeGuildId: string;
  readonly auditChannelId: string;
  /** In ms since 1970; moves only when it is set. */
  clock: number;
  /** The errors in the log. */
  readonly errors: readonly string[];
  /** Uses a subcommand of the moderators' command. */
  corpus(subcommand: string, options?: OptionValues, member?: LocalMember): Promise<InteractionResponse>;
  /** Calls {@link corpus} and waits for its answer. */
  report(subcommand: string, options?: OptionValues, member?: LocalMember): Promise<LiveMessage>;
  /** Presses a button and waits until the text of the message changes. */
  press(message: LiveMessage, button: string, member?: LocalMember): Promise<LiveMessage>;
  /** Stops the bot and starts it again over the same folder and database. */
  restart(): Promise<void>;
}

const START = Date.UTC(2026, 10, 22, 12);

/** Sets the stage before the tests of a file. Every test in which the bot breaks a rule of Discord fails. */
export function stageDesk(files: Papers): DeskStage {
  const place = placeDatabase();
  const errors: string[] = [];
  const parts: Partial<{ discord: LocalDiscord; state: State; desk: PaperDesk; bot: Bot }> = {};
  const now = <Key extends keyof typeof parts>(key: Key): NonNullable<(typeof parts)[Key]> => {
    const part = parts[key];
    if (!part) throw new Error('the stage is not set yet');
    return part;
  };
  let moderator: LocalMember | undefined;
  let auditChannelId = '';

  const start = async (): Promise<void> => {
    const discord = now('discord');
    const homeGuildId = discord.guilds[0]?.id;
    await new Promise<void>((resolve) => {
      const log = {
        info: (message: string) => {
          if (message === 'commands in line') resolve();
        },
        warn: () => undefined,
        error: (message: string) => errors.push(message),
      };
      parts.bot = startBot({
        ...makeContext({ services: now('desk').services, state: now('state'), now: () => stage.clock, log }),
        gapsDays: 30,
        homeGuildId,
        auditChannelId,
        token: discord.token,
        apiUrl: discord.apiUrl,
        commands: listCommands({ homeGuildId, moderatorRoleIds: [] }),
      });
    });
  };

  const stage: DeskStage = {
    clock: START,
    errors,
    get discord() {
      return now('discord');
    },
    get state() {
      return now('state');
    },
    get desk() {
      return now('desk');
    },
    get moderator() {
      if (!moderator) throw new Error('the stage is not set yet');
      return moderator;
    },
    get homeGuildId() {
      return now('discord').guilds[0]?.id ?? '';
    },
    get auditChannelId() {
      return auditChannelId;
    },
    corpus: (subcommand, options = {}, member = stage.moderator) =>
      now('discord').slash(member, 'corpus', options, { subcommand, overridePermissions: true }),
    report: async (...args) => (await stage.corpus(...args)).settled(),
    press: async (message, button, member = stage.moderator) => {
      const before = message.edits;
      await now('discord').press(member, message, button);
      await now('discord').waitFor(() => message.edits > before, { what: `what ${button} does` });
      return message;
    },
    restart: async () => {
      await now('bot').close();
      await start();
    },
  };

  beforeAll(async () => {
    const discord = (parts.discord = await startLocalDiscord());
    parts.state = await openState({ url: place.url });
    parts.desk = openPaperDesk({ files, state: parts.state, log: NO_LOG, now: () => stage.clock });
    moderator = discord.member({ permissions: ['ViewChannel', 'SendMessages', 'ManageGuild'] });
    auditChannelId = discord.channel({ name: 'audit' }).id;
    await start();
  });
  afterEach(() => {
    expect(now('discord').violations).toEqual([]);
  });
  afterAll(async () => {
    await parts.bot?.close();
    await parts.discord?.close();
    parts.state?.close();
    place.remove();
  });
  return stage;
}
