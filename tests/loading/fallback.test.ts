import { describe, expect, it } from 'vitest';
import type { WithdrawnArticle } from '../../src/core/model/article.js';
import type { ArticleFile, ArticleList, CorpusReading } from '../../src/corpus/files/read-corpus.js';
import type { Previous, PreviousRequest } from '../../src/loading/build-messages.js';
import { Fallback } from '../../src/loading/fallback.js';
import { makeArticle, WITHDRAWAL } from '../support/fake-corpus.js';

const QUOTED = ['news/a', 'news/d'].map((id) => makeArticle(id, ['Quoted.']));
const WITHDRAWN = ['b', 'news/c'].map((id): WithdrawnArticle => {
  return { ...WITHDRAWAL, article: makeArticle(id, ['Gone.']).article, fingerprint: id };
});
const NEWS = { idPrefix: 'news/', folder: 'news' };
const CLOSED = { file: 'news', line: null, code: 'FOLDER_UNREADABLE', facts: { cause: 'EACCES' } } as const;
const BAD = { file: 'b.md', line: 1, code: 'FRONT_MATTER_OPEN', facts: {} } as const;

/** What was loaded before. */
function recall({ articleIds, idPrefixes }: PreviousRequest): Promise<Previous> {
  const isMeant = (id: string): boolean =>
    articleIds.includes(id) || idPrefixes.some((prefix) => id.startsWith(prefix));
  return Promise.resolve({
    articles: QUOTED.filter(({ article }) => isMeant(article.id)),
    withdrawn: WITHDRAWN.filter(({ article }) => isMeant(article.id)),
    glossary: [],
  });
}

const listOf = (ids: readonly string[]): ArticleList => ({
  root: '/corpus',
  files: ids.map((id): ArticleFile => ({ id, file: `${id}.md`, format: 'markdown' })),
  rejectedFolders: [NEWS],
  problems: [CLOSED],
  found: { paths: [], sizes: new Float64Array(), times: new Float64Array(), problems: [CLOSED] },
  tried: ids.length,
});

const readingOf = (parts: Partial<CorpusReading>): CorpusReading => ({
  articles: [],
  withdrawn: [],
  glossary: [],
  problems: [],
  rejected: [],
  rejectedFolders: [],
  inputFiles: {
    paths: [],
    sizes: new Float64Array(),
    times: new Float64Array(),
    problems: [],
    hashes: new Uint8Array(),
  },
  ...parts,
});

describe('Fallback', () => {
  it('leaves an article withdrawn whose file goes bad, and gives no text of it', async () => {
    const lastGood = new Fallback(recall);
    expect(await lastGood.findArticle('b')).toBeUndefined();
    const reading = readingOf({ problems: [BAD], rejected: [{ id: 'b', file: 'b.md' }] });
    expect(await lastGood.complete(reading)).toEqual({
      glossary: [],
      withdrawn: [WITHDRAWN[0]],
      fallbacks: ['b.md'],
      problems: [{ ...BAD, hasFallback: true }],
    });
  });

  it('keeps both kinds of articles of a folder that cannot be listed', async () => {
    const lastGood = new Fallback(recall);
    await lastGood.findFolders(listOf(['b']));
    expect(lastGood.takeBefore()).toEqual(QUOTED);
    const reading = readingOf({ problems: [CLOSED], rejectedFolders: [NEWS] });
    expect(await lastGood.complete(reading)).toMatchObject({
      withdrawn: [{ article: { id: 'news/c' } }],
      fallbacks: ['news'],
      problems: [{ hasFallback: true }],
    });
  });

  it('keeps none of a folder that now stands in another file', async () => {
    const lastGood = new Fallback(recall);
    await lastGood.findFolders(listOf(['news/a', 'news/c', 'news/d']));
    expect(lastGood.takeBefore()).toEqual([]);
    expect(await lastGood.complete(readingOf({ rejectedFolders: [NEWS] }))).toMatchObject({
      withdrawn: [],
      fallbacks: [],
    });
  });

  it('gives the withdrawn by id, whether they were read or are kept', async () => {
    const lastGood = new Fallback(recall);
    await lastGood.findFolders(listOf([]));
    const read = ['a', 'z'].flatMap((id) =>
      WITHDRAWN.slice(0, 1).map((each) => ({ ...each, article: { ...each.article, id } })),
    );
    const { withdrawn } = await lastGood.complete(readingOf({ withdrawn: read }));
    expect(withdrawn.map(({ article }) => article.id)).toEqual(['a', 'news/c', 'z']);
  });
});
