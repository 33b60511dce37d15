/** Redacts a withdrawn article's quotes in public answers. */

import {
  type APIMessageTopLevelComponent,
  type ButtonInteraction,
  type Client,
  ComponentType,
  messageLink,
  MessageFlags,
  RESTJSONErrorCodes,
} from 'discord.js';
import { articleIdOf } from '../../core/model/article.js';
import { Fault } from '../../core/model/fault.js';
import { ANSWER_RETENTION_DAYS, DAY_MS } from '../../core/model/limits.js';
import type { PublicAnswer } from '../../core/model/state.js';
import { type Sentences, sentencesIn } from '../../core/locales/sentences.js';
import { findCitation, readAnswerMessage } from '../answers/answer-message.js';
import type { InteractionContext } from '../command.js';
import { parsePress } from '../message/ids.js';
import { bold, escapeText } from '../message/markdown.js';
import { editReply, isApiError, NO_MENTIONS } from '../message/respond.js';
import { sayOnly, type View } from '../message/view.js';
import { showReport } from './change.js';
import type { RedactionDraft } from './drafts.js';

/** Redacts the quotes of a withdrawn article in public answers, one answer at a time, and reports the outcome. */
export async function confirmRedaction(
  interaction: ButtonInteraction,
  context: InteractionContext,
  draft: RedactionDraft,
): Promise<void> {
  const { services, say, now } = context;
  const { articleId, reason } = draft;
  const answers = await findQuoting(context, articleId);
  if (answers === null) return editReply(interaction, sayOnly(say.quotingUnread));
  await editReply(interaction, sayOnly(say.redacting(answers.length)));
  const report = await redactAll(interaction, context, draft, answers);
  const { revision } = services.loaded().corpus.summary;
  const entry = { at: now(), by: interaction.user.id, action: 'strike', subject: articleId } as const;
  const isRecorded = await services.audit.record({ ...entry, note: reason, from: revision, to: revision });
  await showReport(interaction, renderReport(say, report, isRecorded));
}

/** Finds the stored public answers that quoted an article, newest first; `null` if they cannot be read. */
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

/** Lists links to public answers, one per line; links beyond {@link MAX_LINKS} are counted. */
export function listAnswerLinks(say: Sentences, answers: readonly PublicAnswer[]): string[] {
  const links = answers
    .slice(0, MAX_LINKS)
    .map(({ guildId, channelId, messageId }) => `- ${messageLink(channelId, messageId, guildId)}`);
  const left = answers.length - links.length;
  return [...links, ...(left === 0 ? [] : [say.andMore(left)])];
}

/**
 * Replaces every quote from an article in the components of an answer with a note. Citations stay; buttons that
 * would show the quotes again are removed.
 *
 * @param note - Markdown.
 * @returns `null` if the answer quotes nothing from the article.
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
      return { ...component, content: redactText(component.content, numbers, note) };
    }
    if (component.type !== ComponentType.ActionRow) return component;
    const left = component.components.filter((child) => !isContextOf(child, articleId));
    return left.length === 0 ? [] : { ...component, components: left };
  });
}

/** Replaces all text before the citation, which is the quote. */
function redactText(content: string, numbers: readonly number[], note: string): string {
  const citation = findCitation(content);
  if (!citation || !numbers.includes(citation.number)) return content;
  return `${note}\n${content.slice(citation.start)}`;
}

function isContextOf(child: object, articleId: string): boolean {
  const press =
    'custom_id' in child && typeof child.custom_id === 'string' ? parsePress(child.custom_id) : null;
  return press?.kind === 'context' && articleIdOf(press.handle) === articleId;
}

interface RedactionReport {
  readonly redacted: number;
  /** Answers that are deleted, or whose channel is. */
  readonly gone: number;
  /** Answers that quoted it before but do not any more. */
  readonly before: number;
  /** Answers that could not be edited. */
  readonly failed: readonly PublicAnswer[];
}

async function redactAll(
  { client }: ButtonInteraction,
  context: InteractionContext,
  { articleId, on, reason }: RedactionDraft,
  answers: readonly PublicAnswer[],
): Promise<RedactionReport> {
  const failed: PublicAnswer[] = [];
  let [redacted, gone, before] = [0, 0, 0];
  for (const answer of answers) {
    const { language } = await context.settingsOf(answer.guildId);
    const say = sentencesIn(language);
    const note = bold(escapeText(say.redactedQuote(say.date(on), reason)));
    const result = await redactAnswer(client, answer, articleId, note, (error) => {
      context.log.error('a quote could not be struck', error, { messageId: answer.messageId });
    });
    if (result === 'redacted') redacted += 1;
    else if (result === 'gone') gone += 1;
    else if (result === 'redacted-before') before += 1;
    else failed.push(answer);
  }
  return { redacted, gone, before, failed };
}

type RedactionResult = 'redacted' | 'redacted-before' | 'gone' | 'failed';

/**
 * Redacts the quotes of an article in one message of the bot.
 *
 * @param note - Markdown that replaces the quotes.
 * @param onFailure - Called with the error if the message cannot be edited.
 */
async function redactAnswer(
  client: Client,
  { channelId, messageId }: PublicAnswer,
  articleId: string,
  note: string,
  onFailure: (error: unknown) => void,
): Promise<RedactionResult> {
  try {
    const channel = await client.channels.fetch(channelId);
    if (!channel?.isTextBased()) return 'gone';
    const message = await channel.messages.fetch({ message: messageId, cache: false, force: true });
    const components = redactQuote(
      message.components.map((component) => component.toJSON()),
      articleId,
      note,
    );
    if (!components) return 'redacted-before';
    await channel.messages.edit(messageId, {
      components,
      flags: MessageFlags.IsComponentsV2,
      allowedMentions: NO_MENTIONS,
    });
    return 'redacted';
  } catch (error) {
    if (GONE.some((code) => isApiError(error, code))) return 'gone';
    onFailure(error);
    return 'failed';
  }
}

const GONE = [RESTJSONErrorCodes.UnknownMessage, RESTJSONErrorCodes.UnknownChannel];

function renderReport(
  say: Sentences,
  { redacted, gone, before, failed }: RedactionReport,
  isRecorded: boolean,
): View {
  const lines = [
    say.redacted(redacted),
    ...(before === 0 ? [] : [say.redactedBefore(before)]),
    ...(gone === 0 ? [] : [say.redactGone(gone)]),
    ...(failed.length === 0 ? [] : [say.redactFailed(failed.length), ...listAnswerLinks(say, failed)]),
    ...(isRecorded ? [] : [say.unrecorded]),
  ];
  return { texts: [lines.join('\n')], rows: [] };
}
