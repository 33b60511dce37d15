import { defineConfig } from 'vitest/config';
import { PATIENCE_MS, TEST_LIMIT_MS } from './tests/support/patience.js';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: TEST_LIMIT_MS,
    hookTimeout: TEST_LIMIT_MS,
    expect: { poll: { timeout: PATIENCE_MS } },
    // Most of a test of the whole bot is waiting.
    maxWorkers: '100%',
  },
});
