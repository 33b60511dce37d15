import { LabelBuilder, ModalBuilder, TextInputBuilder, TextInputStyle } from 'discord.js';
import { checksum } from '../../core/hash.js';
import type { Sentences } from '../../core/sentences/sentences.js';
import { MAX_FIELD_CHARS } from '../limits.js';
import { formatEditFormId } from './form-ids.js';

export const YAML_FIELD = 'yaml';

/**
 * The form with an article's front matter.
 *
 * @param current - As it stands in the file. @param typed - What is to be mended instead, if anything.
 * @returns `null` when it is too long for a form.
 */
export function makeEditForm(
  say: Sentences,
  articleId: string,
  current: string,
  typed = current,
): ModalBuilder | null {
  if (typed.length > MAX_FIELD_CHARS) return null;
  const input = new TextInputBuilder()
    .setCustomId(YAML_FIELD)
    .setStyle(TextInputStyle.Paragraph)
    .setMaxLength(MAX_FIELD_CHARS)
    .setRequired(false);
  if (typed !== '') input.setValue(typed);
  return new ModalBuilder()
    .setCustomId(formatEditFormId(articleId, checksum(current)))
    .setTitle(say.editTitle)
    .addLabelComponents(
      new LabelBuilder().setLabel(say.editField).setDescription(say.editHint).setTextInputComponent(input),
    );
}
