import type { Interaction, Message } from 'discord.js';
import { Client, Events, GatewayIntentBits } from 'discord.js';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { LocalDiscord, LocalDiscordOptions } from './local-discord/index.js';
import { startLocalDiscord } from './local-discord/index.js';

export interface ClientStageOptions {
  /** Default: Guilds and GuildMessages. */
  readonly intents?: readonly GatewayIntentBits[];
  readonly discord?: LocalDiscordOptions;
}

/** An event received over the gateway. */
export interface GatewayEvent {
  readonly t: string;
  readonly d: Readonly<Record<string, unknown>>;
}

/** A client of discord.js in a local Discord that handles interactions as each test specifies. */
export interface ClientStage {
  readonly discord: LocalDiscord;
  readonly client: Client<true>;
  /** All events received over the gateway, oldest first. */
  readonly events: readonly GatewayEvent[];
  /** Passes the next interaction to `handle` and returns its result. */
  next<T>(handle: (interaction: Interaction) => Promise<T>): Promise<T>;
  /** Waits until the client has received the message with this id. */
  hear(messageId: string): Promise<Message>;
}

interface Running {
  readonly discord: LocalDiscord;
  readonly client: Client<true>;
}

/**
 * Starts local Discord and client before the tests of a file or of a `describe`, and stops both after them; violations
 * are cleared after each test.
 *
 * @returns A stage that can be used from the next `beforeAll` on.
 */
export function stageClient(options: ClientStageOptions = {}): ClientStage {
  let running: Running | null = null;
  const events: GatewayEvent[] = [];
  const handlers: ((interaction: Interaction) => void)[] = [];
  const now = (): Running => {
    if (!running) throw new Error('the stage is not set yet');
    return running;
  };
  beforeAll(async () => {
    const discord = await startLocalDiscord(options.discord);
    const client = createClient(discord, options.intents);
    client.on(Events.Raw, (event: GatewayEvent) => events.push(event));
    client.on(Events.InteractionCreate, (interaction) => handlers.shift()?.(interaction));
    await client.login(discord.token);
    await discord.waitFor(() => client.isReady(), { what: 'the client' });
    running = { discord, client: client as Client<true> };
  });
  afterEach(() => {
    now().discord.violations.length = 0;
  });
  afterAll(async () => {
    await running?.client.destroy();
    await running?.discord.close();
  });
  return {
    get discord() {
      return now().discord;
    },
    get client() {
      return now().client;
    },
    events,
    next: (handle) =>
      new Promise((resolve, reject) => {
        handlers.push((interaction) => {
          handle(interaction).then(resolve, reject);
        });
      }),
    hear: (messageId) => hear(now().client, messageId),
  };
}

function createClient(
  discord: LocalDiscord,
  intents: readonly GatewayIntentBits[] = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
): Client {
  return new Client({ intents, allowedMentions: { parse: [] }, rest: { api: discord.apiUrl } });
}

function hear(client: Client<true>, messageId: string): Promise<Message> {
  const find = (): Message | undefined =>
    client.channels.cache
      .map((channel) => (channel.isTextBased() ? channel.messages.cache.get(messageId) : undefined))
      .find((message) => message !== undefined);
  return new Promise((resolve) => {
    const look = (): void => {
      const message = find();
      if (!message) return;
      client.off(Events.MessageCreate, look);
      resolve(message);
    };
    client.on(Events.MessageCreate, look);
    look();
  });
}
