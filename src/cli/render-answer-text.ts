import type { Answer, Evidence } from '../core/answer.js';
import type { Passage } from '../core/article.js';
import { cite, type Citation } from '../core/citation.js';
import type { Explanation } from '../core/explain.js';
import { linkToSentence } from '../core/link-to-sentence.js';
import { ENGLISH as say } from '../core/sentences/english/english.js';
import { renderWhyText } from './render-why-text.js';
import { type Style, indent } from './style.js';

/** Most passages named beside a quote. */
const MAX_OTHERS = 3;

/**
 * An answer as the terminal prints it.
 *
 * @param explanations - Of its passages, in any order; each is shown under its quote.
 */
export function renderAnswerText(
  answer: Answer,
  style: Style,
  explanations: readonly Explanation[] = [],
): string {
  return [
    style.bold(answer.request.question),
    ...renderSearched(answer),
    ...(answer.kind === 'found'
      ? renderFound(answer, style, explanations)
      : renderNothingFound(answer, style)),
    ...(answer.undatedLeftOut > 0 ? [style.dim(say.undatedLeftOut(answer.undatedLeftOut))] : []),
    style.dim(say.corpusLine(answer.corpus)),
  ].join('\n\n');
}

/** What was searched that the question does not say. */
function renderSearched({ respelled, searchedAlso }: Answer): string[] {
  return [
    ...(respelled.length === 0 ? [] : [say.respelled(respelled)]),
    ...(searchedAlso.length === 0 ? [] : [say.searchedAlso(searchedAlso)]),
  ];
}

function renderFound(answer: Answer, style: Style, explanations: readonly Explanation[]): string[] {
  const quotes = answer.evidence.map((evidence, i) => {
    const number = answer.offset + i + 1;
    const quote = renderEvidence(evidence, number, style);
    const why = explanations.find(({ passage }) => passage.handle === evidence.passage.handle);
    return why ? `${quote}\n${indent(renderWhyText(why, number))}` : quote;
  });
  const left = answer.ranked - answer.offset - answer.evidence.length;
  return [
    ...(answer.certain ? [] : [say.closest]),
    ...quotes,
    ...(left > 0 ? [style.dim(say.moreRanked(left))] : []),
  ];
}

function renderEvidence(evidence: Evidence, number: number, style: Style): string {
  const { passage, answerSentence, alsoIn, otherFigures } = evidence;
  const { text, article, handle } = passage;
  const sentence = text.slice(answerSentence.start, answerSentence.end);
  const quote = text.slice(0, answerSentence.start) + style.bold(sentence) + text.slice(answerSentence.end);
  const citation = citePassage(passage);
  const link = citation.url === null ? say.noLink : linkToSentence(citation.url, sentence);
  return [
    indent(quote),
    `[${number}] ${joinParts(citation)}`,
    ...(article.caution === null ? [] : [indent(say.caution(article.caution))]),
    indent(style.dim(`${link} · /source ${handle}`)),
    ...renderOthers(say.alsoIn, alsoIn, style),
    ...renderOthers(say.otherFigures, otherFigures, style),
  ].join('\n');
}

/** Passages beside a quote, a line each, the first one after `heading` and the others below it. */
function renderOthers(heading: string, passages: readonly Passage[], style: Style): string[] {
  const left = passages.length - MAX_OTHERS;
  const lines = passages.slice(0, MAX_OTHERS).map((passage) => {
    const citation = citePassage(passage);
    const link = `${citation.url ?? say.noLink} · /source ${passage.handle}`;
    return `${joinParts(citation)} · ${style.dim(link)}`;
  });
  return [...lines, ...(left > 0 ? [say.andMore(left)] : [])].map((line, i) =>
    indent(`${i === 0 ? heading : ' '.repeat(heading.length)} ${line}`),
  );
}

function citePassage({ article, paragraph, paragraphs }: Passage): Citation {
  return cite(say, article, { from: paragraph, to: paragraph, of: paragraphs });
}

function joinParts({ outlet, date, headline, paragraphs }: Citation): string {
  return [outlet, date, headline, paragraphs].join(' · ');
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
