import type { DraftFacts } from '../../core/desk.js';
import { parsePartialDate } from '../../core/partial-date.js';
import type { Sentences } from '../../core/sentences/sentences.js';
import type { TypedFacts } from './prepared.js';

export type CheckedFacts =
  | { readonly kind: 'facts'; readonly facts: DraftFacts }
  /** Sentences on what cannot be taken. */
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/** Reads the details of an article as they were typed; blank means unknown. */
export function checkFacts(say: Sentences, typed: TypedFacts): CheckedFacts {
  const date = read(typed.published);
  const url = read(typed.url);
  const published = date === null ? null : parsePartialDate(date);
  const problems = [
    ...(date === null || published ? [] : [say.problems.VALUE_NO_DATE({ key: say.details.published })]),
    ...(url === null || isWebAddress(url) ? [] : [say.problems.VALUE_NO_ADDRESS({ key: say.details.url })]),
  ];
  if (problems.length > 0) return { kind: 'problems', problems };
  const { title, outlet, caution } = typed;
  const facts = { title: read(title), outlet: read(outlet), published, url, caution: read(caution) };
  return { kind: 'facts', facts };
}

function read(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:\/\//iu.test(text);
}
