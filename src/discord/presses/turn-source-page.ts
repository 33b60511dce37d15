import type { ButtonInteraction } from 'discord.js';
import type { BotContext } from '../command.js';
import type { Press } from '../component-ids.js';
import { renderSource } from '../render-source.js';
import { readDeleteId, showView } from './press-parts.js';

/** Shows another page of an article. */
export async function turnSourcePage(
  interaction: ButtonInteraction,
  { services }: BotContext,
  press: Extract<Press, { kind: 'source' }>,
): Promise<void> {
  const { corpus } = services.loaded();
  await showView(interaction, readDeleteId(interaction), (audience) =>
    renderSource(corpus, press, audience.kind === 'public' ? audience.askerId : null),
  );
}
