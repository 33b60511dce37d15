import { hash32 } from '../core/hash.js';
import { findString, readString } from '../core/string-table.js';
import type { KnownWord, Vocabulary } from '../core/vocabulary.js';
import { editDistance } from './edit-distance.js';
import type { FrozenVocabulary } from './freeze-vocabulary.js';
import { leastEdits, letterMask } from './letter-mask.js';
import { soundKey } from './sound-key.js';

const SPELLED = /^\p{L}[\p{L}'-]*$/u;
/** From so many letters on one edit is allowed, or two. */
const LETTERS_FOR_EDITS = [4, 7];
/** From so many letters on a word that sounds the same may be one edit farther. */
const LETTERS_FOR_SOUND = 6;
/** Shorter keys are those of too many words. */
const MIN_SOUND_CHARS = 3;
const OTHER_FIRST_LETTER = 0.5;
const SAME_SOUND = -0.5;

/** Reads a frozen vocabulary. */
export function openVocabulary(frozen: FrozenVocabulary): Vocabulary {
  const read = (number: number): KnownWord => ({
    word: readString(frozen.words, number),
    term: readString(frozen.terms, frozen.termNumbers[number] ?? 0),
    isName: frozen.areNames[number] === 1,
  });
  return {
    find: (word) => {
      const number = findString(frozen.words, word);
      return number < 0 ? undefined : read(number);
    },
    nearest: (word) => {
      const number = findNearest(frozen, word);
      return number < 0 ? undefined : read(number);
    },
  };
}

/** @returns The word's number, the more frequent one's on a tie; -1 when none is near enough. */
function findNearest({ words, lengths, letterMasks, sounds }: FrozenVocabulary, word: string): number {
  const edits = LETTERS_FOR_EDITS.filter((letters) => word.length >= letters).length;
  if (edits === 0 || !SPELLED.test(word)) return -1;
  const extra = word.length >= LETTERS_FOR_SOUND ? 1 : 0;
  const mask = letterMask(word);
  const key = soundKey(word);
  const sound = key.length >= MIN_SOUND_CHARS ? hash32(key) : null;

  let nearest = -1;
  let leastCost = Infinity;
  for (let i = 0; i < lengths.length; i += 1) {
    const soundsSame = sounds[i] === sound;
    const max = Math.min(soundsSame ? edits + extra : edits, leastCost - SAME_SOUND);
    if (Math.abs((lengths[i] ?? 0) - word.length) > max) continue;
    if (leastEdits((letterMasks[i] ?? 0) ^ mask) > max) continue;
    const candidate = readString(words, i);
    const distance = editDistance(word, candidate, max);
    if (distance > max) continue;
    const cost =
      distance + (candidate[0] === word[0] ? 0 : OTHER_FIRST_LETTER) + (soundsSame ? SAME_SOUND : 0);
    if (cost < leastCost) [nearest, leastCost] = [i, cost];
  }
  return nearest;
}
