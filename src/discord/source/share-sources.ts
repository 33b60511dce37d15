import {
  type ButtonInteraction,
  type GuildTextBasedChannel,
  messageLink,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
} from 'discord.js';
import { listComponents } from '../answers/answer-buttons.js';
import type { InteractionContext } from '../command.js';
import { formatDeleteId, type Press } from '../message/ids.js';
import { maskLink, small } from '../message/markdown.js';
import {
  acknowledge,
  editReply,
  followUp,
  isApiError,
  isForbidden,
  postMessage,
  reply,
} from '../message/respond.js';
import { makeButton, sayOnly, type View } from '../message/view.js';
import { areUnchanged, readSourcesMessage } from './sources-message.js';

/**
 * Posts the sources of a message in public, verbatim as the member sees them: as a reply to the message or, if
 * the bot may not reply, with a link to it.
 */
export async function shareSources(
  interaction: ButtonInteraction,
  { services, say }: InteractionContext,
  target: Extract<Press, { kind: 'share-sources' }>,
): Promise<void> {
  const { texts, passages, select } = readSourcesMessage(say, listComponents(interaction));
  if (!areUnchanged(services.loaded().corpus, passages)) {
    await reply(interaction, sayOnly(say.sourcesChanged), true);
    return;
  }
  const { user, guildId, customId } = interaction;
  const sharer = `<@${user.id}>`;
  const render = (header: string): View => ({
    texts: [small(header), ...texts],
    select,
    rows: [[makeButton(say.delete, formatDeleteId(user.id))]],
  });
  await acknowledge(interaction);
  const isPosted = await tryPostReply(interaction, target, render(say.sourcesSharedBy(sharer)));
  if (!isPosted) {
    const link = maskLink(say.thisMessage, messageLink(target.channelId, target.messageId, guildId ?? '@me'));
    await followUp(interaction, render(say.sourcesSharedFor(sharer, link)), false);
  }
  const rows = [[makeButton(say.shared, customId).setDisabled(true)]];
  await editReply(interaction, { texts, select, rows });
}

/** @returns `false` if the bot may not reply there. */
async function tryPostReply(
  interaction: ButtonInteraction,
  { channelId, messageId }: Extract<Press, { kind: 'share-sources' }>,
  view: View,
): Promise<boolean> {
  const channel = interaction.inCachedGuild() ? interaction.guild.channels.cache.get(channelId) : undefined;
  if (!channel?.isTextBased() || !mayReply(interaction, channel)) return false;
  try {
    await postMessage(channel, view, { nonce: interaction.message.id, replyTo: messageId });
    return true;
  } catch (error) {
    const lacksHistory = isApiError(
      error,
      RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory,
    );
    if (!lacksHistory && !isForbidden(error)) throw error;
    return false;
  }
}

const { ViewChannel, ReadMessageHistory, SendMessages, SendMessagesInThreads } = PermissionFlagsBits;

function mayReply({ appPermissions }: ButtonInteraction, channel: GuildTextBasedChannel): boolean {
  const send = channel.isThread() ? SendMessagesInThreads : SendMessages;
  return appPermissions.has([ViewChannel, ReadMessageHistory, send]);
}
