import { MessageFlags, RESTJSONErrorCodes, type Client } from 'discord.js';
import type { PublicAnswer } from '../../core/state.js';
import { isApiError, NO_MENTIONS } from '../respond.js';
import { strikeQuote } from './strike-quote.js';

/** What became of a public answer whose quote was to be struck. */
export type Struck = 'struck' | 'struck-before' | 'gone' | 'failed';

/**
 * Strikes the quotes of an article in one message of the bot.
 *
 * @param note - Markdown, which takes their place.
 * @param onFailure - Told why, when Discord does not let the message be edited.
 */
export async function strikeAnswer(
  client: Client,
  { channelId, messageId }: PublicAnswer,
  articleId: string,
  note: string,
  onFailure: (error: unknown) => void,
): Promise<Struck> {
  try {
    const channel = await client.channels.fetch(channelId);
    if (!channel?.isTextBased()) return 'gone';
    const message = await channel.messages.fetch({ message: messageId, cache: false, force: true });
    const components = strikeQuote(
      message.components.map((component) => component.toJSON()),
      articleId,
      note,
    );
    if (!components) return 'struck-before';
    await channel.messages.edit(messageId, {
      components,
      flags: MessageFlags.IsComponentsV2,
      allowedMentions: NO_MENTIONS,
    });
    return 'struck';
  } catch (error) {
    if (GONE.some((code) => isApiError(error, code))) return 'gone';
    onFailure(error);
    return 'failed';
  }
}

const GONE = [RESTJSONErrorCodes.UnknownMessage, RESTJSONErrorCodes.UnknownChannel];
