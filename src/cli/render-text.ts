/** Renders answers, articles, help, and reports on the corpus as text for a terminal. */

import type { Answer, Evidence } from '../core/answering/answer.js';
import type { Explanation, Contribution } from '../core/answering/explain.js';
import type { ArticlePlace } from '../core/answering/find-article.js';
import type { ChangeOptions, ChangeOutcome } from '../core/changes/change-corpus.js';
import type { Passage } from '../core/model/article.js';
import type { Corpus, LoadedCorpus } from '../core/model/corpus.js';
import type { Services } from '../core/services.js';
import { type Citation, cite, linkToSentence } from '../core/locales/citation.js';
import {
  describeChange,
  describeHelp,
  describeRevisions,
  describeStatus,
} from '../core/locales/describe-corpus.js';
import { describeFilters, listMissing } from '../core/locales/describe-answer.js';
import { ENGLISH as say } from '../core/locales/english.js';

/** The most passages named beside a quote. */
const MAX_OTHERS = 3;

/**
 * Renders an answer.
 *
 * @param explanations - For passages of the answer, in any order; each is shown under its quote.
 * @param examples - Questions of which a greeting suggests the first.
 */
export function renderAnswerText(
  answer: Answer,
  style: Style,
  explanations: readonly Explanation[] = [],
  examples: readonly string[] = [],
): string {
  if (answer.kind === 'greeting') return say.greeting(examples[0] ?? null);
  return frame(
    answer,
    style,
    answer.kind === 'found' ? renderFound(answer, style, explanations) : renderNothingFound(answer, style),
  );
}

/**
 * Renders the passages that come closest, in place of the refusal.
 *
 * @param explanations - For the passages, in any order; each is shown under its quote.
 */
export function renderClosestText(
  answer: Answer,
  style: Style,
  explanations: readonly Explanation[] = [],
): string {
  if (answer.closest.length === 0) return say.noClosest;
  const quotes = renderQuotes(answer.closest, 0, style, explanations);
  return frame(answer, style, [say.closest, ...quotes]);
}

/** Names the command that shows the closest passages; `[]` if there are none. */
export function hintAtClosest({ closest }: Answer, command: string, style: Style): string[] {
  return closest.length === 0 ? [] : [style.dim(say.closestHint(command))];
}

/** Puts the question and what was searched before the parts of an answer, and the corpus after them. */
function frame(answer: Answer, style: Style, parts: readonly string[]): string {
  return [
    style.bold(answer.request.question),
    ...renderSearched(answer, style),
    ...parts,
    ...(answer.undatedLeftOut > 0 ? [style.dim(say.undatedLeftOut(answer.undatedLeftOut))] : []),
    style.dim(say.corpusLine(answer.corpus)),
  ].join('\n\n');
}

/** Renders the respellings and phrases searched for that are not in the question, and the filters read in it. */
function renderSearched(
  { respelled, searchedAlso, filters, filtersDropped }: Answer,
  style: Style,
): string[] {
  const names = describeFilters(say, filters);
  return [
    ...(respelled.length === 0 ? [] : [say.respelled(respelled)]),
    ...(searchedAlso.length === 0 ? [] : [say.searchedAlso(searchedAlso)]),
    ...(names.length === 0
      ? []
      : [style.dim(filtersDropped ? say.searchedAll(names) : say.searchedOnly(names))]),
  ];
}

function renderFound(answer: Answer, style: Style, explanations: readonly Explanation[]): string[] {
  const left = answer.ranked - answer.offset - answer.evidence.length;
  return [
    ...renderReservation(answer),
    ...renderQuotes(answer.evidence, answer.offset, style, explanations),
    ...(left > 0 ? [style.dim(say.moreRanked(left))] : []),
  ];
}

/** Renders one line on why the passages may not answer; `[]` if they do. */
function renderReservation(answer: Answer): string[] {
  const missing = renderMissing(answer);
  return missing.length > 0 || answer.certain ? missing : [say.closest];
}

function renderMissing(answer: Answer): string[] {
  const missing = listMissing(answer);
  return missing.length === 0 ? [] : [say.missing(missing)];
}

/** @param offset - The number of passages before these. */
function renderQuotes(
  evidence: readonly Evidence[],
  offset: number,
  style: Style,
  explanations: readonly Explanation[],
): string[] {
  return evidence.map((each, i) => {
    const number = offset + i + 1;
    const quote = renderEvidence(each, number, style);
    const why = explanations.find(({ passage }) => passage.handle === each.passage.handle);
    return why ? `${quote}\n${indent(renderWhyText(why, number))}` : quote;
  });
}

function renderEvidence(evidence: Evidence, number: number, style: Style): string {
  const { passage, before, answerSentence, alsoIn, otherFigures } = evidence;
  const { text, article, handle } = passage;
  const sentence = text.slice(answerSentence.start, answerSentence.end);
  const quote = text.slice(0, answerSentence.start) + style.bold(sentence) + text.slice(answerSentence.end);
  const citation = citePassage(passage, before?.paragraph);
  const link = citation.url === null ? say.noLink : linkToSentence(citation.url, sentence);
  return [
    ...(before === null ? [] : [indent(before.text), '']),
    indent(quote),
    `[${number}] ${joinParts(citation)}`,
    ...(article.caution === null ? [] : [indent(say.caution(article.caution))]),
    indent(style.dim(`${link} · /source ${handle}`)),
    ...renderOthers(say.alsoIn, alsoIn, style),
    ...renderOthers(say.otherFigures, otherFigures, style),
  ].join('\n');
}

/** Renders passages beside a quote, one per line, the first after `heading` and the others aligned below it. */
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

/** @param from - The first paragraph of the quote; default: the passage's own. */
function citePassage({ article, paragraph, paragraphs }: Passage, from = paragraph): Citation {
  return cite(say, article, { from, to: paragraph, of: paragraphs });
}

function joinParts({ outlet, date, headline, paragraphs }: Citation): string {
  return [outlet, date, headline, paragraphs].join(' · ');
}

function renderNothingFound(answer: Answer, style: Style): string[] {
  const list = answer.nearest.map(({ id, title }) => indent(`${title}  ${style.dim(`/source ${id}`)}`));
  return [
    answer.searched === 0 ? say.nothingLeft : say.nothingFound,
    ...renderMissing(answer),
    say.spanLine(answer.corpus),
    ...(list.length === 0 ? [] : [[say.nearest, ...list].join('\n')]),
  ];
}

/** Marks emphasis in an output. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
}

/** For pipes and files: encloses bold text in double asterisks. */
export const PLAIN: Style = { bold: (text) => `**${text}**`, dim: (text) => text };

/** For terminals (ECMA-48, SGR 1 and 2). */
export const ANSI: Style = {
  bold: (text) => `\u001B[1m${text}\u001B[22m`,
  dim: (text) => `\u001B[2m${text}\u001B[22m`,
};

/** Chooses {@link ANSI} only if a person reads the output and has not opted out (https://no-color.org). */
export function chooseStyle(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): Style {
  return isTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb' ? ANSI : PLAIN;
}

export function indent(text: string): string {
  return text.replace(/^/gmu, '    ');
}

/** The number of passages before and after the requested one. */
const CONTEXT = 1;

/** Renders an article, or a passage in its context. */
export function renderSourceText(corpus: Corpus, { article, paragraph }: ArticlePlace, style: Style): string {
  const [from, to] =
    paragraph === null ? [1, Infinity] : [Math.max(1, paragraph - CONTEXT), paragraph + CONTEXT];
  const passages = corpus.passages(article.id, from, to);
  const of = passages[0]?.paragraphs ?? 0;
  const last = passages.at(-1)?.paragraph ?? 0;
  const { outlet, date, headline, paragraphs, url } = cite(say, article, { from, to: last, of });
  return [
    style.bold(headline),
    [outlet, date, article.author ?? say.authorUnknown, paragraphs, url ?? say.noLink].join(' · '),
    ...(article.caution === null ? [] : [say.caution(article.caution)]),
    ...passages.map((passage) => renderParagraph(passage, passage.paragraph === paragraph, style)),
    style.dim(say.corpusLine(corpus.summary)),
  ].join('\n\n');
}

function renderParagraph({ paragraph, text }: Passage, isWanted: boolean, style: Style): string {
  return `¶${paragraph}\n${indent(isWanted ? style.bold(text) : text)}`;
}

const COMMANDS = [
  [
    '/ask <question> [results:5] [outlet:"…"] [since:2023-08] [until:2023] [filters:off] [why:true]',
    say.askCommand,
  ],
  ['/closest', say.closestCommand],
  ['/source <article> [paragraph:3]', say.sourceCommand],
  ['/corpus status', say.statusCommand],
  ['/corpus reload [preview:true] [accept:0a1b2c3]', say.reloadCommand],
  ['/help', say.helpCommand],
  ['/quit', say.quitCommand],
] as const;

export function renderHelpText(corpusLoaded: Corpus, style: Style): string {
  const { about, examples, outlets, corpus } = describeHelp(say, corpusLoaded);
  return [
    about.join('\n'),
    say.keepsNothing,
    [say.commands, ...COMMANDS.map(([usage, meaning]) => indent(`${style.bold(usage)}  ${meaning}`))].join(
      '\n',
    ),
    ...(examples.length === 0 ? [] : [[say.tryAsking, ...examples.map(indent)].join('\n')]),
    outlets,
    corpus,
  ].join('\n\n');
}

export function renderStatusText(loaded: LoadedCorpus): string {
  const loadedAt = say.loadedAt(new Date(loaded.loadedAt).toISOString());
  return [...describeStatus(say, loaded), loadedAt].join('\n');
}

export function renderReloadText(outcome: ChangeOutcome, mode: ChangeOptions['mode']): string {
  const { report } = outcome;
  const isHeld = outcome.kind === 'held' && mode !== 'preview';
  return [
    ...describeChange(say, outcome, mode),
    describeRevisions(say, report),
    ...(isHeld ? [say.acceptHint(report.after.revision)] : []),
  ].join('\n');
}

/** Explains the scores of an answer's passages and of those that come closest, in their order. */
export function explainAnswer(
  services: Services,
  loaded: LoadedCorpus,
  { request, evidence, closest }: Answer,
): Promise<readonly Explanation[]> {
  return services.explain(
    loaded,
    request,
    [...evidence, ...closest].map(({ passage }) => passage.handle),
  );
}

/** Contributions of less than this share of the score are summed up in one row. */
const SMALL_SHARE = 0.01;
/** As many decimals as a score has, so that the amounts add up to it. */
const DECIMALS = 4;
const GAP = '  ';

interface Row {
  readonly amount: number;
  readonly meaning: string;
}

/** Renders the score of a passage, then one line per contribution, largest first. */
export function renderWhyText({ score, contributions }: Explanation, number: number): string {
  const rows = listRows(contributions, score);
  const shares = rows.map(({ amount }) => say.whyShare(amount / score));
  const amounts = rows.map(({ amount }) => amount.toFixed(DECIMALS));
  const shareWidth = measureWidest(shares);
  const amountWidth = measureWidest(amounts);
  const lines = rows.map(({ meaning }, i) =>
    [shares[i]?.padStart(shareWidth), amounts[i]?.padStart(amountWidth), meaning].join(GAP),
  );
  return [say.whyScore(number, score, DECIMALS), ...lines.map(indent)].join('\n');
}

function listRows(contributions: readonly Contribution[], score: number): Row[] {
  const small = contributions.filter(({ amount }) => amount < score * SMALL_SHARE);
  if (small.length < 2) return contributions.map(toRow);
  const sum = small.reduce((total, { amount }) => total + amount, 0);
  const large = contributions.filter((contribution) => !small.includes(contribution)).map(toRow);
  return [...large, { amount: sum, meaning: say.whySmaller(small.length) }];
}

function toRow(contribution: Contribution): Row {
  const meaning =
    contribution.kind === 'term'
      ? say.whyTerm(contribution)
      : `${say.whyFeature(contribution.feature)}: ${say.whyValue(contribution.value)}`;
  return { amount: contribution.amount, meaning };
}

function measureWidest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(({ length }) => length));
}
