import { learnIndex } from '../../support/learn-index.js';
import { serveIndex } from '../../../src/engines/wink/serve-index.js';
import type { BuildEngine } from '../bench-engine.js';

export const build: BuildEngine = (passages) => {
  const index = serveIndex(learnIndex(passages));
  return {
    search: (terms, limit) =>
      index.search(
        terms.map((term) => ({ term, boost: 1 })),
        limit,
      ),
  };
};
