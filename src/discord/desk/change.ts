import { type ButtonBuilder, type ButtonInteraction, ButtonStyle } from 'discord.js';
import type { ChangeCause, ChangeOptions, ChangeOutcome } from '../../core/changes/change-corpus.js';
import type { FileChange } from '../../core/model/desk.js';
import { Fault } from '../../core/model/fault.js';
import type { CorpusAction } from '../../core/model/state.js';
import { describeChange, describeRevisions } from '../../core/texts/describe-corpus.js';
import type { Sentences } from '../../core/texts/sentences.js';
import type { InteractionContext } from '../command.js';
import { formatDraftId } from '../message/ids.js';
import { bold, small } from '../message/markdown.js';
import { editReply, type LateReply } from '../message/respond.js';
import { createProgressMessage } from '../message/show-progress.js';
import { fitReport, makeButton, renderFault, type View } from '../message/view.js';
import { returnDraft, saveDraft, type OpenedDraft, type ChangeDraft } from './drafts.js';

/** A change and how it is asked for, `by` left out: that is the member who acts. */
interface ChangeRequest extends Omit<ChangeCause, 'by'> {
  readonly files: readonly FileChange[];
  readonly mode: ChangeOptions['mode'];
}

/**
 * Changes the corpus and shows how far it has come.
 *
 * @param kept - What was confirmed: it is given back where it can be tried again.
 * @returns `null` after telling the moderator that it failed.
 * @throws {Fault} `RELOAD_RUNNING`, `CHANGE_STALE` or `BUILD_STOPPED`; nothing has changed then.
 */
export async function runChange(
  interaction: LateReply,
  context: InteractionContext,
  request: ChangeRequest,
  kept?: OpenedDraft,
): Promise<ChangeOutcome | null> {
  const { services, log, say } = context;
  const { files, ...asked } = request;
  const by = interaction.user.id;
  const progress = createProgressMessage(say, (view) => editReply(interaction, view));
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
    const isKept = kept !== undefined && MAY_PASS.has(error.code) && (await returnDraft(context, kept));
    if (SAYS_ALL.has(error.code)) throw error;
    log.error(`${request.action} failed`, error, { by });
    const draftId = isKept ? kept.stored.id : null;
    await editReply(interaction, renderChangeFailure(say, request.action, renderFault(say, error), draftId));
    return null;
  }
}

/** Faults that are no failure of the change; their own sentence says all. */
const SAYS_ALL: ReadonlySet<string> = new Set<Fault['code']>([
  'BUILD_STOPPED',
  'CHANGE_STALE',
  'RELOAD_RUNNING',
]);

/** Faults after which the same can be tried again. */
const MAY_PASS: ReadonlySet<string> = new Set<Fault['code']>([
  'BUILD_FAILED',
  'BUILD_STOPPED',
  'CHANGE_UNWRITTEN',
  'RELOAD_RUNNING',
]);

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
  const draftId = await saveDraft(context, interaction.user.id, {
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
  await editReply(interaction, view).catch((cause: unknown) => {
    throw new Fault('REPORT_LOST', 'the report of a change could not be shown', { cause });
  });
}

/**
 * Makes a change that was held, if it still leads from the same to the same.
 *
 * @throws {Fault} `CHANGE_STALE` when the articles have changed since.
 */
export async function confirmChange(
  interaction: ButtonInteraction,
  context: InteractionContext,
  kept: OpenedDraft<ChangeDraft>,
): Promise<void> {
  const { services } = context;
  const { rollBackTo, files, from, to, action, subject, note } = kept.content;
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

/** What a moderator asked for, as far as its report depends on it. */
interface Asked {
  readonly action: CorpusAction;
  readonly mode: ChangeOptions['mode'];
}

/**
 * What a change did, or would do.
 *
 * @param more - Markdown below it, of which nothing is left out.
 */
export function renderOutcome(
  say: Sentences,
  outcome: ChangeOutcome,
  { action, mode }: Asked,
  more: readonly string[] = [],
): View {
  const [first = '', ...rest] = describeChange(say, outcome, mode);
  return fitReport(
    say,
    [action === 'reload' ? first : nameOutcome(say, first), ...rest],
    [small(describeRevisions(say, outcome.report)), ...more].join('\n'),
    `${action}-report.txt`,
  );
}

/** What a reload would be told, in the words for any other change. */
function nameOutcome(say: Sentences, first: string): string {
  return first.replace(say.reloaded, say.changeDone).replace(say.previewed, say.changePreviewed);
}

/** @param label - What Confirm is called here. */
export function listConfirmButtons(say: Sentences, draftId: string, label: string): ButtonBuilder[] {
  return [
    makeButton(label, formatDraftId('confirm', draftId), ButtonStyle.Danger),
    makeButton(say.cancel, formatDraftId('cancel', draftId)),
  ];
}

/**
 * A change that waits for Confirm.
 *
 * @param draftId - `null` when it could not be kept, so that it cannot be confirmed.
 */
function renderHeld(say: Sentences, outcome: ChangeOutcome, asked: Asked, draftId: string | null): View {
  if (draftId === null) return renderOutcome(say, outcome, asked, [say.draftUnkept]);
  return { ...renderOutcome(say, outcome, asked), rows: [listConfirmButtons(say, draftId, say.confirm)] };
}

/** @param reason - Markdown. @param draftId - Of what can be tried again; `null` for nothing. */
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
