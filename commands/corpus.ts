import {
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  SlashCommandBuilder,
  type ChatInputCommandInteraction,
} from 'discord.js';
import { Fault } from '../src/core/errors.js';
import type { Command, InteractionContext } from '../src/discord/command.js';
import { renderReload, renderReloadFailure, renderStatus } from '../src/discord/render-corpus.js';
import { renderFault } from '../src/discord/render-fault.js';
import { createProgressMessage } from '../src/discord/show-progress.js';
import { fillIn, promiseReply, reply } from '../src/discord/respond.js';
import { sayOnly } from '../src/discord/view.js';

/** `/corpus status` and `/corpus reload`: what is loaded, and loading it anew. */
export const corpus: Command = {
  data: new SlashCommandBuilder()
    .setName('corpus')
    .setDescription('Look after the articles')
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
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
    const refusal = findRefusal(interaction, context, isReload);
    if (refusal !== null) await reply(interaction, sayOnly(refusal), true);
    else if (isReload) await reload(interaction, context);
    else await reply(interaction, renderStatus(context.say, context.services.loaded()), true);
  },
};

/** Why the member may not do this here; `null` when they may. */
function findRefusal(
  { memberPermissions, guildId, client }: ChatInputCommandInteraction,
  { homeGuildId, say }: InteractionContext,
  isReload: boolean,
): string | null {
  if (memberPermissions?.has(PermissionFlagsBits.ManageGuild) !== true) return say.onlyManagers;
  if (homeGuildId !== undefined) return guildId === homeGuildId ? null : say.onlyHomeServer;
  return isReload && client.guilds.cache.size > 1 ? say.onlyOneServer : null;
}

async function reload(
  interaction: ChatInputCommandInteraction,
  { services, log, say }: InteractionContext,
): Promise<void> {
  const preview = interaction.options.getBoolean('preview') ?? false;
  await promiseReply(interaction);
  const facts = { preview, by: interaction.user.id };
  const progress = createProgressMessage(say, (view) => fillIn(interaction, view));
  const reloading = services.reload(preview, progress.report).finally(progress.settle);
  const report = await reloading.catch(async (error: unknown) => {
    if (!(error instanceof Fault) || NOT_STARTED.has(error.code)) throw error;
    log.error('reload failed', error, facts);
    await fillIn(interaction, renderReloadFailure(say, renderFault(say, error)));
    return null;
  });
  if (!report) return;
  log.info('reload', { ...facts, from: report.before.revision, to: report.after.revision });
  await fillIn(interaction, renderReload(say, report)).catch((cause: unknown) => {
    throw new Fault('REPORT_LOST', 'the report of a reload could not be shown', { cause });
  });
}

/** Faults that come before anything is read, or because the bot ends; their own sentence says all. */
const NOT_STARTED: ReadonlySet<string> = new Set<Fault['code']>(['BUILD_STOPPED', 'RELOAD_RUNNING']);
