import type { ButtonInteraction } from 'discord.js';
import { Fault } from '../../core/model/fault.js';
import type { InteractionContext } from '../command.js';
import type { DeskPress } from '../message/ids.js';
import { acknowledge, editReply, openForm, reply } from '../message/respond.js';
import { renderFault, sayOnly } from '../message/view.js';
import { findModeratorRefusal } from '../moderators.js';
import { makeDetailsForm, writeFacts } from './addition-forms.js';
import { confirmAddition } from './addition.js';
import { confirmChange } from './change.js';
import { makeEditForm } from './edit.js';
import { findDraft, type OpenedDraft, type DraftContent, takeDraft } from './drafts.js';
import { confirmRedaction } from './redact.js';

/** Handles a press under a draft. Any moderator may press; each draft is confirmed or cancelled once. */
export async function handleDraftPress(
  interaction: ButtonInteraction,
  context: InteractionContext,
  { act, draftId }: Extract<DeskPress, { kind: 'draft' }>,
): Promise<void> {
  if (await refuse(interaction, context, 'reload')) return;
  const { content } = await findDraft(context, draftId);
  const isReload = content.kind === 'change' && content.action === 'reload';
  if (!isReload && (await refuse(interaction, context, 'change'))) return;
  switch (act) {
    case 'details':
      return openDetails(interaction, context, draftId, content);
    case 'reopen':
      return reopenEdit(interaction, context, content);
    case 'cancel':
      await acknowledge(interaction);
      await takeDraft(context, draftId);
      return editReply(interaction, sayOnly(context.say.cancelled));
    case 'confirm':
      await acknowledge(interaction);
      return confirm(interaction, context, await takeDraft(context, draftId));
  }
}

/** @returns True if the member lacks the permission; they get a reply that says so. */
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
  draft: OpenedDraft,
): Promise<void> {
  try {
    await confirmAny(interaction, context, draft);
  } catch (error) {
    // The draft is used up, so its buttons must go.
    if (!(error instanceof Fault) || !ENDS_DRAFT.has(error.code)) throw error;
    await editReply(interaction, sayOnly(renderFault(context.say, error)));
  }
}

const ENDS_DRAFT: ReadonlySet<string> = new Set<Fault['code']>(['CHANGE_STALE', 'REVISION_UNKNOWN']);

function confirmAny(
  interaction: ButtonInteraction,
  context: InteractionContext,
  { stored, content }: OpenedDraft,
): Promise<void> {
  switch (content.kind) {
    case 'change':
      return confirmChange(interaction, context, { stored, content });
    case 'addition':
      return confirmAddition(interaction, context, { stored, content });
    case 'strike':
      return confirmRedaction(interaction, context, content);
    case 'edit':
      throw wrongKind(content);
  }
}

function openDetails(
  interaction: ButtonInteraction,
  { say }: InteractionContext,
  draftId: string,
  content: DraftContent,
): Promise<void> {
  if (content.kind !== 'addition') throw wrongKind(content);
  const facts = content.typed ?? writeFacts(content.draft.facts);
  return openForm(interaction, makeDetailsForm(say, draftId, facts));
}

async function reopenEdit(
  interaction: ButtonInteraction,
  { services, say }: InteractionContext,
  content: DraftContent,
): Promise<void> {
  if (content.kind !== 'edit') throw wrongKind(content);
  const { articleId, yaml } = content;
  const form = makeEditForm(say, articleId, await services.desk.frontMatter(articleId), yaml);
  await (form ? openForm(interaction, form) : reply(interaction, sayOnly(say.editTooLong), true));
}

/** Returns the fault for a button that a draft of this kind never has. */
function wrongKind({ kind }: DraftContent): Fault {
  return new Fault('DRAFT_GONE', `the draft is of another kind: ${kind}`);
}
