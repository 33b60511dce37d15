import type { Answer, Evidence, ReadFilter } from '../core/answering/answer.js';
import type { Explanation } from '../core/answering/explain.js';
import type { Article, Passage } from '../core/model/article.js';

/**
 * Converts an answer to JSON for programs; the README lists the fields.
 *
 * @param explanations - For passages of the answer, in any order; a passage without one has no `why`.
 */
export function toAnswerJson(
  answer: Answer,
  explanations: readonly Explanation[] = [],
): Readonly<Record<string, unknown>> {
  return {
    question: answer.request.question,
    kind: answer.kind,
    certain: answer.certain,
    confidence: answer.confidence,
    answerable: answer.answerable,
    passages: answer.evidence.map((evidence) => toEvidenceJson(evidence, explanations)),
    unknownTerms: answer.unknownTerms,
    respelled: answer.respelled,
    searchedAlso: answer.searchedAlso,
    missing: answer.missing,
    filters: answer.filters.map(toFilterJson),
    filtersDropped: answer.filtersDropped,
    closest: answer.closest.map((evidence) => toEvidenceJson(evidence, explanations)),
    nearest: answer.nearest.map(toArticleJson),
    undatedLeftOut: answer.undatedLeftOut,
    corpus: answer.corpus,
  };
}

function toEvidenceJson(evidence: Evidence, explanations: readonly Explanation[]): object {
  const { passage, answerSentence, score, alsoIn, otherFigures, before } = evidence;
  const why = explanations.find((each) => each.passage.handle === passage.handle);
  return {
    ...toPassageJson(passage),
    text: passage.text,
    answer: answerSentence,
    score,
    alsoIn: alsoIn.map(toPassageJson),
    otherFigures: otherFigures.map(toPassageJson),
    before: before && { ...toPassageJson(before), text: before.text },
    ...(why && { why: toWhyJson(why) }),
  };
}

function toFilterJson(filter: ReadFilter): object {
  return filter.kind === 'article' ? { ...filter, article: toArticleJson(filter.article) } : filter;
}

function toWhyJson({ score, contributions }: Explanation): object {
  return { score, gains: contributions.map(({ amount, ...of }) => ({ ...of, gain: amount })) };
}

/** Omits the text. */
function toPassageJson({ handle, article, paragraph, paragraphs }: Passage): object {
  return { handle, article: toArticleJson(article), paragraph, paragraphs };
}

/** Picks the fields that a citation needs; `hasHeadline` distinguishes a printed headline from opening words. */
export function toArticleJson({ id, title, hasHeadline, outlet, published, url, caution }: Article): object {
  return { id, title, hasHeadline, outlet, published, url, caution };
}
