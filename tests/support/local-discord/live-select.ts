import { ComponentType } from 'discord.js';
import { walkComponents } from './components.js';
import type { Json } from './json.js';
import { isRecord } from './json.js';

export interface LiveSelectOption {
  readonly label: string;
  readonly value: string;
  readonly isDefault: boolean;
}

/** A select as a member sees it. */
export interface LiveSelect {
  readonly customId: string;
  /** `''` for none. */
  readonly placeholder: string;
  readonly disabled: boolean;
  /** `[]` for people, roles and channels. */
  readonly options: readonly LiveSelectOption[];
  readonly component: Json;
}

const SELECTS: ReadonlySet<unknown> = new Set([
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]);

/** Returns the selects of a message in reading order. */
export function findSelects(components: readonly unknown[]): LiveSelect[] {
  return [...walkComponents(components)].filter(({ type }) => SELECTS.has(type)).map(toSelect);
}

function toSelect(component: Json): LiveSelect {
  const { custom_id, placeholder, disabled, options } = component;
  const all = Array.isArray(options) ? options.filter(isRecord) : [];
  return {
    customId: String(custom_id),
    placeholder: typeof placeholder === 'string' ? placeholder : '',
    disabled: disabled === true,
    options: all.map(({ label, value, default: isDefault }) => {
      return { label: String(label), value: String(value), isDefault: isDefault === true };
    }),
    component,
  };
}
