import type { ButtonInteraction } from 'discord.js';
import { reportWithdrawal } from '../../core/report-withdrawal.js';
import type { InteractionContext } from '../command.js';
import type { Press } from '../component-ids.js';
import { renderSource } from '../render-source.js';
import { reply } from '../respond.js';
import { sayOnly } from '../view.js';
import { readDeleteId, showView } from './press-parts.js';

/** Shows another page of an article. @throws {Fault} `ARTICLE_WITHDRAWN`. */
export async function turnSourcePage(
  interaction: ButtonInteraction,
  { services, say }: InteractionContext,
  press: Extract<Press, { kind: 'source' }>,
): Promise<void> {
  const { corpus } = services.loaded();
  const withdrawn = corpus.withdrawn(press.articleId);
  if (withdrawn) throw reportWithdrawal(withdrawn);
  const article = corpus.article(press.articleId);
  if (!article) {
    await reply(interaction, sayOnly(say.articleGone), true);
    return;
  }
  const pressed = { askerId: readDeleteId(interaction), share: 'none', hasVotes: false } as const;
  await showView(interaction, pressed, (audience) =>
    renderSource(say, corpus, article, press, audience.kind === 'public' ? audience.askerId : null),
  );
}
