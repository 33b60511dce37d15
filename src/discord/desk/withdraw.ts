/** The subcommands `/corpus withdraw` and `/corpus restore`. */

import { SlashCommandSubcommandBuilder } from 'discord.js';
import { findArticle } from '../../core/answering/find-article.js';
import type { ChangeOutcome } from '../../core/changes/change-corpus.js';
import type { Corpus } from '../../core/model/corpus.js';
import { nameWithdrawn } from '../../core/model/fault.js';
import { dayOf } from '../../core/model/partial-date.js';
import type { PublicAnswer } from '../../core/model/state.js';
import type { Sentences } from '../../core/locales/sentences.js';
import type { Subcommand } from '../command.js';
import { MAX_CHOICES } from '../message/limits.js';
import { deferReply } from '../message/respond.js';
import { toChoice, type View } from '../message/view.js';
import { completeArticle, nameArticleOption } from '../source/open-source.js';
import { listConfirmButtons, renderOutcome, runChange, showOutcome, showReport } from './change.js';
import { saveDraft } from './drafts.js';
import { findQuoting, listAnswerLinks } from './redact.js';

const MAX_REASON_CHARS = 300;

/** `/corpus withdraw`: takes an article out of all answers at once, and offers to redact its quotes. */
export const withdraw: Subcommand = {
  data: new SlashCommandSubcommandBuilder()
    .setName('withdraw')
    .setDescription('Take an article out of all answers at once')
    .addStringOption(nameArticleOption)
    .addStringOption((option) =>
      option
        .setName('reason')
        .setDescription('Why; shown to whoever asks for the article')
        .setMaxLength(MAX_REASON_CHARS)
        .setRequired(true),
    ),
  needs: 'change',

  async run(interaction, context) {
    await deferReply(interaction);
    const { services, say, now } = context;
    const { article } = findArticle(services.loaded().corpus, interaction.options.getString('article', true));
    const on = dayOf(now());
    const reason = interaction.options.getString('reason', true).replace(/\s+/gu, ' ').trim();
    const change = await services.desk.withdraw(article.id, on, reason);
    const cause = { action: 'withdraw', subject: article.id, note: reason } as const;
    const request = { files: [change], mode: 'forced', ...cause } as const;
    const outcome = await runChange(interaction, context, request);
    if (!outcome) return;
    const answers = await findQuoting(context, article.id);
    const isOffered = answers !== null && answers.length > 0;
    const redaction = { kind: 'strike', articleId: article.id, on, reason } as const;
    const draftId = isOffered ? await saveDraft(context, interaction.user.id, redaction) : null;
    await showReport(interaction, renderWithdrawal(say, outcome, answers, draftId));
  },

  complete: completeArticle,
};

/** `/corpus restore`: brings a withdrawn article back. */
export const restore: Subcommand = {
  data: new SlashCommandSubcommandBuilder()
    .setName('restore')
    .setDescription('Bring a withdrawn article back into the answers')
    .addStringOption(nameArticleOption),
  needs: 'change',

  async run(interaction, context) {
    await deferReply(interaction);
    const { services } = context;
    const articleId = findId(services.loaded().corpus, interaction.options.getString('article', true));
    const change = await services.desk.restore(articleId);
    const request = { files: [change], action: 'restore', subject: articleId, mode: 'careful' } as const;
    const outcome = await runChange(interaction, context, request);
    if (outcome) await showOutcome(interaction, context, request, outcome);
  },

  async complete(interaction, { services }) {
    const typed = interaction.options.getFocused().trim().toLowerCase();
    const matching = services
      .loaded()
      .corpus.withdrawnArticles.filter(({ article: { id, title } }) =>
        `${id} ${title}`.toLowerCase().includes(typed),
      );
    const choices = matching.map((each) => toChoice(nameWithdrawn(each), each.article.id));
    await interaction.respond(choices.slice(0, MAX_CHOICES));
  },
};

/**
 * Renders the outcome of a withdrawal and the public answers that quoted the article.
 *
 * @param answers - `null` if they cannot be read.
 * @param draftId - The id of the draft that redacts their quotes; `null` if that cannot be offered.
 */
export function renderWithdrawal(
  say: Sentences,
  outcome: ChangeOutcome,
  answers: readonly PublicAnswer[] | null,
  draftId: string | null,
): View {
  const view = renderOutcome(say, outcome, { action: 'withdraw', mode: 'forced' }, [
    ...listQuotingLines(say, answers),
    ...(answers === null || answers.length === 0
      ? []
      : [draftId === null ? say.draftUnkept : say.redactOffer]),
  ]);
  return draftId === null ? view : { ...view, rows: [listConfirmButtons(say, draftId, say.redact)] };
}

function listQuotingLines(say: Sentences, answers: readonly PublicAnswer[] | null): string[] {
  if (answers === null) return [say.quotingUnread];
  if (answers.length === 0) return [say.quotingNone];
  return [say.quoting(answers.length), ...listAnswerLinks(say, answers)];
}

/** Returns the id of the withdrawn article with the typed title; other text is taken for an id. */
function findId({ withdrawnArticles }: Corpus, typed: string): string {
  const wanted = typed.trim().toLowerCase();
  const titled = withdrawnArticles.find(({ article }) => article.title.toLowerCase() === wanted);
  return titled?.article.id ?? wanted;
}
