import type { IndexablePassage } from '../../src/core/model/search-index.js';
import { IndexLearner } from '../../src/engines/wink/learn-index.js';
import type { FrozenIndex } from '../../src/engines/wink/serve-index.js';

/** Builds wink's index of passages. @param passages - By article id, then in reading order; may be empty. */
export function learnIndex(passages: Iterable<IndexablePassage>): FrozenIndex {
  const learner = new IndexLearner();
  for (const passage of passages) learner.add(passage);
  return learner.freeze();
}
