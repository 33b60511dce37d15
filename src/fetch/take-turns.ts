import { setTimeout } from 'node:timers/promises';
import type { FetchPage } from '../core/model/fetch-page.js';

interface Turns {
  /** The most concurrent requests to one host; default 2. */
  readonly aHost?: number;
  /** The pause after each page, in each of the {@link aHost} lanes of a host; default 300. */
  readonly pauseMs?: number;
  /** Default: a timer. */
  readonly wait?: (ms: number) => Promise<unknown>;
}

/** Limits the concurrent requests to a host and adds pauses; different hosts do not wait for each other. */
export function takeTurns(
  fetchPage: FetchPage,
  { aHost = 2, pauseMs = 300, wait = setTimeout }: Turns = {},
): FetchPage {
  const queues = new Map<string, { readonly lanes: Promise<unknown>[]; next: number }>();
  return (url, wanted) => {
    const host = URL.canParse(url) ? new URL(url).host : '';
    const queue = queues.get(host) ?? { lanes: [], next: 0 };
    queues.set(host, queue);
    const lane = queue.next % aHost;
    queue.next += 1;
    const turn = (queue.lanes[lane] ?? Promise.resolve()).then(() => fetchPage(url, wanted));
    const pause = (): Promise<unknown> => wait(pauseMs);
    queue.lanes[lane] = turn.then(pause, pause);
    return turn;
  };
}
