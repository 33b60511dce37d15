import { AttachmentBuilder } from 'discord.js';
import type { Sentences } from '../core/sentences/sentences.js';
import { fitsMessage } from './limits.js';
import { escapeText } from './markdown.js';
import type { View } from './view.js';

/**
 * Lines as a message; where they are too many, its beginning with all of them as a file.
 *
 * @param lines - Plain text, which is escaped. @param footer - Markdown.
 */
export function fitReport(say: Sentences, lines: readonly string[], footer: string, fileName: string): View {
  const escaped: string[] = [];
  const shown = (count: number): string => escaped.slice(0, count).join('\n');
  // A reload may name many thousand articles: only those are escaped that may fit.
  for (const line of lines) {
    if (!fitsMessage([shown(escaped.length), footer])) break;
    escaped.push(escapeText(line));
  }
  const isShort = escaped.length === lines.length && fitsMessage([shown(lines.length), footer]);
  if (isShort) return { texts: [shown(lines.length), footer], rows: [] };
  let count = escaped.length;
  while (count > 0 && !fitsMessage([shown(count), say.restInFile(lines.length - count), footer])) count -= 1;
  return {
    texts: [...(count === 0 ? [] : [shown(count)]), say.restInFile(lines.length - count), footer],
    rows: [],
    files: [new AttachmentBuilder(Buffer.from(lines.join('\n')), { name: fileName })],
  };
}
