/** Handles the buttons of an answer message, except for votes and Delete. */

import { type APIMessageTopLevelComponent, type ButtonInteraction, MessageFlags } from 'discord.js';
import { type Answer, parseAskRequest } from '../../core/answering/answer.js';
import { checksum } from '../../core/arrays/hash.js';
import { articleIdOf, type WithdrawnArticle } from '../../core/model/article.js';
import type { Corpus, LoadedCorpus } from '../../core/model/corpus.js';
import { reportWithdrawal } from '../../core/model/fault.js';
import type { Sentences } from '../../core/locales/sentences.js';
import type { InteractionContext } from '../command.js';
import type { Press } from '../message/ids.js';
import { fitsMessage } from '../message/limits.js';
import { renderDifference, small } from '../message/markdown.js';
import { acknowledge, editReply, followUp, reply, update } from '../message/respond.js';
import { sayOnly, type View } from '../message/view.js';
import {
  type AnswerMessage,
  type Audience,
  findAskerId,
  readAnswerMessage,
  readQuote,
  type ShownPassage,
  writeSharedHeader,
} from './answer-message.js';
import { type AnswerPlace, storeAnswer } from './store-answer.js';
import {
  type NumberedEvidence,
  renderAnswer,
  renderAnswerPage,
  renderClosest,
  type RenderedAnswer,
} from './render-answer.js';
import { renderBriefCitation } from './render-quote.js';
import { renderWhy } from './render-why.js';

/** Opens, widens or folds the context of one passage; the message keeps its passages and their numbers. */
export async function showContext(
  interaction: ButtonInteraction,
  context: InteractionContext,
  press: Extract<Press, { kind: 'context' }>,
): Promise<void> {
  const { services, say } = context;
  const loaded = services.loaded();
  const opened = await openAnswer(interaction, context, loaded);
  if (!opened) return;
  const { message, passages } = opened;
  const { question } = message.options;
  const footer = writeFooter(say, message, loaded.corpus.summary.revision);
  const page = { ...message, question, passages, footer };
  const audience = chooseAudience(interaction, message);
  const rendered = renderAnswerPage(say, loaded.corpus, page, audience, press);
  await showAnswer(interaction, context, audience, rendered);
}

/**
 * Replies to the presser alone with why the passages of an answer were ranked; the message stays unchanged.
 *
 * @throws {Fault} `ARTICLE_WITHDRAWN` if the articles of all passages are withdrawn.
 */
export async function showWhy(interaction: ButtonInteraction, context: InteractionContext): Promise<void> {
  const { services, say } = context;
  const message = await readMessage(interaction, context);
  if (!message) return;
  const { shown, options, revision } = message;
  const loaded = services.loaded();
  const withdrawn = shown.map((passage) => findWithdrawn(loaded, passage));
  // Their outlet may have gone with them, and a question that names it can no longer be asked.
  const [first] = withdrawn;
  if (first && withdrawn.every((each) => each !== undefined)) throw reportWithdrawal(first);
  const request = parseAskRequest(options, loaded.corpus.outlets);
  const unchanged = shown.filter((passage) => isUnchanged(loaded, passage)).map(({ handle }) => handle);
  const explanations = await services.explain(loaded, request, unchanged);
  const passages = shown.map(({ handle, number }, i) => ({
    number,
    withdrawn: withdrawn[i],
    explanation: explanations.find(({ passage }) => passage.handle === handle) ?? null,
  }));
  await reply(interaction, renderWhy(say, loaded.corpus.summary, passages, revision), true);
}

/** Asks the message's question again and shows the passages from an offset on. */
export async function turnPage(
  interaction: ButtonInteraction,
  context: InteractionContext,
  { offset }: Extract<Press, { kind: 'page' }>,
): Promise<void> {
  const { say } = context;
  const asked = await askAgain(interaction, context, { offset });
  if (!asked) return;
  const { message, corpus, answer, audience } = asked;
  if (answer.evidence.length === 0) {
    await reply(interaction, sayOnly(say.noMore), true);
    return;
  }
  const rendered = renderAnswer(say, corpus, answer, audience, message.revision);
  await showAnswer(interaction, context, audience, rendered);
}

/** Asks the message's question again without reading filters in it, and shows the answer. */
export async function searchWithoutFilters(
  interaction: ButtonInteraction,
  context: InteractionContext,
): Promise<void> {
  const asked = await askAgain(interaction, context, { readsFilters: false });
  if (!asked) return;
  const { message, corpus, answer, audience } = asked;
  const rendered = renderAnswer(context.say, corpus, answer, audience, message.revision);
  await showAnswer(interaction, context, audience, rendered);
}

/**
 * Asks the message's question again and shows the closest passages from an offset on, or the answer if there is
 * one by now.
 */
export async function showClosest(
  interaction: ButtonInteraction,
  context: InteractionContext,
  { offset }: Extract<Press, { kind: 'closest' }>,
): Promise<void> {
  const { say } = context;
  const asked = await askAgain(interaction, context, {});
  if (!asked) return;
  const { message, corpus, answer, audience } = asked;
  const isOver = answer.kind === 'nothing-found' && offset >= answer.closest.length;
  if (isOver) {
    await reply(interaction, sayOnly(say.noClosest), true);
    return;
  }
  const rendered =
    answer.kind === 'nothing-found'
      ? renderClosest(say, corpus, answer, audience, offset, message.revision)
      : renderAnswer(say, corpus, answer, audience, message.revision);
  await showAnswer(interaction, context, audience, rendered);
}

/** What to ask in another way than the message did. */
interface AskAgain {
  /** Default: 0. */
  readonly offset?: number;
  /** Default: as the message did. */
  readonly readsFilters?: false;
}

interface AskedAgain {
  readonly message: AnswerMessage;
  readonly corpus: Corpus;
  readonly answer: Answer;
  readonly audience: Audience;
}

/** @returns `null` after replying that the message cannot be read. */
async function askAgain(
  interaction: ButtonInteraction,
  context: InteractionContext,
  { offset = 0, ...options }: AskAgain,
): Promise<AskedAgain | null> {
  const { services, settings } = context;
  const message = await readMessage(interaction, context);
  if (!message) return null;
  const loaded = services.loaded();
  const request = parseAskRequest({ ...message.options, ...options }, loaded.corpus.outlets);
  const answer = await services.ask(loaded, request, offset);
  const pressed = message.shown.length === 0 ? offerAsNew(interaction, message, settings.hasVotes) : message;
  const audience = { ...chooseAudience(interaction, pressed), isShared: message.isShared };
  return { message, corpus: loaded.corpus, answer, audience };
}

/** Gives a refusal, which has neither, the Share button and the votes of an answer. */
function offerAsNew(
  interaction: ButtonInteraction,
  { askerId }: AnswerMessage,
  hasVotes: boolean,
): PressedMessage {
  const isInServer = interaction.guildId !== null;
  return { askerId, share: isInServer ? 'offered' : 'none', hasVotes: hasVotes && isInServer };
}

/** Posts the passages of a private answer in public, in the asker's name. */
export async function shareAnswer(
  interaction: ButtonInteraction,
  context: InteractionContext,
): Promise<void> {
  const { services, say, settings } = context;
  const loaded = services.loaded();
  const opened = await openAnswer(interaction, context, loaded);
  if (!opened) return;
  const { message, passages } = opened;
  const { question } = message.options;
  const askerId = interaction.user.id;
  const page = { ...message, question, passages };
  const { view, shown } = renderAnswerPage(
    say,
    loaded.corpus,
    { ...page, header: writeSharedHeader(say, message.header, askerId) },
    { kind: 'public', askerId, hasVotes: settings.hasVotes },
  );
  await acknowledge(interaction);
  const id = await followUp(interaction, view, false);
  const { guildId, channelId } = interaction;
  storeAnswer(context, { guildId, channelId, findMessageId: () => Promise.resolve(id) }, shown);
  const shared = renderAnswerPage(say, loaded.corpus, page, { kind: 'private', share: 'done' });
  await editReply(interaction, shared.view);
}

/** The facts about a pressed message that decide who sees the result. */
type PressedMessage = Pick<AnswerMessage, 'askerId' | 'share' | 'hasVotes'>;

/** Chooses who sees the result of a press: everyone on the presser's own public answer, otherwise the presser alone. */
export function chooseAudience(
  interaction: ButtonInteraction,
  { askerId, share, hasVotes }: PressedMessage,
): Audience {
  if (isPrivate(interaction)) return { kind: 'private', share };
  if (interaction.user.id !== askerId) return { kind: 'private', share: 'none' };
  return { kind: 'public', askerId, hasVotes };
}

/** Shows the result of a press: in place if its whole audience sees the message, otherwise as a private reply. */
export async function showView(
  interaction: ButtonInteraction,
  { kind }: Audience,
  view: View,
): Promise<void> {
  if (kind === 'public' || isPrivate(interaction)) await update(interaction, view);
  else await reply(interaction, view, true);
}

function isPrivate({ message }: ButtonInteraction): boolean {
  return message.flags.has(MessageFlags.Ephemeral);
}

/** Returns the id of the member named by the message's Delete button; `null` if there is no such button. */
export function readDeleteId(interaction: ButtonInteraction): string | null {
  return findAskerId(listComponents(interaction));
}

export function listComponents({
  message,
}: Pick<ButtonInteraction, 'message'>): APIMessageTopLevelComponent[] {
  return message.components.map((component) => component.toJSON());
}

/** @returns `null` after replying that the message cannot be read. */
async function readMessage(
  interaction: ButtonInteraction,
  { say }: InteractionContext,
): Promise<AnswerMessage | null> {
  const message = readAnswerMessage(listComponents(interaction));
  if (!message) await reply(interaction, sayOnly(say.messageUnreadable), true);
  return message;
}

/** An answer message and its passages, quoted again from the loaded corpus. */
interface OpenedAnswer {
  readonly message: AnswerMessage;
  readonly passages: readonly NumberedEvidence[];
}

/**
 * @returns `null` after replying with the reason: a passage is gone, or its text differs from what was shown.
 * @throws {Fault} `ARTICLE_WITHDRAWN` for the first passage whose article is withdrawn.
 */
async function openAnswer(
  interaction: ButtonInteraction,
  context: InteractionContext,
  loaded: LoadedCorpus,
): Promise<OpenedAnswer | null> {
  const message = await readMessage(interaction, context);
  if (!message) return null;
  const { shown, options, texts } = message;
  for (const passage of shown) {
    const withdrawn = findWithdrawn(loaded, passage);
    if (withdrawn) throw reportWithdrawal(withdrawn);
  }
  const changed = shown.filter((passage) => !isUnchanged(loaded, passage));
  if (changed.length > 0) {
    await reply(interaction, renderChanged(context.say, loaded.corpus, texts, changed), true);
    return null;
  }
  const unchanged = shown.flatMap(({ handle }) => loaded.corpus.passage(handle) ?? []);
  const evidence = await context.services.requote(loaded, options, unchanged);
  return {
    message,
    passages: evidence.map((each, i) => ({ evidence: each, number: shown[i]?.number ?? 0 })),
  };
}

/** Returns a passage's article if it is withdrawn. */
function findWithdrawn({ corpus }: LoadedCorpus, { handle }: ShownPassage): WithdrawnArticle | undefined {
  return corpus.withdrawn(articleIdOf(handle));
}

/** Returns true if the corpus has the passage with the text that was shown. */
function isUnchanged({ corpus }: LoadedCorpus, { handle, checksum: sum }: ShownPassage): boolean {
  const passage = corpus.passage(handle);
  return passage !== undefined && checksum(passage.text) === sum;
}

/**
 * Renders the differences between passages as they were shown and as they are in the corpus.
 *
 * @param texts - The texts of the message that shows the passages as they were.
 */
function renderChanged(
  say: Sentences,
  corpus: Corpus,
  texts: readonly string[],
  changed: readonly ShownPassage[],
): View {
  const differences = changed.flatMap((shown) => describeChanged(say, corpus, texts, shown));
  const write = (): string[] => [say.passageChanged, ...differences];
  while (differences.length > 0 && !fitsMessage(write())) differences.pop();
  return { texts: write(), rows: [] };
}

function describeChanged(
  say: Sentences,
  corpus: Corpus,
  texts: readonly string[],
  { handle, number, checksum }: ShownPassage,
): string[] {
  const passage = corpus.passage(handle);
  if (!passage) return [say.passageGone(number)];
  const before = readQuote(texts, number, checksum);
  if (before === null) return [];
  const { article, paragraph, paragraphs } = passage;
  const place = renderBriefCitation(say, article, { from: paragraph, to: paragraph, of: paragraphs });
  return [
    [say.passageDiffers, renderDifference(before, passage.text), small(`[${number}] ${place}`)].join('\n'),
  ];
}

/** Returns the footer, with a note after a reload that the paragraphs around the quotes may have changed. */
function writeFooter(say: Sentences, { footer, revision }: AnswerMessage, now: string): string {
  const [line = ''] = footer.split('\n-# ↻');
  return revision === now ? footer : `${line}\n${small(`↻ ${say.contextAnew(revision, now)}`)}`;
}

/** Shows a page of an answer, and stores it if it is public. */
async function showAnswer(
  interaction: ButtonInteraction,
  context: InteractionContext,
  audience: Audience,
  { view, shown }: RenderedAnswer,
): Promise<void> {
  await showView(interaction, audience, view);
  storeAnswer(context, placeOf(interaction), shown);
}

function placeOf({ guildId, channelId, message }: ButtonInteraction): AnswerPlace {
  return { guildId, channelId, findMessageId: () => Promise.resolve(message.id) };
}
