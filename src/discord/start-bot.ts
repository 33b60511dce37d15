import { setTimeout as wait } from 'node:timers/promises';
import {
  Client,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  GatewayIntentBits,
  type Interaction,
  type Message,
  Options,
  Status,
} from 'discord.js';
import { Fault } from '../core/model/fault.js';
import { ANSWER_RETENTION_DAYS, DAY_MS, DRAFT_LIFETIME_MS } from '../core/model/limits.js';
import type { Log } from '../core/model/log.js';
import { createBackgroundWrites } from './background-writes.js';
import type { BotContext, Command } from './command.js';
import { postAudit } from './desk/audit.js';
import { registerCommands } from './register-commands.js';
import { createMessageRouter, createRouter } from './router.js';

export interface BotParts extends Omit<BotContext, 'writes'> {
  readonly token: string;
  /** The base URL of Discord's HTTP API, without the version. */
  readonly apiUrl: string;
  readonly commands: readonly Command[];
}

export interface Bot {
  /**
   * Resolves when the bot has been closed. Rejects with a {@link Fault} if the bot cannot go on:
   * `DISCORD_REFUSED` for a token that Discord rejects, `SESSION_ENDED` for anything else.
   */
  readonly ended: Promise<unknown>;
  /** Waits up to {@link CLOSE_TIMEOUT_MS} for interactions, mentions and writes under way, then disconnects. */
  close(): Promise<void>;
  /** True if the gateway is connected. */
  isLive(): boolean;
}

const CLOSE_TIMEOUT_MS = 3_000;

/** Connects to Discord, and retries for as long as it cannot be reached. */
export function startBot(parts: BotParts): Bot {
  const writes = createBackgroundWrites(parts.log);
  const context = { ...parts, writes };
  const route = createRouter(parts.commands, context);
  const routeMessage = createMessageRouter(context);
  const endPruning = pruneDaily(context);
  const underWay = new Set<Promise<void>>();
  const closing = new AbortController();
  const { promise: ended, resolve, reject } = withResolvers<undefined>();
  const connected = withResolvers<Client<true>>();
  let client: Client | undefined;

  const track = (handle: () => Promise<void>): void => {
    if (closing.signal.aborted) return;
    const handled = handle().finally(() => underWay.delete(handled));
    underWay.add(handled);
  };
  const handlers: Handlers = {
    onInteraction: (interaction) => {
      track(() => route(interaction));
    },
    onMessage: (message) => {
      track(() => routeMessage(message));
    },
    onLost: reject,
  };

  const connect = async (): Promise<void> => {
    // A client that has failed to log in once never becomes ready, so each try creates a new one.
    const ready = await retry(parts.log, closing.signal, 'Discord cannot be reached', () =>
      login(parts, handlers),
    );
    client = ready;
    if (!ready) return;
    connected.resolve(ready);
    await retry(parts.log, closing.signal, 'the commands could not be registered', () =>
      registerCommands(ready, parts.commands, parts.homeGuildId, parts.log),
    );
  };
  const auditPosted = postAudit(context, connected.promise, closing.signal);
  connect().catch(reject);

  return {
    ended,
    isLive: () => client?.isReady() === true && client.ws.status === Status.Ready,
    close: async () => {
      closing.abort();
      endPruning();
      const settled = Promise.allSettled(underWay).then(() => Promise.all([writes.settled(), auditPosted()]));
      await Promise.race([settled, wait(CLOSE_TIMEOUT_MS, undefined, { ref: false })]);
      await client?.destroy();
      resolve(undefined);
    },
  };
}

/**
 * Removes rows past their retention, at once and then daily. Its timer does not keep the process alive.
 *
 * @returns A function that stops it.
 */
export function pruneDaily({
  state,
  writes,
  gapsDays,
  now,
}: Pick<BotContext, 'state' | 'writes' | 'gapsDays' | 'now'>): () => void {
  const prune = (): void => {
    const at = now();
    const before = {
      answers: at - ANSWER_RETENTION_DAYS * DAY_MS,
      gaps: at - gapsDays * DAY_MS,
      drafts: at - DRAFT_LIFETIME_MS,
    };
    writes.begin(() => state.prune(before));
  };
  prune();
  const timer = setInterval(prune, DAY_MS).unref();
  return () => {
    clearInterval(timer);
  };
}

/** The delays between tries to reach Discord; the last one repeats. */
const RETRY_DELAYS_MS = [1_000, 5_000, 15_000, 60_000];

/**
 * Retries `act` until it succeeds.
 *
 * @returns `undefined` if `closing` is aborted first.
 * @throws {Fault} Any fault of `act`: waiting does not help against it.
 */
async function retry<T>(
  log: Log,
  closing: AbortSignal,
  complaint: string,
  act: () => Promise<T>,
): Promise<T | undefined> {
  for (let tries = 0; !closing.aborted; tries += 1) {
    try {
      return await act();
    } catch (error) {
      if (error instanceof Fault) throw error;
      const delayMs = RETRY_DELAYS_MS[Math.min(tries, RETRY_DELAYS_MS.length - 1)];
      log.error(complaint, error, { retryInMs: delayMs });
      await wait(delayMs, undefined, { signal: closing }).catch(() => undefined);
    }
  }
  return undefined;
}

interface Handlers {
  readonly onInteraction: (interaction: Interaction) => void;
  readonly onMessage: (message: Message) => void;
  readonly onLost: (fault: Fault) => void;
}

/** @throws {Fault} `DISCORD_REFUSED`. */
async function login(
  { token, apiUrl, log }: BotParts,
  { onInteraction, onMessage, onLost }: Handlers,
): Promise<Client<true>> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    allowedMentions: { parse: [] },
    // Nothing reads earlier messages from the cache.
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
    rest: { api: apiUrl },
  });
  client.on(Events.InteractionCreate, onInteraction);
  client.on(Events.MessageCreate, onMessage);
  client.on(Events.Error, (error) => {
    log.error('the Discord client failed', error);
  });
  client.on(Events.ShardError, (error) => {
    log.error('the gateway connection failed', error);
  });
  client.on(Events.ShardDisconnect, ({ code }) => {
    onLost(describeLoss(code));
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  try {
    await client.login(token);
  } catch (error) {
    if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
      throw new Fault('DISCORD_REFUSED', 'the token was refused', { cause: error });
    }
    throw error;
  }
  const readyClient = await ready;
  log.info('ready', { bot: readyClient.user.tag, servers: readyClient.guilds.cache.size });
  return readyClient;
}

/** Returns the fault for a close code by which the gateway rules out reconnecting. */
function describeLoss(code: number): Fault {
  return code === (GatewayCloseCodes.AuthenticationFailed as number)
    ? new Fault('DISCORD_REFUSED', 'the token is no longer taken')
    : new Fault('SESSION_ENDED', `the gateway ended the session with ${code}`, {
        facts: { code },
      });
}

interface Resolvers<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: unknown) => void;
}

function withResolvers<T>(): Resolvers<T> {
  let resolve: (value: T) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
