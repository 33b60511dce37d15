import type { BuildEngine } from '../bench-engine.js';

/** The engines by their names in reports, in the order in which they run; each is loaded on first use. */
export const ENGINES: Readonly<Record<string, () => Promise<{ readonly build: BuildEngine }>>> = {
  Nukuu: () => import('./nukuu.js'),
  wink: () => import('./wink.js'),
  'SQLite FTS5': () => import('./fts5.js'),
  MiniSearch: () => import('./minisearch.js'),
  Orama: () => import('./orama.js'),
  lunr: () => import('./lunr.js'),
};
