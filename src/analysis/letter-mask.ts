const BITS = 32;
const FIRST_LETTER = 97;

/** One bit a letter that the word contains, however often; letters beyond a to z share bits. */
export function letterMask(word: string): number {
  let mask = 0;
  for (let i = 0; i < word.length; i += 1) mask |= 1 << ((word.charCodeAt(i) - FIRST_LETTER) & (BITS - 1));
  return mask >>> 0;
}

/**
 * How many edits two words are apart at least: one changes two bits at most.
 *
 * @param difference - The exclusive or of their letter masks.
 */
export function leastEdits(difference: number): number {
  return Math.ceil(countBits(difference) / 2);
}

/** In parallel, by halves (Warren, Hacker's Delight, 2012, 5-1). */
function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
