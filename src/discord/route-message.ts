import type { Message } from 'discord.js';
import { Fault } from '../core/errors.js';
import type { BotContext, InteractionContext } from './command.js';
import { enterServer } from './enter-server.js';
import { isForbidden } from './is-forbidden.js';
import { isSerious } from './is-serious.js';
import { answerMention } from './mentions/answer-mention.js';
import { asksByMention } from './mentions/asks-by-mention.js';
import { replyToMessage } from './mentions/reply-to-message.js';
import { rememberKeys } from './remember-keys.js';
import { renderFault } from './render-fault.js';
import { sayOnly } from './view.js';

/** Longer than Discord keeps a session to be resumed, which brings messages again. */
const REPLAY_S = 600;
const REFUSAL_S = 60;
const WARNING_S = 3_600;

/** Builds the one handler of messages. It never rejects: every failure ends here. */
export function createMessageRouter(context: BotContext): (message: Message) => Promise<void> {
  const { log } = context;
  const isNew = rememberKeys(REPLAY_S);
  const mayRefuse = rememberKeys(REFUSAL_S);
  const mayWarn = rememberKeys(WARNING_S);

  /** A channel where the bot may not write is its server's to mend. */
  const warnIfForbidden = async ({ channelId, guildId }: Message<true>, error: unknown): Promise<void> => {
    if (!isForbidden(error)) throw error;
    if (await mayWarn(channelId))
      log.warn('a mention cannot be answered in its channel', { channelId, guildId });
  };
  const tellFailure = async (
    message: Message<true>,
    error: unknown,
    { say }: InteractionContext,
  ): Promise<void> => {
    const isRefusal = error instanceof Fault && error.code === 'TOO_MANY_QUESTIONS';
    if (isRefusal && !(await mayRefuse(`${message.guildId} ${message.author.id}`))) return;
    if (isSerious(error)) log.error('a mention could not be answered', error, { message: message.id });
    await replyToMessage(message, sayOnly(renderFault(say, error)));
  };

  return async function routeMessage(message) {
    if (!asksByMention(message, context.askChannels) || !(await isNew(message.id))) return;
    const own = await enterServer(context, message.guildId);
    if (!own.settings.answersMentions) return;
    const forbidden = (error: unknown): Promise<void> => warnIfForbidden(message, error);
    await answerMention(message, own)
      .catch(forbidden)
      .catch((error: unknown) => tellFailure(message, error, own).catch(forbidden))
      .catch((error: unknown) => {
        log.error('the failure could not be told', error, { message: message.id });
      });
  };
}
