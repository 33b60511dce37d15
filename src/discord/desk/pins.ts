/** The subcommands `/corpus pin` and `/corpus unpin`. */

import { SlashCommandSubcommandBuilder } from 'discord.js';
import { parseAskRequest } from '../../core/answering/answer.js';
import { findArticle } from '../../core/answering/find-article.js';
import { checkPins } from '../../core/changes/change-corpus.js';
import { MAX_QUESTION_CHARS } from '../../core/model/limits.js';
import type { Pin } from '../../core/model/state.js';
import type { InteractionContext, Subcommand } from '../command.js';
import { MAX_CHOICE_CHARS, MAX_CHOICES } from '../message/limits.js';
import { escapeText } from '../message/markdown.js';
import { deferReply, editReply } from '../message/respond.js';
import { sayOnly, toChoice } from '../message/view.js';
import { completeArticle, nameArticleOption } from '../source/open-source.js';

/** `/corpus pin`: pins a question to the article that must answer it. */
export const pin: Subcommand = {
  data: new SlashCommandSubcommandBuilder()
    .setName('pin')
    .setDescription('Pin a question to the article that must answer it; every change is checked against it')
    .addStringOption((option) =>
      option
        .setName('question')
        .setDescription('As a member would ask it')
        .setMaxLength(MAX_QUESTION_CHARS)
        .setRequired(true),
    )
    .addStringOption(nameArticleOption),
  needs: 'change',

  async run(interaction, context) {
    await deferReply(interaction);
    const { services, say, state, now } = context;
    const loaded = services.loaded();
    const { options, user } = interaction;
    const { article } = findArticle(loaded.corpus, options.getString('article', true));
    const { question } = parseAskRequest({ question: options.getString('question', true) }, []);
    const added = await state.pins.add({ question, articleId: article.id, by: user.id, at: now() });
    const isRecorded = await recordPin(context, user.id, 'pin', added);
    const { kept: met } = await checkPins(services.ask, [added], null, loaded);
    const lines = [
      `${say.pinned} ${escapeText(say.pin(question, article.id))}`,
      met.length > 0 ? say.pinMet : say.pinUnmet,
      ...(isRecorded ? [] : [say.unrecorded]),
    ];
    await editReply(interaction, sayOnly(lines.join('\n')));
  },

  complete: completeArticle,
};

/** `/corpus unpin`: removes a pinned question. */
export const unpin: Subcommand = {
  data: new SlashCommandSubcommandBuilder()
    .setName('unpin')
    .setDescription('Take a pinned question off')
    .addStringOption((option) =>
      option
        .setName('pin')
        .setDescription('The question')
        .setMaxLength(MAX_CHOICE_CHARS)
        .setAutocomplete(true)
        .setRequired(true),
    ),
  needs: 'change',

  async run(interaction, context) {
    await deferReply(interaction);
    const { say, state } = context;
    const wanted = findPin(await state.pins.list(), interaction.options.getString('pin', true));
    const removed = wanted && (await state.pins.remove(wanted.id));
    if (!removed) return editReply(interaction, sayOnly(say.pinUnknown));
    const isRecorded = await recordPin(context, interaction.user.id, 'unpin', removed);
    const line = `${say.unpinned} ${escapeText(say.pin(removed.question, removed.articleId))}`;
    await editReply(interaction, sayOnly([line, ...(isRecorded ? [] : [say.unrecorded])].join('\n')));
  },

  async complete(interaction, { say, state }) {
    const typed = interaction.options.getFocused().trim().toLowerCase();
    const choices = (await state.pins.list())
      .map(({ id, question, articleId }) => ({ id, name: say.pin(question, articleId) }))
      .filter(({ name }) => name.toLowerCase().includes(typed))
      .slice(0, MAX_CHOICES);
    await interaction.respond(choices.map(({ id, name }) => toChoice(name, String(id))));
  },
};

/** @returns `false` if the audit log could not be written. */
function recordPin(
  { services, now }: InteractionContext,
  by: string,
  action: 'pin' | 'unpin',
  { question, articleId }: Pin,
): Promise<boolean> {
  const { revision } = services.loaded().corpus.summary;
  const corpus = { from: revision, to: revision };
  return services.audit.record({ at: now(), by, action, subject: articleId, note: question, ...corpus });
}

/** Finds a pin by its id, as autocomplete sends it, or by its question as typed. */
function findPin(pins: readonly Pin[], typed: string): Pin | undefined {
  const wanted = typed.trim().toLowerCase();
  return pins.find(({ id, question }) => String(id) === wanted || question.toLowerCase() === wanted);
}
