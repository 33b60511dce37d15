/** A message as it is looked for. */
interface ReadMessage {
  /** Without markup, links and mentions; `''` when nothing else was in it. */
  readonly text: string;
  /** On one line each, at most 10, each of at least 4 words and 20 UTF-16 units, in the order of the message. */
  readonly quotations: readonly string[];
}

/** The longest message that Discord takes from anyone. */
const MAX_MESSAGE_CHARS = 4000;

/** Controls and marks of direction that a copied text brings along; joiners shape letters and stay. */
const INVISIBLE = /(?![\n\t\u200C\u200D])[\p{Cc}\p{Cf}]/gu;
const CODE_BLOCK = /```[\s\S]*?(?:```|$)/gu;
const MASKED_LINK =
  /\[((?:[^[\]\\]|\\.)+)\]\(\s*<?[a-z]+:\/\/[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*>?[^()]*\)/giu;
const BARE_LINK = /<?\bhttps?:\/\/[^\s<>"“”«»]+>?/giu;
/** Members, roles, channels, commands, guild pages, custom emoji and timestamps. */
const REFERENCE =
  /<(?:@[!&]?\d+|#\d+|\/[^<>:\n]+:\d+|id:\w+|a?:\w+:\d+|t:-?\d+(?::\w)?)>|@(?:everyone|here)\b/gu;
const LINE_MARK = /^[^\S\n]*(?:#{1,3}|-#|[-*+]|\d+\.)[^\S\n]+/gmu;
/** Longest first, so that `***` is not taken for `**` and a star. */
const PAIRED_MARKS = /(?<!\\)(?:\*{1,3}|_{2,3}|~~|\|\||`+)/gu;
const UNDERSCORES = /(?<![\p{L}\p{N}\\])_(?=\S)|(?<=\S)(?<!\\)_(?![\p{L}\p{N}])/gu;
const ESCAPE = /\\([^0-9A-Za-z\s])/gu;

/** Reads what a member wrote out of Discord's markup. */
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
  return { text: tidy(blocks.map(({ text }) => text).join('\n')), quotations: keepQuotations(quotations) };
}

/** Lines that are quoted on end, or that are not. */
interface Block {
  readonly isQuoted: boolean;
  readonly text: string;
}

/** `> ` quotes its line, `>>> ` all that follows. */
const QUOTED_LINE = /^[^\S\n]*>[^\S\n]/u;
const QUOTED_REST = /^[^\S\n]*>>>[^\S\n]?/u;

function splitBlocks(text: string): Block[] {
  const blocks: { isQuoted: boolean; lines: string[] }[] = [];
  let isRest = false;
  for (const line of text.split('\n')) {
    isRest ||= QUOTED_REST.test(line);
    const isQuoted = isRest || QUOTED_LINE.test(line);
    const bare = line.replace(QUOTED_REST, '').replace(QUOTED_LINE, '');
    const last = blocks.at(-1);
    if (last?.isQuoted === isQuoted) last.lines.push(bare);
    else blocks.push({ isQuoted, lines: [bare] });
  }
  return blocks.map(({ isQuoted, lines }) => ({ isQuoted, text: lines.join('\n') }));
}

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
 * Finds what a text quotes: spans between quotation marks within a paragraph.
 *
 * @returns In reading order, on one line each, without the marks; of nested ones the outermost.
 */
function findQuotations(text: string): string[] {
  return text
    .split(PARAGRAPH_END)
    .flatMap((paragraph) => [...paragraph.matchAll(ANY_QUOTED)])
    .map((match) => match.slice(1).find((inner: string | undefined) => inner !== undefined) ?? '');
}

/** The first ten of those that are long enough to be held against a corpus, each once. */
function keepQuotations(quotations: readonly string[]): string[] {
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
