import { AttachmentBuilder, ButtonStyle } from 'discord.js';
import type { Sentences } from '../../core/sentences/sentences.js';
import { makeButton, type View } from '../view.js';
import { formatDraftId } from './desk-ids.js';

/**
 * A front matter that was not saved, with the way back to what was typed.
 *
 * @param reason - Markdown. @param draftId - `null` when what was typed could not be kept: then it comes as a file.
 */
export function renderUnsaved(say: Sentences, reason: string, yaml: string, draftId: string | null): View {
  if (draftId === null) {
    const files = [new AttachmentBuilder(Buffer.from(yaml), { name: 'front-matter.txt' })];
    return { texts: [reason, say.typedInFile], rows: [], files };
  }
  return {
    texts: [reason],
    rows: [[makeButton(say.reopen, formatDraftId('reopen', draftId), ButtonStyle.Primary)]],
  };
}
