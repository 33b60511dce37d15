import { ComponentType, InteractionType } from 'discord.js';
import { walkComponents } from '../components.js';
import type { Json } from '../json.js';
import { asRecord } from '../json.js';
import type { LocalMember } from '../member.js';
import { normaliseComponents } from '../normalise-components.js';
import { act } from './act.js';
import { checkSelection } from './components.js';
import type { InteractionResponse } from './response.js';
import type { Stage, Upload } from './stage.js';
import { upload } from './stage.js';

/** A text or a choice, several choices, a tick, files, or people. */
export type FieldValue = boolean | string | readonly LocalMember[] | readonly Upload[] | readonly string[];

/** By custom id. */
export type FieldValues = Readonly<Record<string, FieldValue>>;

/**
 * Fills in the form that an answer opened and sends it.
 *
 * @throws When the form has no such field, or when a client would not send it so.
 */
export async function submitForm(
  stage: Stage,
  member: LocalMember,
  opened: InteractionResponse,
  values: FieldValues,
): Promise<InteractionResponse> {
  const { modal, interaction } = opened;
  const components = normaliseComponents(modal.components, () => undefined);
  const ids = [...walkComponents(components)].map(({ custom_id }) => custom_id);
  const unknown = Object.keys(values).find((id) => !ids.includes(id));
  if (unknown !== undefined) throw new Error(`the form has no field ${unknown}`);
  const resolved: Json = {};
  const filled = components.map((component) => fillComponent(stage, component, values, resolved));
  const hasResolved = Object.keys(resolved).length > 0;
  return act(stage, {
    member,
    type: InteractionType.ModalSubmit,
    data: { custom_id: modal.custom_id, components: filled, ...(hasResolved ? { resolved } : {}) },
    channelId: interaction.channelId,
    source: interaction.source,
  });
}

function fillComponent(stage: Stage, component: Json, values: FieldValues, resolved: Json): Json {
  const { type, id } = component;
  if (type === ComponentType.TextDisplay) return { type, id };
  if (type === ComponentType.ActionRow) {
    const inputs = component['components'] as Json[];
    return { type, id, components: inputs.map((input) => fillField(stage, input, values, resolved)) };
  }
  return { type, id, component: fillField(stage, asRecord(component['component']), values, resolved) };
}

function fillField(stage: Stage, field: Json, values: FieldValues, resolved: Json): Json {
  const { type, id } = field;
  const customId = String(field['custom_id']);
  const sent = readField(stage, field, values[customId] ?? defaultOf(field), resolved);
  return { type, id, custom_id: customId, ...sent };
}

function defaultOf({ type, value, options, default: isTicked }: Json): FieldValue {
  if (type === ComponentType.TextInput) return typeof value === 'string' ? value : '';
  if (type === ComponentType.Checkbox) return isTicked === true;
  const chosen = Array.isArray(options)
    ? options.map(asRecord).filter((option) => option['default'] === true)
    : [];
  const chosenValues = chosen.map((option) => String(option['value']));
  return type === ComponentType.RadioGroup ? (chosenValues[0] ?? '') : chosenValues;
}

function readField(stage: Stage, field: Json, value: FieldValue, resolved: Json): Json {
  switch (field['type']) {
    case ComponentType.TextInput:
      return { value: readText(field, value) };
    case ComponentType.Checkbox:
      return { value: value === true };
    case ComponentType.RadioGroup:
      return { value: readRadio(field, value) };
    case ComponentType.StringSelect:
    case ComponentType.CheckboxGroup:
      return { values: readChoices(field, value) };
    default:
      return { values: readEntities(stage, field, value, resolved) };
  }
}

const isOptional = ({ required }: Json): boolean => required === false;

function refuse(field: Json, why: string): never {
  throw new Error(`the field ${String(field['custom_id'])} ${why}`);
}

function readText(field: Json, value: FieldValue): string {
  if (typeof value !== 'string') return refuse(field, 'takes a text');
  if (value === '') return isOptional(field) ? value : refuse(field, 'is required');
  const min = Number(field['min_length'] ?? 0);
  const max = Number(field['max_length'] ?? 4000);
  const fits = value.length >= min && value.length <= max;
  return fits ? value : refuse(field, `takes ${min} to ${max} characters`);
}

function readRadio(field: Json, value: FieldValue): string | null {
  if (value === '') return isOptional(field) ? null : refuse(field, 'is required');
  if (typeof value !== 'string') return refuse(field, 'takes one value');
  checkSelection(field, [value]);
  return value;
}

function readChoices(field: Json, value: FieldValue): readonly string[] {
  const values = Array.isArray(value) ? value.map(String) : refuse(field, 'takes a list of values');
  if (values.length === 0) return isOptional(field) ? values : refuse(field, 'is required');
  const { options } = field;
  const isGroup = field['type'] === ComponentType.CheckboxGroup;
  checkSelection(
    isGroup && Array.isArray(options) ? { max_values: options.length, ...field } : field,
    values,
  );
  return values;
}

function readEntities(stage: Stage, field: Json, value: FieldValue, resolved: Json): string[] {
  if (!Array.isArray(value)) return refuse(field, 'takes a list');
  const items = value as readonly (LocalMember | Upload)[];
  const max = Number(field['max_values'] ?? 1);
  if (items.length === 0 && !isOptional(field)) return refuse(field, 'is required');
  if (items.length > max) return refuse(field, `takes at most ${max}`);
  return items.map((item) => {
    const isPerson = 'user' in item;
    const { id, json } = isPerson ? { id: item.id, json: { ...item.user } } : upload(stage, item);
    const kind = isPerson ? 'users' : 'attachments';
    resolved[kind] = { ...asRecord(resolved[kind]), [id]: json };
    return id;
  });
}
