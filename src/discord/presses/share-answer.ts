import type { ButtonInteraction } from 'discord.js';
import { writeSharedHeader } from '../answer-header.js';
import type { InteractionContext } from '../command.js';
import { keepAnswer } from '../keep-answer.js';
import { listActionRows, renderAnswerPage, type Audience } from '../render-answer.js';
import { acknowledge, fillIn, followUp } from '../respond.js';
import type { View } from '../view.js';
import { openAnswer } from './press-parts.js';

/** Posts the passages of a private answer for all, in the name of the one who asked. */
export async function shareAnswer(
  interaction: ButtonInteraction,
  context: InteractionContext,
): Promise<void> {
  const { services, say, settings } = context;
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
      actions: listActionRows(say, pageOffsets, audience),
    });

  const shared = render(
    { kind: 'public', askerId, hasVotes: settings.hasVotes },
    writeSharedHeader(say, header, askerId),
  );
  await acknowledge(interaction);
  const id = await followUp(interaction, shared, false);
  const { guildId, channelId } = interaction;
  keepAnswer(context, { guildId, channelId, findMessageId: () => Promise.resolve(id) }, shared);
  await fillIn(interaction, render({ kind: 'private', share: 'done' }, header));
}
