/** Writes the header of an answer message and reads answer messages back from their components. */

import { type APIMessageTopLevelComponent, ComponentType } from 'discord.js';
import type { Answer, AskOptions, AskRequest, MissingWord, Respelling } from '../../core/answering/answer.js';
import { checksum } from '../../core/arrays/hash.js';
import { DEFAULT_RESULTS } from '../../core/model/limits.js';
import type { PublicAnswer } from '../../core/model/state.js';
import { describeFilters, listMissing } from '../../core/locales/describe-answer.js';
import type { Sentences } from '../../core/locales/sentences.js';
import { parsePress, type Press } from '../message/ids.js';
import { bold, escapeText, shorten, small, unescapeText } from '../message/markdown.js';

/** Everyone in the channel, or one member alone. */
export type Audience =
  | {
      readonly kind: 'public';
      readonly askerId: string;
      readonly isShared?: boolean;
      /** Default `false`. */
      readonly hasVotes?: boolean;
    }
  | { readonly kind: 'private'; readonly share: ShareState; readonly isShared?: boolean };

/** The Share button of a private answer: absent, enabled or used. Only the asker can share, and only once. */
type ShareState = 'none' | 'offered' | 'done';

/** An answer message as read back from its components. */
export interface AnswerMessage {
  readonly options: AskOptions;
  /** From top to bottom, verbatim; {@link header} and {@link footer} included. */
  readonly texts: readonly string[];
  readonly header: string;
  readonly footer: string;
  /** In the order shown. */
  readonly shown: readonly ShownPassage[];
  /** The corpus revision that answered; `''` if the footer names none. */
  readonly revision: string;
  /** `null` on a private answer. */
  readonly askerId: string | null;
  readonly share: ShareState;
  /** True if the message has vote buttons. */
  readonly hasVotes: boolean;
  /** True if the header names the member who shared the answer. */
  readonly isShared: boolean;
  /** True if the message offers a search without the filters that were read in the question. */
  readonly isFiltered: boolean;
  /** True if Back and More lead to other passages that come closest, none of which answers. */
  readonly isClosest: boolean;
  /** The offsets that the Back and More buttons lead to. */
  readonly pageOffsets: readonly number[];
}

export interface ShownPassage {
  readonly handle: string;
  readonly number: number;
  readonly checksum: string;
}

/** @returns `null` if the components are not those of an answer. */
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
    isFiltered: presses.some(({ kind }) => kind === 'plain'),
    isClosest: presses.some(({ kind }) => kind === 'closest'),
    pageOffsets: presses.flatMap((press) =>
      press.kind === 'page' || press.kind === 'closest' ? press.offset : [],
    ),
  };
}

const REVISION = /\b([0-9a-f]{7})\b/u;

/** The part of a public answer that its message carries. */
export type ShownAnswer = Pick<PublicAnswer, 'askerId' | 'question' | 'handles' | 'revision'>;

/** @returns `null` if the message is private, quotes nothing or is not an answer. */
export function readShownAnswer(components: readonly APIMessageTopLevelComponent[]): ShownAnswer | null {
  const message = readAnswerMessage(components);
  if (!message || message.askerId === null || message.shown.length === 0) return null;
  const { askerId, options, shown, revision } = message;
  return { askerId, question: options.question, handles: shown.map(({ handle }) => handle), revision };
}

/** Returns the id of the member named by a message's Delete button; `null` if there is no such button. */
export function findAskerId(components: readonly APIMessageTopLevelComponent[]): string | null {
  return readAskerId(listPresses(components));
}

/**
 * Writes the first text of an answer. It carries the question and its options, so that a later button press
 * can read them back with {@link readHeader}, and says in a line each: the terms searched for where they differ
 * from the question's, the filters read in it, and what bars certainty.
 *
 * @param sharedBy - Id of the member who shared the answer: named, not pinged.
 */
export function writeHeader(say: Sentences, answer: Answer, sharedBy?: string): string {
  const { request, respelled, searchedAlso, isRelativeToDay } = answer;
  return [
    ...(sharedBy === undefined ? [] : [writeSharer(say, sharedBy)]),
    bold(escapeText(request.question)),
    ...writeOptions(request, isRelativeToDay),
    ...writeRespelled(say, respelled),
    ...writeSearchedAlso(say, searchedAlso),
    ...writeFilters(say, answer),
    ...(answer.kind === 'found' ? writeReservation(say, answer) : []),
  ].join('\n');
}

/** Puts a line that names the member who shares the answer above its private header. */
export function writeSharedHeader(say: Sentences, header: string, sharedBy: string): string {
  return `${writeSharer(say, sharedBy)}\n${header}`;
}

/**
 * Reads the text of a quoted passage back from the texts of an answer.
 *
 * @param number - The passage's number in the answer.
 * @param sum - The passage's {@link checksum}, which proves that the text was read back verbatim.
 * @returns `null` if the passage is not quoted in full.
 */
export function readQuote(texts: readonly string[], number: number, sum: string): string | null {
  const text = texts.slice(1).find((each) => findCitation(each)?.number === number);
  if (text === undefined) return null;
  const lines = text.slice(0, findCitation(text)?.start).split('\n');
  const quote = lines.map((line) => line.replace(/^> ?/u, '')).join('\n');
  // If its context is open, the passage is only one of the blocks.
  const blocks = [quote, ...quote.split(/\n\s*\n/u)].map((block) => removeMarkup(block).trim());
  const isPassage = (block: string): boolean => checksum(block) === sum;
  return blocks.find(isPassage) ?? listEndings(blocks[0] ?? '').find(isPassage) ?? null;
}

/** Lists the endings of a text that start at a word: a passage may be the end of a paragraph quoted with it. */
function listEndings(text: string): string[] {
  return [...text.matchAll(/\s(?=\S)/gu)].map(({ index }) => text.slice(index + 1));
}

/** Finds the citation in a text of an answer: the number of the quoted passage and the offset of the citation. */
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
  /^-# (?:results (\d))?(?: · )?(?:since ([\d-]+))?(?: · )?(?:until ([\d-]+))?(?: · )?(?:asked ([\d-]+))?(?: · )?(every word)?(?: · )?(?:outlet (.+))?$/mu;

/** @returns `null` if the text is not a header. */
function readHeader(text: string): AskOptions | null {
  const match = QUESTION.exec(text);
  const [line = '', question] = match ?? [];
  if (!match || question === undefined) return null;
  const options = text.slice(match.index + line.length).split('\n')[1] ?? '';
  const [, results, since, until, askedOn, everyWord, outlet] = OPTIONS.exec(options) ?? [];
  return {
    question: unescapeText(question),
    results: results === undefined ? undefined : Number(results),
    since,
    until,
    askedOn,
    readsFilters: everyWord === undefined,
    outlet: outlet === undefined ? undefined : unescapeText(outlet),
  };
}

interface OfferedPress {
  readonly press: Press;
  readonly label: string;
  readonly isDisabled: boolean;
}

/** Lists the presses that a message's buttons offer, disabled buttons included. */
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

/** Reads the Context buttons, which are in the order of the passages and whose labels end in the passage's number. */
function listShown(offered: readonly OfferedPress[]): ShownPassage[] {
  const shown = new Map<string, ShownPassage>();
  for (const { press, label } of offered) {
    if (press.kind !== 'context') continue;
    const { handle, checksum } = press;
    shown.set(handle, { handle, checksum, number: Number(/\d+$/u.exec(label)?.[0] ?? 0) });
  }
  return [...shown.values()];
}

function writeSharer(say: Sentences, sharedBy: string): string {
  return small(say.askedBy(`<@${sharedBy}>`));
}

/**
 * Puts the outlet last, because it may contain the separator.
 *
 * @param isRelativeToDay - True to write the day of asking.
 */
function writeOptions(
  { results, since, until, askedOn, readsFilters, outlet }: AskRequest,
  isRelativeToDay: boolean,
): string[] {
  const options = [
    ...(results === DEFAULT_RESULTS ? [] : [`results ${results}`]),
    ...(since === null ? [] : [`since ${since}`]),
    ...(until === null ? [] : [`until ${until}`]),
    ...(isRelativeToDay && askedOn !== null ? [`asked ${askedOn}`] : []),
    ...(readsFilters ? [] : ['every word']),
    ...(outlet === null ? [] : [`outlet ${escapeText(outlet)}`]),
  ];
  return options.length === 0 ? [] : [small(options.join(' · '))];
}

/** The most characters of a sentence that lists words, escapes included. */
const MAX_LIST_CHARS = 200;
/** The most characters of a word, or of a name, in such a sentence. */
const MAX_WORD_CHARS = 40;

function cut(word: string): string {
  return shorten(word, MAX_WORD_CHARS);
}

function writeRespelled(say: Sentences, respelled: readonly Respelling[]): string[] {
  const short = respelled.map(({ word, searched }) => ({ word: cut(word), searched: cut(searched) }));
  return listSome(short, say.respelled);
}

function writeSearchedAlso(say: Sentences, searchedAlso: readonly string[]): string[] {
  return listSome(searchedAlso, say.searchedAlso).map(small);
}

function writeFilters(say: Sentences, { filters, filtersDropped }: Answer): string[] {
  const names = describeFilters(say, filters).map(cut);
  if (names.length === 0) return [];
  const sentence = filtersDropped ? say.searchedAll(names) : say.searchedOnly(names);
  return [small(escapeWithin(sentence, MAX_LIST_CHARS))];
}

/** Writes one line on why the passages may not answer; `[]` if they do. */
function writeReservation(say: Sentences, answer: Answer): string[] {
  const missing = writeMissing(say, answer);
  return missing.length > 0 || answer.certain ? missing : [say.closest];
}

/** Writes one line that names the words which an answer lacks; `[]` if there are none. */
export function writeMissing(say: Sentences, answer: Answer): string[] {
  const short = listMissing(answer).map(({ word, reason, instead }): MissingWord => ({
    word: cut(word),
    reason,
    instead: instead && cut(instead),
  }));
  return listSome(short, say.missing);
}

/** Writes one escaped sentence that names as many items as fit and counts the others; `[]` if there are no items. */
function listSome<T>(items: readonly T[], write: (named: readonly T[], left: number) => string): string[] {
  if (items.length === 0) return [];
  let named = items.length;
  const writeNamed = (): string => write(items.slice(0, named), items.length - named);
  while (named > 1 && escapeText(writeNamed()).length > MAX_LIST_CHARS) named -= 1;
  return [escapeWithin(writeNamed(), MAX_LIST_CHARS)];
}

/** Escapes text, cut so that it has at most `maxChars` characters, escapes included. */
function escapeWithin(text: string, maxChars: number): string {
  let length = maxChars;
  while (escapeText(shorten(text, length)).length > maxChars) length -= 1;
  return escapeText(shorten(text, length));
}

/** Removes escapes, and the bold of the answer sentence. */
function removeMarkup(markdown: string): string {
  return markdown.replace(/\\([^0-9A-Za-z\s])|\*\*/gu, (_, escaped?: string) => escaped ?? '');
}
