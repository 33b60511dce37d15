import { decodeFile, type Decoded } from '../decode-file.js';
import { detectFormat } from '../source-file.js';

/**
 * The text of a file, from which its bytes can be made again: a byte order mark stays. Only a page in another
 * encoding than UTF-8 changes its bytes, and is read the same.
 */
export function decodeText(file: string, bytes: Uint8Array): Decoded {
  const decoded = decodeFile(bytes, detectFormat(file) === 'html');
  if (decoded.kind !== 'text') return decoded;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return Buffer.compare(Buffer.from(text), bytes) === 0 ? { kind: 'text', text } : decoded;
}
