import type { Answer, AskRequest, Evidence } from '../../src/core/answering/answer.js';
import type { LoadedCorpus } from '../../src/core/model/corpus.js';

/** Makes evidence of passages by their handles; the whole passage answers. */
export function makeEvidence(
  { corpus }: LoadedCorpus,
  handles: readonly string[],
  parts: Partial<Evidence> = {},
): Evidence[] {
  return handles.map((handle) => {
    const passage = corpus.passage(handle);
    if (!passage) throw new Error(`no passage ${handle}`);
    const answerSentence = { start: 0, end: passage.text.length };
    return { passage, answerSentence, score: 1, alsoIn: [], otherFigures: [], before: null, ...parts };
  });
}

/** Makes a certain answer, or a refusal if it has no evidence. */
export function makeAnswer(
  { corpus }: LoadedCorpus,
  request: AskRequest,
  evidence: readonly Evidence[],
  parts: Partial<Answer> = {},
): Answer {
  const isFound = evidence.length > 0;
  return {
    kind: isFound ? 'found' : 'nothing-found',
    request,
    offset: 0,
    evidence,
    ranked: evidence.length,
    certain: isFound,
    answerable: isFound ? 1 : 0,
    confidence: isFound ? 1 : 0,
    unknownTerms: [],
    respelled: [],
    searchedAlso: [],
    missing: [],
    isRelativeToDay: false,
    filters: [],
    filtersDropped: false,
    closest: [],
    nearest: [],
    searched: corpus.summary.articles,
    undatedLeftOut: 0,
    corpus: corpus.summary,
    ...parts,
  };
}
