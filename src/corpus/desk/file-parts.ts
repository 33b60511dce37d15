import { complain } from '../../core/complaint.js';
import { findFrontMatter } from '../front-matter-place.js';
import type { Format } from '../source-file.js';
import { refuseFrontMatter } from './refuse-front-matter.js';

/** The text of an article's file, as it is on the disk. */
export interface FileText {
  readonly text: string;
  readonly format: Format;
}

/** A file cut into front matter and body. */
export interface FileParts {
  /** Up to the end of the opening line; what a file without front matter would begin with. */
  readonly head: string;
  /** `''` for none. */
  readonly yaml: string;
  /** The closing line. */
  readonly tail: string;
  readonly body: string;
}

const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = /\r\n?|\n/u;

/** @throws {Fault} `FRONT_MATTER_INVALID` where front matter has no end. */
export function takeApart({ text, format }: FileText): FileParts {
  const place = findFrontMatter(text, format);
  if (place.kind === 'open') throw refuseFrontMatter([{ line: 1, complaint: complain('FRONT_MATTER_OPEN') }]);
  if (place.kind === 'closed') {
    return {
      head: text.slice(0, place.yamlStart),
      yaml: text.slice(place.yamlStart, place.yamlEnd),
      tail: text.slice(place.yamlEnd, place.bodyStart),
      body: text.slice(place.bodyStart),
    };
  }
  const mark = takeMark(text);
  const fence = `---${findLineEnd(text)}`;
  return { head: mark + fence, yaml: '', tail: fence, body: text.slice(mark.length) };
}

/** The file with other YAML, in the file's line ends; of blank YAML only the body is left where that reads the same. */
export function putTogether({ text, format }: FileText, yaml: string): string {
  const { head, tail, body } = takeApart({ text, format });
  const isBare = yaml.trim() === '' && findFrontMatter(body, format).kind === 'none';
  if (isBare) return takeMark(text) + body;
  const lineEnd = findLineEnd(text);
  const lines = yaml.split(LINE_END).join(lineEnd);
  const isEnded = lines === '' || lines.endsWith(lineEnd);
  return head + lines + (isEnded ? '' : lineEnd) + tail + body;
}

function takeMark(text: string): string {
  return text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
}

/** The first line's. */
function findLineEnd(text: string): string {
  return LINE_END.exec(text)?.[0] ?? '\n';
}
