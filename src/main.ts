import { config as readDotenv } from 'dotenv';
import { type LoggerOptions, pino } from 'pino';
import { type App, startApp } from './app.js';
import { chooseStyle } from './cli/render-text.js';
import { describeFault, startInTerminal } from './cli/start-in-terminal.js';
import { runTerminal } from './cli/terminal.js';
import { type Config, parseConfig } from './config.js';
import { recordStart } from './core/changes/audit.js';
import type { Log } from './core/model/log.js';
import { createSettingsCache } from './core/model/settings.js';
import type { State } from './core/model/state.js';
import type { Bot } from './discord/start-bot.js';

const STOP_TIMEOUT_MS = 4_500;
const PARENT_CHECK_MS = 1_000;

try {
  readDotenv({ quiet: true });
  const config = parseConfig(process.env);
  await (config.discordToken === undefined
    ? runInTerminal(config)
    : runInDiscord(config, config.discordToken));
} catch (error) {
  process.stderr.write(`${describeFault(error)}\n`);
  process.exitCode = 1;
}

async function runInTerminal(config: Config): Promise<void> {
  const { stdin: input, stdout: output } = process;
  output.on('error', endWithReader);
  const app = await startInTerminal(config);
  const style = chooseStyle(output.isTTY, process.env);
  const isInteractive = input.isTTY && output.isTTY;
  await runTerminal(app.services, { input, output, isInteractive, style, now: Date.now });
  await app.close();
}

/** Exits when the reader of the output is gone, as `head` is after its lines. */
function endWithReader(error: NodeJS.ErrnoException): void {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
}

/**
 * Runs the bot in Discord until SIGTERM or SIGINT. Imports discord.js only here, because the terminal starts faster
 * without it.
 */
async function runInDiscord(config: Config, token: string): Promise<void> {
  const log = createLog(config, token);
  const parts: { close(): Promise<void> }[] = [];
  let closeState = (): void => undefined;
  const stop = async (): Promise<void> => {
    await Promise.all(parts.map((part) => part.close()));
    closeState();
  };
  listenForEnd((reason) => {
    log.info('stopping', { reason });
    setTimeout(() => process.exit(1), STOP_TIMEOUT_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('could not stop cleanly', error);
        process.exit(1);
      },
    );
  });

  const [{ openState }, { startBot }, { createQuestionLimits }, { listCommands }, http] = await Promise.all([
    import('./state/open-state.js'),
    import('./discord/start-bot.js'),
    import('./discord/rate-limit.js'),
    import('../commands/index.js'),
    config.httpPort === undefined ? null : import('./http/serve-http.js'),
  ]);
  const state = await openState({ url: config.databaseUrl, log });
  closeState = state.close;
  const running: { app?: App; bot?: Bot } = {};
  const endpoint = await http?.openHttp({
    host: config.httpHost,
    port: config.httpPort ?? 0,
    corpus: () => running.app?.services.loaded().corpus.summary ?? null,
    isLive: () => running.bot?.isLive() ?? false,
  });
  if (endpoint) parts.push(endpoint);
  const app = await startApp({
    corpusDir: config.corpusDir,
    dataDir: config.dataDir,
    isArchived: true,
    state,
    log,
    ...(endpoint ? { meter: endpoint.meter } : {}),
  });
  running.app = app;
  parts.push(app);
  const { services } = app;
  await noteStart(app, state, log);
  if (config.watchesCorpus) {
    const { followFolder } = await import('./corpus/files/watch-folder.js');
    parts.push(await followFolder({ corpusDir: config.corpusDir, services, log, now: Date.now }));
  }
  const bot = startBot({
    ...config,
    ...createSettingsCache(state.settings, log, Date.now),
    token,
    apiUrl: config.discordApiUrl,
    commands: listCommands(config),
    services,
    state,
    limits: createQuestionLimits(),
    log,
    now: Date.now,
  });
  running.bot = bot;
  parts.push(bot);
  await bot.ended.finally(stop);
}

/** A separate function, because `runInDiscord` would hold on to the first corpus while later ones replace it. */
async function noteStart({ services, startedFrom }: App, { revisions }: State, log: Log): Promise<void> {
  const { corpus, problems } = services.loaded();
  await recordStart({ audit: services.audit, revisions, log, now: Date.now }, corpus.summary);
  log.info('corpus loaded', { startedFrom, ...corpus.summary, problems });
}

/** Calls `end` on SIGTERM and SIGINT. npm exits without a signal to its child process, so its end is polled for. */
function listenForEnd(end: (reason: string) => void): void {
  process.once('SIGTERM', end).once('SIGINT', end);
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const { ppid } = process;
  const check = setInterval(() => {
    if (process.ppid === ppid) return;
    clearInterval(check);
    end('the process that started this one has ended');
  }, PARENT_CHECK_MS).unref();
}

/** Logs JSON lines to stderr. The token is removed from every line, however it got there. */
function createLog({ logLevel }: Config, token: string): Log {
  const options: LoggerOptions = {
    level: logLevel,
    serializers: { err: describeError },
    hooks: { streamWrite: (line) => line.replaceAll(token, '[token]') },
  };
  const logger = pino(options, pino.destination({ fd: 2, sync: true }));
  return {
    info: (message, facts) => {
      logger.info(facts, message);
    },
    warn: (message, facts) => {
      logger.warn(facts, message);
    },
    error: (message, err, facts) => {
      logger.error({ ...facts, err }, message);
    },
  };
}

/** Picks the useful fields of an error, because discord.js adds the request with its secrets to its errors. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const { name, message, stack, cause } = error;
  const { code, status } = error as { code?: unknown; status?: unknown };
  return {
    name,
    message,
    code,
    status,
    stack,
    ...(cause === undefined ? {} : { cause: describeError(cause) }),
  };
}
