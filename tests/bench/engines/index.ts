import type { BuildEngine } from '../bench-engine.js';

/** The engines by what reports call them, in the order in which they run; each loads when it is asked for. */
export const ENGINES: Readonly<Record<string, () => Promise<{ readonly build: BuildEngine }>>> = {
  Nukuu: () => import('./nukuu.js'),
  wink: () => import('./wink.js'),
  'SQLite FTS5': () => import('./fts5.js'),
  MiniSearch: () => import('./minisearch.js'),
  Orama: () => import('./orama.js'),
  lunr: () => import('./lunr.js'),
};
