import { PATIENCE_MS } from '../patience.js';

export interface WaitOptions {
  /** Default {@link PATIENCE_MS}. */
  readonly timeoutMs?: number;
  /** A description of what is awaited, for the error. */
  readonly what?: string;
}

interface Waiter {
  check(): void;
  reject(error: Error): void;
}

/** Lets tests wait for a state instead of a time: every change of the local Discord re-evaluates the predicates. */
export class ChangeSignal {
  readonly #waiters = new Set<Waiter>();
  #isClosed = false;

  notify(): void {
    for (const waiter of this.#waiters) waiter.check();
  }

  /**
   * @returns The first truthy value of `predicate`, which is called at once and after every change.
   * @throws If the time is up, the local Discord closes, or `predicate` throws.
   */
  async waitFor<T>(predicate: () => T | false | null | undefined, options: WaitOptions = {}): Promise<T> {
    const { timeoutMs = PATIENCE_MS, what = 'the awaited state' } = options;
    const first = predicate();
    if (first) return first;
    if (this.#isClosed) throw new Error(`the local Discord is closed: ${what} cannot come`);
    let settle: () => void = () => undefined;
    const found = new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`${what} did not come within ${timeoutMs} ms`));
      }, timeoutMs);
      const waiter: Waiter = {
        check: () => {
          resolveIfFound(predicate, resolve, reject);
        },
        reject,
      };
      this.#waiters.add(waiter);
      settle = () => {
        clearTimeout(timer);
        this.#waiters.delete(waiter);
      };
    });
    return found.finally(() => {
      settle();
    });
  }

  /** Rejects all pending waits. */
  close(): void {
    this.#isClosed = true;
    for (const waiter of this.#waiters) waiter.reject(new Error('the local Discord was closed'));
  }
}

function resolveIfFound<T>(
  predicate: () => T | false | null | undefined,
  resolve: (value: T) => void,
  reject: (error: unknown) => void,
): void {
  try {
    const value = predicate();
    if (value) resolve(value);
  } catch (error) {
    reject(error);
  }
}
