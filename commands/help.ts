import { ApplicationIntegrationType, InteractionContextType, SlashCommandBuilder } from 'discord.js';
import type { SlashCommand } from '../src/discord/command.js';
import { reply } from '../src/discord/message/respond.js';
import { findModeratorRefusal } from '../src/discord/moderators.js';
import { renderDeskHelp, renderHelp } from '../src/discord/render-help.js';

/** `/help`: shows what the bot does, what it answers from and what it stores. */
export const help: SlashCommand = {
  kind: 'slash',
  data: new SlashCommandBuilder()
    .setName('help')
    .setDescription('What this bot does, what it answers from, and what it keeps')
    .setContexts(InteractionContextType.Guild, InteractionContextType.BotDM)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .toJSON(),
  isForModerators: false,

  async run(interaction, context) {
    const { services, say, settings, gapsDays } = context;
    const isAllowed = (needs: 'look' | 'change'): boolean =>
      findModeratorRefusal(interaction, context, needs) === null;
    const view = renderHelp(say, services.loaded().corpus, {
      settings: interaction.inGuild() ? settings : null,
      gapsDays,
      ...(isAllowed('look') ? { forModerators: renderDeskHelp(say, isAllowed('change')) } : {}),
    });
    await reply(interaction, view, true);
  },
};
