import type { ButtonInteraction } from 'discord.js';
import { Fault } from '../../core/model/fault.js';
import type { InteractionContext } from '../command.js';
import type { DeskPress } from '../message/ids.js';
import { acknowledge, fillIn, openForm, reply } from '../message/respond.js';
import { renderFault, sayOnly } from '../message/view.js';
import { findModeratorRefusal } from '../moderators.js';
import { makeDetailsForm, writeFacts } from './addition-forms.js';
import { confirmAddition } from './addition.js';
import { confirmChange } from './change.js';
import { makeEditForm } from './edit.js';
import { findPrepared, type KeptDraft, type Prepared, takePrepared } from './pending.js';
import { confirmStrike } from './strike.js';

/** Answers a press under what was prepared; any moderator may press, each draft is done once. */
export async function handleDraftPress(
  interaction: ButtonInteraction,
  context: InteractionContext,
  { act, draftId }: Extract<DeskPress, { kind: 'draft' }>,
): Promise<void> {
  if (await refuse(interaction, context, 'reload')) return;
  const { prepared } = await findPrepared(context, draftId);
  const isReload = prepared.kind === 'change' && prepared.action === 'reload';
  if (!isReload && (await refuse(interaction, context, 'change'))) return;
  switch (act) {
    case 'details':
      return openDetails(interaction, context, draftId, prepared);
    case 'reopen':
      return reopenEdit(interaction, context, prepared);
    case 'cancel':
      await acknowledge(interaction);
      await takePrepared(context, draftId);
      return fillIn(interaction, sayOnly(context.say.cancelled));
    case 'confirm':
      await acknowledge(interaction);
      return confirm(interaction, context, await takePrepared(context, draftId));
  }
}

async function refuse(
  interaction: ButtonInteraction,
  context: InteractionContext,
  needs: 'reload' | 'change',
): Promise<boolean> {
  const refusal = findModeratorRefusal(interaction, context, needs);
  if (refusal !== null) await reply(interaction, sayOnly(refusal), true);
  return refusal !== null;
}

async function confirm(
  interaction: ButtonInteraction,
  context: InteractionContext,
  { draft, prepared }: KeptDraft,
): Promise<void> {
  try {
    await confirmAny(interaction, context, { draft, prepared });
  } catch (error) {
    // Its buttons lead nowhere now.
    if (!(error instanceof Fault) || !ENDS_DRAFT.has(error.code)) throw error;
    await fillIn(interaction, sayOnly(renderFault(context.say, error)));
  }
}

const ENDS_DRAFT: ReadonlySet<string> = new Set<Fault['code']>(['CHANGE_STALE', 'REVISION_UNKNOWN']);

function confirmAny(
  interaction: ButtonInteraction,
  context: InteractionContext,
  { draft, prepared }: KeptDraft,
): Promise<void> {
  switch (prepared.kind) {
    case 'change':
      return confirmChange(interaction, context, { draft, prepared });
    case 'addition':
      return confirmAddition(interaction, context, { draft, prepared });
    case 'strike':
      return confirmStrike(interaction, context, prepared);
    case 'edit':
      throw goneAs(prepared);
  }
}

function openDetails(
  interaction: ButtonInteraction,
  { say }: InteractionContext,
  draftId: string,
  prepared: Prepared,
): Promise<void> {
  if (prepared.kind !== 'addition') throw goneAs(prepared);
  const facts = prepared.typed ?? writeFacts(prepared.draft.facts);
  return openForm(interaction, makeDetailsForm(say, draftId, facts));
}

async function reopenEdit(
  interaction: ButtonInteraction,
  { services, say }: InteractionContext,
  prepared: Prepared,
): Promise<void> {
  if (prepared.kind !== 'edit') throw goneAs(prepared);
  const { articleId, yaml } = prepared;
  const form = makeEditForm(say, articleId, await services.desk.frontMatter(articleId), yaml);
  await (form ? openForm(interaction, form) : reply(interaction, sayOnly(say.editTooLong), true));
}

/** For a button that no such draft ever had. */
function goneAs({ kind }: Prepared): Fault {
  return new Fault('DRAFT_GONE', `the draft is of another kind: ${kind}`);
}
