import type { ComponentType } from 'discord.js';
import type { Json } from '../json.js';
import { isRecord } from '../json.js';
import type { Choosing, Entity } from './resolve-entity.js';
import { COMPONENT_ENTITIES, resolveEntity } from './resolve-entity.js';

/** @throws If a client would not let these values be chosen. */
export function checkSelection(select: Json, values: readonly string[]): void {
  const options = Array.isArray(select['options']) ? select['options'].filter(isRecord) : [];
  const unknown = values.find((value) => options.every((option) => option['value'] !== value));
  if (unknown !== undefined) throw new Error(`the list offers no ${unknown}`);
  if (new Set(values).size < values.length) throw new Error('a value is chosen twice');
  checkCount(select, values.length);
}

function checkCount(select: Json, count: number): void {
  const min = Number(select['min_values'] ?? 1);
  const max = Number(select['max_values'] ?? 1);
  if (count < min || count > max) throw new Error(`the list takes ${min} to ${max} values`);
}

/** Returns the ids of chosen people, roles or channels, or of uploads. @throws As {@link checkSelection}. */
export function chooseEntities(choosing: Choosing, select: Json, chosen: readonly Entity[]): string[] {
  checkCount(select, chosen.length);
  const kinds = COMPONENT_ENTITIES[select['type'] as ComponentType] ?? [];
  const channelTypes = Array.isArray(select['channel_types']) ? select['channel_types'] : [];
  return chosen.map((one) => {
    const id = resolveEntity(choosing, kinds, one, channelTypes);
    if (id === null) throw new Error(`the list offers no ${typeof one === 'string' ? one : one.name}`);
    return id;
  });
}
