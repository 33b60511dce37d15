import { SlashCommandSubcommandBuilder } from 'discord.js';
import { findArticle } from '../../../core/find-article.js';
import { parsePartialDate } from '../../../core/partial-date.js';
import { completeArticle, nameArticleOption } from '../../complete-article.js';
import { promiseReply } from '../../respond.js';
import { keepPrepared } from '../drafts.js';
import { findQuoting } from '../find-quoting.js';
import { renderWithdrawal } from '../render-withdrawal.js';
import { runChange } from '../run-change.js';
import { showReport } from '../show-outcome.js';
import type { Subcommand } from '../subcommand.js';

const MAX_REASON_CHARS = 300;

/** `/corpus withdraw`: takes an article out of all answers at once, and offers to strike what was quoted of it. */
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
    await promiseReply(interaction);
    const { services, say, now } = context;
    const { article } = findArticle(services.loaded().corpus, interaction.options.getString('article', true));
    const reason = interaction.options.getString('reason', true).replace(/\s+/gu, ' ').trim();
    const on = parsePartialDate(new Date(now()).toISOString().slice(0, 10));
    if (on === null) throw new Error('a day of the clock is a date');
    const change = await services.desk.withdraw(article.id, on, reason);
    const cause = { action: 'withdraw', subject: article.id, note: reason } as const;
    const request = { files: [change], mode: 'forced', ...cause } as const;
    const outcome = await runChange(interaction, context, request);
    if (!outcome) return;
    const answers = await findQuoting(context, article.id);
    const isOffered = answers !== null && answers.length > 0;
    const strike = { kind: 'strike', articleId: article.id, on, reason } as const;
    const draftId = isOffered ? await keepPrepared(context, interaction.user.id, strike) : null;
    await showReport(interaction, renderWithdrawal(say, outcome, answers, draftId));
  },

  complete: completeArticle,
};
