import { detectFormat, type Format } from './format.js';
import { readFrontMatter } from './front-matter.js';

/** What a new article can be made of. */
type DraftKind = Format | 'pdf';

/** A file as it came, before anything is known of it. */
export interface RawFile {
  /** `''` for none. */
  readonly name: string;
  /** As the sender says, with or without parameters; `null` for none. */
  readonly contentType: string | null;
  readonly bytes: Uint8Array;
}

const HEAD_BYTES = 1024;
const PDF = /%PDF-\d/u;
const HTML = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html)[\s>]/isu;
const HEADING = /^\s*# \S/u;
const TYPES: Readonly<Record<string, DraftKind>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/markdown': 'markdown',
  'text/x-markdown': 'markdown',
  'application/pdf': 'pdf',
};

/**
 * Tells of which kind a file is: by its first signs, then its name, then what the sender says.
 *
 * @returns `null` for what no reader takes.
 */
export function detectKind({ name, contentType, bytes }: RawFile): DraftKind | null {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (PDF.test(head)) return 'pdf';
  if (TYPES[type] === 'html' || HTML.test(head.replace(/^ï»¿/u, ''))) return 'html';
  const named = detectFormat(name);
  // A PDF without the signs of one cannot be read as one.
  const kind = named === 'text' ? null : (named ?? TYPES[type] ?? null);
  if (kind !== null && kind !== 'pdf') return kind;
  const isText = named === 'text' || type === '' || type.startsWith('text/');
  return isText && !bytes.includes(0) ? detectTextKind(head) : null;
}

/** Text that begins as Markdown articles do is Markdown, whatever it is called. */
function detectTextKind(head: string): Format {
  const start = head.replaceAll('\r\n', '\n').replace(/^ï»¿/u, '');
  const { entries } = readFrontMatter(start);
  return entries.length > 0 || HEADING.test(start) ? 'markdown' : 'text';
}
