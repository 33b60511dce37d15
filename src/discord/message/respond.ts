/** Sends responses to interactions and posts messages; no message pings anyone. */

import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type CommandInteraction,
  DiscordAPIError,
  type GuildTextBasedChannel,
  type Message,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalBuilder,
  type ModalSubmitInteraction,
  type RepliableInteraction,
  RESTJSONErrorCodes,
} from 'discord.js';
import { toComponents, type View } from './view.js';

/** Prevents every ping, whatever a text contains. */
export const NO_MENTIONS = { parse: [], repliedUser: false };

/** Sends the first response to an interaction, in public or to the member alone. */
export async function reply(
  interaction: RepliableInteraction,
  view: View,
  isPrivate: boolean,
): Promise<void> {
  await deliver(() =>
    interaction.reply({
      ...toMessage(view),
      flags: chooseFlags(isPrivate),
    }),
  );
}

/**
 * Sends the first response to an interaction in public.
 *
 * @returns The message's id; `null` if Discord's answer was lost, although the message has been posted.
 */
export async function replyToAll(interaction: RepliableInteraction, view: View): Promise<string | null> {
  const response = await deliver(() =>
    interaction.reply({ ...toMessage(view), flags: chooseFlags(false), withResponse: true }),
  );
  return response?.resource?.message?.id ?? null;
}

/** Replaces the message that a pressed button is on. */
export async function update(interaction: ButtonInteraction, view: View): Promise<void> {
  await deliver(() => interaction.update({ ...toMessage(view), flags: MessageFlags.IsComponentsV2 }));
}

/** Defers the first response: a private reply follows. */
export async function deferReply(interaction: CommandInteraction | ModalSubmitInteraction): Promise<void> {
  await deliver(() => interaction.deferReply({ flags: MessageFlags.Ephemeral }));
  interaction.deferred = true;
}

/** Defers the first response to a press, or to a form that a press opened: an update of the message may follow. */
export async function acknowledge(interaction: ButtonInteraction | ModalSubmitInteraction): Promise<void> {
  await deliver(() => interaction.deferUpdate());
  interaction.deferred = true;
}

/** Defers the response to a form: an update of the message whose button opened it, otherwise a private reply. */
export async function answerForm(interaction: ModalSubmitInteraction): Promise<void> {
  await (interaction.isFromMessage() ? acknowledge(interaction) : deferReply(interaction));
}

/** Opens a form as the first response. */
export async function openForm(
  interaction: CommandInteraction | ButtonInteraction,
  form: ModalBuilder,
): Promise<void> {
  await deliver(() => interaction.showModal(form));
}

/** An interaction whose response can be deferred: a command, a press or a form. */
export type LateReply = CommandInteraction | ButtonInteraction | ModalSubmitInteraction;

/** Fills in a deferred reply, or replaces the message of an acknowledged press. */
export async function editReply(interaction: LateReply, view: View): Promise<void> {
  await deliver(() => interaction.editReply({ ...toMessage(view), flags: MessageFlags.IsComponentsV2 }));
}

/**
 * Sends another message after the first response.
 *
 * @returns The message's id.
 */
export async function followUp(
  interaction: RepliableInteraction,
  view: View,
  isPrivate: boolean,
): Promise<string> {
  const { id } = await interaction.followUp({ ...toMessage(view), flags: chooseFlags(isPrivate) });
  return id;
}

/** Reports a failure to the member, by whichever way is still open. */
export async function tellFailure(interaction: RepliableInteraction, view: View): Promise<void> {
  if (interaction.deferred && hasDeferredReply(interaction)) await editReply(interaction, view);
  else if (interaction.deferred || interaction.replied) await followUp(interaction, view, true);
  else await reply(interaction, view, true);
}

interface PostOptions {
  /** Posts with the same nonce within a few minutes are posted once. At most 25 characters. */
  readonly nonce: string;
  /** The id of the message to reply to; if it is gone, the post is not a reply. */
  readonly replyTo?: string;
}

/**
 * Posts to a channel, and tries once more if the connection failed.
 *
 * @throws {DiscordAPIError} If the bot may not post.
 */
export async function postMessage(
  channel: GuildTextBasedChannel,
  view: View,
  { nonce, replyTo }: PostOptions,
): Promise<Message<true>> {
  const send = (): Promise<Message<true>> =>
    channel.send({
      ...toMessage(view),
      flags: PUBLIC_FLAGS,
      nonce,
      enforceNonce: true,
      ...(replyTo === undefined ? {} : { reply: { messageReference: replyTo, failIfNotExists: false } }),
    });
  try {
    return await send();
  } catch (error) {
    if (error instanceof DiscordAPIError) throw error;
    return send();
  }
}

/** Returns the fields that every message has; the caller adds the flags. */
export function toMessage(view: View): {
  components: ReturnType<typeof toComponents>;
  files: NonNullable<View['files']>[number][];
  allowedMentions: typeof NO_MENTIONS;
} {
  return { components: toComponents(view), files: [...(view.files ?? [])], allowedMentions: NO_MENTIONS };
}

export function isApiError(error: unknown, code: RESTJSONErrorCodes): boolean {
  return error instanceof DiscordAPIError && error.code === code;
}

const FORBIDDEN = [RESTJSONErrorCodes.MissingAccess, RESTJSONErrorCodes.MissingPermissions];

/** Returns true if Discord refused for lack of permissions, which only the server can fix. */
export function isForbidden(error: unknown): boolean {
  return FORBIDDEN.some((code) => isApiError(error, code));
}

const PUBLIC_FLAGS = [MessageFlags.IsComponentsV2, MessageFlags.SuppressEmbeds] as const;

function chooseFlags(isPrivate: boolean): ((typeof PUBLIC_FLAGS)[number] | MessageFlags.Ephemeral)[] {
  return isPrivate ? [...PUBLIC_FLAGS, MessageFlags.Ephemeral] : [...PUBLIC_FLAGS];
}

/**
 * Sends, and tries once more if the connection failed.
 *
 * @returns `null` if Discord already has the first response, delivered by a try whose answer was lost.
 */
async function deliver<T>(send: () => Promise<T>): Promise<T | null> {
  try {
    return await send();
  } catch (error) {
    return error instanceof DiscordAPIError ? passIfDelivered(error) : send().catch(passIfDelivered);
  }
}

function passIfDelivered(error: unknown): null {
  if (isApiError(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) return null;
  throw error;
}

/** Returns true if the deferred response is a reply of its own rather than an update of a button's message. */
function hasDeferredReply(
  interaction: RepliableInteraction,
): interaction is
  ChatInputCommandInteraction | MessageContextMenuCommandInteraction | ModalSubmitInteraction {
  const isCommand = interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand();
  return isCommand || (interaction.isModalSubmit() && !interaction.isFromMessage());
}
