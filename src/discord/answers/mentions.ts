/** Answers questions that members ask by mentioning the bot. */

import { type Message, RESTJSONErrorCodes } from 'discord.js';
import { parseAskRequest } from '../../core/answering/answer.js';
import { dayInNairobi } from '../../core/model/partial-date.js';
import { readMessage } from '../../core/quotations/read-message.js';
import type { InteractionContext } from '../command.js';
import { isApiError, postMessage } from '../message/respond.js';
import { sayOnly, type View } from '../message/view.js';
import { storeAnswer, storeGap } from './store-answer.js';
import { renderAnswer } from './render-answer.js';

/**
 * Answers a message that mentions the bot as `/ask` does, but always in public.
 *
 * @throws {Fault} `TOO_MANY_QUESTIONS` or `QUESTION_INVALID`.
 */
export async function answerMention(message: Message<true>, context: InteractionContext): Promise<void> {
  const { services, say, settings, limits } = context;
  const { author, guildId, channelId } = message;
  await limits.count({ memberId: author.id, guildId }, settings);
  const question = readQuestion(message);
  if (question === '') {
    await replyToMessage(message, sayOnly(say.mentionedWithoutQuestion));
    return;
  }
  const loaded = services.loaded();
  const askedOn = dayInNairobi(message.createdTimestamp);
  const options = { question, results: settings.results, askedOn };
  const answer = await services.ask(loaded, parseAskRequest(options, loaded.corpus.outlets));
  const audience = { kind: 'public', askerId: author.id, hasVotes: settings.hasVotes } as const;
  const { view, shown } = renderAnswer(say, loaded.corpus, answer, audience);
  const { id } = await replyToMessage(message, view);
  storeAnswer(context, { guildId, channelId, findMessageId: () => Promise.resolve(id) }, shown);
  if (answer.kind === 'nothing-found') storeGap(context, author.id, question);
}

/**
 * Replies to a message, or posts without a reference to it if it is gone or the bot may not read the message
 * history.
 *
 * @returns The message that was posted.
 */
export async function replyToMessage({ channel, id }: Message<true>, view: View): Promise<Message<true>> {
  try {
    return await postMessage(channel, view, { nonce: id, replyTo: id });
  } catch (error) {
    if (!isApiError(error, RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory)) throw error;
    return postMessage(channel, view, { nonce: id });
  }
}

/**
 * Returns true if a member's message is a question to the bot: it mentions the bot itself, not everyone or a
 * role, and does so by more than being a reply to it.
 *
 * @param askChannels - Ids of the only channels that count, their threads included; empty means all.
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
  const channelId = channel.isThread() ? channel.parentId : channel.id;
  return askChannels.length === 0 || askChannels.includes(channelId ?? '');
}

/** Matches mentions of users, roles, channels and commands, and custom emoji. */
const MENTION =
  /<(?:@!?(?<user>\d+)|@&(?<role>\d+)|#(?<channel>\d+)|a?:(?<emoji>\w+):\d+|(?<command>\/[^<>:\n]+):\d+)>/gu;

/** Matches spaces and punctuation between the bot's name and the question. */
const OPENING = /^[\s,;:–—-]+/u;

/**
 * Returns the text of a message without markup, links and the bot's name; all other mentions become names.
 *
 * @returns `''` if no word is left.
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
