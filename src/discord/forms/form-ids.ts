/** What a form is for; it travels in the form's `custom_id`. */
export interface Form {
  readonly kind: 'vote';
}

export const VOTE_FORM_ID = 'v1:form:vote';

/** @returns `null` for an id of another version. */
export function parseForm(customId: string): Form | null {
  return customId === VOTE_FORM_ID ? { kind: 'vote' } : null;
}
