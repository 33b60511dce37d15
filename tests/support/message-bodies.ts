import { MessageFlags } from 'discord.js';

export const V2 = MessageFlags.IsComponentsV2;

/** Makes a first response with this data. */
export const reply = (data: object) => ({ type: 4, data: { allowed_mentions: { parse: [] }, ...data } });
export const v2 = (components: object[]) => reply({ flags: V2, components });
export const textOf = (content: string) => ({ type: 10, content });
export const buttonOf = (fields: object = {}) => ({
  type: 2,
  style: 2,
  label: 'x',
  custom_id: 'x',
  ...fields,
});
export const linkOf = (chars: number) => {
  const start = 'https://example.org/';
  return { type: 2, style: 5, label: 'x', url: start + 'x'.repeat(chars - start.length) };
};
export const rowOf = (...components: object[]) => ({ type: 1, components });
export const buttons = (count: number) =>
  Array.from({ length: count }, (_, i) => buttonOf({ custom_id: `x${i}` }));
export const fields = (count: number, value = 'v') =>
  Array.from({ length: count }, () => ({ name: 'n', value }));
export const selectOf = (length: number, field: object = {}) => ({
  ...{ type: 3, custom_id: 's', ...field },
  options: Array.from({ length }, (_, i) => ({ label: `l${i}`, value: `v${i}` })),
});
export const inputOf = (i = 0) => ({
  type: 18,
  label: 'l',
  component: { type: 4, custom_id: `i${i}`, style: 1 },
});
export const modalOf = (data: object) => ({
  type: 9,
  data: { custom_id: 'm', title: 't', components: [inputOf()], ...data },
});
export const choicesOf = (count: number, name = 'n', value = 'v') => ({
  type: 8,
  data: { choices: Array.from({ length: count }, () => ({ name, value })) },
});
export const x = (count: number) => 'x'.repeat(count);
export const texts = (count: number, content: string) => Array.from({ length: count }, () => textOf(content));
/** Makes two text displays that cost 2 × 12 plus this many bytes. */
export const costly = (bytes: number) =>
  v2([textOf('ナ'.repeat(1690)), textOf('ナ'.repeat(1690) + x(bytes - 6 * 1690))]);
