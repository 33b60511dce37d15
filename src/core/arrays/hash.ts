const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/** Returns the unsigned 32-bit FNV-1a hash over UTF-16 code units (draft-eastlake-fnv). */
export function hash32(text: string): number {
  let hash = OFFSET_BASIS;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  return hash >>> 0;
}

/** Returns 8 lower-case hex digits that reveal whether a text has changed since it was shown. */
export function checksum(text: string): string {
  return hash32(text).toString(16).padStart(8, '0');
}
