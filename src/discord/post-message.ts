import { DiscordAPIError, MessageFlags, type GuildTextBasedChannel, type Message } from 'discord.js';
import { toMessage } from './respond.js';
import type { View } from './view.js';

export interface PostOptions {
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
      flags: [MessageFlags.IsComponentsV2, MessageFlags.SuppressEmbeds],
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
