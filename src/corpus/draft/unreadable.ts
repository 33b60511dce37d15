import { Fault } from '../../core/errors.js';

/** The fault of what no article can be made of. @param reason - With or without a full stop. */
export function unreadable(reason: string, cause?: unknown): Fault {
  const detail = reason.replace(/\.$/u, '');
  return new Fault('ARTICLE_UNREADABLE', detail, { cause, facts: { detail } });
}
