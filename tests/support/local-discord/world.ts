import type { PermissionsString } from 'discord.js';
import { PermissionsBitField } from 'discord.js';
import type { NextSnowflake } from './snowflakes.js';

export interface LocalUser {
  readonly id: string;
  readonly username: string;
  readonly discriminator: string;
  readonly global_name: string | null;
  readonly avatar: string | null;
  readonly public_flags: number;
  readonly flags: number;
  readonly primary_guild: null;
  readonly bot?: boolean;
}

export interface GuildOptions {
  readonly id?: string;
  readonly name?: string;
  /** Default `en-US`. */
  readonly locale?: string;
}

export interface LocalGuild {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly channelId: string;
}

export interface LocalChannel {
  readonly id: string;
  readonly name: string;
  /** Null for direct messages of a person and the bot. */
  readonly guildId: string | null;
  readonly recipient: LocalUser | null;
}

export interface LocalRole {
  readonly id: string;
  readonly name: string;
  readonly guildId: string;
  readonly permissions: bigint;
}

/** The facts about a member of a guild. */
export interface Membership {
  readonly roleIds: readonly string[];
}

/** Everything but the messages: the bot, the guilds, their channels and roles, the people. */
export interface World {
  readonly bot: LocalUser;
  readonly applicationId: string;
  readonly guilds: ReadonlyMap<string, LocalGuild>;
  readonly channels: Map<string, LocalChannel>;
  readonly users: Map<string, LocalUser>;
  readonly roles: Map<string, LocalRole>;
  /** Keyed by {@link membershipKey}. */
  readonly memberships: Map<string, Membership>;
  readonly joinedAt: string;
  /** The bot's permissions in every guild. */
  readonly appPermissions: bigint;
  /** The bot's permissions in channels where they were set. */
  readonly channelPermissions: Map<string, bigint>;
  readonly nextId: NextSnowflake;
}

export interface WorldOptions {
  readonly guilds: readonly GuildOptions[];
  readonly botName: string;
  readonly nextId: NextSnowflake;
  readonly now: () => number;
}

/** Permissions by name or as bits. */
export type Permissions = bigint | readonly PermissionsString[];

export function resolvePermissions(permissions: Permissions): bigint {
  return typeof permissions === 'bigint' ? permissions : PermissionsBitField.resolve(permissions);
}

const APP_PERMISSIONS = PermissionsBitField.resolve([
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'UseApplicationCommands',
]);

export function createWorld({ guilds, botName, nextId, now }: WorldOptions): World {
  const bot = createUser(nextId(), botName, true);
  const world: World = {
    bot,
    // An application and its bot user share their id, as all created since 2016 do.
    applicationId: bot.id,
    guilds: new Map(guilds.map((options) => createGuild(options, nextId)).map((guild) => [guild.id, guild])),
    channels: new Map(),
    users: new Map([[bot.id, bot]]),
    roles: new Map(),
    memberships: new Map(),
    joinedAt: new Date(now()).toISOString(),
    appPermissions: APP_PERMISSIONS,
    channelPermissions: new Map(),
    nextId,
  };
  for (const { id, channelId } of world.guilds.values()) {
    world.channels.set(channelId, { id: channelId, name: 'general', guildId: id, recipient: null });
    world.memberships.set(membershipKey(id, bot.id), { roleIds: [] });
  }
  return world;
}

function createGuild({ id, name, locale }: GuildOptions, nextId: NextSnowflake): LocalGuild {
  return { id: id ?? nextId(), name: name ?? 'Newsroom', locale: locale ?? 'en-US', channelId: nextId() };
}

export function createUser(id: string, name: string, isBot = false): LocalUser {
  return {
    id,
    username: name.toLowerCase().replaceAll(/[^a-z0-9._]/gu, '_'),
    discriminator: '0',
    global_name: isBot ? null : name,
    avatar: null,
    public_flags: 0,
    flags: 0,
    primary_guild: null,
    ...(isBot ? { bot: true } : {}),
  };
}

/** Returns the direct message channel of a person and the bot; opens it if there is none. */
export function openDirectMessages(world: World, user: LocalUser): LocalChannel {
  const open = [...world.channels.values()].find(({ recipient }) => recipient?.id === user.id);
  const channel = open ?? { id: world.nextId(), name: user.username, guildId: null, recipient: user };
  world.channels.set(channel.id, channel);
  return channel;
}

/** Returns the bot's permissions in a channel: those set for it, otherwise those it has everywhere. */
export function botPermissionsIn(
  { channelPermissions, appPermissions }: World,
  { id }: Pick<LocalChannel, 'id'>,
): bigint {
  return channelPermissions.get(id) ?? appPermissions;
}

export function membershipKey(guildId: string, userId: string): string {
  return `${guildId} ${userId}`;
}
