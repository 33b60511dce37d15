import type { Sentences } from '../../core/sentences/sentences.js';
import type { PublicAnswer } from '../../core/state.js';
import type { View } from '../view.js';
import { listAnswerLinks } from './list-answer-links.js';

/** What became of the public answers that quoted a withdrawn article. */
export interface StrikeReport {
  readonly struck: number;
  /** Deleted, or their channel is. */
  readonly gone: number;
  /** They quote it no longer. */
  readonly before: number;
  /** Discord did not let them be edited. */
  readonly failed: readonly PublicAnswer[];
}

export function renderStrike(
  say: Sentences,
  { struck, gone, before, failed }: StrikeReport,
  isRecorded: boolean,
): View {
  const lines = [
    say.struck(struck),
    ...(before === 0 ? [] : [say.struckBefore(before)]),
    ...(gone === 0 ? [] : [say.strikeGone(gone)]),
    ...(failed.length === 0 ? [] : [say.strikeFailed(failed.length), ...listAnswerLinks(say, failed)]),
    ...(isRecorded ? [] : [say.unrecorded]),
  ];
  return { texts: [lines.join('\n')], rows: [] };
}
