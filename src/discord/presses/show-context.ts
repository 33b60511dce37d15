import type { ButtonInteraction } from 'discord.js';
import { ENGLISH as say } from '../../core/sentences.js';
import type { BotContext } from '../command.js';
import type { Press } from '../component-ids.js';
import { small } from '../markdown.js';
import type { AnswerMessage } from '../read-answer-message.js';
import { listActionButtons, renderAnswerPage } from '../render-answer.js';
import { openAnswer, showView } from './press-parts.js';

/** Opens, widens or folds the context of one passage; the passages and numbers stay those of the message. */
export async function showContext(
  interaction: ButtonInteraction,
  { services }: BotContext,
  press: Extract<Press, { kind: 'context' }>,
): Promise<void> {
  const loaded = services.loaded();
  const opened = await openAnswer(interaction, services, loaded);
  if (!opened) return;
  const { message, passages } = opened;
  const { header, pageOffsets } = message;
  const footer = writeFooter(message, loaded.corpus.summary.revision);
  await showView(interaction, message.askerId, message.share, (audience) => {
    const actions = listActionButtons(pageOffsets, audience);
    return renderAnswerPage(loaded.corpus, { header, passages, footer, actions }, press);
  });
}

/** The footer as it was; after a reload it says that the paragraphs around may have changed. */
function writeFooter({ footer, revision }: AnswerMessage, now: string): string {
  const [line = ''] = footer.split('\n-# ↻');
  return revision === now ? footer : `${line}\n${small(`↻ ${say.contextAnew(revision, now)}`)}`;
}
