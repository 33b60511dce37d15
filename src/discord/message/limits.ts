/** Discord's limits on messages of Components V2 and on forms (Discord API reference, "Component Reference"). */

export const MAX_COMPONENTS = 40;
const MAX_TEXT_CHARS = 4000;
/** Discord answers 500 above this many bytes of UTF-8, with {@link BYTES_PER_TEXT} added for each text. */
const MAX_TEXT_BYTES = 10_170;
const BYTES_PER_TEXT = 12;
export const MAX_BUTTONS_PER_ROW = 5;
export const MAX_CHOICES = 25;
/** The most characters of a text input in a form. */
export const MAX_FIELD_CHARS = 4000;
export const MAX_CHOICE_CHARS = 100;

const encoder = new TextEncoder();

/** Returns true if the texts fit together in one message. */
export function fitsMessage(texts: readonly string[]): boolean {
  const chars = texts.reduce((sum, text) => sum + text.length, 0);
  const bytes = texts.reduce((sum, text) => sum + encoder.encode(text).length + BYTES_PER_TEXT, 0);
  return chars <= MAX_TEXT_CHARS && bytes <= MAX_TEXT_BYTES;
}
