import type { APIEmbed } from 'discord.js';
import { MessageType, PermissionFlagsBits } from 'discord.js';
import { sayProblem } from '../limits/problems.js';
import { checkShape } from '../limits/problems.js';
import type { MessageBody } from '../limits/message.js';
import { messageBody } from '../limits/message.js';
import type { LiveMessage } from '../live-message.js';
import type { LocalMember } from '../member.js';
import { hasPermissions } from '../member.js';
import type { MessageDraft } from '../message-store.js';
import type { LocalChannel } from '../world.js';
import { createUser } from '../world.js';
import type { Stage, Upload } from './stage.js';
import { storedOf, toFile } from './stage.js';

/** The limit for Nitro subscribers; 2,000 for all others. */
const MAX_CHARS = 4000;

export interface PostOptions {
  /** The message replied to. */
  readonly replyTo?: LiveMessage;
  /** True if a reply mentions the author of that message; default true, as in clients. */
  readonly ping?: boolean;
  readonly files?: readonly Upload[];
  /** Only bots and webhooks send them; default none. */
  readonly embeds?: readonly APIEmbed[];
}

/**
 * Writes a message as a member or as another bot.
 *
 * @throws If they may not write there, or a client would not send this.
 */
export function postMessage(
  stage: Stage,
  member: LocalMember,
  channelId: string,
  content: string,
  options: PostOptions,
): LiveMessage {
  const channel = findChannel(stage, channelId);
  const { guildId } = channel;
  if (guildId !== member.guildId) throw new Error(`${member.name} is not where the channel ${channelId} is`);
  const needed = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;
  if (guildId !== null && !hasPermissions(member, needed))
    throw new Error(`${member.name} may not write there`);
  if (options.embeds && !member.user.bot) throw new Error('only bots and webhooks send embeds');
  const pingsAll = guildId !== null && hasPermissions(member, PermissionFlagsBits.MentionEveryone);
  const draft = { channelId, guildId, author: member.user };
  return send(stage, draft, content, options, pingsAll);
}

/** Writes a message as a webhook of a channel, which is not a member. @throws As {@link postMessage}. */
export function postAsWebhook(
  stage: Stage,
  name: string,
  channelId: string,
  content: string,
  options: PostOptions,
): LiveMessage {
  const { guildId } = findChannel(stage, channelId);
  if (guildId === null) throw new Error('direct messages have no webhooks');
  if (options.replyTo) throw new Error('a webhook does not reply');
  const id = stage.world.nextId();
  const author = { ...createUser(id, name, true), username: name, discriminator: '0000' };
  return send(stage, { channelId, guildId, author, origin: { webhook_id: id } }, content, options, true);
}

function findChannel({ world }: Stage, channelId: string): LocalChannel {
  const channel = world.channels.get(channelId);
  if (!channel) throw new Error(`there is no channel ${channelId}`);
  return channel;
}

function send(
  stage: Stage,
  draft: MessageDraft,
  content: string,
  { replyTo, ping = true, files = [], embeds = [] }: PostOptions,
  pingsAll: boolean,
): LiveMessage {
  if (content.length > MAX_CHARS) throw new Error(`a message has at most ${MAX_CHARS} characters`);
  if (content.trim() === '' && files.length === 0 && embeds.length === 0)
    throw new Error('the message is empty');
  const repliedTo = replyTo ? storedOf(stage, replyTo) : null;
  if (repliedTo && (repliedTo.isDeleted || repliedTo.channelId !== draft.channelId)) {
    throw new Error('the message to reply to is not in that channel');
  }
  const parse: ('everyone' | 'roles' | 'users')[] = pingsAll ? ['everyone', 'roles', 'users'] : ['users'];
  const body = { embeds: [...embeds], allowed_mentions: { parse, replied_user: ping } };
  const judged = stage.messages.judgeCreate(
    { ...draft, repliedTo, ...(repliedTo ? { type: MessageType.Reply } : {}) },
    {
      body: { ...checkBody(body), content },
      files: files.map((file, i) => ({ ...toFile(file), index: String(i) })),
    },
  );
  const [first] = judged.problems;
  if (first) throw new Error(sayProblem(first));
  return stage.live(judged.apply());
}

function checkBody(body: object): MessageBody {
  const { value, problems } = checkShape(messageBody, body);
  if (value === null) throw new Error(problems.map(sayProblem).join('; '));
  return value;
}
