import type { ModalSubmitInteraction } from 'discord.js';
import { Fault } from '../../core/errors.js';
import { checksum } from '../../core/hash.js';
import type { InteractionContext } from '../command.js';
import { keepPrepared } from '../desk/drafts.js';
import { renderUnsaved } from '../desk/render-unsaved.js';
import { runChange } from '../desk/run-change.js';
import { showOutcome } from '../desk/show-outcome.js';
import { renderFault } from '../render-fault.js';
import { fillIn } from '../respond.js';
import { answerForm } from './answer-form.js';
import { YAML_FIELD } from './edit-form.js';
import type { Form } from './form-ids.js';

/** Saves the front matter that was typed, if it can be read and nobody has changed it meanwhile. */
export async function submitEdit(
  interaction: ModalSubmitInteraction,
  context: InteractionContext,
  { articleId, checksum: opened }: Extract<Form, { kind: 'edit' }>,
): Promise<void> {
  const { services, say } = context;
  await answerForm(interaction);
  const yaml = interaction.fields.getTextInputValue(YAML_FIELD);
  const refuse = async (reason: string): Promise<void> => {
    const draftId = await keepPrepared(context, interaction.user.id, { kind: 'edit', articleId, yaml });
    await fillIn(interaction, renderUnsaved(say, reason, yaml, draftId));
  };
  if (checksum(await services.desk.frontMatter(articleId)) !== opened) {
    await refuse(say.editStale);
    return;
  }
  const change = await services.desk.editFrontMatter(articleId, yaml).catch((error: unknown) => {
    if (error instanceof Fault && error.code === 'FRONT_MATTER_INVALID') return error;
    throw error;
  });
  if (change instanceof Fault) {
    await refuse(renderFault(say, change));
    return;
  }
  const request = { files: [change], action: 'edit', subject: articleId, mode: 'careful' } as const;
  const outcome = await runChange(interaction, context, request);
  if (outcome) await showOutcome(interaction, context, request, outcome);
}
