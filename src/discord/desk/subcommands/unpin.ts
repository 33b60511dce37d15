import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Pin } from '../../../core/state.js';
import { toChoice } from '../../choices.js';
import { MAX_CHOICE_CHARS, MAX_CHOICES } from '../../limits.js';
import { escapeText } from '../../markdown.js';
import { fillIn, promiseReply } from '../../respond.js';
import { sayOnly } from '../../view.js';
import { recordPin } from '../record-pin.js';
import type { Subcommand } from '../subcommand.js';

/** `/corpus unpin`: takes a pinned question off. */
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
    await promiseReply(interaction);
    const { say, state } = context;
    const wanted = findPin(await state.pins.list(), interaction.options.getString('pin', true));
    const removed = wanted && (await state.pins.remove(wanted.id));
    if (!removed) return fillIn(interaction, sayOnly(say.pinUnknown));
    const isRecorded = await recordPin(context, interaction.user.id, 'unpin', removed);
    const line = `${say.unpinned} ${escapeText(say.pin(removed.question, removed.articleId))}`;
    await fillIn(interaction, sayOnly([line, ...(isRecorded ? [] : [say.unrecorded])].join('\n')));
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

/** By its number, as the choices have it, or by the question that was typed. */
function findPin(pins: readonly Pin[], typed: string): Pin | undefined {
  const wanted = typed.trim().toLowerCase();
  return pins.find(({ id, question }) => String(id) === wanted || question.toLowerCase() === wanted);
}
