import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { PATIENCE_MS, TEST_LIMIT_MS } from './tests/support/patience.js';

/** What takes longest, the longest first, so that no worker has a long file left when the others are done. */
const LONGEST = [
  'eval/evaluation',
  'e2e/lifecycle',
  'e2e/snapshot',
  'e2e/desk-changes',
  'e2e/corpus-command',
  'cli/programs',
  'e2e/',
  'cli/',
  'desk/create-desk',
  'loading/',
  'corpus/',
  'discord/',
];

const findPlace = ({ moduleId }: TestSpecification): number => {
  const place = LONGEST.findIndex((part) => moduleId.includes(`/tests/${part}`));
  return place < 0 ? LONGEST.length : place;
};

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => findPlace(a) - findPlace(b));
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: TEST_LIMIT_MS,
    hookTimeout: TEST_LIMIT_MS,
    teardownTimeout: TEST_LIMIT_MS,
    expect: { poll: { timeout: PATIENCE_MS } },
    // Modules are loaded once a worker, not once a file: no test replaces a module or leaves anything behind in one.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // Most of a test of the whole bot is waiting, so that one more than there are cores has work to do.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
  },
});
