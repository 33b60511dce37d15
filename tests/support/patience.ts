/**
 * How long a test waits for what must come, in ms. It says nothing of how fast a machine is: it only ends a test that
 * would wait for ever. The whole suite knows no other limit; `TEST_PATIENCE_MS` sets it.
 */
export const PATIENCE_MS = Number(process.env['TEST_PATIENCE_MS'] ?? 120_000);

/** For a test as a whole, so that a wait in it ends before it and says what did not come. */
export const TEST_LIMIT_MS = 5 * PATIENCE_MS;

/** For `vi.waitFor`, the one wait for which the configuration can hold no default. */
export const PATIENT = { timeout: PATIENCE_MS } as const;
