import type { ChangeCause, ChangeOptions, ChangeOutcome } from '../../core/change-corpus.js';
import type { FileChange } from '../../core/desk.js';
import { Fault } from '../../core/errors.js';
import type { InteractionContext } from '../command.js';
import { renderFault } from '../render-fault.js';
import { fillIn, type LateReply } from '../respond.js';
import { createProgressMessage } from '../show-progress.js';
import { giveBack, type KeptDraft } from './drafts.js';
import { renderChangeFailure } from './render-outcome.js';

/** A change and how it is asked for, `by` left out: that is the member who acts. */
export interface ChangeRequest extends Omit<ChangeCause, 'by'> {
  readonly files: readonly FileChange[];
  readonly mode: ChangeOptions['mode'];
}

/**
 * Changes the corpus and shows how far it has come.
 *
 * @param kept - What was confirmed: it is given back where it can be tried again.
 * @returns `null` after telling the moderator that it failed.
 * @throws {Fault} `RELOAD_RUNNING` or `BUILD_STOPPED`, before anything is read or because the bot ends.
 */
export async function runChange(
  interaction: LateReply,
  context: InteractionContext,
  request: ChangeRequest,
  kept?: KeptDraft,
): Promise<ChangeOutcome | null> {
  const { services, log, say } = context;
  const { files, ...asked } = request;
  const by = interaction.user.id;
  const progress = createProgressMessage(say, (view) => fillIn(interaction, view));
  try {
    const outcome = await services
      .changeCorpus(files, { ...asked, by, onProgress: progress.report })
      .finally(progress.settle);
    const { before, after } = outcome.report;
    const { action, mode } = request;
    log.info(action, { mode, by, kind: outcome.kind, from: before.revision, to: after.revision });
    return outcome;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const isKept = kept !== undefined && MAY_PASS.has(error.code) && (await giveBack(context, kept));
    if (NOT_STARTED.has(error.code)) throw error;
    log.error(`${request.action} failed`, error, { by });
    const draftId = isKept ? kept.draft.id : null;
    await fillIn(interaction, renderChangeFailure(say, request.action, renderFault(say, error), draftId));
    return null;
  }
}

/** Faults that come before anything is read, or because the bot ends; their own sentence says all. */
const NOT_STARTED: ReadonlySet<string> = new Set<Fault['code']>(['BUILD_STOPPED', 'RELOAD_RUNNING']);

/** Faults after which the same can be tried again. */
const MAY_PASS: ReadonlySet<string> = new Set<Fault['code']>([
  'BUILD_FAILED',
  'BUILD_STOPPED',
  'CHANGE_UNWRITTEN',
  'RELOAD_RUNNING',
]);
