import { SlashCommandSubcommandBuilder } from 'discord.js';
import { promiseReply } from '../../respond.js';
import { runChange } from '../run-change.js';
import { showOutcome } from '../show-outcome.js';
import type { Subcommand } from '../subcommand.js';

/** `/corpus reload`: loads the folder anew; what would lose something waits for Confirm. */
export const reload: Subcommand = {
  data: new SlashCommandSubcommandBuilder()
    .setName('reload')
    .setDescription('Load the articles anew; questions are answered meanwhile')
    .addBooleanOption((option) => option.setName('preview').setDescription('Only show what would change')),
  needs: 'reload',
  async run(interaction, context) {
    const isPreview = interaction.options.getBoolean('preview') ?? false;
    await promiseReply(interaction);
    const request = { files: [], action: 'reload', mode: isPreview ? 'preview' : 'careful' } as const;
    const outcome = await runChange(interaction, context, request);
    if (outcome) await showOutcome(interaction, context, request, outcome);
  },
};
