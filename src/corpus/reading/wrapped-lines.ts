/** Tells lines that were wrapped to fit a width from lines that stand for themselves. */

import { endsSentence } from './text.js';

/**
 * Joins the wrapped lines of a paragraph by spaces and keeps the line ends of items, rows, verse and speeches.
 *
 * Lines are wrapped if each ends a sentence, or if one begins in lower case and they are neither short items nor
 * verse. Lines that all begin with capitals or digits are wrapped only if none could have held the first word of the
 * next and the last ends a sentence.
 *
 * @param lines - Clean, none empty.
 */
export function joinWrappedLines(lines: readonly string[]): string {
  const groups: string[][] = [];
  for (const line of lines) {
    if (groups.length === 0 || BEGINS_ITEM.test(line)) groups.push([line]);
    else groups.at(-1)?.push(line);
  }
  return groups.map((group) => group.join(isWrapped(group) ? ' ' : '\n')).join('\n');
}

/** A bullet, a number, a time of day, the name of a speaker in capitals, or a cell of a table. */
const BEGINS_ITEM =
  /^(?:[•·▪●◦‣∙] ?|[*–-] (?=[\p{Lu}\d])|\(?\d{1,2}[.)] |\d{1,2}:\d\d[ :–—-]|\d{1,2}\.\d\d ?[ap]\.?m\b|\p{Lu}[\p{Lu} .'’-]{0,30}: |[^|]+ \| )/u;
const LOWER_CASE = /^["'“‘(]?\p{Ll}/u;
const PAUSE = /[,;:.!?…—–-]["'”’)]*$/u;
/** Wrapped lines that all begin with a capital or a digit are not narrower than this. */
const MIN_WIDTH_CHARS = 30;
/** Items and verse seldom are wider. */
const WIDE_CHARS = 60;

function isWrapped(lines: readonly string[]): boolean {
  const unfinished = lines.slice(0, -1).filter((line) => !endsSentence(line)).length;
  if (unfinished === 0) return true;
  const width = Math.max(...lines.map(({ length }) => length));
  const isFinished = endsSentence(lines.at(-1) ?? '');
  if (lines.slice(1).some((line) => LOWER_CASE.test(line))) {
    if (lines.length < 3 || width >= WIDE_CHARS) return true;
    const isVerse = lines.every((line) => PAUSE.test(line));
    const isList = width < MIN_WIDTH_CHARS && !lines.some((line) => PAUSE.test(line));
    return !isVerse && !isList;
  }
  return isFinished && width >= (unfinished === 1 ? MIN_WIDTH_CHARS : WIDE_CHARS) && areFull(lines, width);
}

/** True if no line could have held the first word of the next. */
function areFull(lines: readonly string[], width: number): boolean {
  return lines.slice(1).every((line, i) => {
    const [word = ''] = line.split(' ', 1);
    return (lines[i]?.length ?? 0) + 1 + word.length > width;
  });
}
