const APOSTROPHES = /[‘’ʼ`´]/gu;
const QUOTATION_MARKS = /[“”„«»]/gu;
const BEYOND_ASCII = /[^\0-\x7F]/gu;

/**
 * A text with plain letters for accented ones and straight marks for curly ones, which wink-nlp does not
 * know as parts of words. Every offset stays what it was.
 */
export function foldText(text: string): string {
  return text.replace(APOSTROPHES, "'").replace(QUOTATION_MARKS, '"').replace(BEYOND_ASCII, foldCharacter);
}

function foldCharacter(character: string): string {
  const base = character.normalize('NFKD').replace(/\p{M}/gu, '');
  return base.length === character.length ? base : character;
}
