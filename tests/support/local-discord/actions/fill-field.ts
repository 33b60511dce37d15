import { ComponentType } from 'discord.js';
import type { FormField } from '../form-fields.js';
import type { Json } from '../json.js';
import type { LocalMember } from '../member.js';
import { checkSelection, chooseEntities } from './check-selection.js';
import type { Choosing, Entity } from './resolve-entity.js';
import type { Upload } from './stage.js';

/** A text or a choice, several choices, a checkbox state, files, people, or the ids of channels or roles. */
export type FieldValue = boolean | string | readonly LocalMember[] | readonly Upload[] | readonly string[];

const MAX_TEXT_CHARS = 4000;

/**
 * Returns a field of a form as a client sends it.
 *
 * @param value - If absent, the field stays as it opened.
 * @throws If a client would not send this value.
 */
export function fillField(choosing: Choosing, field: FormField, value: FieldValue | undefined): Json {
  const { type, id, custom_id } = field.component;
  return { type, id, custom_id, ...readField(choosing, field, value ?? field.initial) };
}

function readField(choosing: Choosing, field: FormField, value: FieldValue): Json {
  switch (field.component['type']) {
    case ComponentType.TextInput:
      return { value: readText(field, value) };
    case ComponentType.Checkbox:
      return { value: typeof value === 'boolean' ? value : refuse(field, 'takes true or false') };
    case ComponentType.RadioGroup:
      return { value: readRadio(field, value) };
    case ComponentType.StringSelect:
    case ComponentType.CheckboxGroup:
      return { values: readChoices(field, value) };
    default:
      return { values: readEntities(choosing, field, value) };
  }
}

function refuse({ customId }: FormField, why: string): never {
  throw new Error(`the field ${customId} ${why}`);
}

function readText(field: FormField, value: FieldValue): string {
  if (typeof value !== 'string') return refuse(field, 'takes a text');
  if (value === '') return field.required ? refuse(field, 'is required') : value;
  const min = Number(field.component['min_length'] ?? 0);
  const max = Number(field.component['max_length'] ?? MAX_TEXT_CHARS);
  const fits = value.length >= min && value.length <= max;
  return fits ? value : refuse(field, `takes ${min} to ${max} characters`);
}

function readRadio(field: FormField, value: FieldValue): string | null {
  if (value === '') return field.required ? refuse(field, 'is required') : null;
  if (typeof value !== 'string') return refuse(field, 'takes one value');
  checkSelection(field.component, [value]);
  return value;
}

function readChoices(field: FormField, value: FieldValue): readonly string[] {
  const values = Array.isArray(value) ? value.map(String) : refuse(field, 'takes a list of values');
  if (values.length === 0) return field.required ? refuse(field, 'is required') : values;
  const isGroup = field.component['type'] === ComponentType.CheckboxGroup;
  const bounds = isGroup ? { max_values: field.options.length, ...field.component } : field.component;
  checkSelection(bounds, values);
  return values;
}

function readEntities(choosing: Choosing, field: FormField, value: FieldValue): readonly string[] {
  if (!Array.isArray(value)) return refuse(field, 'takes a list');
  if (value.length === 0) return field.required ? refuse(field, 'is required') : [];
  return chooseEntities(choosing, field.component, value as readonly Entity[]);
}
