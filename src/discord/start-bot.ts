import { setTimeout as wait } from 'node:timers/promises';
import {
  Client,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayIntentBits,
  type Interaction,
} from 'discord.js';
import { Fault } from '../core/errors.js';
import type { BotContext, Command } from './command.js';
import { registerCommands } from './register-commands.js';
import { createRouter } from './router.js';

export interface BotParts extends BotContext {
  readonly token: string;
  /** Base of Discord's HTTP API, without the version. */
  readonly apiUrl: string;
  readonly commands: readonly Command[];
}

export interface Bot {
  /**
   * Settles when the bot answers, or has been closed before it did. Rejects with a {@link Fault}
   * `DISCORD_REFUSED` when Discord does not take the token.
   */
  readonly ready: Promise<void>;
  /** Lets interactions under way end, for a while, and leaves Discord. */
  close(): Promise<void>;
}

/** Waits between tries to reach Discord; the last one repeats. */
const RETRY_DELAYS_MS = [1_000, 5_000, 15_000, 60_000];
const CLOSE_TIMEOUT_MS = 3_000;

/** Connects to Discord, trying again for as long as it cannot be reached. */
export function startBot(parts: BotParts): Bot {
  const route = createRouter(parts.commands, parts);
  const underWay = new Set<Promise<void>>();
  const closing = new AbortController();
  let client: Client | undefined;

  const onInteraction = (interaction: Interaction): void => {
    if (closing.signal.aborted) return;
    const handled = route(interaction).finally(() => underWay.delete(handled));
    underWay.add(handled);
  };

  const connect = async (): Promise<void> => {
    for (let tries = 0; !closing.signal.aborted; tries += 1) {
      try {
        client = await login(parts, onInteraction, reconnect);
        return;
      } catch (error) {
        if (isRefusal(error)) throw new Fault('DISCORD_REFUSED', 'the token was refused', { cause: error });
        const delayMs = RETRY_DELAYS_MS[Math.min(tries, RETRY_DELAYS_MS.length - 1)];
        parts.log.error('Discord cannot be reached', error, { retryInMs: delayMs });
        await wait(delayMs, undefined, { signal: closing.signal }).catch(() => undefined);
      }
    }
  };

  /** A session that Discord has ended for good needs a client of its own. */
  const reconnect = (): void => {
    parts.log.warn('Discord ended the session; connecting anew');
    connect().catch((error: unknown) => {
      parts.log.error('could not connect anew', error);
    });
  };

  return {
    ready: connect(),
    close: async () => {
      closing.abort();
      await Promise.race([Promise.allSettled(underWay), wait(CLOSE_TIMEOUT_MS, undefined, { ref: false })]);
      await client?.destroy();
    },
  };
}

/** A client that has failed to log in once never becomes ready, so each try makes a new one. */
async function login(
  { token, apiUrl, commands, homeGuildId, log }: BotParts,
  onInteraction: (interaction: Interaction) => void,
  onInvalidated: () => void,
): Promise<Client<true>> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    rest: { api: apiUrl },
  });
  client.on(Events.InteractionCreate, onInteraction);
  client.on(Events.Error, (error) => {
    log.error('the Discord client failed', error);
  });
  client.on(Events.ShardError, (error) => {
    log.error('the gateway connection failed', error);
  });
  client.once(Events.Invalidated, onInvalidated);
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  const readyClient = await ready;
  log.info('ready', { bot: readyClient.user.tag, servers: readyClient.guilds.cache.size });
  try {
    await registerCommands(readyClient, commands, homeGuildId, log);
  } catch (error) {
    log.error('the commands could not be registered', error);
  }
  return readyClient;
}

function isRefusal(error: unknown): boolean {
  return (
    (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) ||
    (error instanceof Error && /authentication failed/iu.test(error.message))
  );
}
