import type { Attachment } from 'discord.js';
import type { DraftSource } from '../../core/desk.js';

/** Of a file that an article is read from. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024;

const FETCH_TIMEOUT_MS = 20_000;

export type FetchedAttachment =
  | { readonly kind: 'fetched'; readonly source: DraftSource }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'unreachable' };

type Uploaded = Pick<Attachment, 'contentType' | 'name' | 'size' | 'url'>;

/** Gets a file that a moderator has sent to Discord. */
export async function fetchAttachment({
  contentType,
  name,
  size,
  url,
}: Uploaded): Promise<FetchedAttachment> {
  if (size > MAX_FILE_BYTES) return { kind: 'too-large' };
  const bytes = await download(url).catch(() => null);
  if (bytes === null) return { kind: 'unreachable' };
  if (bytes.length > MAX_FILE_BYTES) return { kind: 'too-large' };
  return { kind: 'fetched', source: { kind: 'file', name, contentType, bytes } };
}

/** @returns `null` when Discord no longer has it. */
async function download(url: string): Promise<Uint8Array | null> {
  const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
}
