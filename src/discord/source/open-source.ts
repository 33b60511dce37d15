/** Opens articles from menus and page buttons, and sets up the command option that names one. */

import type {
  AutocompleteInteraction,
  ButtonInteraction,
  SlashCommandStringOption,
  StringSelectMenuInteraction,
} from 'discord.js';
import { suggestArticles } from '../../core/answering/find-article.js';
import { parseHandle } from '../../core/model/article.js';
import { reportWithdrawal } from '../../core/model/fault.js';
import { chooseAudience, readDeleteId, showView } from '../answers/answer-buttons.js';
import type { InteractionContext } from '../command.js';
import { OPEN_ID, type Press } from '../message/ids.js';
import { MAX_CHOICES } from '../message/limits.js';
import { reply } from '../message/respond.js';
import { sayOnly, toChoice } from '../message/view.js';
import { renderSource } from './render-source.js';
import { parseSourceChoice } from './sources-message.js';

/** Opens the article chosen in a select menu, at the passage and for the member alone. */
export async function openSource(
  interaction: StringSelectMenuInteraction,
  { services, say }: InteractionContext,
): Promise<void> {
  const [value = ''] = interaction.values;
  const choice = interaction.customId === OPEN_ID ? parseSourceChoice(value) : null;
  const place = choice && parseHandle(choice.handle);
  if (!place) {
    await reply(interaction, sayOnly(say.buttonUnknown), true);
    return;
  }
  const { corpus } = services.loaded();
  const article = corpus.article(place.articleId);
  if (!article) {
    await reply(interaction, sayOnly(say.articleGone), true);
    return;
  }
  const page = { paragraph: place.paragraph, edge: 'marked' } as const;
  await reply(interaction, renderSource(say, corpus, article, page, null), true);
}

/**
 * Shows another page of an article.
 *
 * @throws {Fault} `ARTICLE_WITHDRAWN`.
 */
export async function turnSourcePage(
  interaction: ButtonInteraction,
  { services, say }: InteractionContext,
  press: Extract<Press, { kind: 'source' }>,
): Promise<void> {
  const { corpus } = services.loaded();
  const withdrawn = corpus.withdrawn(press.articleId);
  if (withdrawn) throw reportWithdrawal(withdrawn);
  const article = corpus.article(press.articleId);
  if (!article) {
    await reply(interaction, sayOnly(say.articleGone), true);
    return;
  }
  const pressed = { askerId: readDeleteId(interaction), share: 'none', hasVotes: false } as const;
  const audience = chooseAudience(interaction, pressed);
  const askerId = audience.kind === 'public' ? audience.askerId : null;
  await showView(interaction, audience, renderSource(say, corpus, article, press, askerId));
}

const MAX_ARTICLE_CHARS = 300;

export function nameArticleOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return option
    .setName('article')
    .setDescription('Title or id of the article')
    .setMaxLength(MAX_ARTICLE_CHARS)
    .setAutocomplete(true)
    .setRequired(true);
}

/** Answers autocomplete with the articles whose title or id has words that start as typed. */
export async function completeArticle(
  interaction: AutocompleteInteraction,
  { services }: InteractionContext,
): Promise<void> {
  const typed = interaction.options.getFocused();
  const suggestions = suggestArticles(services.loaded().corpus, typed, MAX_CHOICES);
  await interaction.respond(suggestions.map(({ article }) => toChoice(article.title, article.id)));
}
