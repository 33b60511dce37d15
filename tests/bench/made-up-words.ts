import type { Random } from './random.js';

/** Mandelbrot's shift: stop words are gone, so the most frequent terms left differ little. */
const SHIFT = 45;
/** The rank at which the core vocabulary ends. */
const CORE_RANKS = 2_500;
/** The exponent beyond the core; within the core it is 1. */
const TAIL_EXPONENT = 1.77;

const CORE_SPAN = Math.log((SHIFT + CORE_RANKS) / SHIFT);
const CORE_SHARE = CORE_SPAN / (CORE_SPAN + 1 / (TAIL_EXPONENT - 1));

/**
 * Draws the rank of a word, from 1, by the frequencies that words have in natural text.
 *
 * The vocabulary is infinite. The density over ranks is Zipf's law as shifted by Mandelbrot (An
 * informational theory of the statistical structure of language, 1953), with the two regimes of Gerlach
 * and Altmann (Physical Review X 3, 021006, 2013): 1 / (r + shift) in the core, and beyond it
 * 1 / (r + shift)^1.77. The vocabulary of n words then grows as Heaps' law says (Information Retrieval,
 * 1978, section 7.5), by n^(1/1.77) when n is large. Drawn by inverting the distribution function.
 *
 * The exponents are Gerlach and Altmann's. Shift and core are set so that frequencies come near to those
 * of the terms that analysis leaves of a million words of English and Swahili passages: of these the term
 * of rank 1 is 0.6 %, of rank 100 0.11 %, of rank 1,000 0.019 %; here they are 0.41, 0.13 and 0.018 %.
 */
export function drawRank(random: Random): number {
  const share = random();
  const shifted =
    share < CORE_SHARE
      ? SHIFT * Math.exp((share / CORE_SHARE) * CORE_SPAN)
      : (SHIFT + CORE_RANKS) * ((1 - share) / (1 - CORE_SHARE)) ** (-1 / (TAIL_EXPONENT - 1));
  return 1 + Math.floor(shifted - SHIFT);
}

const CONSONANTS = 'b c d f g h j k l m n p r s t v w x y z'.split(' ');
const VOWELS = 'a e i o u'.split(' ');
const SYLLABLES = CONSONANTS.flatMap((consonant) => VOWELS.map((vowel) => consonant + vowel));

/**
 * Spells the word of a rank: the rank in bijective base 100, a syllable a digit.
 *
 * Frequent words are short (Zipf's law of abbreviation): two letters up to rank 100, four up to 10,100.
 */
export function spellWord(rank: number): string {
  let word = '';
  for (let left = rank; left > 0; left = Math.floor((left - 1) / SYLLABLES.length)) {
    word = (SYLLABLES[(left - 1) % SYLLABLES.length] ?? '') + word;
  }
  return word;
}
