import { ApplicationCommandOptionType, ChannelType, ComponentType } from 'discord.js';
import { toApiChannel, toApiRoles } from '../api-world.js';
import type { Json } from '../json.js';
import { asRecord } from '../json.js';
import type { LocalMember } from '../member.js';
import { effectivePermissions, toResolvedMember } from '../member.js';
import type { LocalChannel, World } from '../world.js';
import type { Stage, Upload } from './stage.js';
import { upload } from './stage.js';

/** A person, a file, or the id of a channel or a role. */
export type Entity = LocalMember | Upload | string;

export type EntityKind = 'attachments' | 'channels' | 'roles' | 'users';

const { Attachment, Channel, Mentionable, Role, User } = ApplicationCommandOptionType;

/** The kinds of entities that each type of option accepts. */
export const OPTION_ENTITIES: Readonly<Partial<Record<ApplicationCommandOptionType, readonly EntityKind[]>>> =
  {
    [Attachment]: ['attachments'],
    [Channel]: ['channels'],
    [Mentionable]: ['users', 'roles'],
    [Role]: ['roles'],
    [User]: ['users'],
  };

/** The kinds of entities that each type of component accepts. */
export const COMPONENT_ENTITIES: Readonly<Partial<Record<ComponentType, readonly EntityKind[]>>> = {
  [ComponentType.UserSelect]: ['users'],
  [ComponentType.RoleSelect]: ['roles'],
  [ComponentType.MentionableSelect]: ['users', 'roles'],
  [ComponentType.ChannelSelect]: ['channels'],
  [ComponentType.FileUpload]: ['attachments'],
};

export interface Choosing {
  readonly stage: Stage;
  /** The member who chooses. */
  readonly member: LocalMember;
  /** The `resolved` of the interaction, to which the chosen entities are added. */
  readonly resolved: Json;
}

/**
 * Adds a chosen entity to the `resolved` of an interaction.
 *
 * @param channelTypes - The types of channels that may be chosen; `[]` for all.
 * @returns Its id; null if there is no such entity of these kinds.
 */
export function resolveEntity(
  { stage, member, resolved }: Choosing,
  kinds: readonly EntityKind[],
  entity: Entity,
  channelTypes: readonly unknown[] = [],
): string | null {
  const add = (kind: string, id: string, json: Json): string => {
    resolved[kind] = { ...asRecord(resolved[kind]), [id]: json };
    return id;
  };
  if (typeof entity === 'string') {
    const isOffered = channelTypes.length === 0 || channelTypes.includes(ChannelType.GuildText);
    const channel = kinds.includes('channels') && isOffered ? findChannel(stage.world, member, entity) : null;
    if (channel) return add('channels', entity, toResolvedChannel(stage.world, member, channel));
    const role = kinds.includes('roles') ? findRole(stage.world, member, entity) : null;
    return role ? add('roles', entity, role) : null;
  }
  if (!('user' in entity)) {
    if (!kinds.includes('attachments')) return null;
    const { id, json } = upload(stage, entity);
    return add('attachments', id, json);
  }
  if (!kinds.includes('users')) return null;
  if (entity.guildId !== null) add('members', entity.id, toResolvedMember(stage.world, entity));
  return add('users', entity.id, { ...entity.user });
}

function findChannel({ channels }: World, { guildId }: LocalMember, id: string): LocalChannel | null {
  const channel = channels.get(id);
  return channel && channel.guildId === guildId ? channel : null;
}

function findRole(world: World, { guildId }: LocalMember, id: string): Json | null {
  return guildId === null ? null : (toApiRoles(world, guildId).find((role) => role['id'] === id) ?? null);
}

/** Returns the channel as an interaction has it, with the member's permissions in it. */
export function toResolvedChannel(world: World, member: LocalMember, channel: LocalChannel): Json {
  return { ...toApiChannel(world, channel), permissions: effectivePermissions(member).toString() };
}
