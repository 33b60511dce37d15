import type { StringSelectMenuInteraction } from 'discord.js';
import { parseHandle } from '../core/handle.js';
import type { InteractionContext } from './command.js';
import { OPEN_ID } from './component-ids.js';
import { renderSource } from './render-source.js';
import { reply } from './respond.js';
import { parseSourceChoice } from './sources-message.js';
import { sayOnly } from './view.js';

/** Opens the article that a member chose in a list, at the passage and for the member alone. */
export async function openSource(
  interaction: StringSelectMenuInteraction,
  { services, say }: InteractionContext,
): Promise<void> {
  const [value = ''] = interaction.values;
  const choice = interaction.customId === OPEN_ID ? parseSourceChoice(value) : null;
  const place = choice && parseHandle(choice.handle);
  if (!place) {
    await reply(interaction, sayOnly(say.buttonUnknown), true);
    return;
  }
  const { corpus } = services.loaded();
  const article = corpus.article(place.articleId);
  if (!article) {
    await reply(interaction, sayOnly(say.articleGone), true);
    return;
  }
  const page = { paragraph: place.paragraph, edge: 'marked' } as const;
  await reply(interaction, renderSource(say, corpus, article, page, null), true);
}
