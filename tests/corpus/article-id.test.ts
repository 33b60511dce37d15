import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatArticleId, MAX_ID_CHARS } from '../../src/corpus/article-id.js';

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8);

describe('formatArticleId', () => {
  it.each([
    ['a path', 'news/2023/lake_market', 'news/2023/lake_market'],
    ['capitals and spaces', 'News Desk/The  Lake!', 'news-desk/the-lake'],
    ['diacritics', 'Élévation/Ñandú', 'elevation/nandu'],
    ['backslashes', 'news\\lake', 'news/lake'],
    ['marks at the ends of names', '-news-/(lake)', 'news/lake'],
    ['dots', 'v1.2.3', 'v1-2-3'],
    ['letters that have no Latin form', 'news/مقال', `news/${hash('مقال')}`],
    ['a name of marks only', '!!!', hash('!!!')],
    ['nothing at all', '', hash('')],
  ])('turns %s into an id', (_name, path, id) => {
    expect(formatArticleId(path)).toBe(id);
  });

  it.each([
    [MAX_ID_CHARS - 1, 'a'.repeat(MAX_ID_CHARS - 1)],
    [MAX_ID_CHARS, 'a'.repeat(MAX_ID_CHARS)],
    [MAX_ID_CHARS + 1, `${'a'.repeat(51)}-${hash('a'.repeat(MAX_ID_CHARS + 1))}`],
  ])('keeps ids of %i characters to the limit', (length, id) => {
    expect(formatArticleId('a'.repeat(length))).toBe(id);
  });

  it('tells long paths apart that begin alike', () => {
    const start = 'a'.repeat(80);
    expect(formatArticleId(`${start}1`)).not.toBe(formatArticleId(`${start}2`));
  });

  it('always gives an id', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (path) => {
        expect(formatArticleId(path)).toMatch(/^[a-z0-9_/-]{1,60}$/u);
      }),
    );
  });
});
