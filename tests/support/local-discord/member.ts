import { PermissionFlagsBits, PermissionsBitField } from 'discord.js';
import { memberFields } from './api-world.js';
import type { Json } from './json.js';
import type { LocalUser, Permissions, World } from './world.js';
import { createUser, membershipKey, openDirectMessages, resolvePermissions } from './world.js';

export interface MemberOptions {
  /** Of somebody known already: the same person, with what the other options say from now on. */
  readonly id?: string;
  readonly name?: string;
  /** Absent: the first guild. Null: a person in direct messages with the bot. */
  readonly guildId?: string | null;
  /** Default View Channel, Send Messages and what reading and using commands needs. */
  readonly permissions?: Permissions;
  /** The ids of roles of the guild, whose permissions come on top; default none. */
  readonly roles?: readonly string[];
  /** The language of the person's client; default `en-US`. */
  readonly locale?: string;
  /** Whether it is another bot, which writes but uses no commands; default no. */
  readonly isBot?: boolean;
}

/** Somebody, as one guild (or the direct messages) knows them. */
export interface LocalMember {
  readonly id: string;
  readonly name: string;
  readonly guildId: string | null;
  /** Where the person writes unless told otherwise. */
  readonly channelId: string;
  readonly permissions: bigint;
  readonly roleIds: readonly string[];
  readonly locale: string;
  readonly user: LocalUser;
}

const DEFAULT_PERMISSIONS = PermissionsBitField.resolve([
  'ViewChannel',
  'SendMessages',
  'ReadMessageHistory',
  'UseApplicationCommands',
]);

/** @throws When the bot is not in the guild, or the guild has no such role. */
export function createMember(world: World, options: MemberOptions): LocalMember {
  const [firstGuild] = world.guilds.values();
  const { id = world.nextId(), locale = 'en-US', roles: roleIds = [] } = options;
  const guildId = options.guildId === undefined ? (firstGuild?.id ?? null) : options.guildId;
  const name = options.name ?? world.users.get(id)?.username ?? `Member ${world.users.size}`;
  const user = world.users.get(id) ?? createUser(id, name, options.isBot);
  const channelId = findChannelId(world, guildId, user);
  const own =
    options.permissions === undefined ? DEFAULT_PERMISSIONS : resolvePermissions(options.permissions);
  const permissions = addRolePermissions(world, guildId, roleIds, own);
  world.users.set(id, user);
  if (guildId !== null) world.memberships.set(membershipKey(guildId, id), { roleIds });
  return { id, name, guildId, channelId, permissions, roleIds, locale, user };
}

function findChannelId(world: World, guildId: string | null, user: LocalUser): string {
  if (guildId === null) return openDirectMessages(world, user).id;
  const guild = world.guilds.get(guildId);
  if (!guild) throw new Error(`the bot is not in the guild ${guildId}`);
  return guild.channelId;
}

function addRolePermissions(
  { roles }: World,
  guildId: string | null,
  roleIds: readonly string[],
  own: bigint,
): bigint {
  return roleIds.reduce((all, id) => {
    const role = roles.get(id);
    if (role?.guildId !== guildId) throw new Error(`the guild has no role ${id}`);
    return all | role.permissions;
  }, own);
}

/** Administrators have every permission. */
export function hasPermissions({ permissions }: Pick<LocalMember, 'permissions'>, needed: bigint): boolean {
  return (permissions & PermissionFlagsBits.Administrator) !== 0n || (permissions & needed) === needed;
}

export function effectivePermissions({ permissions }: LocalMember): bigint {
  return hasPermissions({ permissions }, PermissionFlagsBits.Administrator)
    ? PermissionsBitField.All
    : permissions;
}

/** The member as an interaction names them beside their user, with their permissions in its channel. */
export function toResolvedMember(world: World, member: LocalMember): Json {
  const { id, guildId, roleIds: roles } = member;
  const permissions = effectivePermissions(member).toString();
  return { ...memberFields(world, guildId ?? '', id), roles, permissions };
}
