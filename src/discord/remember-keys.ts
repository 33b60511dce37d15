import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Whether a key is new: it did not come within a time that began when it was new last. */
export type IsNew = (key: string) => Promise<boolean>;

export function rememberKeys(seconds: number): IsNew {
  const seen = new RateLimiterMemory({ points: 1, duration: seconds });
  return (key) =>
    seen.consume(key).then(
      () => true,
      () => false,
    );
}
