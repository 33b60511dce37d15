import { describe, expect, it } from 'vitest';
import type { FetchedPage } from '../../src/core/model/fetch-page.js';
import { takeTurns } from '../../src/fetch/take-turns.js';

/** Pages that come when they are told to, and pauses that end when they are told to. */
function makeWeb(): {
  readonly asked: string[];
  readonly answer: (url: string, isThere?: boolean) => Promise<void>;
  readonly endPause: () => Promise<void>;
  readonly get: (url: string) => Promise<FetchedPage>;
} {
  const asked: string[] = [];
  const pending = new Map<string, (isThere: boolean) => void>();
  const pauses: (() => void)[] = [];
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const fetchPage = (url: string): Promise<FetchedPage> => {
    asked.push(url);
    return new Promise((resolve, reject) => {
      pending.set(url, (isThere) => {
        if (isThere) resolve({ url, contentType: null, charset: null, bytes: new Uint8Array() });
        else reject(new Error('not there'));
      });
    });
  };
  const wait = (): Promise<void> => new Promise((resolve) => pauses.push(resolve));
  return {
    asked,
    answer: async (url, isThere = true) => {
      await settle();
      pending.get(url)?.(isThere);
      return settle();
    },
    endPause: () => {
      pauses.shift()?.();
      return settle();
    },
    get: takeTurns(fetchPage, { aHost: 2, wait }),
  };
}

describe('takeTurns', () => {
  it('asks a host for two pages at once, and for the next after a pause', async () => {
    const { asked, answer, endPause, get } = makeWeb();
    const pages = ['/1', '/2', '/3'].map((path) => get(`https://a.example${path}`));
    await Promise.resolve();
    expect(asked).toEqual(['https://a.example/1', 'https://a.example/2']);
    await answer('https://a.example/1');
    expect(asked).toHaveLength(2);
    await endPause();
    expect(asked.at(-1)).toBe('https://a.example/3');
    await answer('https://a.example/2');
    await answer('https://a.example/3');
    expect((await Promise.all(pages)).map(({ url }) => url.at(-1))).toEqual(['1', '2', '3']);
  });

  it('lets hosts not wait for each other', async () => {
    const { asked, get } = makeWeb();
    for (const path of ['/1', '/2', '/3']) void get(`https://a.example${path}`);
    void get('https://b.example/1');
    await Promise.resolve();
    expect(asked).toEqual(['https://a.example/1', 'https://a.example/2', 'https://b.example/1']);
  });

  it('goes on after a page that is not there', async () => {
    const { asked, answer, endPause, get } = makeWeb();
    const first = get('https://a.example/1');
    const rejected = expect(first).rejects.toThrow('not there');
    void get('https://a.example/2');
    void get('https://a.example/3');
    await answer('https://a.example/1', false);
    await rejected;
    await endPause();
    expect(asked.at(-1)).toBe('https://a.example/3');
  });
});
