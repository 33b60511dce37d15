import { ApplicationIntegrationType, InteractionContextType, SlashCommandBuilder } from 'discord.js';
import type { SlashCommand } from '../src/discord/command.js';
import { editReply, deferReply } from '../src/discord/message/respond.js';
import { sayOnly } from '../src/discord/message/view.js';

/** `/forget`: removes the member's stored questions and votes. */
export const forget: SlashCommand = {
  kind: 'slash',
  data: new SlashCommandBuilder()
    .setName('forget')
    .setDescription('Remove what I keep of what you asked and voted, in every server')
    .setContexts(InteractionContextType.Guild, InteractionContextType.BotDM)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .toJSON(),
  isForModerators: false,

  async run(interaction, { state, writes, say }) {
    await deferReply(interaction);
    // A write still under way would be stored after the removal.
    await writes.settled();
    const { questions, votes } = await state.forget(interaction.user.id);
    const isNothing = questions + votes === 0;
    await editReply(interaction, sayOnly(isNothing ? say.nothingKept : say.forgotten(questions, votes)));
  },
};
