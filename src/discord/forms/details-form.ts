import { LabelBuilder, ModalBuilder, TextInputBuilder, TextInputStyle } from 'discord.js';
import type { DraftFacts } from '../../core/desk.js';
import type { Sentences } from '../../core/sentences/sentences.js';
import type { TypedFacts } from '../desk/prepared.js';
import { formatDetailsFormId } from './form-ids.js';

type Fact = keyof DraftFacts;

/** The fields in their order, with the most characters that each takes. */
export const DETAIL_FIELDS = [
  ['title', 300],
  ['outlet', 80],
  ['published', 10],
  ['url', 2000],
  ['caution', 300],
] as const satisfies readonly (readonly [Fact, number])[];

/** The form with the details of an article that is to be added. */
export function makeDetailsForm(say: Sentences, draftId: string, facts: TypedFacts): ModalBuilder {
  const labels = DETAIL_FIELDS.map(([fact, most]) => {
    const input = new TextInputBuilder()
      .setCustomId(fact)
      .setStyle(TextInputStyle.Short)
      .setMaxLength(most)
      .setRequired(false);
    const value = facts[fact].slice(0, most);
    if (value !== '') input.setValue(value);
    const label = new LabelBuilder().setLabel(say.details[fact]).setTextInputComponent(input);
    return fact === 'published' ? label.setDescription(say.dateHint) : label;
  });
  return new ModalBuilder()
    .setCustomId(formatDetailsFormId(draftId))
    .setTitle(say.detailsTitle)
    .addLabelComponents(...labels);
}

/** Facts as a form shows them; what is unknown is blank. */
export function writeFacts(facts: DraftFacts): TypedFacts {
  return {
    title: facts.title ?? '',
    outlet: facts.outlet ?? '',
    published: facts.published ?? '',
    url: facts.url ?? '',
    caution: facts.caution ?? '',
  };
}
