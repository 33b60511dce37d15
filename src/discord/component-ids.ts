import { checksum } from '../core/hash.js';
import type { Passage } from '../core/article.js';
import { parseHandle } from '../core/handle.js';
import { parseDeskPress, type DeskPress } from './desk/desk-ids.js';

/** What a button does and all that it needs to know; it travels in the button's `custom_id`. */
export type Press =
  | DeskPress
  | {
      readonly kind: 'context';
      readonly handle: string;
      /** Passages to show, both included; only the passage itself folds the context away. */
      readonly from: number;
      readonly to: number;
      /** Of the passage's text when it was shown. */
      readonly checksum: string;
    }
  | { readonly kind: 'page'; readonly offset: number }
  | { readonly kind: 'delete'; readonly askerId: string }
  | { readonly kind: 'share' }
  | { readonly kind: 'why' }
  | { readonly kind: 'vote'; readonly isUp: boolean }
  | {
      readonly kind: 'share-sources';
      /** The message that the sources are for. */
      readonly channelId: string;
      readonly messageId: string;
    }
  | {
      readonly kind: 'source';
      readonly articleId: string;
      /** The page starts with this paragraph, or ends with it. */
      readonly paragraph: number;
      readonly edge: 'first' | 'last';
    };

const CONTEXT = /^v1:context:([^:]+):(\d+)-(\d+):([0-9a-f]{8})$/u;
const PAGE = /^v1:page:(\d{1,2})$/u;
const DELETE = /^v1:delete:(\d{1,20})$/u;
const SHARE_SOURCES = /^v1:sources:(\d{1,20}):(\d{1,20})$/u;
const SOURCE = /^v1:source:([a-z0-9_/-]{1,60}):(\d{1,6}):(first|last)$/u;

export function formatContextId(passage: Passage, from: number, to: number): string {
  return `v1:context:${passage.handle}:${from}-${to}:${checksum(passage.text)}`;
}

export function formatPageId(offset: number): string {
  return `v1:page:${offset}`;
}

export function formatDeleteId(askerId: string): string {
  return `v1:delete:${askerId}`;
}

export const SHARE_ID = 'v1:share';
export const WHY_ID = 'v1:why';
export const VOTE_UP_ID = 'v1:vote:up';
export const VOTE_DOWN_ID = 'v1:vote:down';
/** Of the list from which an article is opened. */
export const OPEN_ID = 'v1:open';

export function formatShareSourcesId(channelId: string, messageId: string): string {
  return `v1:sources:${channelId}:${messageId}`;
}

export function formatSourceId(articleId: string, paragraph: number, edge: 'first' | 'last'): string {
  return `v1:source:${articleId}:${paragraph}:${edge}`;
}

/** @returns `null` for an id of another version, or of anyone else. */
export function parsePress(customId: string): Press | null {
  if (customId === SHARE_ID) return { kind: 'share' };
  if (customId === WHY_ID) return { kind: 'why' };
  if (customId === VOTE_UP_ID) return { kind: 'vote', isUp: true };
  if (customId === VOTE_DOWN_ID) return { kind: 'vote', isUp: false };

  const [, handle, from, to, sum] = CONTEXT.exec(customId) ?? [];
  if (handle !== undefined && parseHandle(handle)) {
    return { kind: 'context', handle, from: Number(from), to: Number(to), checksum: sum ?? '' };
  }
  const [, offset] = PAGE.exec(customId) ?? [];
  if (offset !== undefined) return { kind: 'page', offset: Number(offset) };

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
