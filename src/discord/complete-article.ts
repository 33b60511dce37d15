import type { AutocompleteInteraction, SlashCommandStringOption } from 'discord.js';
import { suggestArticles } from '../core/suggest-articles.js';
import { toChoice } from './choices.js';
import type { InteractionContext } from './command.js';
import { MAX_CHOICES } from './limits.js';

const MAX_ARTICLE_CHARS = 300;

/** The option that names an article by its title or id. */
export function nameArticleOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return option
    .setName('article')
    .setDescription('Title or id of the article')
    .setMaxLength(MAX_ARTICLE_CHARS)
    .setAutocomplete(true)
    .setRequired(true);
}

/** Offers the articles whose title or id the typed text begins. */
export async function completeArticle(
  interaction: AutocompleteInteraction,
  { services }: InteractionContext,
): Promise<void> {
  const typed = interaction.options.getFocused();
  const suggestions = suggestArticles(services.loaded().corpus, typed, MAX_CHOICES);
  await interaction.respond(suggestions.map(({ article }) => toChoice(article.title, article.id)));
}
