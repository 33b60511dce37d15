import type { ChangeOutcome } from '../../core/change-corpus.js';
import type { Sentences } from '../../core/sentences/sentences.js';
import type { PublicAnswer } from '../../core/state.js';
import type { View } from '../view.js';
import { listConfirmButtons } from './confirm-buttons.js';
import { listAnswerLinks } from './list-answer-links.js';
import { renderOutcome } from './render-outcome.js';

/**
 * What a withdrawal did, and the public answers that quoted the article.
 *
 * @param answers - `null` when they cannot be read.
 * @param draftId - What strikes their quotes; `null` when that cannot be offered.
 */
export function renderWithdrawal(
  say: Sentences,
  outcome: ChangeOutcome,
  answers: readonly PublicAnswer[] | null,
  draftId: string | null,
): View {
  const view = renderOutcome(say, outcome, { action: 'withdraw', mode: 'forced' }, [
    ...listQuotingLines(say, answers),
    ...(answers === null || answers.length === 0
      ? []
      : [draftId === null ? say.draftUnkept : say.strikeOffer]),
  ]);
  return draftId === null ? view : { ...view, rows: [listConfirmButtons(say, draftId, say.strike)] };
}

function listQuotingLines(say: Sentences, answers: readonly PublicAnswer[] | null): string[] {
  if (answers === null) return [say.quotingUnread];
  if (answers.length === 0) return [say.quotingNone];
  return [say.quoting(answers.length), ...listAnswerLinks(say, answers)];
}
