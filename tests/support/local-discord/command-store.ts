import type { Json } from './json.js';
import { asRecord, isRecord, withoutNulls } from './json.js';
import type { CommandBody, CommandOption } from './limits/command.js';
import type { NextSnowflake } from './snowflakes.js';

/** A command as Discord returns it. */
export interface StoredCommand {
  readonly id: string;
  readonly application_id: string;
  readonly version: string;
  /** 1 for slash commands, 2 and 3 for the context menus of users and messages. */
  readonly type: number;
  readonly name: string;
  readonly name_localizations: Json | null;
  readonly description: string;
  readonly description_localizations: Json | null;
  readonly default_member_permissions: string | null;
  readonly nsfw: boolean;
  readonly options?: readonly CommandOption[];
  readonly guild_id?: string;
  readonly dm_permission?: boolean;
  readonly contexts: readonly number[] | null;
  readonly integration_types: readonly number[];
}

/** The commands of the application; a scope is a guild's id, or null for the global ones. */
export class CommandStore {
  readonly #applicationId: string;
  readonly #nextId: NextSnowflake;
  readonly #scopes = new Map<string | null, readonly StoredCommand[]>();

  constructor(applicationId: string, nextId: NextSnowflake) {
    this.#applicationId = applicationId;
    this.#nextId = nextId;
  }

  list(scope: string | null): readonly StoredCommand[] {
    return this.#scopes.get(scope) ?? [];
  }

  get(scope: string | null, id: string): StoredCommand | undefined {
    return this.list(scope).find((command) => command.id === id);
  }

  /** Finds the command that a member of the guild sees under this name: the guild's own before the global one. */
  find(name: string, type: number, guildId: string | null): StoredCommand | undefined {
    const seen = guildId === null ? this.list(null) : [...this.list(guildId), ...this.list(null)];
    return seen.find((command) => command.name === name && command.type === type);
  }

  /** Adds a command, or replaces the one with the same name and type under the same id. */
  put(scope: string | null, body: CommandBody): StoredCommand {
    const command = this.#normalise(scope, body, this.#twin(scope, body));
    const others = this.list(scope).filter(({ id }) => id !== command.id);
    this.#scopes.set(scope, [...others, command]);
    return command;
  }

  replace(scope: string | null, id: string, body: CommandBody): StoredCommand {
    const command = this.#normalise(scope, body, this.get(scope, id));
    this.#scopes.set(
      scope,
      this.list(scope).map((one) => (one.id === id ? command : one)),
    );
    return command;
  }

  setAll(scope: string | null, bodies: readonly CommandBody[]): readonly StoredCommand[] {
    const commands = bodies.map((body) => this.#normalise(scope, body, this.#twin(scope, body)));
    this.#scopes.set(scope, commands);
    return commands;
  }

  delete(scope: string | null, id: string): void {
    this.#scopes.set(
      scope,
      this.list(scope).filter((command) => command.id !== id),
    );
  }

  #twin(scope: string | null, { name, type }: CommandBody): StoredCommand | undefined {
    return this.list(scope).find((one) => one.name === name && one.type === (type ?? 1));
  }

  /** Changes the version only if the command has changed. */
  #normalise(scope: string | null, body: CommandBody, before?: StoredCommand): StoredCommand {
    const fields = normaliseFields(scope, body);
    const id = before?.id ?? this.#nextId();
    const make = (version: string) => ({ id, application_id: this.#applicationId, version, ...fields });
    const isSame = before !== undefined && JSON.stringify(make(before.version)) === JSON.stringify(before);
    return isSame ? before : make(this.#nextId());
  }
}

type Fields = Omit<StoredCommand, 'application_id' | 'id' | 'version'>;

function normaliseFields(scope: string | null, body: CommandBody): Fields {
  const contexts = body.contexts ?? (body.dm_permission === false ? [0] : null);
  return {
    type: body.type ?? 1,
    name: body.name,
    name_localizations: body.name_localizations ?? null,
    description: body.description ?? '',
    description_localizations: body.description_localizations ?? null,
    default_member_permissions: normalisePermissions(body.default_member_permissions),
    nsfw: body.nsfw ?? false,
    ...(body.options?.length ? { options: body.options.map(normaliseOption) } : {}),
    ...(scope === null ? { dm_permission: contexts?.includes(1) ?? true } : { guild_id: scope }),
    contexts: scope === null ? contexts : null,
    integration_types: body.integration_types ?? [0],
  };
}

function normalisePermissions(permissions: string | number | null | undefined): string | null {
  return permissions === null || permissions === undefined ? null : BigInt(permissions).toString();
}

/** Leaves out absent, false and empty properties, as Discord does. */
function normaliseOption(option: CommandOption): CommandOption {
  const entries = Object.entries(asRecord(withoutNulls(option))).filter(([key, value]) => {
    const isEmpty =
      (Array.isArray(value) && value.length === 0) || (isRecord(value) && Object.keys(value).length === 0);
    return !isEmpty && !((key === 'required' || key === 'autocomplete') && value === false);
  });
  const kept = Object.fromEntries(entries);
  const inner = kept['options'];
  const options = Array.isArray(inner) ? { options: (inner as CommandOption[]).map(normaliseOption) } : {};
  return { ...kept, ...options } as CommandOption;
}

/** Removes the dictionaries of translations, which Discord lists only on request. */
export function withoutLocalizations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLocalizations);
  if (!isRecord(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !key.endsWith('_localizations'));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutLocalizations(inner)]));
}
