import type { Piece } from './page-pieces.js';

/** The shortest text that is left out because a longer one holds it. */
const MIN_CONTAINED_WORDS = 8;
/** Bounds the work on a text that says the same all over. */
const MAX_PLACES = 100;

/**
 * Keeps once what a page prints twice: of equal texts the first (of an item in a summary and
 * a paragraph the paragraph), of a text that stands in a longer one the longer one. Texts are
 * compared by their words, without case and punctuation; of few words, by every sign and only
 * with the text right before. Headings stay.
 */
export function dropRepeats(pieces: readonly Piece[]): Piece[] {
  const texts = pieces.map((piece) => ({
    piece,
    words: piece.kind === 'heading' ? [] : splitWords(piece.text),
  }));
  const places = indexOpenings(texts.map(({ words }) => words));
  return pieces.filter((piece, i) => {
    const words = texts[i]?.words ?? [];
    const others = places.get(openingOf(words, 0)) ?? [];
    return piece.kind === 'heading' || !others.some((place) => isRepeat(i, place));
  });

  function isRepeat(i: number, place: Place): boolean {
    const mine = texts[i];
    const other = texts[place.piece];
    if (!mine || !other || i === place.piece || !holds(other.words, mine.words, place.at)) return false;
    if (other.words.length > mine.words.length) return mine.words.length >= MIN_CONTAINED_WORDS;
    // Few words may well be said twice, and their signs make all the difference.
    if (mine.words.length < MIN_CONTAINED_WORDS)
      return place.piece === i - 1 && mine.piece.text === other.piece.text;
    const yields = Number(mine.piece.kind === 'item') - Number(other.piece.kind === 'item');
    return yields === 0 ? place.piece < i : yields > 0;
  }
}

/** Where a run of words begins: in which piece, at which word. */
interface Place {
  readonly piece: number;
  readonly at: number;
}

/** Places by the words that stand there: of each text its start, and every run of words that another text starts with. */
function indexOpenings(texts: readonly (readonly string[])[]): Map<string, Place[]> {
  const places = new Map<string, Place[]>(texts.map((words) => [openingOf(words, 0), []]));
  const firstWords = new Set(texts.map(([first]) => first));
  texts.forEach((words, piece) => {
    const last = Math.max(0, words.length - MIN_CONTAINED_WORDS);
    for (let at = 0; at <= last; at += 1) {
      if (!firstWords.has(words[at])) continue;
      const known = places.get(openingOf(words, at));
      if (known && known.length < MAX_PLACES) known.push({ piece, at });
    }
  });
  return places;
}

function openingOf(words: readonly string[], at: number): string {
  return words.slice(at, at + MIN_CONTAINED_WORDS).join(' ');
}

function holds(words: readonly string[], part: readonly string[], at: number): boolean {
  return part.length > 0 && part.every((word, i) => words[at + i] === word);
}

function splitWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}
