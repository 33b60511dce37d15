import { diagnose, type Problem } from '../../core/model/problem.js';

/** The text of a file, or the problem that prevents decoding it. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'undecodable'; readonly line: number | null; readonly problem: Problem };

const LINE_FEED = 0x0a;
const LAST_OF_ASCII = 0x7f;
const HTML_HEAD_BYTES = 1024;
const MAX_FRONT_MATTER_BYTES = 64 * 1024;
/** Matches bytes read as Latin-1, approximately; the page that declares its encoding begins after it. */
const FRONT_MATTER = /^(?:\xef\xbb\xbf)?\s*---[ \t]*[\r\n](?:.*?[\r\n])??---[ \t]*(?=[\r\n])/su;
const CHARSET = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w:.+-]+)/iu;
const UTF_16_MARKS = [
  [0xff, 0xfe],
  [0xfe, 0xff],
] as const;

/**
 * The characters of bytes 0x80 to 0x9F in windows-1252 (WHATWG Encoding), which Node 20 decodes to control
 * characters.
 */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const FIRST_OF_WINDOWS_1252 = 0x80;

/**
 * Decodes UTF-8, or the encoding that the server or an HTML page declares.
 *
 * @param serverCharset - Takes precedence over the page's; `null` if the server declares none.
 */
export function decodeFile(bytes: Uint8Array, isHtml: boolean, serverCharset: string | null = null): Decoded {
  if (UTF_16_MARKS.some(([a, b]) => bytes[0] === a && bytes[1] === b)) {
    return { kind: 'undecodable', line: 1, problem: diagnose('FILE_UTF_16') };
  }
  if (bytes.includes(0)) {
    return { kind: 'undecodable', line: null, problem: diagnose('FILE_BINARY') };
  }
  const charset = ignoreUnicode(serverCharset) ?? (isHtml ? findCharset(bytes) : null);
  const decoded = decodeUtf8(bytes);
  // Valid UTF-8 beyond ASCII is UTF-8, whatever the page declared before it was saved.
  const isUtf8 = decoded.kind === 'text' && bytes.some((byte) => byte > LAST_OF_ASCII);
  return charset === null || isUtf8 ? decoded : decodeDeclared(bytes, charset);
}

function findCharset(bytes: Uint8Array): string | null {
  const head = toLatin1(bytes.subarray(0, MAX_FRONT_MATTER_BYTES));
  const start = FRONT_MATTER.exec(head)?.[0].length ?? 0;
  const [, declared] =
    CHARSET.exec(head.slice(0, HTML_HEAD_BYTES)) ??
    CHARSET.exec(head.slice(start, start + HTML_HEAD_BYTES)) ??
    [];
  return ignoreUnicode(declared?.toLowerCase() ?? null);
}

function ignoreUnicode(charset: string | null): string | null {
  // Bytes without a zero are not UTF-16, whatever is declared; UTF-8 is the default.
  return charset === null || /^utf-?(?:8|16)/u.test(charset) ? null : charset;
}

function toLatin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

function decodeUtf8(bytes: Uint8Array): Decoded {
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const line = findBadLine(bytes);
    return { kind: 'undecodable', line, problem: diagnose('FILE_NOT_UTF_8') };
  }
}

function decodeDeclared(bytes: Uint8Array, charset: string): Decoded {
  try {
    const decoder = new TextDecoder(charset, { fatal: true });
    const text = decoder.decode(bytes);
    return { kind: 'text', text: decoder.encoding === 'windows-1252' ? repairWindows1252(text) : text };
  } catch {
    return { kind: 'undecodable', line: null, problem: diagnose('CHARSET_UNKNOWN', { charset }) };
  }
}

function repairWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/gu, (letter) =>
    WINDOWS_1252.charAt(letter.charCodeAt(0) - FIRST_OF_WINDOWS_1252),
  );
}

/** Decodes line by line, which is safe because a line feed is never part of a longer character. */
function findBadLine(bytes: Uint8Array): number | null {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const next = bytes.indexOf(LINE_FEED, start);
    const end = next < 0 ? bytes.length : next + 1;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
  }
  return null;
}
