import type { ButtonInteraction } from 'discord.js';
import { parseAskRequest } from '../../core/parse-ask-request.js';
import { reportWithdrawal } from '../../core/report-withdrawal.js';
import type { InteractionContext } from '../command.js';
import { renderWhy } from '../render-why.js';
import { reply } from '../respond.js';
import { findWithdrawn, isUnchanged, readMessage } from './press-parts.js';

/**
 * Tells whoever presses why the passages of an answer were ranked; the message stays as it is.
 *
 * @throws {Fault} `ARTICLE_WITHDRAWN` when that is so of all of them.
 */
export async function showWhy(interaction: ButtonInteraction, context: InteractionContext): Promise<void> {
  const { services, say } = context;
  const message = await readMessage(interaction, context);
  if (!message) return;
  const { shown, options, revision } = message;
  const loaded = services.loaded();
  const withdrawn = shown.map((passage) => findWithdrawn(loaded, passage));
  // Their outlet may be gone with them, and the question with it.
  const [first] = withdrawn;
  if (first && withdrawn.every((each) => each !== undefined)) throw reportWithdrawal(first);
  const request = parseAskRequest(options, loaded.corpus.outlets);
  const unchanged = shown.filter((passage) => isUnchanged(loaded, passage)).map(({ handle }) => handle);
  const explanations = await services.explain(loaded, request, unchanged);
  const passages = shown.map(({ handle, number }, i) => ({
    number,
    withdrawn: withdrawn[i],
    explanation: explanations.find(({ passage }) => passage.handle === handle) ?? null,
  }));
  await reply(interaction, renderWhy(say, loaded.corpus.summary, passages, revision), true);
}
