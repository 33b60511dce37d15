import { SlashCommandSubcommandBuilder } from 'discord.js';
import { nameArticleOption } from '../../complete-article.js';
import { promiseReply } from '../../respond.js';
import { runChange } from '../run-change.js';
import { showOutcome } from '../show-outcome.js';
import type { Subcommand } from '../subcommand.js';

/** `/corpus restore`: brings a withdrawn article back. */
export const restore: Subcommand = {
  data: new SlashCommandSubcommandBuilder()
    .setName('restore')
    .setDescription('Bring a withdrawn article back into the answers')
    .addStringOption((option) => nameArticleOption(option).setAutocomplete(false)),
  needs: 'change',
  async run(interaction, context) {
    await promiseReply(interaction);
    const articleId = interaction.options.getString('article', true).trim().toLowerCase();
    const change = await context.services.desk.restore(articleId);
    const request = { files: [change], action: 'restore', subject: articleId, mode: 'careful' } as const;
    const outcome = await runChange(interaction, context, request);
    if (outcome) await showOutcome(interaction, context, request, outcome);
  },
};
