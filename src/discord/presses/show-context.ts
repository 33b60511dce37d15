import type { ButtonInteraction } from 'discord.js';
import type { Evidence } from '../../core/answer.js';
import type { Passage } from '../../core/article.js';
import type { LoadedCorpus } from '../../core/corpus.js';
import { checksum } from '../../core/hash.js';
import { ENGLISH as say } from '../../core/sentences.js';
import type { BotContext } from '../command.js';
import type { Press } from '../component-ids.js';
import {
  listAudienceButtons,
  listPageButtons,
  renderAnswerPage,
  type NumberedEvidence,
} from '../render-answer.js';
import type { AnswerMessage } from '../read-answer-message.js';
import { reply } from '../respond.js';
import { sayOnly } from '../view.js';
import { readMessage, showView } from './press-parts.js';

/** Opens, widens or folds the context of one passage; the passages and numbers stay those of the message. */
export async function showContext(
  interaction: ButtonInteraction,
  { services }: BotContext,
  press: Extract<Press, { kind: 'context' }>,
): Promise<void> {
  const message = readMessage(interaction);
  const loaded = services.loaded();
  const passage = loaded.corpus.passage(press.handle);
  if (!message || !passage || checksum(passage.text) !== press.checksum) {
    await reply(interaction, sayOnly(message ? say.passageChanged : say.messageUnreadable), true);
    return;
  }
  const quotes = listQuotes(loaded, message, (question, passages) =>
    services.requote(loaded, question, passages),
  );
  await showView(interaction, message.askerId, (audience) =>
    renderAnswerPage(
      loaded.corpus,
      {
        header: message.header,
        quotes,
        footer: message.footer,
        actions: [...listPageButtons(message.pageOffsets), ...listAudienceButtons(audience, true)],
      },
      press,
    ),
  );
}

/** The passages of the message that are still as they were shown. */
function listQuotes(
  { corpus }: LoadedCorpus,
  { options, shown }: AnswerMessage,
  requote: (question: string, passages: readonly Passage[]) => readonly Evidence[],
): NumberedEvidence[] {
  const unchanged = shown.flatMap(({ handle, number, checksum: sum }) => {
    const passage = corpus.passage(handle);
    return passage && checksum(passage.text) === sum ? [{ number, passage }] : [];
  });
  return requote(
    options.question,
    unchanged.map(({ passage }) => passage),
  ).map((evidence, i) => ({ evidence, number: unchanged[i]?.number ?? 0 }));
}
