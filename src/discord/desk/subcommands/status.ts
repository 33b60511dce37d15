import { SlashCommandSubcommandBuilder } from 'discord.js';
import { renderStatus } from '../../render-corpus.js';
import { reply } from '../../respond.js';
import type { Subcommand } from '../subcommand.js';

/** `/corpus status`: what is loaded. */
export const status: Subcommand = {
  data: new SlashCommandSubcommandBuilder().setName('status').setDescription('Show what is loaded'),
  needs: 'look',
  async run(interaction, { say, services }) {
    await reply(interaction, renderStatus(say, services.loaded()), true);
  },
};
