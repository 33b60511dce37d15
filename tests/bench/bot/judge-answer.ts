import { ENGLISH as say } from '../../../src/core/locales/english.js';
import type { LiveMessage } from '../../support/local-discord/index.js';

/** The kind of a message: `quote` and `refusal` are answers, `wrong` is a fault or anything else. */
export type Verdict = 'quote' | 'refusal' | 'wrong';

/** Classifies the answer to a question by what a member sees of it. */
export function judgeAnswer({ text, buttons }: Pick<LiveMessage, 'buttons' | 'text'>): Verdict {
  if (text.includes(say.nothingFound)) return 'refusal';
  const hasContext = buttons.some(({ label }) => label === say.context(1));
  return hasContext && /^> /mu.test(text) ? 'quote' : 'wrong';
}
