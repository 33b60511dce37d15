import { describe, expect, it } from 'vitest';
import { parsePress } from '../../../src/discord/message/ids.js';
import { formatDraftId, formatListId, LISTS } from '../../../src/discord/message/ids.js';
import { formatDetailsFormId, formatEditFormId, parseForm } from '../../../src/discord/message/ids.js';

const DRAFT = '0123456789abcdef';
const MAX_ID_CHARS = 100;

describe('the ids of the desk', () => {
  it.each(['confirm', 'cancel', 'details', 'reopen'] as const)('carry a draft to %s', (act) => {
    expect(parsePress(formatDraftId(act, DRAFT))).toEqual({ kind: 'draft', act, draftId: DRAFT });
  });

  it.each(LISTS)('carry a page of %s', (list) => {
    expect(parsePress(formatListId(list, 9999))).toEqual({ kind: 'list', list, offset: 9999 });
  });

  it.each([
    [`v1:draft:burn:${DRAFT}`],
    ['v1:draft:confirm:0123'],
    [`v1:draft:confirm:${DRAFT}0`],
    ['v1:list:secrets:0'],
    ['v1:list:log:-1'],
  ])('are not read from "%s"', (customId) => {
    expect(parsePress(customId)).toBeNull();
  });

  it('carry a form, also for the longest id of an article', () => {
    const articleId = 'a'.repeat(60);
    const edit = formatEditFormId(articleId, 'abcdef01');
    expect(edit.length).toBeLessThanOrEqual(MAX_ID_CHARS);
    expect(parseForm(edit)).toEqual({ kind: 'edit', articleId, checksum: 'abcdef01' });
    expect(parseForm(formatDetailsFormId(DRAFT))).toEqual({ kind: 'details', draftId: DRAFT });
    expect(parseForm('v1:form:paste')).toEqual({ kind: 'paste' });
  });

  it.each([['v1:form:edit:Bridge!:abcdef01'], ['v1:form:details:'], ['v0:form:paste'], ['']])(
    'are no form: "%s"',
    (customId) => {
      expect(parseForm(customId)).toBeNull();
    },
  );
});
