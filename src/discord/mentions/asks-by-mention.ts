import type { Message } from 'discord.js';

/**
 * Whether a message is a member's question to the bot: it names the bot itself, not everyone or a role, and is
 * more than a reply to it.
 *
 * @param askChannels - The only channels that count, with their threads; empty: all.
 */
export function asksByMention(message: Message, askChannels: readonly string[]): message is Message<true> {
  const { author, webhookId, system, client, mentions } = message;
  return (
    message.inGuild() &&
    !author.bot &&
    webhookId === null &&
    !system &&
    isAmong(message, askChannels) &&
    mentions.has(client.user, { ignoreEveryone: true, ignoreRoles: true, ignoreRepliedUser: true })
  );
}

function isAmong({ channel }: Message<true>, askChannels: readonly string[]): boolean {
  const place = channel.isThread() ? channel.parentId : channel.id;
  return askChannels.length === 0 || askChannels.includes(place ?? '');
}
