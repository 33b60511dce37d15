import type { InteractionResponseType, InteractionType } from 'discord.js';
import type { Json } from './json.js';
import type { AutocompleteChoice } from './limits/autocomplete.js';
import type { ModalBody } from './limits/modal.js';
import type { LocalMember } from './member.js';
import type { StoredMessage } from './message-store.js';

/** The bot's first response to an interaction. */
export interface Acknowledgement {
  readonly type: InteractionResponseType;
  readonly afterMs: number;
  readonly modal?: ModalBody;
  readonly choices?: readonly AutocompleteChoice[];
}

/** An act of a member and the bot's responses to it. */
export interface LocalInteraction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly member: LocalMember;
  readonly channelId: string;
  readonly commandName: string | null;
  /** 1 for slash commands and components, 2 and 3 for context menus. */
  readonly commandType: number;
  /** The message whose component was used, or from which the modal was opened. */
  readonly source: StoredMessage | null;
  /** The interaction that opened the submitted modal. */
  readonly trigger: LocalInteraction | null;
  readonly sentAtMs: number;
  acknowledgement: Acknowledgement | null;
  /** True if the time for a first response is over whatever the clock says. */
  isExpired: boolean;
  /** The message that `@original` names: the reply, or the updated message. */
  original: StoredMessage | null;
  readonly followups: StoredMessage[];
  /** True if a failure hid from the bot that its acknowledgement arrived. */
  isAnswerLost: boolean;
  /** True if a deferred update was followed by its edit. */
  isUpdated: boolean;
}

/** How long Discord gives a bot for its first response. */
export const RESPONSE_DEADLINE_MS = 3000;
export const TOKEN_LIFE_MS = 15 * 60_000;

export class InteractionStore {
  readonly #byId = new Map<string, LocalInteraction>();
  readonly #byToken = new Map<string, LocalInteraction>();

  add(interaction: LocalInteraction): void {
    this.#byId.set(interaction.id, interaction);
    this.#byToken.set(interaction.token, interaction);
  }

  /** Ends the time for a first response to all that waits for one. */
  expireWaiting(): void {
    for (const interaction of this.#byId.values()) interaction.isExpired ||= !interaction.acknowledgement;
  }

  find(id: string, token: string): LocalInteraction | undefined {
    const interaction = this.#byId.get(id);
    return interaction?.token === token ? interaction : undefined;
  }

  findByToken(token: string): LocalInteraction | undefined {
    return this.#byToken.get(token);
  }
}

/** Returns true if a first response would come too late now. */
export function isLate(
  { isExpired, sentAtMs }: LocalInteraction,
  { now, deadlineMs }: { readonly now: () => number; readonly deadlineMs: number },
): boolean {
  return isExpired || now() - sentAtMs > deadlineMs;
}

/** Returns the owner of the integration that authorised the interaction: the guild, or `"0"` in direct messages. */
export function integrationOwners({ guildId }: LocalMember): Json {
  return { 0: guildId ?? '0' };
}

/** Returns the fields by which a message names the interaction that it responds to. */
export function describeOrigin(
  interaction: LocalInteraction,
  applicationId: string,
  isFollowup: boolean,
): Json {
  const { id, type, member, source, original, commandName } = interaction;
  return {
    webhook_id: applicationId,
    application_id: applicationId,
    interaction_metadata: {
      ...describeMetadata(interaction),
      ...(isFollowup && original ? { original_response_message_id: original.id } : {}),
    },
    ...(commandName !== null && !isFollowup
      ? { interaction: { id, type, name: commandName, user: member.user } }
      : {}),
    ...(source || isFollowup ? { message_reference: reference(source ?? original) } : {}),
  };
}

function describeMetadata({ id, type, member, source, trigger }: LocalInteraction): Json {
  return {
    id,
    type,
    user: member.user,
    authorizing_integration_owners: integrationOwners(member),
    ...(source && !trigger ? { interacted_message_id: source.id } : {}),
    ...(trigger ? { triggering_interaction_metadata: describeMetadata(trigger) } : {}),
  };
}

function reference(message: StoredMessage | null): Json {
  if (!message) return {};
  const { id, channelId, guildId } = message;
  return {
    type: 0,
    message_id: id,
    channel_id: channelId,
    ...(guildId === null ? {} : { guild_id: guildId }),
  };
}
