import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from '../../src/app.js';
import type { Answer } from '../../src/core/answering/answer.js';
import { parseAskRequest } from '../../src/core/answering/answer.js';
import { listArticles } from '../support/fake-corpus.js';

const SHARED = join(import.meta.dirname, '..', '..', '..', 'shared');
const ARTICLES = join(SHARED, 'raw-articles');
const QUESTIONS = join(SHARED, 'eval', 'raw-article-questions.json');
const LOADING_URL = new URL('../../dist/src/loading/', import.meta.url);

interface Questions {
  readonly answerable: readonly { readonly question: string; readonly gold: readonly string[] }[];
  readonly unanswerable: readonly string[];
}

const isHere = existsSync(ARTICLES) && existsSync(QUESTIONS);
const questions: Questions = isHere
  ? (JSON.parse(readFileSync(QUESTIONS, 'utf8')) as Questions)
  : { answerable: [], unanswerable: [] };

describe.skipIf(!isHere)('the four raw articles (skipped where ../shared is absent)', () => {
  let app: App;

  beforeAll(async () => {
    app = await startApp({ corpusDir: ARTICLES, loadingUrl: LOADING_URL });
  });

  afterAll(async () => {
    await app.close();
  });

  const ask = (question: string): Promise<Answer> => {
    const loaded = app.services.loaded();
    return app.services.ask(loaded, parseAskRequest({ question }, loaded.corpus.outlets));
  };

  it('load without a problem, with what they say of themselves and no more', () => {
    const { corpus, problems } = app.services.loaded();
    expect(problems).toEqual([]);
    const facts = listArticles(corpus).map(({ hasHeadline, outlet, author, published }) => [
      hasHeadline,
      outlet,
      author,
      published,
    ]);
    expect(facts).toEqual([
      [true, null, null, null],
      [true, null, 'Nono', '2023-03-24'],
      [true, 'The Star', null, null],
      [false, null, null, null],
    ]);
  });

  it('lose their page furniture', () => {
    const { corpus } = app.services.loaded();
    const text = listArticles(corpus)
      .map(({ id }) => corpus.text(id))
      .join('\n');
    expect(text).not.toMatch(/Leave a Reply|Also Read|WATCH:|Image: PCS|In Summary|150 views/u);
  });

  it('answer each question with the right passage among the first three, all but one of them first', async () => {
    const ranks = await Promise.all(
      questions.answerable.map(async ({ question, gold }) => {
        const { evidence } = await ask(question);
        return evidence.findIndex(({ passage }) => gold.some((piece) => passage.text.includes(piece)));
      }),
    );
    expect(ranks).not.toContain(-1);
    expect(ranks.filter((rank) => rank === 0).length).toBeGreaterThanOrEqual(10);
  });

  it('refuse the questions that they do not answer', async () => {
    for (const question of questions.unanswerable) {
      expect(await ask(question), question).toMatchObject({ kind: 'nothing-found' });
    }
  });
});
