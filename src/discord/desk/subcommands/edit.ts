import { SlashCommandSubcommandBuilder } from 'discord.js';
import { findArticle } from '../../../core/find-article.js';
import { completeArticle, nameArticleOption } from '../../complete-article.js';
import { makeEditForm } from '../../forms/edit-form.js';
import { openForm, reply } from '../../respond.js';
import { sayOnly } from '../../view.js';
import type { Subcommand } from '../subcommand.js';

/** `/corpus edit`: opens an article's front matter in a form. */
export const edit: Subcommand = {
  data: new SlashCommandSubcommandBuilder()
    .setName('edit')
    .setDescription('Change what an article says of itself: its front matter')
    .addStringOption(nameArticleOption),
  needs: 'change',
  async run(interaction, { services, say }) {
    const wanted = interaction.options.getString('article', true);
    const { article } = findArticle(services.loaded().corpus, wanted);
    const form = makeEditForm(say, article.id, await services.desk.frontMatter(article.id));
    await (form ? openForm(interaction, form) : reply(interaction, sayOnly(say.editTooLong), true));
  },
  complete: completeArticle,
};
