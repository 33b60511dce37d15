import type { ButtonInteraction } from 'discord.js';
import { writeSharedHeader } from '../answer-header.js';
import type { InteractionContext } from '../command.js';
import { listActionButtons, renderAnswerPage, type Audience } from '../render-answer.js';
import { acknowledge, fillIn, followUp } from '../respond.js';
import type { View } from '../view.js';
import { openAnswer } from './press-parts.js';

/** Posts the passages of a private answer for all, in the name of the one who asked. */
export async function shareAnswer(
  interaction: ButtonInteraction,
  context: InteractionContext,
): Promise<void> {
  const { services, say } = context;
  const loaded = services.loaded();
  const opened = await openAnswer(interaction, context, loaded);
  if (!opened) return;
  const { message, passages } = opened;
  const { header, footer, pageOffsets } = message;
  const askerId = interaction.user.id;
  const render = (audience: Audience, top: string): View =>
    renderAnswerPage(say, loaded.corpus, {
      header: top,
      passages,
      footer,
      actions: listActionButtons(say, pageOffsets, audience),
    });

  await acknowledge(interaction);
  await followUp(
    interaction,
    render({ kind: 'public', askerId }, writeSharedHeader(say, header, askerId)),
    false,
  );
  await fillIn(interaction, render({ kind: 'private', share: 'done' }, header));
}
