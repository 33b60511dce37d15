/** What a form is about and all that it needs to know; it travels in the form's `custom_id`. */
export type Form =
  | { readonly kind: 'vote' }
  | { readonly kind: 'paste' }
  | { readonly kind: 'details'; readonly draftId: string }
  | {
      readonly kind: 'edit';
      readonly articleId: string;
      /** Of the front matter when the form was opened. */
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

/** @returns `null` for an id of another version, or of anyone else. */
export function parseForm(customId: string): Form | null {
  if (customId === VOTE_FORM_ID) return { kind: 'vote' };
  if (customId === PASTE_FORM_ID) return { kind: 'paste' };
  const [, draftId] = DETAILS.exec(customId) ?? [];
  if (draftId !== undefined) return { kind: 'details', draftId };
  const [, articleId, checksum = ''] = EDIT.exec(customId) ?? [];
  return articleId === undefined ? null : { kind: 'edit', articleId, checksum };
}
