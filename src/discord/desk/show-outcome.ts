import type { ChangeOutcome } from '../../core/change-corpus.js';
import { Fault } from '../../core/errors.js';
import type { InteractionContext } from '../command.js';
import { fillIn, type LateReply } from '../respond.js';
import type { View } from '../view.js';
import { keepPrepared } from './drafts.js';
import { renderHeld, renderOutcome } from './render-outcome.js';
import type { ChangeRequest } from './run-change.js';

/**
 * Shows what came of a change; one that is held gets Confirm.
 *
 * @param rollBackTo - The revision that it leads back to; absent for any other change.
 * @throws {Fault} `REPORT_LOST`.
 */
export async function showOutcome(
  interaction: LateReply,
  context: InteractionContext,
  request: ChangeRequest,
  outcome: ChangeOutcome,
  rollBackTo?: string,
): Promise<void> {
  const { say } = context;
  const { files, action, mode, subject = '', note = '' } = request;
  if (outcome.kind === 'applied' || (mode === 'preview' && rollBackTo === undefined)) {
    await showReport(interaction, renderOutcome(say, outcome, request));
    return;
  }
  const { before, after } = outcome.report;
  const draftId = await keepPrepared(context, interaction.user.id, {
    kind: 'change',
    rollBackTo: rollBackTo ?? null,
    // What leads back is found again: it may be as large as the corpus.
    files: rollBackTo === undefined ? files : [],
    from: before.revision,
    to: after.revision,
    action,
    subject,
    note,
  });
  await showReport(interaction, renderHeld(say, outcome, request, draftId));
}

/** @throws {Fault} `REPORT_LOST`. */
export async function showReport(interaction: LateReply, view: View): Promise<void> {
  await fillIn(interaction, view).catch((cause: unknown) => {
    throw new Fault('REPORT_LOST', 'the report of a change could not be shown', { cause });
  });
}
