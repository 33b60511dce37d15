import {
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  SlashCommandBuilder,
  type ChatInputCommandInteraction,
} from 'discord.js';
import { Fault } from '../src/core/errors.js';
import type { InteractionContext, SlashCommand } from '../src/discord/command.js';
import { renderChange, renderReloadFailure, renderStatus } from '../src/discord/render-corpus.js';
import { findModeratorRefusal } from '../src/discord/moderators.js';
import { renderFault } from '../src/discord/render-fault.js';
import { createProgressMessage } from '../src/discord/show-progress.js';
import { fillIn, promiseReply, reply } from '../src/discord/respond.js';
import { sayOnly } from '../src/discord/view.js';

/** Where moderators work, and who they are. */
export interface DeskPlace {
  readonly homeGuildId: string | undefined;
  readonly moderatorRoleIds: readonly string[];
}

/** `/corpus status` and `/corpus reload`: what is loaded, and loading it anew. */
export function createCorpusCommand({ moderatorRoleIds }: DeskPlace): SlashCommand {
  // A bot cannot grant a command to a role, so with roles it is shown to all and checked when it is used.
  const permission = moderatorRoleIds.length === 0 ? PermissionFlagsBits.ManageGuild : null;
  return {
    kind: 'slash',
    data: new SlashCommandBuilder()
      .setName('corpus')
      .setDescription('Look after the articles')
      .setContexts(InteractionContextType.Guild)
      .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
      .setDefaultMemberPermissions(permission)
      .addSubcommand((subcommand) => subcommand.setName('status').setDescription('Show what is loaded'))
      .addSubcommand((subcommand) =>
        subcommand
          .setName('reload')
          .setDescription('Load the articles anew; questions are answered meanwhile')
          .addBooleanOption((option) =>
            option.setName('preview').setDescription('Only show what would change'),
          ),
      )
      .toJSON(),
    isForModerators: true,

    async run(interaction, context) {
      const isReload = interaction.options.getSubcommand() === 'reload';
      const refusal = findModeratorRefusal(interaction, context, isReload ? 'reload' : 'look');
      if (refusal !== null) await reply(interaction, sayOnly(refusal), true);
      else if (isReload) await reload(interaction, context);
      else await reply(interaction, renderStatus(context.say, context.services.loaded()), true);
    },
  };
}

async function reload(
  interaction: ChatInputCommandInteraction,
  { services, log, say }: InteractionContext,
): Promise<void> {
  const preview = interaction.options.getBoolean('preview') ?? false;
  await promiseReply(interaction);
  const facts = { preview, by: interaction.user.id };
  const progress = createProgressMessage(say, (view) => fillIn(interaction, view));
  const mode = preview ? 'preview' : 'forced';
  const options = { mode, by: interaction.user.id, action: 'reload', onProgress: progress.report } as const;
  const reloading = services.changeCorpus([], options).finally(progress.settle);
  const outcome = await reloading.catch(async (error: unknown) => {
    if (!(error instanceof Fault) || NOT_STARTED.has(error.code)) throw error;
    log.error('reload failed', error, facts);
    await fillIn(interaction, renderReloadFailure(say, renderFault(say, error)));
    return null;
  });
  if (!outcome) return;
  const { before, after } = outcome.report;
  log.info('reload', { ...facts, from: before.revision, to: after.revision });
  await fillIn(interaction, renderChange(say, outcome, mode)).catch((cause: unknown) => {
    throw new Fault('REPORT_LOST', 'the report of a reload could not be shown', { cause });
  });
}

/** Faults that come before anything is read, or because the bot ends; their own sentence says all. */
const NOT_STARTED: ReadonlySet<string> = new Set<Fault['code']>(['BUILD_STOPPED', 'RELOAD_RUNNING']);
