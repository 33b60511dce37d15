/** Discord's limits on a message of Components V2 (Discord API reference, "Component Reference"). */
export const MAX_COMPONENTS = 40;
const MAX_TEXT_CHARS = 4000;
/** Above this many bytes, with {@link BYTES_PER_TEXT} more for each text, Discord answers 500. */
const MAX_TEXT_BYTES = 10_170;
const BYTES_PER_TEXT = 12;
export const MAX_BUTTONS_PER_ROW = 5;
export const MAX_CHOICES = 25;
/** Of a text field of a form. */
export const MAX_FIELD_CHARS = 4000;
export const MAX_CHOICE_CHARS = 100;

const encoder = new TextEncoder();

/** Whether texts can stand together in one message. */
export function fitsMessage(texts: readonly string[]): boolean {
  const chars = texts.reduce((sum, text) => sum + text.length, 0);
  const bytes = texts.reduce((sum, text) => sum + encoder.encode(text).length + BYTES_PER_TEXT, 0);
  return chars <= MAX_TEXT_CHARS && bytes <= MAX_TEXT_BYTES;
}
