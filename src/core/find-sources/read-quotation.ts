import { ELLIPSIS, QUOTE, readTokens, type Token } from './read-tokens.js';

/** A quotation as it is held against the corpus. */
export interface Quotation {
  readonly text: string;
  /** All of it, its ellipses as marks. */
  readonly tokens: readonly Token[];
  /** What stands between its ellipses, each of at least one token and none an ellipsis but in a single part. */
  readonly parts: readonly (readonly Token[])[];
  /** Texts of which an article that holds the quotation in one passage holds at least one, byte for byte. */
  readonly anchors: readonly string[];
}

/** With fewer words between two ellipses, nearly every article would hold the quotation. */
const MIN_PART_WORDS = 3;
/** A run of as many words is looked for by its halves, of which the end of a passage or line breaks only one. */
const HALVED_FROM_WORDS = 8;

/** `[T]he`: a capital of the one who quotes. */
const BRACKETED_LETTER = /(?<![\p{L}\p{N}])\[(\p{L})\](?=\p{L})/gu;
const EDGE_MARKS: ReadonlySet<string> = new Set([QUOTE, '.', ',']);

/** @returns `null` when there is no word in it. */
export function readQuotation(text: string): Quotation | null {
  const plain = text.replace(BRACKETED_LETTER, '$1');
  const tokens = readTokens(plain);
  const split = splitAtEllipses(tokens).map(trimMarks).filter(hasWord);
  if (split.length === 0) return null;
  const isSplit = split.length === 1 || split.every((part) => countWords(part) >= MIN_PART_WORDS);
  const whole = trimMarks(tokens);
  const parts = isSplit ? split : [whole];
  return { text: plain, tokens: whole, parts, anchors: findAnchors(plain, parts) };
}

/**
 * Whether an article may hold a quotation or something near it: a quick look at its text.
 *
 * @param share - Of the quotation's words that stand in it at least; 1 where all must.
 */
export function mayHold(text: string, { tokens }: Quotation, share: number): boolean {
  // Apostrophes differ in typography, and the first letter in case.
  const plain = tokens.slice(1).filter(({ text: word, isWord }) => isWord && !word.includes("'"));
  const most = (1 - share) * countWords(tokens);
  let missing = 0;
  for (const { text: word } of plain) {
    if (!text.includes(word)) missing += 1;
    if (missing > most) return false;
  }
  return true;
}

export function countWords(tokens: readonly Token[]): number {
  return tokens.reduce((count, { isWord }) => (isWord ? count + 1 : count), 0);
}

function hasWord(tokens: readonly Token[]): boolean {
  return tokens.some(({ isWord }) => isWord);
}

/** The brackets around an ellipsis go with it. */
function splitAtEllipses(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  tokens.forEach((token, i) => {
    const isOpening = '[('.includes(token.text) && tokens[i + 1]?.text === ELLIPSIS;
    const isClosing = '])'.includes(token.text) && tokens[i - 1]?.text === ELLIPSIS;
    if (token.text === ELLIPSIS) parts.push([]);
    else if (!isOpening && !isClosing) parts.at(-1)?.push(token);
  });
  return parts;
}

/** Quotation marks and a full stop or comma at an end belong to the text around. */
function trimMarks(tokens: readonly Token[]): readonly Token[] {
  const isKept = ({ text }: Token): boolean => !EDGE_MARKS.has(text) && text !== ELLIPSIS;
  return tokens.slice(tokens.findIndex(isKept), tokens.findLastIndex(isKept) + 1);
}

const PLAIN_RUN = /[\p{L}\p{M}\p{N}]+(?: [\p{L}\p{M}\p{N}]+)*/gu;

/** From the longest run of words with nothing but single spaces between. */
function findAnchors(text: string, parts: readonly (readonly Token[])[]): string[] {
  const runs = parts.flatMap((part) => {
    const printed = text.slice(part[0]?.start, part.at(-1)?.end).replace(/\s+/gu, ' ');
    // The first letter may differ in case.
    const [first = ''] = printed;
    return printed.slice(first.length).match(PLAIN_RUN) ?? [];
  });
  const longest = runs.reduce((one, other) => (other.length > one.length ? other : one), '');
  const words = longest.split(' ');
  if (words.length < HALVED_FROM_WORDS) return longest === '' ? [] : [longest];
  const middle = words.length >> 1;
  return [words.slice(0, middle).join(' '), words.slice(middle).join(' ')];
}
