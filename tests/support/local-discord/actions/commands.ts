import { ApplicationCommandType, InteractionType } from 'discord.js';
import type { StoredCommand } from '../command-store.js';
import type { Json } from '../json.js';
import type { AutocompleteChoice } from '../limits/autocomplete.js';
import type { LiveMessage } from '../live-message.js';
import type { LocalMember } from '../member.js';
import { hasPermissions } from '../member.js';
import { act } from './act.js';
import type { OptionValues } from './command-options.js';
import { fillOptions, findLevel } from './command-options.js';
import type { InteractionResponse } from './response.js';
import type { Stage } from './stage.js';
import { storedOf } from './stage.js';

export interface CommandUse {
  /** E.g. `reload`, or `corpus reload` for one in a group. */
  readonly subcommand?: string;
  /** The channel where it is used; default: the member's own. */
  readonly channelId?: string;
  /** True if the guild's admins let the member use it in spite of `default_member_permissions`. */
  readonly overridePermissions?: boolean;
}

/** @throws If a client would not offer the command, or not let the member send it like this. */
export async function useSlashCommand(
  stage: Stage,
  member: LocalMember,
  name: string,
  values: OptionValues,
  use: CommandUse,
): Promise<InteractionResponse> {
  const command = findCommand(stage, member, name, ApplicationCommandType.ChatInput, use);
  const level = findLevel(command.options ?? [], use.subcommand ?? '');
  const { options, resolved } = fillOptions(stage, member, level.options, values);
  const data = describeCommand(command, member, { options: level.wrap(options), resolved });
  return act(stage, { ...describeUse(command, member, use), type: InteractionType.ApplicationCommand, data });
}

/** Uses a message command in the message's channel. @throws If a client would not offer it for this message. */
export async function useMessageCommand(
  stage: Stage,
  member: LocalMember,
  name: string,
  target: LiveMessage,
  use: Omit<CommandUse, 'channelId' | 'subcommand'>,
): Promise<InteractionResponse> {
  const command = findCommand(stage, member, name, ApplicationCommandType.Message, use);
  const { channelId, guildId } = storedOf(stage, target);
  if (!target.isVisibleTo(member) || guildId !== member.guildId)
    throw new Error('the member does not see that message');
  const resolved = { messages: { [target.id]: stage.messages.toApi(storedOf(stage, target)) } };
  const data = { ...describeCommand(command, member, { options: [], resolved }), target_id: target.id };
  return act(stage, {
    ...describeUse(command, member, { channelId }),
    type: InteractionType.ApplicationCommand,
    data,
  });
}

/**
 * Returns the bot's suggestions while a member types.
 *
 * @param values - The other options filled in so far; none is required yet.
 */
export async function typeInOption(
  stage: Stage,
  member: LocalMember,
  name: string,
  focused: string,
  typed: string,
  values: OptionValues,
  use: CommandUse,
): Promise<readonly AutocompleteChoice[]> {
  const command = findCommand(stage, member, name, ApplicationCommandType.ChatInput, use);
  const level = findLevel(command.options ?? [], use.subcommand ?? '');
  const option = level.options.find((one) => one.name === focused);
  if (!option?.['autocomplete']) throw new Error(`the option ${focused} suggests nothing`);
  const others = level.options.filter((one) => one.name !== focused);
  const { options, resolved } = fillOptions(
    stage,
    member,
    others.map((one) => ({ ...one, required: false })),
    values,
  );
  const typing = { name: focused, type: option.type, value: typed, focused: true };
  const data = describeCommand(command, member, { options: level.wrap([...options, typing]), resolved });
  const type = InteractionType.ApplicationCommandAutocomplete;
  return (await act(stage, { ...describeUse(command, member, use), type, data })).choices;
}

function findCommand(
  { commands }: Stage,
  member: LocalMember,
  name: string,
  type: ApplicationCommandType,
  use: CommandUse,
): StoredCommand {
  const command = commands.find(name, type, member.guildId);
  if (!command) throw new Error(`no command ${name} is registered there`);
  const context = member.guildId === null ? 1 : 0;
  if (command.contexts && !command.contexts.includes(context)) {
    throw new Error(`the command ${name} is not offered in ${context === 0 ? 'servers' : 'direct messages'}`);
  }
  if (!use.overridePermissions && !mayUse(member, command)) {
    throw new Error(`${member.name} lacks the permissions for the command ${name}`);
  }
  return command;
}

/** An empty set of permissions leaves a command to administrators. */
function mayUse(member: LocalMember, { default_member_permissions: needed }: StoredCommand): boolean {
  if (needed === null || member.guildId === null) return true;
  const everything = ~0n & ((1n << 63n) - 1n);
  return hasPermissions(member, BigInt(needed) === 0n ? everything : BigInt(needed));
}

interface Filled {
  readonly options: readonly Json[];
  readonly resolved: Json;
}

function describeCommand(
  command: StoredCommand,
  { guildId }: LocalMember,
  { options, resolved }: Filled,
): Json {
  const { id, name, type, guild_id: commandGuildId } = command;
  return {
    ...{ id, name, type },
    ...(options.length > 0 ? { options } : {}),
    ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
    ...(commandGuildId !== undefined && guildId !== null ? { guild_id: guildId } : {}),
  };
}

function describeUse({ name, type }: StoredCommand, member: LocalMember, { channelId }: CommandUse) {
  return { member, channelId, commandName: name, commandType: type };
}
