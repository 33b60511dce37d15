import { MessageType } from 'discord.js';
import type { LiveMessage } from '../live-message.js';
import type { LocalMember } from '../member.js';
import type { Stage } from './stage.js';

const MAX_CHARS = 2000;

export interface PostOptions {
  /** The message answered; its author is mentioned. */
  readonly replyTo?: LiveMessage;
}

/** Writes a message as a person. @throws When it is empty, too long or in no channel. */
export function postMessage(
  stage: Stage,
  member: LocalMember,
  channelId: string,
  content: string,
  { replyTo }: PostOptions,
): LiveMessage {
  if (content === '' || content.length > MAX_CHARS)
    throw new Error(`a message has 1 to ${MAX_CHARS} characters`);
  const channel = stage.world.channels.get(channelId);
  if (!channel) throw new Error(`there is no channel ${channelId}`);
  const reference = replyTo && {
    message_reference: { type: 0, message_id: replyTo.id, channel_id: channelId },
  };
  const draft = {
    channelId,
    guildId: channel.guildId,
    author: member.user,
    ...(replyTo ? { type: MessageType.Reply, alsoMentions: [replyTo.authorId] } : {}),
    ...(reference ? { origin: reference } : {}),
  };
  const judged = stage.messages.judgeCreate(draft, { body: { content }, files: [] });
  return stage.live(judged.apply());
}
