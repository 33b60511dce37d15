import { MessageFlags } from 'discord.js';
import { z } from 'zod';
import { findMediaUrls, walkComponents } from '../components.js';
import { messageComponent } from './components.js';
import type { MessageComponent } from './components.js';
import type { Problem } from './problems.js';
import { problem } from './problems.js';

const MAX_COMPONENTS = 40;
const MAX_ACTION_ROWS = 5;
const MAX_TEXT_CHARS = 4000;
const MAX_EMBED_CHARS = 6000;
/** Above this the real API responds with 500; found by experiment, documented nowhere. */
export const MAX_TEXT_COST = 10_170;
const TEXT_DISPLAY_COST = 12;

const text = (max: number) => z.string().max(max).nullish();
const requiredText = (max: number) => z.string().min(1).max(max);
const snowflake = z.string().regex(/^(?:0|[1-9]\d*)$/u);

const embed = z.looseObject({
  title: text(256),
  description: text(4096),
  footer: z.looseObject({ text: requiredText(2048) }).nullish(),
  author: z.looseObject({ name: requiredText(256) }).nullish(),
  fields: z
    .array(z.looseObject({ name: requiredText(256), value: requiredText(1024) }))
    .max(25)
    .nullish(),
});

const allowedMentions = z
  .looseObject({
    parse: z.array(z.literal(['users', 'roles', 'everyone'])).nullish(),
    users: z.array(snowflake).max(100).nullish(),
    roles: z.array(snowflake).max(100).nullish(),
    replied_user: z.boolean().nullish(),
  })
  .refine(({ parse, users }) => !(parse?.includes('users') && users?.length), {
    message: 'parse:["users"] and users: [ids...] are mutually exclusive.',
  })
  .refine(({ parse, roles }) => !(parse?.includes('roles') && roles?.length), {
    message: 'parse:["roles"] and roles: [ids...] are mutually exclusive.',
  });

/** The body with which a bot creates or edits a message, on any route. */
export const messageBody = z.looseObject({
  content: text(2000),
  embeds: z.array(embed).max(10).nullish(),
  allowed_mentions: allowedMentions.nullish(),
  components: z.array(messageComponent).max(MAX_COMPONENTS).nullish(),
  attachments: z
    .array(
      z.looseObject({
        id: z.union([z.string(), z.number()]),
        filename: text(1024),
        description: text(1024),
      }),
    )
    .max(10)
    .nullish(),
  flags: z.int().min(0).nullish(),
  tts: z.boolean().nullish(),
  message_reference: z.looseObject({ message_id: snowflake.nullish() }).nullish(),
  poll: z.looseObject({}).nullish(),
});

export type MessageBody = z.infer<typeof messageBody>;
export type AllowedMentions = z.infer<typeof allowedMentions>;

/** The parts of an embed that count against {@link MAX_EMBED_CHARS}. */
interface EmbedTexts {
  readonly title?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly footer?: { readonly text: string } | null | undefined;
  readonly author?: { readonly name: string } | null | undefined;
  readonly fields?: readonly { readonly name: string; readonly value: string }[] | null | undefined;
}

/** A message as it would be after the request: an edit is judged by its result. */
export interface MessageOutcome {
  readonly content: string;
  readonly embeds: readonly EmbedTexts[];
  readonly components: readonly MessageComponent[];
  readonly hasPoll: boolean;
  readonly flags: number;
  readonly attachmentNames: readonly string[];
}

/** Finds everything that Discord refuses in a message whose parts are each within their limits. */
export function findMessageProblems(outcome: MessageOutcome): Problem[] {
  const isV2 = (outcome.flags & MessageFlags.IsComponentsV2) !== 0;
  return [
    ...(isV2 ? findV2Problems(outcome) : findV1Problems(outcome)),
    ...findRepeats(outcome.components, 'custom_id', 'Component custom id cannot be duplicated'),
    ...findRepeats(outcome.components, 'id', 'Component id cannot be duplicated'),
    ...findAttachmentProblems(outcome),
  ];
}

function findV2Problems({ content, embeds, hasPoll, components }: MessageOutcome): Problem[] {
  const forbidden: [string, boolean][] = [
    ['content', content !== ''],
    ['embeds', embeds.length > 0],
    ['poll', hasPoll],
  ];
  const found = forbidden.flatMap(([key, isUsed]) =>
    isUsed
      ? [problem([key], `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`)]
      : [],
  );
  const count = [...walkComponents(components)].length;
  if (count > MAX_COMPONENTS) {
    found.push(
      problem(['components'], `The message has ${count} components, at most ${MAX_COMPONENTS} in all`),
    );
  }
  const chars = findTexts(components).reduce((sum, { length }) => sum + length, 0);
  if (chars > MAX_TEXT_CHARS) {
    const rule = `The text displays have ${chars} characters, at most ${MAX_TEXT_CHARS} in all`;
    found.push(problem(['components'], rule, 'COMPONENT_MAX_TOTAL_TEXT_LENGTH'));
  }
  return found;
}

const ACTION_ROW = 1;

function findV1Problems({ embeds, components }: MessageOutcome): Problem[] {
  const found = components.flatMap(({ type }, i) =>
    (type as number) === ACTION_ROW
      ? []
      : [problem(['components', i, 'type'], `Component type ${type} needs MessageFlags.IS_COMPONENTS_V2`)],
  );
  if (components.length > MAX_ACTION_ROWS) {
    found.push(
      problem(['components'], `Must be ${MAX_ACTION_ROWS} or fewer in length.`, 'BASE_TYPE_BAD_LENGTH'),
    );
  }
  const chars = embeds.reduce((sum, one) => sum + countEmbedChars(one), 0);
  if (chars > MAX_EMBED_CHARS) {
    found.push(problem(['embeds'], `Embed size exceeds maximum size of ${MAX_EMBED_CHARS}`));
  }
  return found;
}

function countEmbedChars({ title, description, footer, author, fields }: EmbedTexts): number {
  const texts = [title, description, footer?.text, author?.name];
  const fieldTexts = (fields ?? []).flatMap(({ name, value }) => [name, value]);
  return [...texts, ...fieldTexts].reduce((sum, part) => sum + (part?.length ?? 0), 0);
}

function findRepeats(components: readonly unknown[], key: 'custom_id' | 'id', message: string): Problem[] {
  const seen = new Set<unknown>();
  return [...walkComponents(components)].flatMap((component) => {
    const value = component[key];
    const isRepeat = seen.has(value);
    // Both 0 and an absent id ask Discord to choose one.
    if (value !== undefined && value !== null && value !== 0) seen.add(value);
    return isRepeat ? [problem(['components'], `${message}: ${String(value)}`)] : [];
  });
}

const ATTACHMENT = 'attachment://';

function findAttachmentProblems({ components, embeds, attachmentNames }: MessageOutcome): Problem[] {
  return findAttachmentReferences(components, embeds)
    .filter((name) => !attachmentNames.includes(name))
    .map((name) => problem([], `${ATTACHMENT}${name} refers to no attachment of the message`));
}

/** Returns the names of the attachments that components and embeds refer to. */
function findAttachmentReferences(components: readonly unknown[], embeds: readonly unknown[]): string[] {
  const fromEmbeds = [...JSON.stringify(embeds).matchAll(/"url":"(attachment:[^"]*)"/gu)].map(
    ([, url]) => url ?? '',
  );
  const urls = [...[...walkComponents(components)].flatMap(findMediaUrls), ...fromEmbeds];
  return urls.filter((url) => url.startsWith(ATTACHMENT)).map((url) => url.slice(ATTACHMENT.length));
}

/** Returns the contents of all text displays in reading order. */
export function findTexts(components: readonly unknown[]): string[] {
  return [...walkComponents(components)].flatMap(({ type, content }) =>
    type === 10 && typeof content === 'string' ? [content] : [],
  );
}

/** Computes the cost of the text displays, which counts against {@link MAX_TEXT_COST}. */
export function countTextCost(components: readonly unknown[]): number {
  const texts = findTexts(components);
  return texts.reduce((sum, one) => sum + Buffer.byteLength(one) + TEXT_DISPLAY_COST, 0);
}
