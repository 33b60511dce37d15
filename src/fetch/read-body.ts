import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { refuse } from './refuse.js';

/** Low four bits of the first byte of a zlib stream (RFC 1950, CM); many servers send bare deflate. */
const ZLIB_METHOD = 8;

/**
 * Reads a response to its end, decompressed, and breaks off at the first byte too many.
 *
 * @param encoding - `content-encoding`, one at most.
 * @throws {Fault} `FETCH_REFUSED` with `too-large` or `garbled`; a system error.
 */
export async function readBody(
  body: Readable,
  encoding: string | undefined,
  maxBytes: number,
): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of await decode(body, encoding?.trim().toLowerCase() ?? '')) {
    size += chunk.length;
    if (size > maxBytes) throw refuse('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function decode(body: Readable, encoding: string): Promise<AsyncIterable<Buffer>> {
  if (encoding === '' || encoding === 'identity') return body;
  // Whoever reads the result gets the error of either stream; leaving the result ends both.
  return pipeline(body, await createDecoder(encoding, body), () => undefined);
}

async function createDecoder(encoding: string, body: Readable): Promise<Transform> {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip();
  if (encoding === 'br') return createBrotliDecompress();
  if (encoding !== 'deflate') throw refuse('garbled');
  const first = await peek(body);
  return (first & 0x0f) === ZLIB_METHOD ? createInflate() : createInflateRaw();
}

/** The first byte of a stream, which stays in it; 0 for an empty one. */
async function peek(body: Readable): Promise<number> {
  for (;;) {
    const chunk = body.read() as Buffer | null;
    if (chunk) {
      body.unshift(chunk);
      return chunk[0] ?? 0;
    }
    if (body.readableEnded) return 0;
    await new Promise<void>((resolve, reject) => {
      body.once('readable', resolve).once('error', reject);
    });
  }
}
