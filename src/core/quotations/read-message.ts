/** A message without its markup. */
interface ReadMessage {
  /** Without markup, links and mentions; `''` if nothing else was in it. */
  readonly text: string;
  /** At most 10, in the order of the message; each on one line, with at least 4 words and 20 UTF-16 units. */
  readonly quotations: readonly string[];
}

/** The longest message that Discord accepts from any member. */
const MAX_MESSAGE_CHARS = 4000;

/** Control and direction characters that come with copied text; joiners shape letters, so they stay. */
const INVISIBLE = /(?![\n\t\u200C\u200D])[\p{Cc}\p{Cf}]/gu;
const CODE_BLOCK = /```[\s\S]*?(?:```|$)/gu;
/** Strips Discord's markup from a message and finds its quotations. */
export function readMessage(message: string): ReadMessage {
  const visible = message
    .slice(0, MAX_MESSAGE_CHARS)
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/gu, '\n')
    .replace(INVISIBLE, '')
    .replace(CODE_BLOCK, '\n');
  const blocks = splitBlocks(visible).map(({ isQuoted, text }) => ({ isQuoted, text: readMarkup(text) }));
  const quotations = blocks.flatMap(({ isQuoted, text }) => (isQuoted ? text : findQuotations(text)));
  return { text: tidy(blocks.map(({ text }) => text).join('\n')), quotations: chooseQuotations(quotations) };
}

/** Consecutive lines that are all quoted, or all not. */
interface Block {
  readonly isQuoted: boolean;
  readonly text: string;
}

/** `> ` quotes its line, `>>> ` everything after it. */
const QUOTED_LINE = /^[^\S\n]*>[^\S\n]/u;
const QUOTED_REST = /^[^\S\n]*>>>[^\S\n]?/u;

function splitBlocks(text: string): Block[] {
  const blocks: { isQuoted: boolean; lines: string[] }[] = [];
  let isRestQuoted = false;
  for (const line of text.split('\n')) {
    isRestQuoted ||= QUOTED_REST.test(line);
    const isQuoted = isRestQuoted || QUOTED_LINE.test(line);
    const bare = line.replace(QUOTED_REST, '').replace(QUOTED_LINE, '');
    const last = blocks.at(-1);
    if (last?.isQuoted === isQuoted) last.lines.push(bare);
    else blocks.push({ isQuoted, lines: [bare] });
  }
  return blocks.map(({ isQuoted, lines }) => ({ isQuoted, text: lines.join('\n') }));
}

const MASKED_LINK =
  /\[((?:[^[\]\\]|\\.)+)\]\(\s*<?[a-z]+:\/\/[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*>?[^()]*\)/giu;
const BARE_LINK = /<?\bhttps?:\/\/[^\s<>"“”«»]+>?/giu;
/** Members, roles, channels, commands, guild pages, custom emoji and timestamps. */
const REFERENCE =
  /<(?:@[!&]?\d+|#\d+|\/[^<>:\n]+:\d+|id:\w+|a?:\w+:\d+|t:-?\d+(?::\w)?)>|@(?:everyone|here)\b/gu;
const LINE_MARK = /^[^\S\n]*(?:#{1,3}|-#|[-*+]|\d+\.)[^\S\n]+/gmu;
/** Longest first, so that `***` is not read as `**` and a star. */
const PAIRED_MARKS = /(?<!\\)(?:\*{1,3}|_{2,3}|~~|\|\||`+)/gu;
const UNDERSCORES = /(?<![\p{L}\p{N}\\])_(?=\S)|(?<=\S)(?<!\\)_(?![\p{L}\p{N}])/gu;
const ESCAPE = /\\([^0-9A-Za-z\s])/gu;

function readMarkup(text: string): string {
  return text
    .replace(MASKED_LINK, '$1')
    .replace(BARE_LINK, ' ')
    .replace(REFERENCE, ' ')
    .replace(LINE_MARK, '')
    .replace(PAIRED_MARKS, '')
    .replace(UNDERSCORES, '')
    .replace(ESCAPE, '$1');
}

function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

const MAX_QUOTATIONS = 10;
const MIN_QUOTATION_WORDS = 4;
const MIN_QUOTATION_CHARS = 20;

/** A quotation runs from an opening mark to the next closing one; an apostrophe inside a word is neither. */
const QUOTED = [
  /“([^“”]+(?:“[^“”]*”[^“”]*)*)”/u,
  /„([^„“”]+)[“”]/u,
  /«([^«»]+(?:«[^«»]*»[^«»]*)*)»/u,
  /(?<![\p{L}\p{N}])"([^"]+)"(?![\p{L}\p{N}])/u,
  /(?<![\p{L}\p{N}])‘((?:[^‘’]|’(?=[\p{L}\p{N}]))+)’(?![\p{L}\p{N}])/u,
];
const ANY_QUOTED = new RegExp(QUOTED.map(({ source }) => source).join('|'), 'gu');
const PARAGRAPH_END = /\n\s*\n/u;

/**
 * Finds the quotations in a text: spans between quotation marks within one paragraph.
 *
 * @returns In reading order, without the marks; only the outermost of nested quotations.
 */
function findQuotations(text: string): string[] {
  return text
    .split(PARAGRAPH_END)
    .flatMap((paragraph) => [...paragraph.matchAll(ANY_QUOTED)])
    .map((match) => match.slice(1).find((inner: string | undefined) => inner !== undefined) ?? '');
}

/** Puts each quotation on one line and returns the first ten that are long enough to check, without repeats. */
function chooseQuotations(quotations: readonly string[]): string[] {
  const long = quotations
    .map((quotation) => quotation.replace(/\s+/gu, ' ').trim())
    .filter(
      (quotation) => quotation.length >= MIN_QUOTATION_CHARS && countWords(quotation) >= MIN_QUOTATION_WORDS,
    );
  return [...new Set(long)].slice(0, MAX_QUOTATIONS);
}

function countWords(text: string): number {
  return text.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
