import type { ButtonInteraction } from 'discord.js';
import { parseAskRequest } from '../../core/parse-ask-request.js';
import { ENGLISH as say } from '../../core/sentences.js';
import type { BotContext } from '../command.js';
import { renderAnswer } from '../render-answer.js';
import { followUp, reply, update } from '../respond.js';
import { sayOnly } from '../view.js';
import { readMessage } from './press-parts.js';

/** Posts a private answer for all, in the name of the one who asked. */
export async function shareAnswer(interaction: ButtonInteraction, { services }: BotContext): Promise<void> {
  const message = readMessage(interaction);
  if (!message) {
    await reply(interaction, sayOnly(say.messageUnreadable), true);
    return;
  }
  const loaded = services.loaded();
  const request = parseAskRequest(message.options, loaded.corpus.outlets);
  const offset = Math.max(0, (message.shown[0]?.number ?? 1) - 1);
  const answer = await services.ask(loaded, request, offset);
  const askerId = interaction.user.id;
  await update(
    interaction,
    renderAnswer(loaded.corpus, answer, { kind: 'private', canShare: false }, message.revision),
  );
  await followUp(
    interaction,
    renderAnswer(loaded.corpus, answer, { kind: 'public', askerId, isShared: true }, message.revision),
    false,
  );
}
