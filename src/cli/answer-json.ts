import type { Answer, Evidence } from '../core/answer.js';
import type { Article } from '../core/article.js';

/** An answer as programs read it; the README lists the fields. */
export function toAnswerJson(answer: Answer): Readonly<Record<string, unknown>> {
  const { request, kind, certain, confidence, evidence, unknownTerms, nearest, undatedLeftOut, corpus } =
    answer;
  return {
    question: request.question,
    kind,
    certain,
    confidence,
    passages: evidence.map(toPassageJson),
    unknownTerms,
    nearest: nearest.map(toArticleJson),
    undatedLeftOut,
    corpus,
  };
}

function toPassageJson({ passage, answerSentence, score }: Evidence): Readonly<Record<string, unknown>> {
  const { handle, article, paragraph, paragraphs, text } = passage;
  return {
    handle,
    article: toArticleJson(article),
    paragraph,
    paragraphs,
    text,
    answer: answerSentence,
    score,
  };
}

/** What a citation needs of an article; `hasHeadline` tells a printed headline from opening words. */
export function toArticleJson({ id, title, hasHeadline, outlet, published, url, caution }: Article): object {
  return { id, title, hasHeadline, outlet, published, url, caution };
}
