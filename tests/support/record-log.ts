import type { Log } from '../../src/core/model/log.js';

/** Creates a log that records the messages of its errors. */
export function recordErrors(): { readonly log: Log; readonly errors: string[] } {
  const errors: string[] = [];
  const ignore = (): void => undefined;
  return { log: { info: ignore, warn: ignore, error: (message) => void errors.push(message) }, errors };
}
