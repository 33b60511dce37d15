import { ButtonStyle, ComponentType } from 'discord.js';
import { z } from 'zod';

const SNOWFLAKE = /^(?:0|[1-9]\d*)$/u;
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;
const LINK_PROTOCOLS = new Set(['http:', 'https:', 'discord:']);
const MEDIA_PROTOCOLS = new Set(['http:', 'https:', 'attachment:']);

const componentId = z.int32().min(0).nullish();
const snowflake = z.string().regex(SNOWFLAKE);
const flag = z.boolean().nullish();
export const customId = z.string().min(1).max(100);

const emoji = z
  .looseObject({ id: snowflake.nullish(), name: z.string().max(32).nullish() })
  .refine(({ id, name }) => id || EMOJI.test(name ?? ''), { message: 'Invalid emoji' });

function hasProtocol(url: string, protocols: ReadonlySet<string>): boolean {
  return URL.canParse(url) && protocols.has(new URL(url).protocol);
}

const media = z.looseObject({
  url: z
    .string()
    .max(2048)
    .refine((url) => hasProtocol(url, MEDIA_PROTOCOLS), { message: 'Not a well formed URL.' }),
});

const linkUrl = z
  .string()
  .max(512)
  .refine((url) => hasProtocol(url, LINK_PROTOCOLS), { message: 'Not a well formed URL.' });

const button = z
  .looseObject({
    type: z.literal(ComponentType.Button),
    id: componentId,
    style: z.int().min(1).max(6),
    custom_id: customId.nullish(),
    label: z.string().max(80).nullish(),
    url: linkUrl.nullish(),
    sku_id: snowflake.nullish(),
    emoji: emoji.nullish(),
    disabled: flag,
  })
  .superRefine((value, context) => {
    for (const [key, message] of findButtonFaults(value))
      context.addIssue({ code: 'custom', path: [key], message });
  });

interface ButtonFields {
  readonly style: number;
  readonly custom_id?: string | null | undefined;
  readonly url?: string | null | undefined;
  readonly label?: string | null | undefined;
  readonly sku_id?: string | null | undefined;
  readonly emoji?: unknown;
}

function findButtonFaults({ style, custom_id, url, label, emoji, sku_id }: ButtonFields): [string, string][] {
  const isLink = style === (ButtonStyle.Link as number);
  const isPremium = style === (ButtonStyle.Premium as number);
  const faults: [boolean, string, string][] = [
    [isLink && !url, 'url', 'A link button must have a url'],
    [isLink && Boolean(custom_id), 'custom_id', 'A link button cannot have a custom id'],
    [!isLink && Boolean(url), 'url', 'Only a link button can have a url'],
    [!isLink && !isPremium && !custom_id, 'custom_id', 'A custom id is required'],
    [isPremium && !sku_id, 'sku_id', 'A premium button must have a sku id'],
    [!isPremium && !label && !emoji, 'label', 'A button must have a label or an emoji'],
  ];
  return faults.flatMap(([isFault, key, message]) => (isFault ? [[key, message]] : []));
}

const selectOption = z.looseObject({
  label: z.string().min(1).max(100),
  value: z.string().min(1).max(100),
  description: z.string().max(100).nullish(),
  emoji: emoji.nullish(),
  default: flag,
});

const selectFields = {
  id: componentId,
  custom_id: customId,
  placeholder: z.string().max(150).nullish(),
  min_values: z.int().min(0).max(25).nullish(),
  max_values: z.int().min(1).max(25).nullish(),
  disabled: flag,
  required: flag,
};

interface SelectFields {
  readonly min_values?: number | null | undefined;
  readonly max_values?: number | null | undefined;
  readonly options?:
    readonly { readonly value: string; readonly default?: boolean | null | undefined }[] | undefined;
}

function findSelectFault({ min_values, max_values, options = [] }: SelectFields): string | null {
  const max = max_values ?? 1;
  if ((min_values ?? 1) > max) return 'min_values is above max_values';
  if (options.length > 0 && max > options.length) return 'max_values is above the number of options';
  if (new Set(options.map(({ value }) => value)).size < options.length) return 'Option values are not unique';
  return options.filter((option) => option.default).length > max ? 'More defaults than max_values' : null;
}

/** Refuses contradictions within a select. */
export function refineSelect(
  value: SelectFields,
  context: { addIssue(issue: { code: 'custom'; message: string }): void },
): void {
  const message = findSelectFault(value);
  if (message !== null) context.addIssue({ code: 'custom', message });
}

export const stringSelect = z
  .looseObject({
    type: z.literal(ComponentType.StringSelect),
    ...selectFields,
    options: z.array(selectOption).min(1).max(25),
  })
  .superRefine(refineSelect);

const ENTITY_SELECTS = [
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
] as const;

export const entitySelect = z
  .looseObject({ type: z.literal(ENTITY_SELECTS), ...selectFields })
  .superRefine(refineSelect);

const actionRow = z
  .looseObject({
    type: z.literal(ComponentType.ActionRow),
    id: componentId,
    components: z
      .array(z.discriminatedUnion('type', [button, stringSelect, entitySelect]))
      .min(1)
      .max(5),
  })
  .refine(
    ({ components }) =>
      components.length === 1 || components.every(({ type }) => type === ComponentType.Button),
    {
      message: 'A row with a select holds nothing else',
      path: ['components'],
    },
  );

export const textDisplay = z.looseObject({
  type: z.literal(ComponentType.TextDisplay),
  id: componentId,
  content: z.string().min(1).max(4000),
});

const thumbnail = z.looseObject({
  type: z.literal(ComponentType.Thumbnail),
  id: componentId,
  media,
  description: z.string().min(1).max(1024).nullish(),
  spoiler: flag,
});

const section = z.looseObject({
  type: z.literal(ComponentType.Section),
  id: componentId,
  components: z.array(textDisplay).min(1).max(3),
  accessory: z.discriminatedUnion('type', [button, thumbnail]),
});

const mediaGallery = z.looseObject({
  type: z.literal(ComponentType.MediaGallery),
  id: componentId,
  items: z
    .array(z.looseObject({ media, description: z.string().min(1).max(1024).nullish(), spoiler: flag }))
    .min(1)
    .max(10),
});

const file = z.looseObject({
  type: z.literal(ComponentType.File),
  id: componentId,
  file: z.looseObject({
    url: z.string().max(2048).startsWith('attachment://', { message: 'A file must be an attachment' }),
  }),
  spoiler: flag,
});

const separator = z.looseObject({
  type: z.literal(ComponentType.Separator),
  id: componentId,
  spacing: z.literal([1, 2]).nullish(),
  divider: flag,
});

const insideContainer = [actionRow, section, textDisplay, mediaGallery, file, separator] as const;

const container = z.looseObject({
  type: z.literal(ComponentType.Container),
  id: componentId,
  accent_color: z.int().min(0).max(0xff_ff_ff).nullish(),
  components: z.array(z.discriminatedUnion('type', insideContainer)).min(1).max(40),
  spoiler: flag,
});

/** The top-level components of a message, each kind with Discord's limits. */
export const messageComponent = z.discriminatedUnion('type', [...insideContainer, container]);

export type MessageComponent = z.infer<typeof messageComponent>;
