import { existsSync } from 'node:fs';
import { Fault } from '../core/model/fault.js';
import type { Pin } from '../core/model/state.js';

/** Lists the pinned questions of a database: none if its file does not exist yet, `null` if they cannot be read. */
export async function readPins(databaseUrl: string): Promise<readonly Pin[] | null> {
  if (databaseUrl.startsWith('file:') && !existsSync(new URL(databaseUrl))) return [];
  // Imported here because loading it takes longer than checking a small corpus.
  const { openState } = await import('../state/open-state.js');
  const state = await openState({ url: databaseUrl });
  try {
    return await state.pins.list();
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  } finally {
    state.close();
  }
}
