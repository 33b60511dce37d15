import { SlashCommandSubcommandBuilder } from 'discord.js';
import { toChoice } from '../../choices.js';
import { MAX_CHOICE_CHARS, MAX_CHOICES } from '../../limits.js';
import { promiseReply } from '../../respond.js';
import { findRevision } from '../find-revision.js';
import { nameTime } from '../name-time.js';
import { runChange } from '../run-change.js';
import { showOutcome } from '../show-outcome.js';
import type { Subcommand } from '../subcommand.js';

/** `/corpus rollback`: shows what going back to a revision would change, and does it on Confirm. */
export const rollback: Subcommand = {
  data: new SlashCommandSubcommandBuilder()
    .setName('rollback')
    .setDescription('Go back to an earlier state of the articles, after a look at what would change')
    .addStringOption((option) =>
      option
        .setName('revision')
        .setDescription('Number or revision, as /corpus history lists them')
        .setMaxLength(MAX_CHOICE_CHARS)
        .setAutocomplete(true)
        .setRequired(true),
    ),
  needs: 'change',

  async run(interaction, context) {
    await promiseReply(interaction);
    const { state, services } = context;
    const revision = await findRevision(state.revisions, interaction.options.getString('revision', true));
    const files = await services.desk.rollBack(revision);
    const request = { files, action: 'rollback', subject: revision, mode: 'preview' } as const;
    const outcome = await runChange(interaction, context, request);
    if (outcome) await showOutcome(interaction, context, request, outcome, revision);
  },

  async complete(interaction, { say, state, services }) {
    const typed = interaction.options.getFocused().trim().toLowerCase();
    const kept = new Set(await services.desk.listKept());
    const entries = (await state.revisions.list(MAX_CHOICES)).filter(({ revision }) => kept.has(revision));
    const choices = entries.map(({ number, revision, at, action }) =>
      toChoice(`#${number} · ${revision} · ${nameTime(at)} · ${say.actions[action]}`, revision),
    );
    await interaction.respond(choices.filter(({ name }) => name.toLowerCase().includes(typed)));
  },
};
