import type {
  ApplicationCommand,
  ApplicationCommandData,
  ApplicationCommandManager,
  Client,
} from 'discord.js';
import type { Log } from '../core/model/log.js';
import type { Command } from './command.js';

/**
 * Registers the commands with Discord, writing only where Discord's copy differs. With a home server, the
 * moderators' commands are registered there and nowhere else.
 */
export async function registerCommands(
  client: Client<true>,
  commands: readonly Command[],
  homeGuildId: string | undefined,
  log: Log,
): Promise<void> {
  const isGlobal = ({ isForModerators }: Command): boolean => homeGuildId === undefined || !isForModerators;
  const manager = client.application.commands;
  await syncCommands(manager, commands.filter(isGlobal), undefined, log);
  for (const guildId of client.guilds.cache.keys()) {
    const wanted = guildId === homeGuildId ? commands.filter((command) => !isGlobal(command)) : [];
    await trySyncCommands(manager, wanted, guildId, log);
  }
  log.info('commands in line');
  if (homeGuildId !== undefined && !client.guilds.cache.has(homeGuildId)) {
    log.warn('HOME_GUILD_ID names a server that the bot is not in; invite it there and start it again');
  }
}

/** Logs a refusal, so that other servers still get their commands: the bot may have been invited without the scope. */
async function trySyncCommands(
  manager: ApplicationCommandManager,
  wanted: readonly Command[],
  guildId: string,
  log: Log,
): Promise<void> {
  try {
    await syncCommands(manager, wanted, guildId, log);
  } catch (error) {
    log.error('a server refused its commands', error, { guildId });
  }
}

async function syncCommands(
  manager: ApplicationCommandManager,
  wanted: readonly Command[],
  guildId: string | undefined,
  log: Log,
): Promise<void> {
  const registered = await fetchRegistered(manager, guildId);
  const isSame =
    registered.length === wanted.length &&
    wanted.every(({ data }) => registered.some((command) => isRegistered(command, data, guildId)));
  if (isSame) return;
  const bodies = wanted.map(({ data }) => data);
  await (guildId === undefined ? manager.set(bodies) : manager.set(bodies, guildId));
  log.info('commands registered', { guildId: guildId ?? 'global', commands: bodies.map(({ name }) => name) });
}

async function fetchRegistered(
  manager: ApplicationCommandManager,
  guildId: string | undefined,
): Promise<readonly ApplicationCommand[]> {
  const registered = guildId === undefined ? await manager.fetch() : await manager.fetch({ guildId });
  return [...registered.values()];
}

/** Ignores the contexts and integration types that Discord returns for a server's own commands, which have none. */
function isRegistered(
  command: ApplicationCommand,
  data: Command['data'],
  guildId: string | undefined,
): boolean {
  const { contexts, integrationTypes } = command;
  const wanted = guildId === undefined ? data : { ...data, contexts, integration_types: integrationTypes };
  return command.name === data.name && command.equals(dropBlanks(wanted) as ApplicationCommandData, true);
}

/** Drops undefined fields and empty lists, which builders leave and Discord never sends back. */
function dropBlanks(body: object): unknown {
  return JSON.parse(
    JSON.stringify(body, (_key, value: unknown) =>
      Array.isArray(value) && value.length === 0 ? undefined : value,
    ),
  );
}
