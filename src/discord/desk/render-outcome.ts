import type { ChangeOptions, ChangeOutcome } from '../../core/change-corpus.js';
import { describeChange, describeRevisions } from '../../core/describe-corpus.js';
import type { Sentences } from '../../core/sentences/sentences.js';
import type { CorpusAction } from '../../core/state.js';
import { fitReport } from '../fit-report.js';
import { bold, small } from '../markdown.js';
import type { View } from '../view.js';
import { listConfirmButtons } from './confirm-buttons.js';

/** What a moderator asked for, as far as its report depends on it. */
export interface Asked {
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

/**
 * A change that waits for Confirm.
 *
 * @param draftId - `null` when it could not be kept, so that it cannot be confirmed.
 */
export function renderHeld(
  say: Sentences,
  outcome: ChangeOutcome,
  asked: Asked,
  draftId: string | null,
): View {
  if (draftId === null) return renderOutcome(say, outcome, asked, [say.draftUnkept]);
  return { ...renderOutcome(say, outcome, asked), rows: [listConfirmButtons(say, draftId, say.confirm)] };
}

/** @param reason - Markdown. @param draftId - Of what can be tried again; `null` for nothing. */
export function renderChangeFailure(
  say: Sentences,
  action: CorpusAction,
  reason: string,
  draftId: string | null,
): View {
  const heading = action === 'reload' ? say.reloadFailed : say.changeFailed;
  const rows = draftId === null ? [] : [listConfirmButtons(say, draftId, say.confirm)];
  return { texts: [`${bold(heading)}\n${reason}`], rows };
}
