const INLINE = /[\\`*_[\]<~]|&(?=#?\w+;)/gu;
const LINE_START = /^(?:[#+=>-]|\d{1,9}(?=[.)]))/u;
/** Each of them may have a backslash before it (CommonMark 0.31.2, section 2.4). */
const PUNCTUATION = /[!-/:-@[-`{-~]/gu;

/** Takes the meaning off what means something in Markdown nearly everywhere; reads well. */
export function escapeMarks(line: string): string {
  return escapeStart(line.replace(INLINE, '\\$&'));
}

/** Takes the meaning off the start of a line: read alone it may be harmless, and below another one not. */
export function escapeStart(line: string): string {
  return line.replace(LINE_START, (start) => (/^\d/u.test(start) ? `${start}\\` : `\\${start}`));
}

/** Takes all meaning off a line, that of addresses included, in which a single backslash would count. */
export function escapeAll(line: string): string {
  return line.replace(PUNCTUATION, '\\$&');
}
