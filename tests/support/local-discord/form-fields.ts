import { ComponentType } from 'discord.js';
import type { Json } from './json.js';
import { asRecord, isRecord } from './json.js';
import type { ModalBody } from './limits/modal.js';
import { normaliseComponents } from './normalise-components.js';

/** A field of a modal as a member sees it. */
export interface FormField {
  readonly customId: string;
  readonly label: string;
  /** The text below the label; `''` for none. */
  readonly description: string;
  readonly required: boolean;
  /** The initial value: a text, a checkbox state, the chosen value (`''` for none) or values. */
  readonly initial: boolean | string | readonly string[];
  /** The values on offer; `[]` if there is no list. */
  readonly options: readonly string[];
  readonly component: Json;
}

/** Returns the components of a modal as Discord numbers them. */
export function numberForm({ components }: ModalBody): Json[] {
  return normaliseComponents(components, () => undefined);
}

/** Returns the fields of a numbered modal in reading order. */
export function findFields(components: readonly Json[]): FormField[] {
  return components.flatMap((part) => {
    if (part['type'] === ComponentType.TextDisplay) return [];
    if (part['type'] === ComponentType.Label) return [toField(asRecord(part['component']), part)];
    return (part['components'] as Json[]).map((input) => toField(input, input));
  });
}

function toField(component: Json, labelled: Json): FormField {
  const { label, description } = labelled;
  return {
    customId: String(component['custom_id']),
    label: String(label),
    description: typeof description === 'string' ? description : '',
    required: component['type'] !== ComponentType.Checkbox && component['required'] !== false,
    initial: findInitial(component),
    options: listOptions(component).map(({ value }) => String(value)),
    component,
  };
}

function listOptions({ options }: Json): Json[] {
  return Array.isArray(options) ? options.filter(isRecord) : [];
}

function findInitial(component: Json): FormField['initial'] {
  const { type, value } = component;
  if (type === ComponentType.TextInput) return typeof value === 'string' ? value : '';
  if (type === ComponentType.Checkbox) return component['default'] === true;
  const chosen = listOptions(component).filter((option) => option['default'] === true);
  const values = chosen.map((option) => String(option['value']));
  return type === ComponentType.RadioGroup ? (values[0] ?? '') : values;
}
