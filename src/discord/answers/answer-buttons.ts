import { type APIMessageTopLevelComponent, type ButtonInteraction, MessageFlags } from 'discord.js';
import { parseAskRequest } from '../../core/answering/answer.js';
import { checksum } from '../../core/arrays/hash.js';
import { articleIdOf, type WithdrawnArticle } from '../../core/model/article.js';
import type { Corpus, LoadedCorpus } from '../../core/model/corpus.js';
import { reportWithdrawal } from '../../core/model/fault.js';
import type { Sentences } from '../../core/texts/sentences.js';
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
  type RenderedAnswer,
} from './render-answer.js';
import { renderBriefCitation } from './render-quote.js';
import { renderWhy } from './render-why.js';

/** Opens, widens or folds the context of one passage; the passages and numbers stay those of the message. */
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
 * Tells whoever presses why the passages of an answer were ranked; the message stays as it is.
 *
 * @throws {Fault} `ARTICLE_WITHDRAWN` when that is so of all of them.
 */
export async function showWhy(interaction: ButtonInteraction, context: InteractionContext): Promise<void> {
  const { services, say } = context;
  const message = await readMessage(interaction, context);
  if (!message) return;
  const { shown, options, revision } = message;
  const loaded = services.loaded();
  const withdrawn = shown.map((passage) => findWithdrawn(loaded, passage));
  // Their outlet may be gone with them, and the question with it.
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

/** Asks the message's question again and shows its passages from an offset on. */
export async function turnPage(
  interaction: ButtonInteraction,
  context: InteractionContext,
  { offset }: Extract<Press, { kind: 'page' }>,
): Promise<void> {
  const { services, say } = context;
  const message = await readMessage(interaction, context);
  if (!message) return;
  const loaded = services.loaded();
  const request = parseAskRequest(message.options, loaded.corpus.outlets);
  const answer = await services.ask(loaded, request, offset);
  if (answer.evidence.length === 0) {
    await reply(interaction, sayOnly(say.noMore), true);
    return;
  }
  const audience = { ...chooseAudience(interaction, message), isShared: message.isShared };
  const rendered = renderAnswer(say, loaded.corpus, answer, audience, message.revision);
  await showAnswer(interaction, context, audience, rendered);
}

/** Posts the passages of a private answer for all, in the name of the one who asked. */
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
  const own = renderAnswerPage(say, loaded.corpus, page, { kind: 'private', share: 'done' });
  await editReply(interaction, own.view);
}

/** Whose message a press stands on, and what its buttons offer besides. */
type PressedMessage = Pick<AnswerMessage, 'askerId' | 'share' | 'hasVotes'>;

/** Those who see what a press asked for: all on the presser's own public answer, otherwise the presser alone. */
export function chooseAudience(
  interaction: ButtonInteraction,
  { askerId, share, hasVotes }: PressedMessage,
): Audience {
  if (isPrivate(interaction)) return { kind: 'private', share };
  if (interaction.user.id !== askerId) return { kind: 'private', share: 'none' };
  return { kind: 'public', askerId, hasVotes };
}

/** Shows what a press asked for: in place where its audience sees the message, otherwise as a private reply. */
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

/** Who may delete the message; `null` where nobody can. */
export function readDeleteId(interaction: ButtonInteraction): string | null {
  return findAskerId(listComponents(interaction));
}

/** The components of the message that a button stands on. */
export function listComponents({
  message,
}: Pick<ButtonInteraction, 'message'>): APIMessageTopLevelComponent[] {
  return message.components.map((component) => component.toJSON());
}

/** The answer that a button stands on; `null` after telling the member that it cannot be read. */
async function readMessage(
  interaction: ButtonInteraction,
  { say }: InteractionContext,
): Promise<AnswerMessage | null> {
  const message = readAnswerMessage(listComponents(interaction));
  if (!message) await reply(interaction, sayOnly(say.messageUnreadable), true);
  return message;
}

/** An answer message and the passages that it shows, quoted anew. */
interface OpenedAnswer {
  readonly message: AnswerMessage;
  readonly passages: readonly NumberedEvidence[];
}

/**
 * @returns `null` after telling the member why: a passage is gone or no longer reads as it was shown.
 * @throws {Fault} `ARTICLE_WITHDRAWN` for the first passage whose article is.
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

/** The withdrawn article that a passage is from; `undefined` where it is not withdrawn. */
function findWithdrawn({ corpus }: LoadedCorpus, { handle }: ShownPassage): WithdrawnArticle | undefined {
  return corpus.withdrawn(articleIdOf(handle));
}

/** Whether a passage reads as it did when it was shown. */
function isUnchanged({ corpus }: LoadedCorpus, { handle, checksum: sum }: ShownPassage): boolean {
  const passage = corpus.passage(handle);
  return passage !== undefined && checksum(passage.text) === sum;
}

/**
 * Passages of an answer that no longer read as they were shown, and the differences.
 *
 * @param texts - Of the message that shows the passages as they were.
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

/** The footer as it was; after a reload it says that the paragraphs around may have changed. */
function writeFooter(say: Sentences, { footer, revision }: AnswerMessage, now: string): string {
  const [line = ''] = footer.split('\n-# ↻');
  return revision === now ? footer : `${line}\n${small(`↻ ${say.contextAnew(revision, now)}`)}`;
}

/** Shows a page of an answer, and stores what it shows to all. */
async function showAnswer(
  interaction: ButtonInteraction,
  context: InteractionContext,
  audience: Audience,
  { view, shown }: RenderedAnswer,
): Promise<void> {
  await showView(interaction, audience, view);
  storeAnswer(context, placeOf(interaction), shown);
}

/** Where the message stands that a press is on. */
function placeOf({ guildId, channelId, message }: ButtonInteraction): AnswerPlace {
  return { guildId, channelId, findMessageId: () => Promise.resolve(message.id) };
}
