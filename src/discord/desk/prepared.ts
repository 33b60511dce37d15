import type { ArticleDraft, DraftFacts, FileChange } from '../../core/desk.js';
import { parsePartialDate, type PartialDate } from '../../core/partial-date.js';
import type { CorpusAction } from '../../core/state.js';
import { eitherOf, isOneOf, isText, listOf, orNull, shapeOf, type Guard } from './guards.js';

/** A change of the corpus that waits for Confirm. */
export interface PreparedChange {
  readonly kind: 'change';
  /** The revision that the files lead back to; `null` where {@link files} are the change. */
  readonly rollBackTo: string | null;
  readonly files: readonly FileChange[];
  /** The revision that it was prepared on. */
  readonly from: string;
  /** The revision that it leads to. */
  readonly to: string;
  readonly action: CorpusAction;
  readonly subject: string;
  readonly note: string;
}

/** The details of an article as a moderator typed them. */
export type TypedFacts = Readonly<Record<keyof DraftFacts, string>>;

/** An article that waits to be added. */
export interface PreparedAddition {
  readonly kind: 'addition';
  readonly draft: ArticleDraft;
  /** What cannot be taken as it was typed; `null` when all of it stands in {@link draft}. */
  readonly typed: TypedFacts | null;
  /** Ids of the articles that it was said to repeat. */
  readonly repeats: readonly string[];
}

/** A front matter that could not be saved as it was typed. */
export interface PreparedEdit {
  readonly kind: 'edit';
  readonly articleId: string;
  readonly yaml: string;
}

/** Public answers whose quotes of a withdrawn article are to be struck. */
export interface PreparedStrike {
  readonly kind: 'strike';
  readonly articleId: string;
  readonly on: PartialDate;
  readonly reason: string;
}

/** What a moderator has prepared, as it is kept until it is confirmed. */
export type Prepared = PreparedChange | PreparedAddition | PreparedEdit | PreparedStrike;

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
const isDate: Guard<PartialDate> = (value): value is PartialDate =>
  isText(value) && parsePartialDate(value) !== null;

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

const isPrepared: Guard<Prepared> = eitherOf<Prepared>(
  shapeOf<PreparedChange>({
    kind: isOneOf('change'),
    rollBackTo: orNull(isText),
    files: listOf(isFileChange),
    from: isText,
    to: isText,
    action: isAction,
    subject: isText,
    note: isText,
  }),
  shapeOf<PreparedAddition>({
    kind: isOneOf('addition'),
    draft: isDraft,
    typed: orNull(isTyped),
    repeats: listOf(isText),
  }),
  shapeOf<PreparedEdit>({ kind: isOneOf('edit'), articleId: isText, yaml: isText }),
  shapeOf<PreparedStrike>({ kind: isOneOf('strike'), articleId: isText, on: isDate, reason: isText }),
);

/** @returns `null` for what is nothing prepared: it may be of another version of the bot. */
export function parsePrepared(content: string): Prepared | null {
  try {
    const value: unknown = JSON.parse(content);
    return isPrepared(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
