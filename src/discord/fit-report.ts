import { AttachmentBuilder } from 'discord.js';
import type { Sentences } from '../core/sentences/sentences.js';
import { fitsMessage, MAX_TEXT_CHARS } from './limits.js';
import { escapeText } from './markdown.js';
import type { View } from './view.js';

/**
 * Lines as a message; where they are too many, its beginning with all of them as a file.
 *
 * @param lines - Plain text, which is escaped. @param footer - Markdown.
 */
export function fitReport(say: Sentences, lines: readonly string[], footer: string, fileName: string): View {
  // No more lines than characters fit, and a reload may name many thousand articles.
  const escaped = lines.slice(0, MAX_TEXT_CHARS).map(escapeText);
  const shown = (count: number): string => escaped.slice(0, count).join('\n');
  const isShort = escaped.length === lines.length && fitsMessage([shown(lines.length), footer]);
  if (isShort) return { texts: [shown(lines.length), footer], rows: [] };
  let count = 0;
  while (count < escaped.length && fitsMessage([shown(count + 1), say.restInFile(lines.length), footer])) {
    count += 1;
  }
  return {
    texts: [...(count === 0 ? [] : [shown(count)]), say.restInFile(lines.length - count), footer],
    rows: [],
    files: [new AttachmentBuilder(Buffer.from(lines.join('\n')), { name: fileName })],
  };
}
