import type { ButtonInteraction } from 'discord.js';
import type { PublicAnswer } from '../../core/state.js';
import { sentencesIn } from '../../core/sentences/sentences.js';
import type { InteractionContext } from '../command.js';
import { bold, escapeText } from '../markdown.js';
import { fillIn } from '../respond.js';
import { sayOnly } from '../view.js';
import { findQuoting } from './find-quoting.js';
import type { PreparedStrike } from './prepared.js';
import { renderStrike, type StrikeReport } from './render-strike.js';
import { showReport } from './show-outcome.js';
import { strikeAnswer } from './strike-answer.js';

/** Strikes the quotes of a withdrawn article in the public answers, one after the other. */
export async function confirmStrike(
  interaction: ButtonInteraction,
  context: InteractionContext,
  prepared: PreparedStrike,
): Promise<void> {
  const { services, say, now } = context;
  const { articleId, reason } = prepared;
  const answers = await findQuoting(context, articleId);
  if (answers === null) return fillIn(interaction, sayOnly(say.quotingUnread));
  await fillIn(interaction, sayOnly(say.striking(answers.length)));
  const report = await strikeAll(interaction, context, prepared, answers);
  const { revision } = services.loaded().corpus.summary;
  const entry = { at: now(), by: interaction.user.id, action: 'strike', subject: articleId } as const;
  const isRecorded = await services.audit.record({ ...entry, note: reason, from: revision, to: revision });
  await showReport(interaction, renderStrike(say, report, isRecorded));
}

async function strikeAll(
  { client }: ButtonInteraction,
  context: InteractionContext,
  { articleId, on, reason }: PreparedStrike,
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
