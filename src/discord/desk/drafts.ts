/** Stores what moderators have prepared until they confirm it. */

import type { ArticleDraft, DraftFacts, FileChange } from '../../core/model/desk.js';
import { Fault } from '../../core/model/fault.js';
import { DRAFT_LIFETIME_MS } from '../../core/model/limits.js';
import { parsePartialDate, type PartialDate } from '../../core/model/partial-date.js';
import type { CorpusAction, Draft, DraftStore } from '../../core/model/state.js';
import type { BotContext } from '../command.js';

export interface ChangeDraft {
  readonly kind: 'change';
  /** The revision that a rollback leads back to; `null` if {@link files} are the change. */
  readonly rollBackTo: string | null;
  readonly files: readonly FileChange[];
  /** The corpus revision that it was prepared from. */
  readonly from: string;
  /** The corpus revision that it leads to. */
  readonly to: string;
  readonly action: CorpusAction;
  readonly subject: string;
  readonly note: string;
}

export type TypedFacts = Readonly<Record<keyof DraftFacts, string>>;

export interface AdditionDraft {
  readonly kind: 'addition';
  readonly draft: ArticleDraft;
  /** Details as typed, if they are invalid; `null` if {@link draft} has them all. */
  readonly typed: TypedFacts | null;
  /** Ids of the articles that it repeats, as the preview showed. */
  readonly repeats: readonly string[];
}

/** A typed front matter that could not be saved. */
interface EditDraft {
  readonly kind: 'edit';
  readonly articleId: string;
  readonly yaml: string;
}

/** The redaction of a withdrawn article's quotes in public answers. */
export interface RedactionDraft {
  /** The stored value. */
  readonly kind: 'strike';
  readonly articleId: string;
  readonly on: PartialDate;
  readonly reason: string;
}

export type DraftContent = ChangeDraft | AdditionDraft | EditDraft | RedactionDraft;

export interface OpenedDraft<Kind extends DraftContent = DraftContent> {
  readonly stored: Draft;
  readonly content: Kind;
}

type Drafts = Pick<BotContext, 'now'> & { readonly state: { readonly drafts: DraftStore } };

/**
 * Stores a draft, which outlasts a restart of the bot.
 *
 * @returns The id of the draft; `null` if the database is unavailable.
 */
export async function saveDraft(
  { state, now }: Drafts,
  by: string,
  content: DraftContent,
): Promise<string | null> {
  const id = makeId();
  return (await put(state.drafts, { id, by, at: now(), content: JSON.stringify(content) })) ? id : null;
}

/**
 * Puts back a draft that was taken but could not be applied.
 *
 * @returns `false` if the database is unavailable.
 */
export function putBackDraft({ state }: Drafts, { stored }: OpenedDraft): Promise<boolean> {
  return put(state.drafts, stored);
}

/**
 * Reads a draft without taking it.
 *
 * @throws {Fault} `DRAFT_GONE` or `STATE_UNAVAILABLE`.
 */
export async function findDraft({ state, now }: Drafts, id: string): Promise<OpenedDraft> {
  return open(await state.drafts.get(id), now());
}

/**
 * Takes a draft, so that no other press can.
 *
 * @throws {Fault} `DRAFT_GONE` or `STATE_UNAVAILABLE`.
 */
export async function takeDraft({ state, now }: Drafts, id: string): Promise<OpenedDraft> {
  return open(await state.drafts.take(id), now());
}

/** @returns `null` for anything but the content of a draft: another version of the bot may have stored it. */
export function parseDraftContent(content: string): DraftContent | null {
  try {
    const value: unknown = JSON.parse(content);
    return isDraftContent(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

async function put(drafts: DraftStore, draft: Draft): Promise<boolean> {
  try {
    await drafts.put(draft);
    return true;
  } catch (error) {
    if (error instanceof Fault && error.code === 'STATE_UNAVAILABLE') return false;
    throw error;
  }
}

function open(stored: Draft | null, now: number): OpenedDraft {
  const content = stored && now - stored.at <= DRAFT_LIFETIME_MS ? parseDraftContent(stored.content) : null;
  if (!stored || !content) throw new Fault('DRAFT_GONE', 'there is no such draft, or it is too old');
  return { stored, content };
}

const ID_BYTES = 8;

function makeId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Checks the shape of a value from the database. */
type Guard<T> = (value: unknown) => value is T;

const isText: Guard<string> = (value) => typeof value === 'string';

const isDate: Guard<PartialDate> = (value): value is PartialDate =>
  isText(value) && parsePartialDate(value) !== null;

const ACTIONS: Readonly<Record<CorpusAction, true>> = {
  start: true,
  reload: true,
  watch: true,
  add: true,
  edit: true,
  withdraw: true,
  restore: true,
  rollback: true,
  import: true,
  strike: true,
  pin: true,
  unpin: true,
  settings: true,
};

const isAction = isOneOf(...(Object.keys(ACTIONS) as CorpusAction[]));

const isFileChange = shapeOf<FileChange>({ file: isText, text: orNull(isText) });

const isDraft = shapeOf<ArticleDraft>({
  facts: shapeOf<DraftFacts>({
    title: orNull(isText),
    outlet: orNull(isText),
    published: orNull(isDate),
    url: orNull(isText),
    caution: orNull(isText),
  }),
  author: orNull(isText),
  language: orNull(isText),
  tags: listOf(isText),
  body: isText,
});

const isTyped = shapeOf<TypedFacts>({
  title: isText,
  outlet: isText,
  published: isText,
  url: isText,
  caution: isText,
});

const isDraftContent: Guard<DraftContent> = eitherOf<DraftContent>(
  shapeOf<ChangeDraft>({
    kind: isOneOf('change'),
    rollBackTo: orNull(isText),
    files: listOf(isFileChange),
    from: isText,
    to: isText,
    action: isAction,
    subject: isText,
    note: isText,
  }),
  shapeOf<AdditionDraft>({
    kind: isOneOf('addition'),
    draft: isDraft,
    typed: orNull(isTyped),
    repeats: listOf(isText),
  }),
  shapeOf<EditDraft>({ kind: isOneOf('edit'), articleId: isText, yaml: isText }),
  shapeOf<RedactionDraft>({ kind: isOneOf('strike'), articleId: isText, on: isDate, reason: isText }),
);

function isOneOf<T extends string>(...choices: readonly T[]): Guard<T> {
  return (value): value is T => choices.some((choice) => choice === value);
}

function orNull<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value);
}

function listOf<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(guard);
}

/** Accepts an object with these properties, and possibly others. */
function shapeOf<T extends object>(guards: { readonly [Key in keyof T]-?: Guard<T[Key]> }): Guard<T> {
  const checks = Object.entries<Guard<unknown>>(guards);
  return (value): value is T =>
    typeof value === 'object' &&
    value !== null &&
    checks.every(([key, guard]) => guard((value as Readonly<Record<string, unknown>>)[key]));
}

function eitherOf<T>(...guards: readonly Guard<T>[]): Guard<T> {
  return (value): value is T => guards.some((guard) => guard(value));
}
