/** Rewrites texts and finds the place of each part in the original. */

import type { Span } from '../core/model/article.js';

/** A replacement that changes the length. */
interface Edit {
  readonly before: Span;
  readonly after: Span;
}

/** A rewritten text; lengths and offsets are UTF-16 units. */
export interface Rewritten {
  readonly text: string;
  /** Finds where a part of {@link text} stood before; what was deleted at its edges is left out. */
  locate(span: Span): Span;
}

/** Rewrites a text from its start to its end. */
export class Rewriter implements Rewritten {
  readonly #before: string;
  readonly #edits: Edit[] = [];
  #written = '';
  #at = 0;

  /** @param before - The text to rewrite. */
  constructor(before: string) {
    this.#before = before;
  }

  /** The text so far, and the rest as it was. */
  get text(): string {
    return this.#written + this.#before.slice(this.#at);
  }

  /** The length of what is written before `offset` of the original, which must not lie before the last edit. */
  lengthAt(offset: number): number {
    return this.#written.length + offset - this.#at;
  }

  /** Replaces a part of the original that begins where the last one ended, or later. */
  replace(start: number, end: number, by: string): void {
    this.#written += this.#before.slice(this.#at, start);
    const after = { start: this.#written.length, end: this.#written.length + by.length };
    this.#written += by;
    this.#at = end;
    if (end - start !== by.length) this.#edits.push({ before: { start, end }, after });
  }

  locate({ start, end }: Span): Span {
    if (this.#edits.length === 0) return { start, end };
    const first = this.#lastEdit((after) => after.start <= start && after.end > after.start);
    const last = this.#lastEdit((after) => after.start < end);
    return {
      start: locateStart(
        first,
        start,
        this.#lastEdit((after) => after.end <= start),
      ),
      end:
        last === undefined
          ? end
          : end <= last.after.end
            ? last.before.end
            : end - last.after.end + last.before.end,
    };
  }

  #lastEdit(holds: (after: Span) => boolean): Edit | undefined {
    return this.#edits.findLast(({ after }) => holds(after));
  }
}

function locateStart(around: Edit | undefined, start: number, past: Edit | undefined): number {
  if (around && start < around.after.end) return around.before.start;
  return past ? start - past.after.end + past.before.end : start;
}

/** Replaces every match of a pattern. */
export function rewriteAll(text: string, pattern: RegExp, replacement: (match: string) => string): Rewritten {
  const rewriter = new Rewriter(text);
  for (const match of text.matchAll(pattern)) {
    const by = replacement(match[0]);
    if (by !== match[0]) rewriter.replace(match.index, match.index + match[0].length, by);
  }
  return rewriter;
}
