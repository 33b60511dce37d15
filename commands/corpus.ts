import {
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from 'discord.js';
import type { SlashCommand } from '../src/discord/command.js';
import { SUBCOMMANDS } from '../src/discord/desk/subcommands.js';
import { reply } from '../src/discord/message/respond.js';
import { sayOnly } from '../src/discord/message/view.js';
import { findModeratorRefusal } from '../src/discord/moderators.js';

export interface DeskPlace {
  readonly homeGuildId: string | undefined;
  readonly moderatorRoleIds: readonly string[];
}

/** Creates `/corpus`, the moderators' desk. Without a home server it only has `status` and `reload`. */
export function createCorpusCommand({ homeGuildId, moderatorRoleIds }: DeskPlace): SlashCommand {
  const offered = SUBCOMMANDS.filter(({ needs }) => homeGuildId !== undefined || needs !== 'change');
  const byName = new Map(offered.map((subcommand) => [subcommand.data.name, subcommand]));
  const builder = new SlashCommandBuilder()
    .setName('corpus')
    .setDescription('Look after the articles')
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    // A bot cannot grant a command to a role, so with moderator roles everyone sees it and each use is checked.
    .setDefaultMemberPermissions(moderatorRoleIds.length === 0 ? PermissionFlagsBits.ManageGuild : null);
  for (const { data } of offered) builder.addSubcommand(data);

  return {
    kind: 'slash',
    data: builder.toJSON(),
    isForModerators: true,

    async run(interaction, context) {
      const subcommand = byName.get(interaction.options.getSubcommand());
      const refusal = findModeratorRefusal(interaction, context, subcommand?.needs ?? 'change');
      if (refusal !== null) await reply(interaction, sayOnly(refusal), true);
      else if (subcommand) await subcommand.run(interaction, context);
      else await reply(interaction, sayOnly(context.say.commandUnknown), true);
    },

    async complete(interaction, context) {
      const subcommand = byName.get(interaction.options.getSubcommand());
      const refusal = findModeratorRefusal(interaction, context, subcommand?.needs ?? 'change');
      if (refusal === null && subcommand?.complete) await subcommand.complete(interaction, context);
      else await interaction.respond([]);
    },
  };
}
