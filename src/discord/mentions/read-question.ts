import type { Message } from 'discord.js';
import { readMessage } from '../../core/find-sources/read-message.js';

/** Whom and what a message can mention, a custom emoji and a command among them. */
const MENTION =
  /<(?:@!?(?<user>\d+)|@&(?<role>\d+)|#(?<channel>\d+)|a?:(?<emoji>\w+):\d+|(?<command>\/[^<>:\n]+):\d+)>/gu;

/** What may stand between the bot's name and the question. */
const OPENING = /^[\s,;:–—-]+/u;

/**
 * The question of a message that mentions the bot: its text without markup, links and the bot's name; all other
 * mentions become names.
 *
 * @returns `''` when no word is left.
 */
export function readQuestion({
  content,
  client,
  mentions,
}: Pick<Message<true>, 'client' | 'content' | 'mentions'>): string {
  const nameUser = (id: string): string =>
    mentions.members.get(id)?.displayName ?? mentions.users.get(id)?.displayName ?? '';
  const named = content.replace(MENTION, (...match) => {
    const { user, role, channel, emoji, command } = match.at(-1) as Partial<Record<string, string>>;
    if (user !== undefined) return user === client.user.id ? ' ' : nameUser(user);
    if (role !== undefined) return mentions.roles.get(role)?.name ?? '';
    if (channel !== undefined) return nameChannel(mentions, channel);
    return emoji ?? command ?? '';
  });
  const question = readMessage(named).text.replace(OPENING, '');
  return /[\p{L}\p{N}]/u.test(question) ? question : '';
}

function nameChannel({ channels }: Message['mentions'], id: string): string {
  const channel = channels.get(id);
  return channel && 'name' in channel ? (channel.name ?? '') : '';
}
