import { ApplicationCommandOptionType, ApplicationCommandType, Locale } from 'discord.js';
import { z } from 'zod';
import type { Problem } from './problems.js';
import { checkShape, problem } from './problems.js';

const MAX_COMMAND_CHARS = 8000;
const MAX_COMMANDS = { 1: 100, 2: 15, 3: 15, 4: 1 } as const;
const CHAT_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
/** The name of a context menu command. */
const MENU_NAME = /^(?=.*[^ ])[ \p{P}\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const LOCALES: ReadonlySet<string> = new Set(Object.values(Locale));

const isChatName = (name: string): boolean => CHAT_NAME.test(name) && name === name.toLowerCase();

const chatName = z.string().min(1).max(32).refine(isChatName, { message: 'Command name is invalid' });
const description = z.string().min(1).max(100);
const flag = z.boolean().nullish();

const localized = (texts: z.ZodString) =>
  z
    .record(z.string(), texts.nullable())
    .refine((map) => Object.keys(map).every((locale) => LOCALES.has(locale)), { message: 'Unknown locale' })
    .nullish();

const named = {
  name: chatName,
  name_localizations: localized(z.string().min(1).max(32)),
  description,
  description_localizations: localized(description),
};

const choice = <T extends z.ZodType>(value: T) =>
  z
    .array(
      z.looseObject({
        name: z.string().min(1).max(100),
        name_localizations: localized(z.string().min(1).max(100)),
        value,
      }),
    )
    .max(25)
    .nullish();

const basic = { ...named, required: flag };

const stringOption = z.looseObject({
  type: z.literal(ApplicationCommandOptionType.String),
  ...basic,
  autocomplete: flag,
  min_length: z.int().min(0).max(6000).nullish(),
  max_length: z.int().min(1).max(6000).nullish(),
  choices: choice(z.string().max(100)),
});

const integerOption = z.looseObject({
  type: z.literal(ApplicationCommandOptionType.Integer),
  ...basic,
  autocomplete: flag,
  min_value: z.int().nullish(),
  max_value: z.int().nullish(),
  choices: choice(z.int()),
});

const numberOption = z.looseObject({
  type: z.literal(ApplicationCommandOptionType.Number),
  ...basic,
  autocomplete: flag,
  min_value: z.number().nullish(),
  max_value: z.number().nullish(),
  choices: choice(z.number()),
});

const ENTITY_TYPES = [
  ApplicationCommandOptionType.Boolean,
  ApplicationCommandOptionType.User,
  ApplicationCommandOptionType.Channel,
  ApplicationCommandOptionType.Role,
  ApplicationCommandOptionType.Mentionable,
  ApplicationCommandOptionType.Attachment,
] as const;

const entityOption = z.looseObject({ type: z.literal(ENTITY_TYPES), ...basic });

const basicOption = z.discriminatedUnion('type', [stringOption, integerOption, numberOption, entityOption]);

const subcommand = z.looseObject({
  type: z.literal(ApplicationCommandOptionType.Subcommand),
  ...named,
  options: z.array(basicOption).max(25).nullish(),
});

const subcommandGroup = z.looseObject({
  type: z.literal(ApplicationCommandOptionType.SubcommandGroup),
  ...named,
  options: z.array(subcommand).min(1).max(25),
});

const option = z.discriminatedUnion('type', [
  stringOption,
  integerOption,
  numberOption,
  entityOption,
  subcommand,
  subcommandGroup,
]);

const permissions = z.union([z.string().regex(/^\d+$/u), z.int().min(0)]).nullish();

const commandShape = z.looseObject({
  id: z.string().nullish(),
  type: z.int().min(1).max(4).nullish(),
  name: z.string().min(1).max(32),
  name_localizations: localized(z.string().min(1).max(32)),
  description: z.string().max(100).nullish(),
  description_localizations: localized(description),
  options: z.array(option).max(25).nullish(),
  default_member_permissions: permissions,
  dm_permission: flag,
  contexts: z.array(z.int().min(0).max(2)).min(1).nullish(),
  integration_types: z.array(z.int().min(0).max(1)).min(1).nullish(),
  nsfw: flag,
});

export type CommandBody = z.infer<typeof commandShape>;
export type CommandOption = z.infer<typeof option>;
export type BasicOption = z.infer<typeof basicOption>;

export type CheckedCommand =
  | { readonly command: CommandBody; readonly problems: readonly [] }
  | { readonly command: null; readonly problems: readonly Problem[] };

/** Checks one command; for an edit, the resulting command. */
export function checkCommand(body: unknown): CheckedCommand {
  const { value, problems } = checkShape(commandShape, body);
  if (value === null) return { command: null, problems };
  const found = [...findTextProblems(value), ...findOptionProblems(value.options ?? [], ['options'])];
  return found.length > 0 ? { command: null, problems: found } : { command: value, problems: [] };
}

function findTextProblems(command: CommandBody): Problem[] {
  const isChat = (command.type ?? 1) === (ApplicationCommandType.ChatInput as number);
  const chars = countCommandChars(command as Worded);
  const rules: [boolean, string, string][] = [
    [isChat && !isChatName(command.name), 'name', 'Command name is invalid'],
    [!isChat && !MENU_NAME.test(command.name), 'name', 'Command name is invalid'],
    [isChat && !command.description, 'description', 'This field is required'],
    [!isChat && Boolean(command.description), 'description', 'Context menu commands cannot have description'],
    [!isChat && Boolean(command.options?.length), 'options', 'Context menu commands cannot have options'],
    [chars > MAX_COMMAND_CHARS, 'name', `Command exceeds maximum size (${MAX_COMMAND_CHARS})`],
  ];
  return rules.flatMap(([isBroken, key, message]) => (isBroken ? [problem([key], message)] : []));
}

type Translations = Readonly<Record<string, string | null>> | null;

/** The parts of a command, an option or a choice that count against {@link MAX_COMMAND_CHARS}. */
interface Worded {
  readonly name: string;
  readonly name_localizations?: Translations;
  readonly description?: string | null;
  readonly description_localizations?: Translations;
  readonly value?: unknown;
  readonly options?: readonly Worded[] | null;
  readonly choices?: readonly Worded[] | null;
}

/** Counts names, descriptions and choice values of a command and all in it, each by its longest translation. */
function countCommandChars(part: Worded): number {
  const own =
    longest(part.name, part.name_localizations) + longest(part.description, part.description_localizations);
  const value = typeof part.value === 'string' ? part.value.length : 0;
  const inner = [...(part.options ?? []), ...(part.choices ?? [])];
  return inner.reduce((sum, one) => sum + countCommandChars(one), own + value);
}

function longest(text: string | null | undefined, translations: Translations | undefined): number {
  return Math.max(text?.length ?? 0, ...Object.values(translations ?? {}).map((one) => one?.length ?? 0));
}

const isSubcommand = ({ type }: { readonly type: number }): boolean =>
  type === (ApplicationCommandOptionType.Subcommand as number) ||
  type === (ApplicationCommandOptionType.SubcommandGroup as number);

function findOptionProblems(
  options: readonly CommandOption[],
  path: readonly (string | number)[],
): Problem[] {
  const found: Problem[] = [];
  const names = options.map(({ name }) => name);
  if (new Set(names).size < names.length) found.push(problem(path, 'Option name is already in use'));
  if (options.some(isSubcommand) && !options.every(isSubcommand)) {
    found.push(
      problem(
        path,
        'Sub-command and sub-command group option types are mutually exclusive to all other types',
      ),
    );
  }
  options.forEach((one, i) => {
    found.push(...findOneOptionProblems(one, options[i - 1], [...path, i]));
  });
  return found;
}

function findOneOptionProblems(
  one: CommandOption,
  before: CommandOption | undefined,
  path: readonly (string | number)[],
): Problem[] {
  if ('options' in one && Array.isArray(one.options)) {
    return findOptionProblems(one.options as CommandOption[], [...path, 'options']);
  }
  const rules: [boolean, string][] = [
    [
      Boolean(one['required']) && before !== undefined && !before['required'],
      'Required options must be placed before non-required options',
    ],
    [
      Boolean(one['autocomplete']) && one['choices'] instanceof Array && one['choices'].length > 0,
      'Autocomplete and choices are mutually exclusive',
    ],
    [isAbove(one['min_value'], one['max_value']), 'min_value is above max_value'],
    [isAbove(one['min_length'], one['max_length']), 'min_length is above max_length'],
  ];
  return rules.flatMap(([isBroken, message]) => (isBroken ? [problem(path, message)] : []));
}

const isAbove = (min: unknown, max: unknown): boolean =>
  typeof min === 'number' && typeof max === 'number' && min > max;

/** Finds the problems for which Discord refuses a list of commands as a whole. */
export function findListProblems(commands: readonly Pick<CommandBody, 'name' | 'type'>[]): Problem[] {
  const keys = commands.map(({ type, name }) => `${type ?? 1} ${name}`);
  const repeats = keys.flatMap((key, i) =>
    keys.indexOf(key) < i
      ? [problem([i], 'Application command names must be unique', 'APPLICATION_COMMANDS_DUPLICATE_NAME')]
      : [],
  );
  const crowds = Object.entries(MAX_COMMANDS).flatMap(([type, max]) =>
    commands.filter((command) => (command.type ?? 1) === Number(type)).length > max
      ? [problem([], `Maximum number of application commands reached (${max})`)]
      : [],
  );
  return [...repeats, ...crowds];
}
