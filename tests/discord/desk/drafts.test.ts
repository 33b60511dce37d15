import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Fault } from '../../../src/core/model/fault.js';
import type { PartialDate } from '../../../src/core/model/partial-date.js';
import type { DraftStore, State } from '../../../src/core/model/state.js';
import { findDraft, putBackDraft, saveDraft, takeDraft } from '../../../src/discord/desk/drafts.js';
import { parseDraftContent, type DraftContent } from '../../../src/discord/desk/drafts.js';
import { openState } from '../../../src/state/open-state.js';
import { placeDatabase } from '../../support/temporary-database.js';

const FACTS = {
  title: 'Rain',
  outlet: null,
  published: '2023-08' as PartialDate,
  url: 'https://rain.example/',
  caution: null,
};
const DRAFT = { facts: FACTS, author: null, language: 'en', tags: ['rain'], body: 'Rain fell.' };
const CHANGE = {
  kind: 'change',
  rollBackTo: null,
  files: [
    { file: 'rain.md', text: 'Rain.' },
    { file: 'sun.md', text: null },
  ],
  from: 'abcdef0',
  to: '1234567',
  action: 'reload',
  subject: '',
  note: '',
} as const;
const ADDITION = { kind: 'addition', draft: DRAFT, typed: null, repeats: ['bridge'] } as const;
const EDIT = { kind: 'edit', articleId: 'rain', yaml: 'title: Rain' } as const;
const STRIKE = {
  kind: 'strike',
  articleId: 'rain',
  on: '2026-11-22' as PartialDate,
  reason: 'False.',
} as const;
const TYPED = { title: '', outlet: '', published: 'soon', url: 'x', caution: '' };

describe('what is prepared', () => {
  it.each<[string, DraftContent]>([
    ['a change', CHANGE],
    ['a way back', { ...CHANGE, files: [], rollBackTo: '7654321', action: 'rollback' }],
    ['an article', ADDITION],
    ['an article with details to be mended', { ...ADDITION, typed: TYPED }],
    ['a front matter', EDIT],
    ['a strike', STRIKE],
  ])('is read back: %s', (_name, prepared) => {
    expect(parseDraftContent(JSON.stringify(prepared))).toEqual(prepared);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['text', 'change'],
    ['a list', [CHANGE]],
    ['another kind', { ...CHANGE, kind: 'burn' }],
    ['an unknown action', { ...CHANGE, action: 'burn' }],
    ['a file without text', { ...CHANGE, files: [{ file: 'rain.md' }] }],
    ['a change without files', { ...CHANGE, files: null }],
    ['a date of no calendar', { ...STRIKE, on: '2026-02-30' }],
    ['an article without a body', { ...ADDITION, draft: { ...DRAFT, body: undefined } }],
    ['details without a link', { ...ADDITION, typed: { ...TYPED, url: undefined } }],
  ])('is not read from %s', (_name, value) => {
    expect(parseDraftContent(JSON.stringify(value))).toBeNull();
  });

  it('is not read from what is no JSON', () => {
    expect(parseDraftContent('{')).toBeNull();
  });
});

describe('a draft', () => {
  const place = placeDatabase();
  let state: State;

  beforeAll(async () => {
    state = await openState({ url: place.url });
  });
  afterAll(() => {
    state.close();
    place.remove();
  });

  it('is looked at as often as anyone likes, and taken once', async () => {
    const drafts = { state, now: () => 5 };
    const id = (await saveDraft(drafts, '12345678901234567', EDIT)) ?? '';
    expect(id).toMatch(/^[0-9a-f]{16}$/u);
    expect((await findDraft(drafts, id)).content).toEqual(EDIT);
    const tries = await Promise.allSettled([takeDraft(drafts, id), takeDraft(drafts, id)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(findDraft(drafts, id)).rejects.toMatchObject({ code: 'DRAFT_GONE' });
  });

  it('can be given back under its id', async () => {
    const drafts = { state, now: () => 5 };
    const id = (await saveDraft(drafts, '12345678901234567', EDIT)) ?? '';
    const kept = await takeDraft(drafts, id);
    expect(await putBackDraft(drafts, kept)).toBe(true);
    expect(await takeDraft(drafts, id)).toEqual(kept);
  });

  it('cannot be kept without a database, and that is told', async () => {
    const gone = (): Promise<never> =>
      Promise.reject(new Fault('STATE_UNAVAILABLE', 'gone', { facts: { cause: 'other' } }));
    const broken: DraftStore = { put: gone, get: gone, take: gone };
    const drafts = { state: { drafts: broken }, now: () => 5 };
    expect(await saveDraft(drafts, '1', EDIT)).toBeNull();
    await expect(findDraft(drafts, '0123456789abcdef')).rejects.toMatchObject({
      code: 'STATE_UNAVAILABLE',
    });
  });
});
