import { LabelBuilder, ModalBuilder, TextInputBuilder, TextInputStyle } from 'discord.js';
import type { Sentences } from '../../core/sentences/sentences.js';
import { MAX_FIELD_CHARS } from '../limits.js';
import { PASTE_FORM_ID } from './form-ids.js';

/** The parts of a pasted article, in their order. */
export const PASTE_FIELDS = ['part1', 'part2', 'part3', 'part4'] as const;

/** The form that an article is pasted into. */
export function makePasteForm(say: Sentences): ModalBuilder {
  const labels = PASTE_FIELDS.map((field, i) =>
    new LabelBuilder().setLabel(say.pasteField(i + 1)).setTextInputComponent(
      new TextInputBuilder()
        .setCustomId(field)
        .setStyle(TextInputStyle.Paragraph)
        .setMaxLength(MAX_FIELD_CHARS)
        .setRequired(i === 0),
    ),
  );
  return new ModalBuilder()
    .setCustomId(PASTE_FORM_ID)
    .setTitle(say.pasteTitle)
    .addLabelComponents(...labels);
}
