import type { ButtonInteraction } from 'discord.js';
import { Fault } from '../../core/errors.js';
import type { InteractionContext } from '../command.js';
import type { KeptDraft } from './drafts.js';
import type { PreparedChange } from './prepared.js';
import { runChange } from './run-change.js';
import { showOutcome } from './show-outcome.js';

/**
 * Makes a change that was held, if it still leads from the same to the same.
 *
 * @throws {Fault} `CHANGE_STALE` when the articles have changed since.
 */
export async function confirmChange(
  interaction: ButtonInteraction,
  context: InteractionContext,
  kept: KeptDraft<PreparedChange>,
): Promise<void> {
  const { services } = context;
  const { rollBackTo, files, from, to, action, subject, note } = kept.prepared;
  // What is written was made from what stood there then, and could undo what was done meanwhile.
  if (services.loaded().corpus.summary.revision !== from) {
    throw new Fault('CHANGE_STALE', `this was prepared on ${from}`);
  }
  const request = {
    files: rollBackTo === null ? files : await services.desk.rollBack(rollBackTo),
    mode: { accept: to },
    action,
    subject,
    note,
  };
  const outcome = await runChange(interaction, context, request, kept);
  if (outcome) await showOutcome(interaction, context, request, outcome);
}
