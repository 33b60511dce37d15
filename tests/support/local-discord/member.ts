import { PermissionFlagsBits, PermissionsBitField } from 'discord.js';
import { memberFields } from './api-world.js';
import type { Json } from './json.js';
import type { LocalUser, Permissions, World } from './world.js';
import { createUser, membershipKey, openDirectMessages, resolvePermissions } from './world.js';

export interface MemberOptions {
  /** The id of a known person, who then gets the other options. */
  readonly id?: string;
  readonly name?: string;
  /** If absent, the first guild; null for a person in direct messages with the bot. */
  readonly guildId?: string | null;
  /** Default: View Channel, Send Messages, and those needed to read and to use commands. */
  readonly permissions?: Permissions;
  /** The ids of roles of the guild, which add their permissions; default none. */
  readonly roles?: readonly string[];
  /** The language of the person's client; default `en-US`. */
  readonly locale?: string;
  /** True for another bot, which writes but uses no commands; default false. */
  readonly isBot?: boolean;
}

/** A person as a member of one guild, or in direct messages. */
export interface LocalMember {
  readonly id: string;
  readonly name: string;
  readonly guildId: string | null;
  /** The channel where the person writes by default. */
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

/** @throws If the bot is not in the guild, or the guild has no such role. */
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

/** True for administrators, who have every permission. */
export function hasPermissions({ permissions }: Pick<LocalMember, 'permissions'>, needed: bigint): boolean {
  return (permissions & PermissionFlagsBits.Administrator) !== 0n || (permissions & needed) === needed;
}

export function effectivePermissions({ permissions }: LocalMember): bigint {
  return hasPermissions({ permissions }, PermissionFlagsBits.Administrator)
    ? PermissionsBitField.All
    : permissions;
}

/** Returns the member of an interaction, without the user, with their permissions in its channel. */
export function toResolvedMember(world: World, member: LocalMember): Json {
  const { id, guildId, roleIds: roles } = member;
  const permissions = effectivePermissions(member).toString();
  return { ...memberFields(world, guildId ?? '', id), roles, permissions };
}
