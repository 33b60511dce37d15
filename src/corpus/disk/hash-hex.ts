import { hashBytes } from '../sources.js';

/** The SHA-256 of what a file holds, 64 hex digits. */
export function hashHex(bytes: Uint8Array): string {
  return Buffer.from(hashBytes(bytes)).toString('hex');
}
