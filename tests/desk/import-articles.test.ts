import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileChange } from '../../src/core/model/desk.js';
import { createDuplicateFinder } from '../../src/core/likeness/find-duplicates.js';
import { diagnose } from '../../src/core/model/problem.js';
import { refuseDraft } from '../../src/corpus/reading/reading.js';
import { findWall } from '../../src/fetch/paywall.js';
import { createFetchPage, FETCH_LIMITS } from '../../src/fetch/fetch-page.js';
import { readFeed } from '../../src/fetch/read-feed.js';
import { importArticles, type ImportOptions, type ImportReport } from '../../src/desk/import-articles.js';
import { loadArticles, makeArticle, shareAnalyzer } from '../support/fake-corpus.js';
import { PATIENCE_MS } from '../support/patience.js';
import { allowOnly, startLocalWeb, type LocalWeb } from '../support/start-local-web.js';

let web: LocalWeb;

/** A page with a story that no other has. */
function story(name: string): string {
  const sentences = Array.from(
    { length: 14 },
    (_, i) => `Reporter ${name} saw ${name}${'abcdefghijklmn'.charAt(i)} near market ${name}.`,
  );
  return `<html><head><title>Story of ${name}</title></head><body><article>${sentences.map((each) => `<p>${each}</p>`).join('')}</article></body></html>`;
}

beforeAll(async () => {
  web = await startLocalWeb(({ url = '' }, response) => {
    if (url === '/feed') {
      const items = ['/maize', '/bridge', '/gone', '/maize'].map(
        (path) => `<item><link>${path}</link></item>`,
      );
      response.writeHead(200, { 'content-type': 'application/rss+xml' });
      response.end(`<rss version="2.0"><channel><title>T</title>${items.join('')}</channel></rss>`);
    } else if (url === '/gone') response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'text/html' }).end(story(url.slice(1)));
  });
});

afterAll(() => web.close());

interface Run extends ImportReport {
  readonly written: readonly FileChange[];
  readonly progress: readonly string[];
}

async function run(sources: readonly string[], options: Partial<ImportOptions> = {}): Promise<Run> {
  const written: FileChange[] = [];
  const progress: string[] = [];
  const corpus = loadArticles(makeArticle('old', ['An article that was there before.'])).corpus;
  const report = await importArticles(
    sources,
    {
      findWall,
      fetchPage: createFetchPage({
        version: '1',
        guard: allowOnly(web.port),
        limits: { ...FETCH_LIMITS, totalMs: PATIENCE_MS },
      }),
      readFeed,
      readFile: (path) =>
        path === 'story.md'
          ? Promise.resolve(Buffer.from('---\noutlet: Daily Lantern\n---\n# A story\n\nTold in one line.'))
          : Promise.reject(refuseDraft(diagnose('FILE_UNREADABLE', { cause: 'ENOENT' }))),
      splitSentences: shareAnalyzer().splitSentences,
      duplicates: await createDuplicateFinder(corpus, shareAnalyzer(), () => Promise.resolve()),
      takenIds: new Set(['old', 'story-of-bridge']),
      write: (change) => {
        written.push(change);
        return Promise.resolve();
      },
    },
    {
      isDryRun: false,
      outlet: null,
      signal: new AbortController().signal,
      onProgress: (done, total) => progress.push(`${done}/${total}`),
      ...options,
    },
  );
  return { ...report, written, progress };
}

describe('importArticles', () => {
  it('adds files, pages and all that a feed leads to', async () => {
    const {
      outcomes,
      remaining: left,
      written,
      progress,
    } = await run(['story.md', `${web.origin}/feed`, `${web.origin}/bridge`]);
    expect(outcomes.map((outcome) => [outcome.kind, 'file' in outcome ? outcome.file : null])).toEqual([
      ['added', 'a-story.md'],
      ['added', 'story-of-bridge-2.md'],
      ['added', 'story-of-maize.md'],
      ['refused', null],
    ]);
    expect(written.map(({ file }) => file)).toEqual([
      'a-story.md',
      'story-of-bridge-2.md',
      'story-of-maize.md',
    ]);
    expect([left, progress]).toEqual([0, ['1/3', '1/4', '2/4', '3/4', '4/4']]);
  });

  it('leaves out what it has added already, under whatever address', async () => {
    const { outcomes, written } = await run([`${web.origin}/maize`, `${web.origin}/maize?utm_source=x`]);
    expect(outcomes[1]).toMatchObject({
      kind: 'skipped',
      duplicate: { why: 'same-address', article: { id: 'story-of-maize' } },
    });
    expect(written).toHaveLength(1);
  });

  it('names the outlet where the page names none', async () => {
    const { written } = await run(['story.md', `${web.origin}/maize`], { outlet: 'The Star' });
    expect(written.map(({ text }) => /^outlet: .*$/mu.exec(text ?? '')?.[0])).toEqual([
      'outlet: Daily Lantern',
      'outlet: The Star',
    ]);
  });

  it('writes nothing on a dry run, and says what it would write', async () => {
    const { outcomes, written } = await run([`${web.origin}/maize`], { isDryRun: true });
    expect([outcomes[0]?.kind, written]).toEqual(['added', []]);
  });

  it('goes on after what it cannot read, and says why', async () => {
    const { outcomes } = await run(['none.md', 'http://127.0.0.2/', `${web.origin}/maize`]);
    expect(outcomes).toMatchObject([
      { kind: 'refused', fault: { code: 'ARTICLE_UNREADABLE' } },
      { kind: 'refused', fault: { code: 'FETCH_REFUSED' } },
      { kind: 'added' },
    ]);
  });

  it('reads a source once that is given twice', async () => {
    const { outcomes } = await run(['story.md', 'story.md']);
    expect(outcomes).toHaveLength(1);
  });

  it('ends between two articles when it is stopped, and counts what is left', async () => {
    const stop = new AbortController();
    const {
      outcomes,
      remaining: left,
      written,
    } = await run(['story.md', `${web.origin}/maize`, `${web.origin}/bridge`], {
      signal: stop.signal,
      onProgress: () => {
        stop.abort();
      },
    });
    expect([outcomes.length, left, written.length]).toEqual([1, 2, 1]);
  });
});
