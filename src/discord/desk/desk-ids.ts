/** Lists that are read page by page. */
export const LISTS = ['gaps', 'history', 'log', 'pins', 'votes'] as const;
export type ListName = (typeof LISTS)[number];

const DRAFT_ACTS = ['confirm', 'cancel', 'details', 'reopen'] as const;
/** What is done with what was prepared: apply it, throw it away, mend its details or what was typed. */
export type DraftAct = (typeof DRAFT_ACTS)[number];

/** A press on the moderators' desk. */
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
export function parseDeskPress(customId: string): DeskPress | null {
  const [, act, draftId = ''] = DRAFT.exec(customId) ?? [];
  const known = DRAFT_ACTS.find((each) => each === act);
  if (known) return { kind: 'draft', act: known, draftId };
  const [, name, offset] = LIST.exec(customId) ?? [];
  const list = LISTS.find((each) => each === name);
  return list ? { kind: 'list', list, offset: Number(offset) } : null;
}
