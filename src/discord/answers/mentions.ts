import { type Message, RESTJSONErrorCodes } from 'discord.js';
import { parseAskRequest } from '../../core/answering/answer.js';
import { readMessage } from '../../core/quotations/read-message.js';
import type { InteractionContext } from '../command.js';
import { isApiError, postMessage } from '../message/respond.js';
import { sayOnly, type View } from '../message/view.js';
import { storeAnswer, storeGap } from './store-answer.js';
import { renderAnswer } from './render-answer.js';

/**
 * Answers a message that mentions the bot, as `/ask` does and always for all to see.
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
  const options = { question, results: settings.results };
  const answer = await services.ask(loaded, parseAskRequest(options, loaded.corpus.outlets));
  const audience = { kind: 'public', askerId: author.id, hasVotes: settings.hasVotes } as const;
  const { view, shown } = renderAnswer(say, loaded.corpus, answer, audience);
  const { id } = await replyToMessage(message, view);
  storeAnswer(context, { guildId, channelId, findMessageId: () => Promise.resolve(id) }, shown);
  if (answer.kind === 'nothing-found') storeGap(context, author.id, question);
}

/**
 * Answers a message: as a reply, or plainly where the message is gone or the bot may not read what was said.
 *
 * @returns The answer.
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
