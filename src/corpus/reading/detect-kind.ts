import { detectFormat, type Format } from './format.js';
import { readFrontMatter } from './front-matter.js';

/** The kinds of input that a draft can be made from. */
type DraftKind = Format | 'pdf';

/** A file as received, before its kind is known. */
export interface RawFile {
  /** `''` for none. */
  readonly name: string;
  /** As the sender states it, with or without parameters; `null` if absent. */
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
 * Detects a file's kind: PDF by its first bytes, HTML by its content type or first bytes, the others by name and
 * then by content type.
 *
 * @returns `null` if no reader supports the file.
 */
export function detectKind({ name, contentType, bytes }: RawFile): DraftKind | null {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (PDF.test(head)) return 'pdf';
  if (TYPES[type] === 'html' || HTML.test(head.replace(/^ï»¿/u, ''))) return 'html';
  const named = detectFormat(name);
  // A file declared as a PDF that lacks the signature of one cannot be read as one.
  const kind = named === 'text' ? null : (named ?? TYPES[type] ?? null);
  if (kind !== null && kind !== 'pdf') return kind;
  const isText = named === 'text' || type === '' || type.startsWith('text/');
  return isText && !bytes.includes(0) ? detectTextKind(head) : null;
}

/** Treats text that begins like a Markdown article as Markdown, whatever its name. */
function detectTextKind(head: string): Format {
  const start = head.replaceAll('\r\n', '\n').replace(/^ï»¿/u, '');
  const { entries } = readFrontMatter(start);
  return entries.length > 0 || HEADING.test(start) ? 'markdown' : 'text';
}
