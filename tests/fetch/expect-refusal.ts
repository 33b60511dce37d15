import { expect } from 'vitest';
import { Fault } from '../../src/core/model/fault.js';
import type { FetchRefusal } from '../../src/core/model/fetch-page.js';

/** Fails the test unless `act` throws or rejects as a page that is not taken, for this reason. */
export async function expectRefusal(act: () => unknown, why: FetchRefusal): Promise<void> {
  let thrown: unknown = null;
  try {
    await act();
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(Fault);
  expect(thrown).toMatchObject({ code: 'FETCH_REFUSED', facts: { why } });
}
