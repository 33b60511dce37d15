import { ButtonStyle, type ButtonBuilder } from 'discord.js';
import type { Sentences } from '../../core/sentences/sentences.js';
import { makeButton } from '../view.js';
import { formatDraftId } from './desk-ids.js';

/** @param label - What Confirm is called here. */
export function listConfirmButtons(say: Sentences, draftId: string, label: string): ButtonBuilder[] {
  return [
    makeButton(label, formatDraftId('confirm', draftId), ButtonStyle.Danger),
    makeButton(say.cancel, formatDraftId('cancel', draftId)),
  ];
}
