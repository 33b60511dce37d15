import type { Answer } from '../core/answer.js';
import type { LoadedCorpus } from '../core/corpus.js';
import type { Explanation } from '../core/explain.js';
import type { Services } from '../core/services.js';

/** How the passages of an answer came by their scores, in their order. */
export function explainAnswer(
  services: Services,
  loaded: LoadedCorpus,
  { request, evidence }: Answer,
): Promise<readonly Explanation[]> {
  return services.explain(
    loaded,
    request,
    evidence.map(({ passage }) => passage.handle),
  );
}
