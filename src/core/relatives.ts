import type { KnownWord, Vocabulary } from './vocabulary.js';

const MIN_STEM_CHARS = 3;

/** Endings of a country's name and of what belongs to it, which a stemmer leaves apart. */
const ENDINGS: readonly (readonly [country: string, adjective: string])[] = [
  ['', 'n'],
  ['', 'an'],
  ['', 'ian'],
  ['', 'ese'],
  ['', 'i'],
  ['a', 'an'],
  ['a', 'ian'],
  ['e', 'ian'],
  ['y', 'ian'],
  ['o', 'ese'],
  ['o', 'an'],
  ['al', 'alese'],
  ['an', 'anese'],
  ['i', 'ian'],
  ['n', 'nian'],
  ['us', 'an'],
  ['land', 'ish'],
  ['ia', 'ish'],
];
const BOTH_WAYS = ENDINGS.flatMap(([country, adjective]) => [
  [country, adjective] as const,
  [adjective, country] as const,
]);

/**
 * Names of the corpus that differ from a word as Kenya, Kenyan and Kenyans do.
 *
 * @param word - Lower case and folded.
 */
export function listRelatives(vocabulary: Vocabulary, word: string): KnownWord[] {
  const found = new Map<string, KnownWord>();
  const singular = word.replace(/s$/u, '');
  for (const base of new Set([word, singular])) {
    for (const [from, to] of BOTH_WAYS) {
      const stem = base.slice(0, base.length - from.length);
      if (stem.length < MIN_STEM_CHARS || !base.endsWith(from)) continue;
      for (const candidate of [stem + to, `${stem}${to}s`]) {
        const known = candidate === word ? undefined : vocabulary.find(candidate);
        if (known?.isName && !found.has(known.term)) found.set(known.term, known);
      }
    }
  }
  return [...found.values()];
}
