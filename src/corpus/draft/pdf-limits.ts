import { constants, inflateSync } from 'node:zlib';
import { complain, type Complaint } from '../../core/complaint.js';
import { describeError } from '../../core/describe-error.js';

export const MAX_PDF_PAGES = 60;
/** What all streams of a file may unpack to. */
const MAX_UNPACKED_BYTES = 100 * 1024 * 1024;
/** A stream may be packed more than once. */
const MAX_LAYERS = 3;
const STREAM = /(?<!end)stream\r?\n/gu;
/** RFC 1950: the usual window and a check that is right. */
const ZLIB_START = 0x78;

/** Why unpacking a PDF would take too much memory; `null` when it would not. */
export function describePdfExcess(bytes: Uint8Array): Complaint | null {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = source.toString('latin1');
  let left = MAX_UNPACKED_BYTES;
  for (const { index, 0: mark } of text.matchAll(STREAM)) {
    const start = index + mark.length;
    const end = text.indexOf('endstream', start);
    left -= measure(source.subarray(start, end < 0 ? undefined : end), left, MAX_LAYERS);
    if (left < 0) return complain('PDF_TOO_LARGE');
  }
  return null;
}

/** Bytes that a stream unpacks to; more than `most` for one that goes beyond. */
function measure(stream: Buffer, most: number, layers: number): number {
  if (stream[0] !== ZLIB_START || layers === 0) return 0;
  try {
    const options = { maxOutputLength: Math.max(1, most), finishFlush: constants.Z_SYNC_FLUSH };
    const unpacked = inflateSync(stream, options);
    return unpacked.length + measure(unpacked, most - unpacked.length, layers - 1);
  } catch (error) {
    // What is broken is for the reader to tell.
    return describeError(error) === 'ERR_BUFFER_TOO_LARGE' ? most + 1 : 0;
  }
}
