const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/** 32-bit FNV-1a over UTF-16 code units (draft-eastlake-fnv), unsigned. */
export function hash32(text: string): number {
  let hash = OFFSET_BASIS;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  return hash >>> 0;
}

/** 8 lower-case hex digits that tell whether a text is still the one that was shown. */
export function checksum(text: string): string {
  return hash32(text).toString(16).padStart(8, '0');
}
