import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { formatArticleId, formatIdPrefix, MAX_ID_CHARS } from '../../../src/corpus/files/article-id.js';

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

describe('formatIdPrefix', () => {
  it.each([
    'news',
    'News 2023/Lake',
    'habari/日本',
    `a/${'b'.repeat(48)}`,
    'c'.repeat(50),
    'd'.repeat(51),
    'e/'.repeat(40),
  ])('is what the ids of a folder begin with: %s', (folder) => {
    const prefix = formatIdPrefix(folder);
    expect(formatArticleId(`${folder}/x`).startsWith(prefix)).toBe(true);
    expect(formatArticleId(`${folder}/${'long-name/'.repeat(9)}x`).startsWith(prefix)).toBe(true);
  });

  it('is none of a neighbour whose name begins alike', () => {
    expect(formatArticleId('news2/x').startsWith(formatIdPrefix('news'))).toBe(false);
  });
});
