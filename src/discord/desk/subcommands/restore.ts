import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Corpus } from '../../../core/corpus.js';
import { nameWithdrawn } from '../../../core/report-withdrawal.js';
import { toChoice } from '../../choices.js';
import { nameArticleOption } from '../../complete-article.js';
import { MAX_CHOICES } from '../../limits.js';
import { promiseReply } from '../../respond.js';
import { runChange } from '../run-change.js';
import { showOutcome } from '../show-outcome.js';
import type { Subcommand } from '../subcommand.js';

/** `/corpus restore`: brings a withdrawn article back. */
export const restore: Subcommand = {
  data: new SlashCommandSubcommandBuilder()
    .setName('restore')
    .setDescription('Bring a withdrawn article back into the answers')
    .addStringOption(nameArticleOption),
  needs: 'change',

  async run(interaction, context) {
    await promiseReply(interaction);
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

/** The id of the withdrawn article with that title; what is typed is an id otherwise. */
function findId({ withdrawnArticles }: Corpus, typed: string): string {
  const wanted = typed.trim().toLowerCase();
  const titled = withdrawnArticles.find(({ article }) => article.title.toLowerCase() === wanted);
  return titled?.article.id ?? wanted;
}
