import type { Pin } from '../../core/state.js';
import type { InteractionContext } from '../command.js';

/** Puts into the audit log that a question was pinned or taken off. @returns Whether it could be kept. */
export function recordPin(
  { services, now }: InteractionContext,
  by: string,
  action: 'pin' | 'unpin',
  { question, articleId }: Pin,
): Promise<boolean> {
  const { revision } = services.loaded().corpus.summary;
  const corpus = { from: revision, to: revision };
  return services.audit.record({ at: now(), by, action, subject: articleId, note: question, ...corpus });
}
