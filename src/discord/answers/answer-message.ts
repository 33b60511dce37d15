import { type APIMessageTopLevelComponent, ComponentType } from 'discord.js';
import type { Answer, AskOptions, AskRequest, Respelling } from '../../core/answering/answer.js';
import { checksum } from '../../core/arrays/hash.js';
import { DEFAULT_RESULTS } from '../../core/model/limits.js';
import type { PublicAnswer } from '../../core/model/state.js';
import type { Sentences } from '../../core/texts/sentences.js';
import { parsePress, type Press } from '../message/ids.js';
import { bold, escapeText, shorten, small, unescapeText } from '../message/markdown.js';

/** Who sees an answer. */
export type Audience =
  | {
      readonly kind: 'public';
      readonly askerId: string;
      readonly isShared?: boolean;
      /** Whether it carries the buttons for votes; default no. */
      readonly hasVotes?: boolean;
    }
  | { readonly kind: 'private'; readonly share: ShareState; readonly isShared?: boolean };

/** Whether a private answer can be shared: by the one who asked, once. */
type ShareState = 'none' | 'offered' | 'done';

/** What an answer message says of itself. */
export interface AnswerMessage {
  readonly options: AskOptions;
  /** Its texts from top to bottom, word for word. */
  readonly texts: readonly string[];
  /** The first text, word for word. */
  readonly header: string;
  /** The last text, word for word. */
  readonly footer: string;
  /** The passages shown, in their order. */
  readonly shown: readonly ShownPassage[];
  /** The corpus revision that it was answered from. */
  readonly revision: string;
  /** `null` on a private answer. */
  readonly askerId: string | null;
  /** How a private answer can be shared. */
  readonly share: ShareState;
  /** Whether it carries the buttons for votes. */
  readonly hasVotes: boolean;
  /** Whether its header names the member who shared it. */
  readonly isShared: boolean;
  /** Offsets that its page buttons lead to. */
  readonly pageOffsets: readonly number[];
}

export interface ShownPassage {
  readonly handle: string;
  readonly number: number;
  readonly checksum: string;
}

/** @returns `null` when the components are not those of an answer. */
export function readAnswerMessage(components: readonly APIMessageTopLevelComponent[]): AnswerMessage | null {
  const texts = listTexts(components);
  const header = texts[0] ?? '';
  const footer = texts.at(-1) ?? '';
  const options = readHeader(header);
  if (!options) return null;
  const offered = listPresses(components);
  const presses = offered.map(({ press }) => press);
  return {
    options,
    texts,
    header,
    footer,
    shown: listShown(offered),
    revision: REVISION.exec(footer)?.[1] ?? '',
    askerId: readAskerId(offered),
    share: readShareState(offered),
    hasVotes: presses.some(({ kind }) => kind === 'vote'),
    isShared: /^-# .*<@\d+>/u.test(header),
    pageOffsets: presses.flatMap((press) => (press.kind === 'page' ? press.offset : [])),
  };
}

/** An answer that a message shows to all, as far as the message tells. */
export type ShownAnswer = Pick<PublicAnswer, 'askerId' | 'question' | 'handles' | 'revision'>;

/** @returns `null` where the message is private, quotes nothing or is no answer. */
export function readShownAnswer(components: readonly APIMessageTopLevelComponent[]): ShownAnswer | null {
  const message = readAnswerMessage(components);
  if (!message || message.askerId === null || message.shown.length === 0) return null;
  const { askerId, options, shown, revision } = message;
  return { askerId, question: options.question, handles: shown.map(({ handle }) => handle), revision };
}

/** The member named in a message's Delete button; `null` where there is none. */
export function findAskerId(components: readonly APIMessageTopLevelComponent[]): string | null {
  return readAskerId(listPresses(components));
}

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

/**
 * Finds the text of a passage in the texts of the answer that quotes it.
 *
 * @param sum - The passage's {@link checksum}, which tells that it was read back word for word.
 * @returns `null` where it is not quoted whole.
 */
export function readQuote(texts: readonly string[], number: number, sum: string): string | null {
  const text = texts.slice(1).find((each) => findCitation(each)?.number === number);
  if (text === undefined) return null;
  const lines = text.slice(0, findCitation(text)?.start).split('\n');
  const quote = lines.map((line) => line.replace(/^> ?/u, '')).join('\n');
  // An open context stands around the passage.
  const blocks = [quote, ...quote.split(/\n\s*\n/u)].map((block) => removeMarkup(block).trim());
  return blocks.find((block) => checksum(block) === sum) ?? null;
}

/** The number of the passage that a text of an answer quotes, and the start of its citation; `null` without one. */
export function findCitation(text: string): { readonly number: number; readonly start: number } | null {
  const match = /^-# \[(\d+)\] /mu.exec(text);
  return match && { number: Number(match[1]), start: match.index };
}

function listTexts(components: readonly APIMessageTopLevelComponent[]): string[] {
  return components.flatMap((component) =>
    component.type === ComponentType.TextDisplay ? component.content : [],
  );
}

const QUESTION = /^\*\*(.+)\*\*$/mu;
const OPTIONS =
  /^-# (?:results (\d))?(?: · )?(?:since ([\d-]+))?(?: · )?(?:until ([\d-]+))?(?: · )?(?:outlet (.+))?$/mu;

/** @returns `null` when the text is not a header. */
function readHeader(text: string): AskOptions | null {
  const match = QUESTION.exec(text);
  const [line = '', question] = match ?? [];
  if (!match || question === undefined) return null;
  const options = text.slice(match.index + line.length).split('\n')[1] ?? '';
  const [, results, since, until, outlet] = OPTIONS.exec(options) ?? [];
  return {
    question: unescapeText(question),
    results: results === undefined ? undefined : Number(results),
    since,
    until,
    outlet: outlet === undefined ? undefined : unescapeText(outlet),
  };
}

interface OfferedPress {
  readonly press: Press;
  readonly label: string;
  readonly isDisabled: boolean;
}

/** The presses that a message offers, disabled ones included. */
function listPresses(components: readonly APIMessageTopLevelComponent[]): OfferedPress[] {
  return components
    .flatMap((component) => (component.type === ComponentType.ActionRow ? component.components : []))
    .flatMap((child) => {
      const press = 'custom_id' in child ? parsePress(child.custom_id) : null;
      const isDisabled = 'disabled' in child && child.disabled;
      return press ? [{ press, label: ('label' in child && child.label) || '', isDisabled }] : [];
    });
}

function readAskerId(offered: readonly OfferedPress[]): string | null {
  return offered.flatMap(({ press }) => (press.kind === 'delete' ? press.askerId : []))[0] ?? null;
}

function readShareState(offered: readonly OfferedPress[]): ShareState {
  const share = offered.find(({ press }) => press.kind === 'share');
  if (!share) return 'none';
  return share.isDisabled ? 'done' : 'offered';
}

/** Context buttons stand in the order of the passages, and their labels end in the passage's number. */
function listShown(offered: readonly OfferedPress[]): ShownPassage[] {
  const shown = new Map<string, ShownPassage>();
  for (const { press, label } of offered) {
    if (press.kind !== 'context') continue;
    const { handle, checksum } = press;
    shown.set(handle, { handle, checksum, number: Number(/\d+$/u.exec(label)?.[0] ?? 0) });
  }
  return [...shown.values()];
}

const REVISION = /\b([0-9a-f]{7})\b/u;

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

/** Undoes escapes, and takes off what marks the sentence that answers. */
function removeMarkup(markdown: string): string {
  return markdown.replace(/\\([^0-9A-Za-z\s])|\*\*/gu, (_, escaped?: string) => escaped ?? '');
}
