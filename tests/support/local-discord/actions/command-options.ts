import { ApplicationCommandOptionType } from 'discord.js';
import type { Json } from '../json.js';
import { isRecord } from '../json.js';
import type { BasicOption, CommandOption } from '../limits/command.js';
import type { LocalMember } from '../member.js';
import type { Choosing, Entity } from './resolve-entity.js';
import { OPTION_ENTITIES, resolveEntity } from './resolve-entity.js';
import type { Stage } from './stage.js';

/** A member for user options, an id for channels and roles, a file for attachments. */
export type OptionValue = Entity | boolean | number;

export type OptionValues = Readonly<Record<string, OptionValue>>;

/** The options that a member filled in, as a client sends them. */
export interface FilledOptions {
  readonly options: readonly Json[];
  readonly resolved: Json;
}

interface OptionLevel {
  readonly options: readonly BasicOption[];
  /** Nests the filled options under the subcommand of the command. */
  wrap(options: readonly Json[]): readonly Json[];
}

const { Subcommand, SubcommandGroup } = ApplicationCommandOptionType;

/**
 * Finds the options of a command or of one of its subcommands.
 *
 * @param path - Empty, a subcommand, or a group and a subcommand, e.g. `corpus reload`.
 * @throws If the command has no such subcommand, or has some and `path` names none.
 */
export function findLevel(options: readonly CommandOption[], path: string): OptionLevel {
  const [name, ...rest] = path.split(' ').filter(Boolean);
  const isParent = options.some(({ type }) => type === Subcommand || type === SubcommandGroup);
  if (name === undefined && isParent) throw new Error('the command needs a subcommand');
  if (name === undefined) return { options: options as readonly BasicOption[], wrap: (filled) => filled };
  const found = options.find((option) => option.name === name && isParent);
  if (!found) throw new Error(`the command has no subcommand ${name}`);
  const inner = findLevel((found['options'] ?? []) as readonly CommandOption[], rest.join(' '));
  return {
    options: inner.options,
    wrap: (filled) => [{ name, type: found.type, options: inner.wrap(filled) }],
  };
}

/** @throws If a client would not let the member send these values. */
export function fillOptions(
  stage: Stage,
  member: LocalMember,
  options: readonly BasicOption[],
  values: OptionValues,
): FilledOptions {
  const unknown = Object.keys(values).find((name) => options.every((option) => option.name !== name));
  if (unknown !== undefined) throw new Error(`the command has no option ${unknown}`);
  const missing = options.find(({ name, required }) => required && values[name] === undefined);
  if (missing) throw new Error(`the option ${missing.name} is required`);
  const choosing: Choosing = { stage, member, resolved: {} };
  const filled = options.flatMap((option) => {
    const { name, type } = option;
    const value = values[name];
    return value === undefined ? [] : [{ name, type, value: readValue(choosing, option, value) }];
  });
  return { options: filled, resolved: choosing.resolved };
}

function readValue(choosing: Choosing, option: BasicOption, value: OptionValue): unknown {
  switch (option.type) {
    case ApplicationCommandOptionType.String:
      return checkChoice(option, checkLength(option, value));
    case ApplicationCommandOptionType.Integer:
    case ApplicationCommandOptionType.Number:
      return checkChoice(option, checkRange(option, value));
    case ApplicationCommandOptionType.Boolean:
      return typeof value === 'boolean' ? value : refuse(option, 'takes true or false');
    case ApplicationCommandOptionType.Attachment:
    case ApplicationCommandOptionType.Channel:
    case ApplicationCommandOptionType.Mentionable:
    case ApplicationCommandOptionType.Role:
    case ApplicationCommandOptionType.User:
      return chooseEntity(choosing, option, value);
  }
}

function refuse(option: BasicOption, why: string): never {
  throw new Error(`the option ${option.name} ${why}`);
}

const LONGEST_STRING = 6000;

function checkLength(option: BasicOption, value: OptionValue): string {
  if (typeof value !== 'string' || value === '') return refuse(option, 'takes a text that is not empty');
  const min = Number(option['min_length'] ?? 0);
  const max = Number(option['max_length'] ?? LONGEST_STRING);
  if (value.length > max) return refuse(option, `takes at most ${max} characters`);
  if (value.length < min) return refuse(option, `takes at least ${min} characters`);
  return value;
}

function checkRange(option: BasicOption, value: OptionValue): number {
  if (typeof value !== 'number') return refuse(option, 'takes a number');
  const isWhole = option.type === ApplicationCommandOptionType.Integer;
  if (isWhole && !Number.isSafeInteger(value)) return refuse(option, 'takes a whole number');
  const min = Number(option['min_value'] ?? -Infinity);
  const max = Number(option['max_value'] ?? Infinity);
  if (value > max) return refuse(option, `takes at most ${max}`);
  if (value < min) return refuse(option, `takes at least ${min}`);
  return value;
}

function checkChoice<T>(option: BasicOption, value: T): T {
  const choices = Array.isArray(option['choices']) ? option['choices'].filter(isRecord) : [];
  if (choices.length === 0 || choices.some((choice) => choice['value'] === value)) return value;
  return refuse(option, `offers no ${String(value)}`);
}

function chooseEntity(choosing: Choosing, option: BasicOption, value: OptionValue): string {
  const kinds = OPTION_ENTITIES[option.type] ?? [];
  const channelTypes = Array.isArray(option['channel_types']) ? option['channel_types'] : [];
  const isEntity = typeof value === 'string' || typeof value === 'object';
  const id = isEntity ? resolveEntity(choosing, kinds, value, channelTypes) : null;
  return id ?? refuse(option, 'does not take that value');
}
