import type { ButtonInteraction } from 'discord.js';
import { parseAskRequest } from '../../core/parse-ask-request.js';
import type { InteractionContext } from '../command.js';
import type { Press } from '../component-ids.js';
import { renderAnswer } from '../render-answer.js';
import { reply } from '../respond.js';
import { sayOnly } from '../view.js';
import { readMessage, showAnswerView } from './press-parts.js';

/** Asks the message's question again and shows its passages from an offset on. */
export async function turnPage(
  interaction: ButtonInteraction,
  context: InteractionContext,
  { offset }: Extract<Press, { kind: 'page' }>,
): Promise<void> {
  const { services, say } = context;
  const message = await readMessage(interaction, context);
  if (!message) return;
  const loaded = services.loaded();
  const request = parseAskRequest(message.options, loaded.corpus.outlets);
  const answer = await services.ask(loaded, request, offset);
  if (answer.evidence.length === 0) {
    await reply(interaction, sayOnly(say.noMore), true);
    return;
  }
  await showAnswerView(interaction, context, message, (audience) =>
    renderAnswer(say, loaded.corpus, answer, { ...audience, isShared: message.isShared }, message.revision),
  );
}
