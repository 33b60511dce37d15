import { ApplicationIntegrationType, InteractionContextType, SlashCommandBuilder } from 'discord.js';
import type { SlashCommand } from '../src/discord/command.js';
import { renderHelp } from '../src/discord/render-help.js';
import { reply } from '../src/discord/respond.js';

/** `/help`: what the bot does, what it answers from and what it keeps. */
export const help: SlashCommand = {
  kind: 'slash',
  data: new SlashCommandBuilder()
    .setName('help')
    .setDescription('What this bot does, what it answers from, and what it keeps')
    .setContexts(InteractionContextType.Guild, InteractionContextType.BotDM)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .toJSON(),
  isForModerators: false,

  async run(interaction, { services, say, settings, gapsDays }) {
    const own = interaction.inGuild() ? settings : null;
    await reply(interaction, renderHelp(say, services.loaded().corpus, own, gapsDays), true);
  },
};
