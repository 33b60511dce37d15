import { ApplicationIntegrationType, InteractionContextType, SlashCommandBuilder } from 'discord.js';
import { findArticle } from '../src/core/answering/find-article.js';
import type { SlashCommand } from '../src/discord/command.js';
import { reply } from '../src/discord/message/respond.js';
import { completeArticle, nameArticleOption } from '../src/discord/source/open-source.js';
import { renderSource } from '../src/discord/source/render-source.js';

/** `/source article:<title or id>`: opens an article page by page, or at a paragraph. */
export const source: SlashCommand = {
  kind: 'slash',
  data: new SlashCommandBuilder()
    .setName('source')
    .setDescription('Open an article with its citation and numbered paragraphs')
    .setContexts(InteractionContextType.Guild, InteractionContextType.BotDM)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .addStringOption(nameArticleOption)
    .addIntegerOption((option) =>
      option.setName('paragraph').setDescription('Open it at this paragraph').setMinValue(1),
    )
    .addBooleanOption((option) => option.setName('private').setDescription('Show it to you alone'))
    .toJSON(),
  isForModerators: false,

  async run(interaction, { services, say, settings }) {
    const { options, user } = interaction;
    const { corpus } = services.loaded();
    const { article, paragraph } = findArticle(
      corpus,
      options.getString('article', true),
      options.getInteger('paragraph'),
    );
    const isPrivate = options.getBoolean('private') ?? settings.isPrivateByDefault;
    const page = { paragraph: paragraph ?? 1, edge: paragraph === null ? 'first' : 'marked' } as const;
    await reply(interaction, renderSource(say, corpus, article, page, isPrivate ? null : user.id), isPrivate);
  },

  complete: completeArticle,
};
