import type { ButtonInteraction } from 'discord.js';
import type { InteractionContext } from '../command.js';
import type { KeptDraft } from './drafts.js';
import type { PreparedAddition } from './prepared.js';
import { runChange } from './run-change.js';
import { showAddition } from './show-addition.js';
import { showOutcome } from './show-outcome.js';

/** Adds an article, unless it repeats one by now that it did not when it was shown. */
export async function confirmAddition(
  interaction: ButtonInteraction,
  context: InteractionContext,
  kept: KeptDraft<PreparedAddition>,
): Promise<void> {
  const { services, say } = context;
  const { draft, repeats } = kept.prepared;
  const { article, change, duplicates } = await services.desk.preview(draft);
  if (duplicates.some((duplicate) => !repeats.includes(duplicate.article.id))) {
    await showAddition(interaction, context, { draft, problem: say.repeatsNow });
    return;
  }
  const request = { files: [change], action: 'add', subject: article.id, mode: 'careful' } as const;
  const outcome = await runChange(interaction, context, request, kept);
  if (outcome) await showOutcome(interaction, context, request, outcome);
}
