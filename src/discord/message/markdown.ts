/** Escapes and formats text as Discord's Markdown. */

import { diffWordsWithSpace } from 'diff';

/**
 * Escapes text so that Discord shows it literally: no markup, mention, link, emoji name, timestamp, heading,
 * list, quote or subtext takes effect. Runs in linear time, and escapes some that discord.js's `escapeMarkdown`
 * leaves.
 */
export function escapeText(text: string): string {
  return text
    .replace(/[\\*_~`|<@[\]]/gu, '\\$&')
    .replace(/:(?=\S)/gu, '\\:')
    .replace(/^([^\S\n]*)([-+>#])/gmu, '$1\\$2')
    .replace(/^([^\S\n]*\d+)([.)])/gmu, '$1\\$2');
}

export function unescapeText(text: string): string {
  return text.replace(/\\([^0-9A-Za-z\s])/gu, '$1');
}

const LABEL_REPLACEMENTS: Readonly<Record<string, string>> = {
  '[': '(',
  ']': ')',
  '<': '‹',
  '>': '›',
  '`': "'",
  '|': '/',
  '\\': '/',
  '~': '-',
  '@': '＠',
  _: ' ',
  '*': '',
};

const ADDRESS = /:\/\/|\bwww\.|[\p{L}\p{N}-]\.\p{L}{2,}/iu;
const EMOJI = /[\p{Extended_Pictographic}\p{Regional_Indicator}\uFE0F\u20E3]/gu;
const EMOJI_NAME = /:([\w+-]+):/gu;

/** Matches a start that Discord takes for a heading, subtext, a quote or a list, even at the start of a label. */
const LINE_MARK = /^(?:#{1,3}|-#|>{1,3}|[-+]|\d+[.)])(?:\s|$)/u;

/**
 * Turns text into the label of a masked link. Nothing can be escaped there, so characters that would break the
 * link are replaced or dropped.
 *
 * @returns `''` if the text cannot be a label: nothing readable is left, it looks like an address, or it starts
 *   like a line of markup.
 */
export function toLinkLabel(text: string): string {
  if (ADDRESS.test(text)) return '';
  const label = text
    .replace(EMOJI, '')
    .replace(EMOJI_NAME, '$1')
    .replace(/[[\]<>`|\\~@_*]/gu, (character) => LABEL_REPLACEMENTS[character] ?? '')
    .replace(/\s+/gu, ' ')
    .trim();
  return LINE_MARK.test(label) ? '' : label;
}

/** Renders a masked link without a preview; `label` must come from {@link toLinkLabel} or be the bot's own. */
export function maskLink(label: string, url: string): string {
  return `[${label}](<${url.replace(/[\s<>()\\]/gu, encodeCharacter)}>)`;
}

/** Encodes parentheses, too, which `encodeURIComponent` leaves. */
function encodeCharacter(character: string): string {
  return character === '(' ? '%28' : character === ')' ? '%29' : encodeURIComponent(character);
}

export function bold(escaped: string): string {
  return `**${escaped}**`;
}

export function strikeThrough(escaped: string): string {
  return `~~${escaped}~~`;
}

export function quoteLines(escaped: string): string {
  return escaped.replace(/^/gmu, '> ');
}

export function small(escaped: string): string {
  return `-# ${escaped}`;
}

/** Cuts text to at most `maxChars`, ellipsis included: at a word if possible, and never inside a surrogate pair. */
export function shorten(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const end = maxChars - 2;
  const space = text.lastIndexOf(' ', end);
  return `${text.slice(0, space > 0 ? space : end).replace(/[\uD800-\uDBFF]$/, '')} …`;
}

/** Renders two versions of a text as one block quote: removed words are struck through, added words are bold. */
export function renderDifference(before: string, after: string): string {
  const pieces = diffWordsWithSpace(before, after).map(({ value, added, removed }) => {
    if (removed) return mark(value, strikeThrough);
    return added ? mark(value, bold) : escapeText(value);
  });
  return quoteLines(pieces.join(''));
}

/** Leaves surrounding spaces outside the markup, which Discord recognises only right beside a word. */
function mark(value: string, write: (escaped: string) => string): string {
  const [, before = '', text = '', after = ''] = /^(\s*)([^]*?)(\s*)$/u.exec(value) ?? [];
  return text === '' ? value : `${before}${write(escapeText(text))}${after}`;
}

const MS_PER_S = 1000;

/**
 * Renders a timestamp that Discord shows to each reader in their own time zone.
 *
 * @param at - In ms since 1970.
 * @param style - `f` for date and time, `R` for relative time.
 */
export function renderTime(at: number, style: 'f' | 'R' = 'f'): string {
  return `<t:${Math.floor(at / MS_PER_S)}:${style}>`;
}
