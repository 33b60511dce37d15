import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFolder } from '../read-folder.js';
import { listPassages } from '../fake-sentences.js';

const DIR = '../shared/raw-articles';

describe.skipIf(!existsSync(DIR))(`the raw articles (skipped where ${DIR} is absent)`, () => {
  it('load as they are', async () => {
    const { articles, problems } = await readFolder(DIR);
    expect(problems).toEqual([]);
    expect(
      articles.map(({ article, passages }) => [
        article.id.slice(0, 3),
        article.hasHeadline,
        article.outlet,
        article.author,
        article.published,
        passages.length,
      ]),
    ).toEqual([
      ['000', true, null, null, null, 10],
      ['001', true, null, expect.any(String), '2023-03-24', 8],
      ['002', true, 'The Star', null, null, 16],
      ['003', false, null, null, null, 12],
    ]);
  });

  it('lose their furniture, and nothing else', async () => {
    const { articles } = await readFolder(DIR);
    const passages = articles.flatMap(listPassages);
    const furniture = /^(?:Leave a Reply|Also Read|WATCH:|In Summary|Image:|•)|\d views/u;
    expect(passages.filter((passage) => furniture.test(passage))).toEqual([]);
    expect(new Set(passages).size).toBe(passages.length);
  });
});
