/** Writes and parses the `custom_id`s of buttons, menus and forms. */

import { checksum } from '../../core/arrays/hash.js';
import { parseHandle, type Passage } from '../../core/model/article.js';

/** A button's action and its parameters, which the button's `custom_id` carries. */
export type Press =
  | DeskPress
  | {
      readonly kind: 'context';
      readonly handle: string;
      /** Paragraphs to show, both ends included; the passage alone folds the context. */
      readonly from: number;
      readonly to: number;
      /** The checksum of the passage's text when it was shown. */
      readonly checksum: string;
    }
  | { readonly kind: 'page'; readonly offset: number }
  | { readonly kind: 'closest'; readonly offset: number }
  | { readonly kind: 'plain' }
  | { readonly kind: 'delete'; readonly askerId: string }
  | { readonly kind: 'share' }
  | { readonly kind: 'why' }
  | { readonly kind: 'vote'; readonly isUp: boolean }
  | {
      readonly kind: 'share-sources';
      /** The message whose sources are shown. */
      readonly channelId: string;
      readonly messageId: string;
    }
  | {
      readonly kind: 'source';
      readonly articleId: string;
      /** The first or last paragraph of the page, by `edge`. */
      readonly paragraph: number;
      readonly edge: 'first' | 'last';
    };

const CONTEXT = /^v1:context:([^:]+):(\d+)-(\d+):([0-9a-f]{8})$/u;
const PAGE = /^v1:page:(\d{1,2})$/u;
const CLOSEST = /^v1:closest:(\d{1,2})$/u;
const DELETE = /^v1:delete:(\d{1,20})$/u;
const SHARE_SOURCES = /^v1:sources:(\d{1,20}):(\d{1,20})$/u;
const SOURCE = /^v1:source:([a-z0-9_/-]{1,60}):(\d{1,6}):(first|last)$/u;

export function formatContextId(passage: Passage, from: number, to: number): string {
  return `v1:context:${passage.handle}:${from}-${to}:${checksum(passage.text)}`;
}

export function formatPageId(offset: number): string {
  return `v1:page:${offset}`;
}

/** @param offset - The number of closest passages before the page. */
export function formatClosestId(offset: number): string {
  return `v1:closest:${offset}`;
}

export function formatDeleteId(askerId: string): string {
  return `v1:delete:${askerId}`;
}

export const SHARE_ID = 'v1:share';
/** The id of the button that asks again without reading filters in the question. */
export const PLAIN_ID = 'v1:plain';
export const WHY_ID = 'v1:why';
export const VOTE_UP_ID = 'v1:vote:up';
export const VOTE_DOWN_ID = 'v1:vote:down';
/** The id of the select menu that opens an article. */
export const OPEN_ID = 'v1:open';

export function formatShareSourcesId(channelId: string, messageId: string): string {
  return `v1:sources:${channelId}:${messageId}`;
}

export function formatSourceId(articleId: string, paragraph: number, edge: 'first' | 'last'): string {
  return `v1:source:${articleId}:${paragraph}:${edge}`;
}

/** @returns `null` for an unknown id, such as one of another version. */
export function parsePress(customId: string): Press | null {
  if (customId === SHARE_ID) return { kind: 'share' };
  if (customId === PLAIN_ID) return { kind: 'plain' };
  if (customId === WHY_ID) return { kind: 'why' };
  if (customId === VOTE_UP_ID) return { kind: 'vote', isUp: true };
  if (customId === VOTE_DOWN_ID) return { kind: 'vote', isUp: false };

  const [, handle, from, to, sum] = CONTEXT.exec(customId) ?? [];
  if (handle !== undefined && parseHandle(handle)) {
    return { kind: 'context', handle, from: Number(from), to: Number(to), checksum: sum ?? '' };
  }
  const [, offset] = PAGE.exec(customId) ?? [];
  if (offset !== undefined) return { kind: 'page', offset: Number(offset) };

  const [, closest] = CLOSEST.exec(customId) ?? [];
  if (closest !== undefined) return { kind: 'closest', offset: Number(closest) };

  const [, askerId] = DELETE.exec(customId) ?? [];
  if (askerId !== undefined) return { kind: 'delete', askerId };

  const [, channelId, messageId] = SHARE_SOURCES.exec(customId) ?? [];
  if (channelId !== undefined && messageId !== undefined)
    return { kind: 'share-sources', channelId, messageId };

  const [, articleId, paragraph, edge] = SOURCE.exec(customId) ?? [];
  if (articleId === undefined) return parseDeskPress(customId);
  return {
    kind: 'source',
    articleId,
    paragraph: Number(paragraph),
    edge: edge === 'last' ? 'last' : 'first',
  };
}

/** The subcommands of `/corpus` that show a list page by page. */
export const LISTS = ['gaps', 'history', 'log', 'pins', 'votes'] as const;
export type ListName = (typeof LISTS)[number];

const DRAFT_ACTS = ['confirm', 'cancel', 'details', 'reopen'] as const;
/** An action on a draft: apply it, discard it, change its details, or edit what was typed again. */
type DraftAct = (typeof DRAFT_ACTS)[number];

export type DeskPress =
  | { readonly kind: 'draft'; readonly act: DraftAct; readonly draftId: string }
  | { readonly kind: 'list'; readonly list: ListName; readonly offset: number };

const DRAFT = /^v1:draft:([a-z]+):([0-9a-f]{16})$/u;
const LIST = /^v1:list:([a-z]+):(\d{1,4})$/u;

export function formatDraftId(act: DraftAct, draftId: string): string {
  return `v1:draft:${act}:${draftId}`;
}

export function formatListId(list: ListName, offset: number): string {
  return `v1:list:${list}:${offset}`;
}

/** @returns `null` for the id of any other button. */
function parseDeskPress(customId: string): DeskPress | null {
  const [, verb, draftId = ''] = DRAFT.exec(customId) ?? [];
  const act = DRAFT_ACTS.find((each) => each === verb);
  if (act) return { kind: 'draft', act, draftId };
  const [, name, offset] = LIST.exec(customId) ?? [];
  const list = LISTS.find((each) => each === name);
  return list ? { kind: 'list', list, offset: Number(offset) } : null;
}

/** A form's purpose and its parameters, which the form's `custom_id` carries. */
export type Form =
  | { readonly kind: 'vote' }
  | { readonly kind: 'paste' }
  | { readonly kind: 'details'; readonly draftId: string }
  | {
      readonly kind: 'edit';
      readonly articleId: string;
      /** The checksum of the front matter when the form was opened. */
      readonly checksum: string;
    };

export const VOTE_FORM_ID = 'v1:form:vote';
export const PASTE_FORM_ID = 'v1:form:paste';
const DETAILS = /^v1:form:details:([0-9a-f]{16})$/u;
const EDIT = /^v1:form:edit:([a-z0-9_/-]{1,60}):([0-9a-f]{8})$/u;

export function formatDetailsFormId(draftId: string): string {
  return `v1:form:details:${draftId}`;
}

export function formatEditFormId(articleId: string, checksum: string): string {
  return `v1:form:edit:${articleId}:${checksum}`;
}

/** @returns `null` for an unknown id, such as one of another version. */
export function parseForm(customId: string): Form | null {
  if (customId === VOTE_FORM_ID) return { kind: 'vote' };
  if (customId === PASTE_FORM_ID) return { kind: 'paste' };
  const [, draftId] = DETAILS.exec(customId) ?? [];
  if (draftId !== undefined) return { kind: 'details', draftId };
  const [, articleId, checksum = ''] = EDIT.exec(customId) ?? [];
  return articleId === undefined ? null : { kind: 'edit', articleId, checksum };
}
