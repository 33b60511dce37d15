import type { AskRequest } from '../core/answer.js';
import type { AskOptions } from '../core/parse-ask-request.js';
import { ENGLISH as say } from '../core/sentences.js';
import { DEFAULT_RESULTS } from '../core/limits.js';
import { bold, escapeText, small, unescapeText } from './markdown.js';

/**
 * The first text of an answer. It carries the question and its options, so that a button pressed later can
 * read them back with {@link readHeader}.
 *
 * @param sharedBy - Id of the member who shared the answer, who is named and not pinged.
 */
export function writeHeader(request: AskRequest, certain: boolean, sharedBy?: string): string {
  return [
    ...(sharedBy === undefined ? [] : [writeSharer(sharedBy)]),
    bold(escapeText(request.question)),
    ...writeOptions(request),
    ...(certain ? [] : [say.closest]),
  ].join('\n');
}

/** The header of a private answer with the member named who shares it. */
export function writeSharedHeader(header: string, sharedBy: string): string {
  return `${writeSharer(sharedBy)}\n${header}`;
}

function writeSharer(sharedBy: string): string {
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
