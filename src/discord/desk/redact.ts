import {
  type APIMessageTopLevelComponent,
  type ButtonInteraction,
  type Client,
  ComponentType,
  MessageFlags,
  RESTJSONErrorCodes,
} from 'discord.js';
import { articleIdOf } from '../../core/model/article.js';
import { Fault } from '../../core/model/fault.js';
import { ANSWER_RETENTION_DAYS, DAY_MS } from '../../core/model/limits.js';
import type { PublicAnswer } from '../../core/model/state.js';
import { type Sentences, sentencesIn } from '../../core/texts/sentences.js';
import { readAnswerMessage } from '../answers/answer-message.js';
import type { InteractionContext } from '../command.js';
import { parsePress } from '../message/ids.js';
import { bold, escapeText } from '../message/markdown.js';
import { editReply, isApiError, NO_MENTIONS } from '../message/respond.js';
import { sayOnly, type View } from '../message/view.js';
import { showReport } from './change.js';
import type { RedactionDraft } from './drafts.js';

/** Strikes the quotes of a withdrawn article in the public answers, one after the other. */
export async function confirmRedaction(
  interaction: ButtonInteraction,
  context: InteractionContext,
  prepared: RedactionDraft,
): Promise<void> {
  const { services, say, now } = context;
  const { articleId, reason } = prepared;
  const answers = await findQuoting(context, articleId);
  if (answers === null) return editReply(interaction, sayOnly(say.quotingUnread));
  await editReply(interaction, sayOnly(say.striking(answers.length)));
  const report = await strikeAll(interaction, context, prepared, answers);
  const { revision } = services.loaded().corpus.summary;
  const entry = { at: now(), by: interaction.user.id, action: 'strike', subject: articleId } as const;
  const isRecorded = await services.audit.record({ ...entry, note: reason, from: revision, to: revision });
  await showReport(interaction, renderStrike(say, report, isRecorded));
}

async function strikeAll(
  { client }: ButtonInteraction,
  context: InteractionContext,
  { articleId, on, reason }: RedactionDraft,
  answers: readonly PublicAnswer[],
): Promise<StrikeReport> {
  const failed: PublicAnswer[] = [];
  let [struck, gone, before] = [0, 0, 0];
  for (const answer of answers) {
    const { language } = await context.settingsOf(answer.guildId);
    const words = sentencesIn(language);
    const note = bold(escapeText(words.struckQuote(words.date(on), reason)));
    const result = await strikeAnswer(client, answer, articleId, note, (error) => {
      context.log.error('a quote could not be struck', error, { messageId: answer.messageId });
    });
    if (result === 'struck') struck += 1;
    else if (result === 'gone') gone += 1;
    else if (result === 'struck-before') before += 1;
    else failed.push(answer);
  }
  return { struck, gone, before, failed };
}

/** The public answers that quoted an article, newest first, as far back as they are stored; `null` when they cannot be read. */
export async function findQuoting(
  { state, now, log }: InteractionContext,
  articleId: string,
): Promise<readonly PublicAnswer[] | null> {
  try {
    return await state.answers.listQuoting(articleId, now() - ANSWER_RETENTION_DAYS * DAY_MS);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    log.error('the answers that quoted a withdrawn article cannot be read', error, { articleId });
    return null;
  }
}

const MAX_LINKS = 10;

/** Links to public answers, a line each; those that are too many are counted. */
export function listAnswerLinks(say: Sentences, answers: readonly PublicAnswer[]): string[] {
  const links = answers
    .slice(0, MAX_LINKS)
    .map(
      ({ guildId, channelId, messageId }) =>
        `- https://discord.com/channels/${guildId}/${channelId}/${messageId}`,
    );
  const left = answers.length - links.length;
  return [...links, ...(left === 0 ? [] : [say.andMore(left)])];
}

/** What became of the public answers that quoted a withdrawn article. */
interface StrikeReport {
  readonly struck: number;
  /** Deleted, or their channel is. */
  readonly gone: number;
  /** They quote it no longer. */
  readonly before: number;
  /** Discord did not let them be edited. */
  readonly failed: readonly PublicAnswer[];
}

function renderStrike(
  say: Sentences,
  { struck, gone, before, failed }: StrikeReport,
  isRecorded: boolean,
): View {
  const lines = [
    say.struck(struck),
    ...(before === 0 ? [] : [say.struckBefore(before)]),
    ...(gone === 0 ? [] : [say.strikeGone(gone)]),
    ...(failed.length === 0 ? [] : [say.strikeFailed(failed.length), ...listAnswerLinks(say, failed)]),
    ...(isRecorded ? [] : [say.unrecorded]),
  ];
  return { texts: [lines.join('\n')], rows: [] };
}

/** What became of a public answer whose quote was to be struck. */
type Struck = 'struck' | 'struck-before' | 'gone' | 'failed';

/**
 * Strikes the quotes of an article in one message of the bot.
 *
 * @param note - Markdown, which takes their place.
 * @param onFailure - Told why, when Discord does not let the message be edited.
 */
async function strikeAnswer(
  client: Client,
  { channelId, messageId }: PublicAnswer,
  articleId: string,
  note: string,
  onFailure: (error: unknown) => void,
): Promise<Struck> {
  try {
    const channel = await client.channels.fetch(channelId);
    if (!channel?.isTextBased()) return 'gone';
    const message = await channel.messages.fetch({ message: messageId, cache: false, force: true });
    const components = redactQuote(
      message.components.map((component) => component.toJSON()),
      articleId,
      note,
    );
    if (!components) return 'struck-before';
    await channel.messages.edit(messageId, {
      components,
      flags: MessageFlags.IsComponentsV2,
      allowedMentions: NO_MENTIONS,
    });
    return 'struck';
  } catch (error) {
    if (GONE.some((code) => isApiError(error, code))) return 'gone';
    onFailure(error);
    return 'failed';
  }
}

const GONE = [RESTJSONErrorCodes.UnknownMessage, RESTJSONErrorCodes.UnknownChannel];

/**
 * The components of an answer with a note in the place of every quote from an article. Citations stay; the
 * buttons that would show those quotes again go.
 *
 * @param note - Markdown.
 * @returns `null` when nothing of the article is quoted there.
 */
export function redactQuote(
  components: readonly APIMessageTopLevelComponent[],
  articleId: string,
  note: string,
): APIMessageTopLevelComponent[] | null {
  const shown = readAnswerMessage(components)?.shown ?? [];
  const numbers = shown.filter(({ handle }) => articleIdOf(handle) === articleId).map(({ number }) => number);
  if (numbers.length === 0) return null;
  return components.flatMap((component, i) => {
    // The first text is the question.
    if (component.type === ComponentType.TextDisplay && i > 0) {
      return { ...component, content: strikeText(component.content, numbers, note) };
    }
    if (component.type !== ComponentType.ActionRow) return component;
    const left = component.components.filter((child) => !isContextOf(child, articleId));
    return left.length === 0 ? [] : { ...component, components: left };
  });
}

/** What stands before a citation with one of the numbers is the quote. */
function strikeText(content: string, numbers: readonly number[], note: string): string {
  const [, number] = /^-# \[(\d+)\] /mu.exec(content) ?? [];
  if (number === undefined || !numbers.includes(Number(number))) return content;
  return `${note}\n${content.slice(content.search(/^-# \[\d+\] /mu))}`;
}

function isContextOf(child: object, articleId: string): boolean {
  const press =
    'custom_id' in child && typeof child.custom_id === 'string' ? parsePress(child.custom_id) : null;
  return press?.kind === 'context' && articleIdOf(press.handle) === articleId;
}
