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

/** Nobody is pinged, whatever a text says. */
export const NO_MENTIONS = { parse: [], repliedUser: false };

/** The first response to an interaction, visible to all or to the member alone. */
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
 * The first response to an interaction, visible to all.
 *
 * @returns The message's id; `null` where Discord's answer was lost, though the message is there.
 */
export async function replyToAll(interaction: RepliableInteraction, view: View): Promise<string | null> {
  const response = await deliver(() =>
    interaction.reply({ ...toMessage(view), flags: chooseFlags(false), withResponse: true }),
  );
  return response?.resource?.message?.id ?? null;
}

/** Replaces the message that a pressed button stands on. */
export async function update(interaction: ButtonInteraction, view: View): Promise<void> {
  await deliver(() => interaction.update({ ...toMessage(view), flags: MessageFlags.IsComponentsV2 }));
}

/** Tells Discord that a private reply will follow. */
export async function deferReply(interaction: CommandInteraction | ModalSubmitInteraction): Promise<void> {
  await deliver(() => interaction.deferReply({ flags: MessageFlags.Ephemeral }));
  interaction.deferred = true;
}

/** Tells Discord that a press is being handled, or a form that a press opened. */
export async function acknowledge(interaction: ButtonInteraction | ModalSubmitInteraction): Promise<void> {
  await deliver(() => interaction.deferUpdate());
  interaction.deferred = true;
}

/** Promises the answer to a form: in place of the message whose button opened it, or else a private reply. */
export async function answerForm(interaction: ModalSubmitInteraction): Promise<void> {
  await (interaction.isFromMessage() ? acknowledge(interaction) : deferReply(interaction));
}

/** Opens a form, as the first response. */
export async function openForm(
  interaction: CommandInteraction | ButtonInteraction,
  form: ModalBuilder,
): Promise<void> {
  await deliver(() => interaction.showModal(form));
}

/** What is answered after a while: a command, a press or a form. */
export type LateReply = CommandInteraction | ButtonInteraction | ModalSubmitInteraction;

/** Fills in a reply that was promised, or replaces the message of a press that was acknowledged. */
export async function editReply(interaction: LateReply, view: View): Promise<void> {
  await deliver(() => interaction.editReply({ ...toMessage(view), flags: MessageFlags.IsComponentsV2 }));
}

/**
 * A further message after the first response.
 *
 * @returns Its id.
 */
export async function followUp(
  interaction: RepliableInteraction,
  view: View,
  isPrivate: boolean,
): Promise<string> {
  const { id } = await interaction.followUp({ ...toMessage(view), flags: chooseFlags(isPrivate) });
  return id;
}

/** Tells the member about a failure, by whichever way is still open. */
export async function tellFailure(interaction: RepliableInteraction, view: View): Promise<void> {
  if (interaction.deferred && hasDeferredReply(interaction)) await editReply(interaction, view);
  else if (interaction.deferred || interaction.replied) await followUp(interaction, view, true);
  else await reply(interaction, view, true);
}

interface PostOptions {
  /** What is posted with the same within a few minutes is posted once; at most 25 characters. */
  readonly nonce: string;
  /** The message answered; where it is gone, the post is no reply. */
  readonly replyTo?: string;
}

/**
 * Posts into a channel, once more where the connection failed. Nobody is pinged.
 *
 * @throws {DiscordAPIError} When the bot may not.
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

/** What every message has; it may still lack flags. */
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

/** Whether Discord refused for want of permissions, which is the server's to mend. */
export function isForbidden(error: unknown): boolean {
  return FORBIDDEN.some((code) => isApiError(error, code));
}

const PUBLIC_FLAGS = [MessageFlags.IsComponentsV2, MessageFlags.SuppressEmbeds] as const;

function chooseFlags(isPrivate: boolean): ((typeof PUBLIC_FLAGS)[number] | MessageFlags.Ephemeral)[] {
  return isPrivate ? [...PUBLIC_FLAGS, MessageFlags.Ephemeral] : [...PUBLIC_FLAGS];
}

/**
 * Sends, and once more where the connection failed.
 *
 * @returns `null` for a first response that Discord has already: it was delivered by a try whose answer was lost.
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

/** Whether a response under way is a reply of its own, rather than the message of a button. */
function hasDeferredReply(
  interaction: RepliableInteraction,
): interaction is
  ChatInputCommandInteraction | MessageContextMenuCommandInteraction | ModalSubmitInteraction {
  const isCommand = interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand();
  return isCommand || (interaction.isModalSubmit() && !interaction.isFromMessage());
}
