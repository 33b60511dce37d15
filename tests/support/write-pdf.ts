import { deflateSync } from 'node:zlib';

/** A line on a page, in points from the bottom left. */
export interface PrintedLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export interface PdfOptions {
  /** Entries of the document information dictionary, e.g. `Title`. */
  readonly info?: Readonly<Record<string, string>>;
  /** XMP. */
  readonly metadata?: string;
  /** Default true. */
  readonly isPacked?: boolean;
}

/** Writes a PDF 1.4 by hand: one font, one content stream per page, texts in Latin-1. */
export function writePdf(
  pages: readonly (readonly PrintedLine[])[],
  { info = {}, metadata, isPacked = true }: PdfOptions = {},
): Uint8Array {
  const objects: string[] = [];
  const add = (object: string): number => objects.push(object);
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  const font = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const kids = pages.map((lines) => {
    const content = add(writeStream(lines.map(writeLine).join('\n'), isPacked));
    const resources = `<< /Font << /F1 ${font} 0 R >> >>`;
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${content} 0 R /Resources ${resources} >>`,
    );
  });
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
  if (metadata !== undefined) {
    const xmp = `<< /Type /Metadata /Subtype /XML /Length ${metadata.length} >>\nstream\n${metadata}\nendstream`;
    objects[0] = `<< /Type /Catalog /Pages 2 0 R /Metadata ${add(xmp)} 0 R >>`;
  }
  const entries = Object.entries(info).map(([name, value]) => `/${name} (${escape(value)})`);
  return finish(objects, add(`<< ${entries.join(' ')} >>`));
}

/** Places lines one below the other, the first at the top; `''` leaves a line blank. */
export function printLines(
  lines: readonly string[],
  { x = 72, top = 720, size = 11, leading = 14 } = {},
): PrintedLine[] {
  return lines.map((text, i) => ({ text, x, y: top - i * leading, size })).filter(({ text }) => text !== '');
}

function writeLine({ text, x, y, size }: PrintedLine): string {
  return `BT /F1 ${size} Tf ${x} ${y} Td (${escape(text)}) Tj ET`;
}

function writeStream(content: string, isPacked: boolean): string {
  const bytes = Buffer.from(content, 'latin1');
  const packed = isPacked ? deflateSync(bytes) : bytes;
  const filter = isPacked ? ' /Filter /FlateDecode' : '';
  return `<< /Length ${packed.length}${filter} >>\nstream\n${packed.toString('latin1')}\nendstream`;
}

function escape(text: string): string {
  return text.replace(/[\\()]/gu, '\\$&');
}

function finish(objects: readonly string[], info: number): Uint8Array {
  const parts = ['%PDF-1.4\n'];
  let length = parts.join('').length;
  const offsets = objects.map((object, i) => {
    const at = length;
    const part = `${i + 1} 0 obj\n${object}\nendobj\n`;
    parts.push(part);
    length += part.length;
    return at;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(`xref\n0 ${size}\n0000000000 65535 f \n${table}`);
  parts.push(`trailer\n<< /Size ${size} /Root 1 0 R /Info ${info} 0 R >>\nstartxref\n${length}\n%%EOF`);
  return Buffer.from(parts.join(''), 'latin1');
}
