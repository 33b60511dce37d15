import type { ModalSubmitInteraction } from 'discord.js';
import { Fault } from '../../core/errors.js';
import type { InteractionContext } from '../command.js';
import { checkFacts } from '../desk/check-facts.js';
import { giveBack, takePrepared } from '../desk/drafts.js';
import type { TypedFacts } from '../desk/prepared.js';
import { showAddition } from '../desk/show-addition.js';
import { escapeText } from '../markdown.js';
import { renderFault } from '../render-fault.js';
import { answerForm } from './answer-form.js';
import type { Form } from './form-ids.js';

/** Shows an article anew with the details that were typed. What cannot be taken is said and stays to be mended. */
export async function submitDetails(
  interaction: ModalSubmitInteraction,
  context: InteractionContext,
  { draftId }: Extract<Form, { kind: 'details' }>,
): Promise<void> {
  const { say } = context;
  await answerForm(interaction);
  const kept = await takePrepared(context, draftId);
  const { prepared } = kept;
  if (prepared.kind !== 'addition') throw new Fault('DRAFT_GONE', 'the draft is of another kind');
  const typed = readTyped(interaction);
  const checked = checkFacts(say, typed);
  const { draft } = prepared;
  if (checked.kind === 'problems') {
    const problem = checked.problems.map(escapeText).join('\n');
    await showAddition(interaction, context, { draft, typed, problem });
    return;
  }
  try {
    await showAddition(interaction, context, { draft: { ...draft, facts: checked.facts } });
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'FRONT_MATTER_INVALID') {
      await giveBack(context, kept);
      throw error;
    }
    await showAddition(interaction, context, { draft, typed, problem: renderFault(say, error) });
  }
}

function readTyped({ fields }: ModalSubmitInteraction): TypedFacts {
  const read = (fact: keyof TypedFacts): string => fields.getTextInputValue(fact);
  return {
    title: read('title'),
    outlet: read('outlet'),
    published: read('published'),
    url: read('url'),
    caution: read('caution'),
  };
}
