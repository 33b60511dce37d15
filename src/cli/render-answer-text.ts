import type { Answer, Evidence } from '../core/answer.js';
import { cite } from '../core/citation.js';
import { linkToSentence } from '../core/link-to-sentence.js';
import { ENGLISH as say } from '../core/sentences.js';
import { type Style, indent } from './style.js';

/** An answer as the terminal prints it. */
export function renderAnswerText(answer: Answer, style: Style): string {
  const parts = answer.kind === 'found' ? renderFound(answer, style) : renderNothingFound(answer, style);
  if (answer.undatedLeftOut > 0) parts.push(style.dim(say.undatedLeftOut(answer.undatedLeftOut)));
  parts.push(style.dim(say.corpusLine(answer.corpus)));
  return [style.bold(answer.request.question), ...parts].join('\n\n');
}

function renderFound(answer: Answer, style: Style): string[] {
  const quotes = answer.evidence.map((evidence, i) => renderEvidence(evidence, answer.offset + i + 1, style));
  const left = answer.ranked - answer.offset - answer.evidence.length;
  return [
    ...(answer.certain ? [] : [say.closest]),
    ...quotes,
    ...(left > 0 ? [style.dim(say.moreRanked(left))] : []),
  ];
}

function renderEvidence({ passage, answerSentence }: Evidence, number: number, style: Style): string {
  const { text, article, paragraph, paragraphs, handle } = passage;
  const sentence = text.slice(answerSentence.start, answerSentence.end);
  const quote = text.slice(0, answerSentence.start) + style.bold(sentence) + text.slice(answerSentence.end);
  const citation = cite(article, { from: paragraph, to: paragraph, of: paragraphs }, say);
  const link = citation.url === null ? say.noLink : linkToSentence(citation.url, sentence);
  return [
    indent(quote),
    `[${number}] ${[citation.outlet, citation.date, citation.headline, citation.paragraphs].join(' · ')}`,
    ...(article.caution === null ? [] : [indent(say.caution(article.caution))]),
    indent(style.dim(`${link} · /source ${handle}`)),
  ].join('\n');
}

function renderNothingFound(answer: Answer, style: Style): string[] {
  const { unknownTerms, nearest } = answer;
  const list = nearest.map(({ id, title }) => indent(`${title}  ${style.dim(`/source ${id}`)}`));
  return [
    answer.searched === 0 ? say.nothingLeft : say.nothingFound,
    ...(unknownTerms.length === 0 ? [] : [say.unknownTerms(unknownTerms)]),
    say.spanLine(answer.corpus),
    ...(list.length === 0 ? [] : [[say.nearest, ...list].join('\n')]),
  ];
}
