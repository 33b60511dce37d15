import { decodeFile } from '../decode-file.js';
import { detectFormat } from '../source-file.js';

/**
 * The text of a file, from which its bytes can be made again: a byte order mark stays. Only a page in another
 * encoding than UTF-8 changes its bytes, and is read the same.
 *
 * @returns `null` for bytes that are no text.
 */
export function decodeText(file: string, bytes: Uint8Array): string | null {
  const decoded = decodeFile(bytes, detectFormat(file) === 'html');
  if (decoded.kind !== 'text') return null;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return Buffer.compare(Buffer.from(text), bytes) === 0 ? text : decoded.text;
}
