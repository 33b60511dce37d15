/** Applies changes of the corpus, shows their outcome, and confirms those that are held. */

import { type ButtonBuilder, type ButtonInteraction, ButtonStyle } from 'discord.js';
import type { ChangeCause, ChangeOptions, ChangeOutcome } from '../../core/changes/change-corpus.js';
import type { FileChange } from '../../core/model/desk.js';
import { Fault } from '../../core/model/fault.js';
import type { CorpusAction } from '../../core/model/state.js';
import { describeChange, describeRevisions } from '../../core/locales/describe-corpus.js';
import type { Sentences } from '../../core/locales/sentences.js';
import type { InteractionContext } from '../command.js';
import { formatDraftId } from '../message/ids.js';
import { bold, small } from '../message/markdown.js';
import { editReply, type LateReply } from '../message/respond.js';
import { createProgressMessage } from '../message/show-progress.js';
import { fitReport, makeButton, renderFault, type View } from '../message/view.js';
import { putBackDraft, saveDraft, type OpenedDraft, type ChangeDraft } from './drafts.js';

/** A change to apply, in the name of the member who acts. */
interface ChangeRequest extends Omit<ChangeCause, 'by'> {
  readonly files: readonly FileChange[];
  readonly mode: ChangeOptions['mode'];
}

/**
 * Changes the corpus and shows the progress.
 *
 * @param draft - The confirmed draft; it is put back if the change can be tried again.
 * @returns `null` after showing that the change failed.
 * @throws {Fault} `RELOAD_RUNNING`, `CHANGE_STALE` or `BUILD_STOPPED`; nothing has changed then.
 */
export async function runChange(
  interaction: LateReply,
  context: InteractionContext,
  request: ChangeRequest,
  draft?: OpenedDraft,
): Promise<ChangeOutcome | null> {
  const { services, log, say } = context;
  const { files, ...options } = request;
  const by = interaction.user.id;
  const progress = createProgressMessage(say, (view) => editReply(interaction, view));
  try {
    const outcome = await services
      .changeCorpus(files, { ...options, by, onProgress: progress.report })
      .finally(progress.settle);
    const { before, after } = outcome.report;
    const { action, mode } = request;
    log.info(action, { mode, by, kind: outcome.kind, from: before.revision, to: after.revision });
    return outcome;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const isReturned =
      draft !== undefined && RETRYABLE.has(error.code) && (await putBackDraft(context, draft));
    if (NO_FAILURE.has(error.code)) throw error;
    log.error(`${request.action} failed`, error, { by });
    const draftId = isReturned ? draft.stored.id : null;
    await editReply(interaction, renderChangeFailure(say, request.action, renderFault(say, error), draftId));
    return null;
  }
}

/** Faults that are no failure of the change; their own sentence is enough. */
const NO_FAILURE: ReadonlySet<string> = new Set<Fault['code']>([
  'BUILD_STOPPED',
  'CHANGE_STALE',
  'RELOAD_RUNNING',
]);

/** Faults after which the same change can be tried again. */
const RETRYABLE: ReadonlySet<string> = new Set<Fault['code']>([
  'BUILD_FAILED',
  'BUILD_STOPPED',
  'CHANGE_UNWRITTEN',
  'RELOAD_RUNNING',
]);

/**
 * Shows the outcome of a change, with Confirm if the change is held.
 *
 * @param rollBackTo - The revision that a rollback leads back to; absent for any other change.
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
  const draftId = await saveDraft(context, interaction.user.id, {
    kind: 'change',
    rollBackTo: rollBackTo ?? null,
    // The files of a rollback are read again on Confirm, since they may be as large as the corpus.
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
  await editReply(interaction, view).catch((cause: unknown) => {
    throw new Fault('REPORT_LOST', 'the report of a change could not be shown', { cause });
  });
}

/**
 * Applies a change that was held, if it still leads from the same revision to the same revision.
 *
 * @throws {Fault} `CHANGE_STALE` if the corpus has changed since the change was prepared.
 */
export async function confirmChange(
  interaction: ButtonInteraction,
  context: InteractionContext,
  draft: OpenedDraft<ChangeDraft>,
): Promise<void> {
  const { services } = context;
  const { rollBackTo, files, from, to, action, subject, note } = draft.content;
  // The files were prepared from the articles of `from`, and could undo later changes.
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
  const outcome = await runChange(interaction, context, request, draft);
  if (outcome) await showOutcome(interaction, context, request, outcome);
}

/** The parts of a request that its report depends on. */
interface ReportedRequest {
  readonly action: CorpusAction;
  readonly mode: ChangeOptions['mode'];
}

/**
 * Renders what a change did, or would do.
 *
 * @param more - Markdown below the report, shown in full.
 */
export function renderOutcome(
  say: Sentences,
  outcome: ChangeOutcome,
  { action, mode }: ReportedRequest,
  more: readonly string[] = [],
): View {
  const [first = '', ...others] = describeChange(say, outcome, mode);
  return fitReport(
    say,
    [action === 'reload' ? first : nameOutcome(say, first), ...others],
    [small(describeRevisions(say, outcome.report)), ...more].join('\n'),
    `${action}-report.txt`,
  );
}

/** Rewords the first line of a reload's report for any other change. */
function nameOutcome(say: Sentences, first: string): string {
  return first.replace(say.reloaded, say.changeDone).replace(say.previewed, say.changePreviewed);
}

/** @param label - The label of the Confirm button. */
export function listConfirmButtons(say: Sentences, draftId: string, label: string): ButtonBuilder[] {
  return [
    makeButton(label, formatDraftId('confirm', draftId), ButtonStyle.Danger),
    makeButton(say.cancel, formatDraftId('cancel', draftId)),
  ];
}

/**
 * Renders a change that waits for Confirm.
 *
 * @param draftId - `null` if the draft could not be stored, so that it cannot be confirmed.
 */
function renderHeld(
  say: Sentences,
  outcome: ChangeOutcome,
  request: ReportedRequest,
  draftId: string | null,
): View {
  if (draftId === null) return renderOutcome(say, outcome, request, [say.draftUnkept]);
  return { ...renderOutcome(say, outcome, request), rows: [listConfirmButtons(say, draftId, say.confirm)] };
}

/**
 * @param reason - Markdown.
 * @param draftId - The id of a draft that can be tried again; `null` for none.
 */
function renderChangeFailure(
  say: Sentences,
  action: CorpusAction,
  reason: string,
  draftId: string | null,
): View {
  const heading = action === 'reload' ? say.reloadFailed : say.changeFailed;
  const rows = draftId === null ? [] : [listConfirmButtons(say, draftId, say.confirm)];
  return { texts: [`${bold(heading)}\n${reason}`], rows };
}
