import {
  ApplicationIntegrationType,
  type ChatInputCommandInteraction,
  InteractionContextType,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from 'discord.js';
import { MAX_RESULTS, MIN_RESULTS } from '../src/core/model/limits.js';
import { MAX_QUESTIONS_A_MINUTE, type ServerSettings } from '../src/core/model/settings.js';
import { type Sentences, sentencesIn } from '../src/core/locales/sentences.js';
import type { SlashCommand } from '../src/discord/command.js';
import { bold } from '../src/discord/message/markdown.js';
import { reply } from '../src/discord/message/respond.js';
import { sayOnly, type View } from '../src/discord/message/view.js';
import { mayManageServer } from '../src/discord/moderators.js';

/** `/settings`: shows or changes the server's settings. */
export const settings: SlashCommand = {
  kind: 'slash',
  data: new SlashCommandBuilder()
    .setName('settings')
    .setDescription('Show or change how I answer in this server')
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
    .addStringOption((option) =>
      option
        .setName('language')
        .setDescription('Language of my own sentences; quotes stay as they were printed')
        .addChoices(
          ...(['en', 'sw'] as const).map((value) => ({ name: sentencesIn(value).languageName, value })),
        ),
    )
    .addBooleanOption((option) =>
      option.setName('private').setDescription('Answer the asker alone where a question does not say'),
    )
    .addBooleanOption((option) =>
      option.setName('votes').setDescription('Two small buttons under each public answer'),
    )
    .addBooleanOption((option) =>
      option.setName('mentions').setDescription('Answer questions that mention me'),
    )
    .addIntegerOption((option) =>
      option
        .setName('results')
        .setDescription('How many passages at most where a question does not say')
        .setMinValue(MIN_RESULTS)
        .setMaxValue(MAX_RESULTS),
    )
    .addIntegerOption((option) =>
      option
        .setName('member_limit')
        .setDescription('Most questions a minute of one member')
        .setMinValue(1)
        .setMaxValue(MAX_QUESTIONS_A_MINUTE),
    )
    .addIntegerOption((option) =>
      option
        .setName('server_limit')
        .setDescription('Most questions a minute of the whole server')
        .setMinValue(1)
        .setMaxValue(MAX_QUESTIONS_A_MINUTE),
    )
    .toJSON(),
  isForModerators: false,

  async run(interaction, context) {
    const { say, settings: current, services } = context;
    const { guildId } = interaction;
    if (guildId === null || !mayManageServer(interaction)) {
      await reply(interaction, sayOnly(say.onlyManagers), true);
      return;
    }
    const chosen = readChoices(interaction, current);
    const note = describeChoices(current, chosen);
    if (note === '') {
      await reply(interaction, renderSettings(say, current, say.settingsHeading), true);
      return;
    }
    await context.saveSettings(guildId, chosen);
    const { revision } = services.loaded().corpus.summary;
    await services.audit.record({
      at: context.now(),
      by: interaction.user.id,
      action: 'settings',
      subject: guildId,
      note,
      from: revision,
      to: revision,
    });
    const after = sentencesIn(chosen.language);
    await reply(interaction, renderSettings(after, chosen, after.settingsSaved), true);
  },
};

/** Keeps the current value of every option that is left out. */
function readChoices({ options }: ChatInputCommandInteraction, current: ServerSettings): ServerSettings {
  const language = options.getString('language');
  return {
    language: language === 'en' || language === 'sw' ? language : current.language,
    isPrivateByDefault: options.getBoolean('private') ?? current.isPrivateByDefault,
    hasVotes: options.getBoolean('votes') ?? current.hasVotes,
    answersMentions: options.getBoolean('mentions') ?? current.answersMentions,
    results: options.getInteger('results') ?? current.results,
    questionsAMember: options.getInteger('member_limit') ?? current.questionsAMember,
    questionsAServer: options.getInteger('server_limit') ?? current.questionsAServer,
  };
}

/** Returns changes as `language: en → sw`, separated by commas; `''` if nothing changes. */
function describeChoices(before: ServerSettings, after: ServerSettings): string {
  return (Object.keys(after) as (keyof ServerSettings)[])
    .filter((key) => before[key] !== after[key])
    .map((key) => `${key}: ${String(before[key])} → ${String(after[key])}`)
    .join(', ');
}

function renderSettings(say: Sentences, settings: ServerSettings, heading: string): View {
  const lines = [
    say.settingLanguage(sentencesIn(settings.language).languageName),
    say.settingPrivate(settings.isPrivateByDefault),
    say.settingVotes(settings.hasVotes),
    say.settingMentions(settings.answersMentions),
    say.settingResults(settings.results),
    say.settingMemberLimit(settings.questionsAMember),
    say.settingServerLimit(settings.questionsAServer),
  ];
  return { texts: [[bold(heading), ...lines.map((line) => `- ${line}`)].join('\n')], rows: [] };
}
