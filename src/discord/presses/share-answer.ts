import type { ButtonInteraction } from 'discord.js';
import { ENGLISH as say } from '../../core/sentences.js';
import { writeSharedHeader } from '../answer-header.js';
import type { BotContext } from '../command.js';
import { listAudienceButtons, listPageButtons, renderAnswerPage, type Audience } from '../render-answer.js';
import { acknowledge, followUp, replaceMessage, reply } from '../respond.js';
import { sayOnly, type View } from '../view.js';
import { readMessage, requoteShown } from './press-parts.js';

/** Posts the passages of a private answer for all, in the name of the one who asked. */
export async function shareAnswer(interaction: ButtonInteraction, { services }: BotContext): Promise<void> {
  const message = readMessage(interaction);
  const loaded = services.loaded();
  const passages = message && requoteShown(services, loaded, message);
  if (!message || !passages) {
    await reply(interaction, sayOnly(message ? say.passageChanged : say.messageUnreadable), true);
    return;
  }
  const { header, footer, pageOffsets } = message;
  const askerId = interaction.user.id;
  const render = (audience: Audience, top: string): View =>
    renderAnswerPage(loaded.corpus, {
      header: top,
      passages,
      footer,
      actions: [...listPageButtons(pageOffsets), ...listAudienceButtons(audience)],
    });

  await acknowledge(interaction);
  await followUp(interaction, render({ kind: 'public', askerId }, writeSharedHeader(header, askerId)), false);
  await replaceMessage(interaction, render({ kind: 'private', share: 'done' }, header));
}
