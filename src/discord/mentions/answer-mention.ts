import type { Message } from 'discord.js';
import { parseAskRequest } from '../../core/parse-ask-request.js';
import type { InteractionContext } from '../command.js';
import { keepAnswer } from '../keep-answer.js';
import { noteRefusal } from '../note-refusal.js';
import { renderAnswer } from '../render-answer.js';
import { sayOnly } from '../view.js';
import { readQuestion } from './read-question.js';
import { replyToMessage } from './reply-to-message.js';

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
  const options = { question, results: settings.results.toString() };
  const answer = await services.ask(loaded, parseAskRequest(options, loaded.corpus.outlets));
  const audience = { kind: 'public', askerId: author.id, hasVotes: settings.hasVotes } as const;
  const view = renderAnswer(say, loaded.corpus, answer, audience);
  const { id } = await replyToMessage(message, view);
  keepAnswer(context, { guildId, channelId, findMessageId: () => Promise.resolve(id) }, view);
  if (answer.kind === 'nothing-found') noteRefusal(context, author.id, question);
}
