import { RESTJSONErrorCodes, type Message } from 'discord.js';
import { postMessage } from '../post-message.js';
import { isApiError } from '../respond.js';
import type { View } from '../view.js';

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
