/** Cleans, cuts and tests plain text. */

const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/gu;
/**
 * Control characters except tab and line ends, soft hyphen, zero-width space, word joiner, byte order mark, direction
 * marks and overrides.
 */
const INVISIBLE =
  /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;
/** Without the flag `u`, halves of pairs match, too: a fast test that most texts have none. */
const SURROGATES = /[\uD800-\uDFFF]/;
const LONE_SURROGATES = /\p{Cs}/gu;
const BLANKS = /[\p{Zs}\t]+/gu;
/** A blank other than a single space: most lines have none. */
const UNEVEN = /[^\S ]| {2}/u;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Splits text at every kind of line end and does not clean it otherwise. */
export function splitLines(text: string): string[] {
  return text.replace(LINE_ENDS, '\n').split('\n');
}

/**
 * Normalises to NFC and `\n` line ends and removes invisible characters, except joiners, which shape letters and
 * emoji.
 */
export function cleanCharacters(text: string): string {
  const visible = text.replace(LINE_ENDS, '\n').replace(INVISIBLE, '');
  const wellFormed = SURROGATES.test(visible) ? visible.replace(LONE_SURROGATES, '\uFFFD') : visible;
  return wellFormed.normalize('NFC');
}

/**
 * Cleans characters, reduces blanks to single spaces, trims lines and drops blank ones; `''` if nothing visible is
 * left.
 */
export function cleanLines(text: string): string {
  const lines = cleanCharacters(text)
    .split('\n')
    .map((line) => (UNEVEN.test(line) ? line.replace(BLANKS, ' ') : line).trim())
    .filter((line) => VISIBLE.test(line));
  return lines.join('\n');
}

/** Like {@link cleanLines}, with the lines joined by spaces. */
export function cleanLine(text: string): string {
  return cleanLines(text).replaceAll('\n', ' ');
}

/** Cuts `text` between words to at most `maxChars` UTF-16 units, ellipsis included; returns shorter text as is. */
export function shortenLine(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const cut = text.slice(0, maxChars);
  const space = cut.lastIndexOf(' ');
  const end = space > 0 ? space : maxChars - 1;
  return `${cut
    .slice(0, end)
    .replace(LONE_SURROGATES, '')
    .replace(/[\s,;:–—-]+$/u, '')}…`;
}

const FULL_STOP = /(?<!\.\.)[.。।۔]["'”’»)\]]*$/u;
const SENTENCE_END = /[.!?…。।۔؟！？]["'”’»)\]]*$/u;

/** True if `text` ends like a statement; three dots are not a full stop. */
export function endsInFullStop(text: string): boolean {
  return FULL_STOP.test(text);
}

/** True if `text` ends like any kind of sentence. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text);
}

export function countWords(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}
