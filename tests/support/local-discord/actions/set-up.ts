import { GatewayIntentBits } from 'discord.js';
import { toApiChannel, toApiRole } from '../api-world.js';
import type { LocalChannel, LocalRole, Permissions, World } from '../world.js';
import { resolvePermissions } from '../world.js';
import type { Stage } from './stage.js';

export interface ChannelOptions {
  /** Default the first guild. */
  readonly guildId?: string;
  readonly name?: string;
  /** The bot's permissions in it; default: those it has everywhere. */
  readonly botPermissions?: Permissions;
}

export interface RoleOptions {
  /** Default the first guild. */
  readonly guildId?: string;
  readonly name?: string;
  /** The additional permissions of its members; default none. */
  readonly permissions?: Permissions;
}

/** Opens a channel in a guild. @throws If the bot is not in that guild. */
export function openChannel({ world, gateway }: Stage, options: ChannelOptions): LocalChannel {
  const id = world.nextId();
  const { name = `channel-${world.channels.size}`, botPermissions } = options;
  const channel = { id, name, guildId: findGuildId(world, options.guildId), recipient: null };
  world.channels.set(id, channel);
  if (botPermissions !== undefined) world.channelPermissions.set(id, resolvePermissions(botPermissions));
  gateway.dispatch('CHANNEL_CREATE', () => toApiChannel(world, channel), GatewayIntentBits.Guilds);
  return channel;
}

/** Sets the bot's permissions in a channel of a guild. @throws If there is no such channel. */
export function permitBot({ world, gateway }: Stage, channelId: string, permissions: Permissions): void {
  const channel = world.channels.get(channelId);
  if (!channel || channel.guildId === null) throw new Error(`there is no channel ${channelId} in a guild`);
  world.channelPermissions.set(channelId, resolvePermissions(permissions));
  gateway.dispatch('CHANNEL_UPDATE', () => toApiChannel(world, channel), GatewayIntentBits.Guilds);
}

/** Creates a role in a guild. @throws If the bot is not in that guild. */
export function makeRole({ world, gateway }: Stage, options: RoleOptions): LocalRole {
  const id = world.nextId();
  const { name = `Role ${world.roles.size + 1}`, permissions = 0n } = options;
  const guildId = findGuildId(world, options.guildId);
  const role = { id, name, guildId, permissions: resolvePermissions(permissions) };
  world.roles.set(id, role);
  const event = { guild_id: guildId, role: toApiRole(role) };
  gateway.dispatch('GUILD_ROLE_CREATE', () => event, GatewayIntentBits.Guilds);
  return role;
}

function findGuildId({ guilds }: World, asked: string | undefined): string {
  const guild = asked === undefined ? [...guilds.values()][0] : guilds.get(asked);
  if (!guild) throw new Error(`the bot is not in the guild ${asked ?? ''}`);
  return guild.id;
}
