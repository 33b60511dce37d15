import type { IncomingMessage } from 'node:http';
import type { SentFile } from './attachments.js';

export interface RequestBody {
  /** The JSON of the body or of `payload_json`; undefined if there is none. */
  readonly json: unknown;
  readonly files: readonly SentFile[];
}

const FILE_FIELD = /^files\[(?<index>\d+)\]$/u;

/** Reads a JSON or a multipart body. @throws {SyntaxError} If the JSON is invalid. */
export async function readRequestBody(request: IncomingMessage): Promise<RequestBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  if (bytes.length === 0) return { json: undefined, files: [] };
  const contentType = request.headers['content-type'] ?? '';
  if (contentType.startsWith('multipart/form-data')) return readMultipart(bytes, contentType);
  return { json: JSON.parse(bytes.toString('utf8')), files: [] };
}

async function readMultipart(bytes: Buffer, contentType: string): Promise<RequestBody> {
  // Deprecated for servers because it reads everything into memory, which is what is wanted here.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
  const payload = form.get('payload_json');
  const files: SentFile[] = [];
  for (const [field, part] of form.entries()) {
    const index = FILE_FIELD.exec(field)?.groups?.['index'];
    if (index === undefined || typeof part === 'string') continue;
    const content = Buffer.from(await part.arrayBuffer());
    files.push({ index, name: part.name, contentType: part.type, content });
  }
  return { json: typeof payload === 'string' ? JSON.parse(payload) : undefined, files };
}
