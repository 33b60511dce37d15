import type { PermissionsString } from 'discord.js';
import { PermissionFlagsBits, PermissionsBitField } from 'discord.js';
import type { Json } from './json.js';
import type { LocalUser, World } from './world.js';
import { createUser, memberFields, openDirectMessages } from './world.js';

export interface MemberOptions {
  readonly id?: string;
  readonly name?: string;
  /** Absent: the first guild. Null: a person in direct messages with the bot. */
  readonly guildId?: string | null;
  /** Default View Channel, Send Messages and what reading and using commands needs. */
  readonly permissions?: bigint | readonly PermissionsString[];
  /** The language of the person's client; default `en-US`. */
  readonly locale?: string;
}

/** A person, as one guild (or the direct messages) knows them. */
export interface LocalMember {
  readonly id: string;
  readonly name: string;
  readonly guildId: string | null;
  /** Where the person writes unless told otherwise. */
  readonly channelId: string;
  readonly permissions: bigint;
  readonly locale: string;
  readonly user: LocalUser;
}

const DEFAULT_PERMISSIONS = PermissionsBitField.resolve([
  'ViewChannel',
  'SendMessages',
  'ReadMessageHistory',
  'UseApplicationCommands',
]);

/** @throws When the bot is not in the guild. */
export function createMember(world: World, options: MemberOptions): LocalMember {
  const [firstGuild] = world.guilds.values();
  const { id = world.nextId(), locale = 'en-US' } = options;
  const guildId = options.guildId === undefined ? (firstGuild?.id ?? null) : options.guildId;
  const name = options.name ?? world.users.get(id)?.username ?? `Member ${world.users.size}`;
  const user = world.users.get(id) ?? createUser(id, name);
  world.users.set(id, user);
  const channelId = findChannelId(world, guildId, user);
  return { id, name, guildId, channelId, permissions: resolvePermissions(options), locale, user };
}

function findChannelId(world: World, guildId: string | null, user: LocalUser): string {
  if (guildId === null) return openDirectMessages(world, user).id;
  const guild = world.guilds.get(guildId);
  if (!guild) throw new Error(`the bot is not in the guild ${guildId}`);
  return guild.channelId;
}

function resolvePermissions({ permissions }: MemberOptions): bigint {
  if (permissions === undefined) return DEFAULT_PERMISSIONS;
  return typeof permissions === 'bigint' ? permissions : PermissionsBitField.resolve(permissions);
}

/** Administrators have every permission. */
export function hasPermissions({ permissions }: LocalMember, needed: bigint): boolean {
  return (permissions & PermissionFlagsBits.Administrator) !== 0n || (permissions & needed) === needed;
}

/** The member as an interaction names them beside their user, with their permissions in its channel. */
export function toResolvedMember(world: World, { permissions }: LocalMember): Json {
  const isAdmin = (permissions & PermissionFlagsBits.Administrator) !== 0n;
  const effective = isAdmin ? PermissionsBitField.All : permissions;
  return { ...memberFields(world), permissions: effective.toString() };
}
