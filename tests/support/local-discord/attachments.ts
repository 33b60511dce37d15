import type { Json } from './json.js';
import type { MessageBody } from './limits/message.js';
import type { Problem } from './limits/problems.js';
import { problem } from './limits/problems.js';
import type { NextSnowflake } from './snowflakes.js';

/** The largest file that a bot may send where no boosts raise the limit. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** A file that came with a request. */
export interface SentFile {
  /** The n of `files[n]`. */
  readonly index: string;
  readonly name: string;
  readonly contentType: string | null;
  readonly content: Buffer;
}

export interface StoredAttachment {
  readonly id: string;
  readonly filename: string;
  /** Null if unknown. */
  readonly contentType: string | null;
  readonly description: string | null;
  readonly content: Buffer;
  readonly url: string;
}

/** The store from which attachments are served. */
export interface AttachmentShelf {
  readonly nextId: NextSnowflake;
  readonly baseUrl: string;
  readonly byId: Map<string, StoredAttachment>;
}

/** Stores a file under an address that answers a plain GET. */
export function shelve(
  shelf: AttachmentShelf,
  file: Pick<SentFile, 'content' | 'contentType' | 'name'>,
  description: string | null = null,
): StoredAttachment {
  const id = shelf.nextId();
  const filename = file.name.replaceAll(' ', '_');
  const url = `${shelf.baseUrl}/attachments/${id}/${encodeURIComponent(filename)}`;
  const stored = { ...file, id, filename, url, description };
  shelf.byId.set(id, stored);
  return stored;
}

export interface AttachmentPlan {
  readonly kept: readonly StoredAttachment[];
  readonly added: readonly (SentFile & { readonly description: string | null })[];
  readonly problems: readonly Problem[];
}

/** Plans a message's attachments after a request: without `attachments` all old ones stay, otherwise those listed. */
export function planAttachments(
  listed: MessageBody['attachments'],
  files: readonly SentFile[],
  existing: readonly StoredAttachment[],
): AttachmentPlan {
  const entries = listed ?? [];
  const describe = (file: SentFile) => {
    const entry = entries.find(({ id }) => String(id) === file.index);
    return { ...file, name: entry?.filename ?? file.name, description: entry?.description ?? null };
  };
  const ids = new Set(entries.map(({ id }) => String(id)));
  const known = new Set([...existing.map(({ id }) => id), ...files.map(({ index }) => index)]);
  return {
    kept: listed ? existing.filter(({ id }) => ids.has(id)) : existing,
    added: files.map(describe),
    problems: entries.flatMap(({ id }, i) =>
      known.has(String(id)) ? [] : [problem(['attachments', i], 'Attachment data not found')],
    ),
  };
}

export function toApiAttachment({
  id,
  filename,
  contentType,
  description,
  content,
  url,
}: StoredAttachment): Json {
  return {
    ...{ id, filename, size: content.length, url, proxy_url: url },
    ...(contentType === null ? {} : { content_type: contentType }),
    ...(description === null ? {} : { description }),
  };
}
