import { ApplicationIntegrationType, InteractionContextType, SlashCommandBuilder } from 'discord.js';
import { parseAskRequest } from '../src/core/answering/answer.js';
import { suggestArticles } from '../src/core/answering/find-article.js';
import { MAX_QUESTION_CHARS, MAX_RESULTS, MIN_RESULTS } from '../src/core/model/limits.js';
import { dayInNairobi } from '../src/core/model/partial-date.js';
import { storeAnswer, storeGap } from '../src/discord/answers/store-answer.js';
import { renderAnswer } from '../src/discord/answers/render-answer.js';
import type { SlashCommand } from '../src/discord/command.js';
import { MAX_CHOICE_CHARS, MAX_CHOICES } from '../src/discord/message/limits.js';
import { reply, replyToAll } from '../src/discord/message/respond.js';
import { toChoices } from '../src/discord/message/view.js';

const MAX_HEADLINES = 5;
const MAX_DATE_CHARS = 40;
const MAX_OUTLET_CHARS = 100;

/** `/ask question:<text>`: answers with quotes and citations. */
export const ask: SlashCommand = {
  kind: 'slash',
  data: new SlashCommandBuilder()
    .setName('ask')
    .setDescription('Answer a question with quotes from the articles')
    .setContexts(InteractionContextType.Guild, InteractionContextType.BotDM)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .addStringOption((option) =>
      option
        .setName('question')
        .setDescription('What do you want to know?')
        .setMinLength(1)
        .setMaxLength(MAX_QUESTION_CHARS)
        .setAutocomplete(true)
        .setRequired(true),
    )
    .addIntegerOption((option) =>
      option
        .setName('results')
        .setDescription('How many passages at most (if left out 3, or what the server has chosen)')
        .setMinValue(MIN_RESULTS)
        .setMaxValue(MAX_RESULTS),
    )
    .addStringOption((option) =>
      option
        .setName('outlet')
        .setDescription('Only articles of this outlet')
        .setMaxLength(MAX_OUTLET_CHARS)
        .setAutocomplete(true),
    )
    .addStringOption((option) =>
      option
        .setName('since')
        .setDescription('Only articles from then on: 2023, 2023-08-16, 16 Aug 2023, last week')
        .setMaxLength(MAX_DATE_CHARS),
    )
    .addStringOption((option) =>
      option
        .setName('until')
        .setDescription('Only articles up to then: 2023, 2023-08-16, 16 Aug 2023, last week')
        .setMaxLength(MAX_DATE_CHARS),
    )
    .addBooleanOption((option) =>
      option.setName('private').setDescription('Show the answer to you alone; you can share it afterwards'),
    )
    .toJSON(),
  isForModerators: false,

  async run(interaction, context) {
    const { services, say, settings, limits } = context;
    const { options, user, guildId, channelId } = interaction;
    const loaded = services.loaded();
    const request = parseAskRequest(
      {
        question: options.getString('question', true),
        results: options.getInteger('results') ?? settings.results,
        outlet: options.getString('outlet') ?? undefined,
        since: options.getString('since') ?? undefined,
        until: options.getString('until') ?? undefined,
        askedOn: dayInNairobi(interaction.createdTimestamp),
      },
      loaded.corpus.outlets,
      { readDates: services.readDates },
    );
    await limits.count({ memberId: user.id, guildId }, settings);
    const isPrivate = options.getBoolean('private') ?? settings.isPrivateByDefault;
    const answer = await services.ask(loaded, request);
    const { view, shown } = renderAnswer(
      say,
      loaded.corpus,
      answer,
      isPrivate
        ? { kind: 'private', share: interaction.inGuild() ? 'offered' : 'none' }
        : { kind: 'public', askerId: user.id, hasVotes: settings.hasVotes && guildId !== null },
    );
    if (isPrivate) await reply(interaction, view, true);
    else {
      const id = await replyToAll(interaction, view);
      const findMessageId = async (): Promise<string> => id ?? (await interaction.fetchReply()).id;
      storeAnswer(context, { guildId, channelId, findMessageId }, shown);
    }
    if (answer.kind === 'nothing-found') storeGap(context, user.id, request.question);
  },

  async complete(interaction, { services }) {
    const { name, value } = interaction.options.getFocused(true);
    const { corpus } = services.loaded();
    if (name === 'outlet') {
      const outlets = corpus.outlets.flatMap(({ outlet }) => outlet ?? []);
      const matching = outlets.filter((outlet) => outlet.toLowerCase().includes(value.trim().toLowerCase()));
      await interaction.respond(toChoices(matching.slice(0, MAX_CHOICES)));
      return;
    }
    const typed = value.trim();
    const headlines = suggestArticles(corpus, typed, MAX_HEADLINES).map(({ article }) => article.title);
    const offered = typed !== '' && typed.length <= MAX_CHOICE_CHARS ? [typed, ...headlines] : headlines;
    await interaction.respond(toChoices([...new Set(offered)]));
  },
};
