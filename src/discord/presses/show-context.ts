import type { ButtonInteraction } from 'discord.js';
import type { Sentences } from '../../core/sentences/sentences.js';
import type { InteractionContext } from '../command.js';
import type { Press } from '../component-ids.js';
import { small } from '../markdown.js';
import type { AnswerMessage } from '../read-answer-message.js';
import { listActionRows, renderAnswerPage } from '../render-answer.js';
import { openAnswer, showAnswerView } from './press-parts.js';

/** Opens, widens or folds the context of one passage; the passages and numbers stay those of the message. */
export async function showContext(
  interaction: ButtonInteraction,
  context: InteractionContext,
  press: Extract<Press, { kind: 'context' }>,
): Promise<void> {
  const { services, say } = context;
  const loaded = services.loaded();
  const opened = await openAnswer(interaction, context, loaded);
  if (!opened) return;
  const { message, passages } = opened;
  const { header, pageOffsets } = message;
  const footer = writeFooter(say, message, loaded.corpus.summary.revision);
  await showAnswerView(interaction, context, message, (audience) => {
    const actions = listActionRows(say, pageOffsets, audience);
    return renderAnswerPage(say, loaded.corpus, { header, passages, footer, actions }, press);
  });
}

/** The footer as it was; after a reload it says that the paragraphs around may have changed. */
function writeFooter(say: Sentences, { footer, revision }: AnswerMessage, now: string): string {
  const [line = ''] = footer.split('\n-# ↻');
  return revision === now ? footer : `${line}\n${small(`↻ ${say.contextAnew(revision, now)}`)}`;
}
