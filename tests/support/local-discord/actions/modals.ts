import { ComponentType, InteractionType } from 'discord.js';
import type { FormField } from '../form-fields.js';
import { findFields, numberForm } from '../form-fields.js';
import type { Json } from '../json.js';
import { asRecord } from '../json.js';
import type { LocalMember } from '../member.js';
import { act } from './act.js';
import type { FieldValue } from './fill-field.js';
import { fillField } from './fill-field.js';
import type { Choosing } from './resolve-entity.js';
import type { InteractionResponse } from './response.js';
import type { Stage } from './stage.js';

/** Keyed by custom id or label; fields that are left out stay as the form opened. */
export type FieldValues = Readonly<Record<string, FieldValue>>;

/**
 * Fills in the modal that a response opened, and submits it.
 *
 * @throws If the modal opened for another member, has no such field, or a client would not send these values.
 */
export async function submitForm(
  stage: Stage,
  member: LocalMember,
  opened: InteractionResponse,
  values: FieldValues,
): Promise<InteractionResponse> {
  const { modal, interaction } = opened;
  if (member.id !== interaction.member.id) throw new Error(`the form did not open for ${member.name}`);
  const form = numberForm(modal);
  const fields = findFields(form);
  const byId = matchFields(fields, values);
  const choosing: Choosing = { stage, member, resolved: {} };
  const filled = new Map(
    fields.map((field) => [field.component, fillField(choosing, field, byId.get(field.customId))]),
  );
  const hasResolved = Object.keys(choosing.resolved).length > 0;
  return act(stage, {
    member,
    type: InteractionType.ModalSubmit,
    data: {
      custom_id: modal.custom_id,
      components: form.map((part) => fillPart(part, filled)),
      ...(hasResolved ? { resolved: choosing.resolved } : {}),
    },
    channelId: interaction.channelId,
    source: interaction.source,
    trigger: interaction,
  });
}

/** Maps the values to custom ids. @throws If one names no field, or a field is named twice. */
function matchFields(fields: readonly FormField[], values: FieldValues): ReadonlyMap<string, FieldValue> {
  const byId = new Map<string, FieldValue>();
  for (const [name, value] of Object.entries(values)) {
    const field = fields.find(({ customId }) => customId === name) ?? findByLabel(fields, name);
    if (byId.has(field.customId)) throw new Error(`the field ${name} is filled in twice`);
    byId.set(field.customId, value);
  }
  return byId;
}

function findByLabel(fields: readonly FormField[], name: string): FormField {
  const [field, another] = fields.filter(({ label }) => label === name);
  if (!field) throw new Error(`the form has no field ${name}`);
  if (another) throw new Error(`the form has several fields ${name}`);
  return field;
}

function fillPart(part: Json, filled: ReadonlyMap<Json, Json>): Json {
  const { type, id } = part;
  if (type === ComponentType.TextDisplay) return { type, id };
  if (type === ComponentType.Label) return { type, id, component: filled.get(asRecord(part['component'])) };
  return { type, id, components: (part['components'] as Json[]).map((one) => filled.get(one)) };
}
