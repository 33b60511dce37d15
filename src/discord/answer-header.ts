import type { Answer, AskRequest, Respelling } from '../core/answer.js';
import type { AskOptions } from '../core/parse-ask-request.js';
import type { Sentences } from '../core/sentences/sentences.js';
import { DEFAULT_RESULTS } from '../core/limits.js';
import { bold, escapeText, shorten, small, unescapeText } from './markdown.js';

/**
 * The first text of an answer. It carries the question and its options, so that a button pressed later can
 * read them back with {@link readHeader}, and says what was searched for where that differs.
 *
 * @param sharedBy - Id of the member who shared the answer, who is named and not pinged.
 */
export function writeHeader(say: Sentences, answer: Answer, sharedBy?: string): string {
  const { request, kind, certain, respelled, searchedAlso } = answer;
  return [
    ...(sharedBy === undefined ? [] : [writeSharer(say, sharedBy)]),
    bold(escapeText(request.question)),
    ...writeOptions(request),
    ...writeRespelled(say, respelled),
    ...writeSearchedAlso(say, searchedAlso),
    ...(kind === 'nothing-found' || certain ? [] : [say.closest]),
  ].join('\n');
}

/** The header of a private answer with the member named who shares it. */
export function writeSharedHeader(say: Sentences, header: string, sharedBy: string): string {
  return `${writeSharer(say, sharedBy)}\n${header}`;
}

function writeSharer(say: Sentences, sharedBy: string): string {
  return small(say.askedBy(`<@${sharedBy}>`));
}

/** The outlet comes last, since it may hold the separator. */
function writeOptions({ results, since, until, outlet }: AskRequest): string[] {
  const options = [
    ...(results === DEFAULT_RESULTS ? [] : [`results ${results}`]),
    ...(since === null ? [] : [`since ${since}`]),
    ...(until === null ? [] : [`until ${until}`]),
    ...(outlet === null ? [] : [`outlet ${escapeText(outlet)}`]),
  ];
  return options.length === 0 ? [] : [small(options.join(' · '))];
}

/** Longest sentence that lists words. */
const MAX_LIST_CHARS = 200;

function writeRespelled(say: Sentences, respelled: readonly Respelling[]): string[] {
  return listSome(respelled, say.respelled).map(escapeText);
}

function writeSearchedAlso(say: Sentences, searchedAlso: readonly string[]): string[] {
  return listSome(searchedAlso, say.searchedAlso).map((sentence) => small(escapeText(sentence)));
}

/** A sentence that names as many as it has room for and counts the others; `[]` when there are none. */
function listSome<T>(all: readonly T[], write: (named: readonly T[], left: number) => string): string[] {
  if (all.length === 0) return [];
  let named = all.length;
  const writeNamed = (): string => write(all.slice(0, named), all.length - named);
  while (named > 1 && writeNamed().length > MAX_LIST_CHARS) named -= 1;
  return [shorten(writeNamed(), MAX_LIST_CHARS)];
}

const QUESTION = /^\*\*(.+)\*\*$/mu;
const OPTIONS =
  /^-# (?:results (\d))?(?: · )?(?:since ([\d-]+))?(?: · )?(?:until ([\d-]+))?(?: · )?(?:outlet (.+))?$/mu;

/** @returns `null` when the text is not a header. */
export function readHeader(text: string): AskOptions | null {
  const match = QUESTION.exec(text);
  const [line = '', question] = match ?? [];
  if (!match || question === undefined) return null;
  const options = text.slice(match.index + line.length).split('\n')[1] ?? '';
  const [, results, since, until, outlet] = OPTIONS.exec(options) ?? [];
  return {
    question: unescapeText(question),
    results,
    since,
    until,
    outlet: outlet === undefined ? undefined : unescapeText(outlet),
  };
}
