import { SlashCommandSubcommandBuilder } from 'discord.js';
import { Fault } from '../../core/model/fault.js';
import type { RevisionStore } from '../../core/model/state.js';
import type { Subcommand } from '../command.js';
import { MAX_CHOICE_CHARS, MAX_CHOICES } from '../message/limits.js';
import { deferReply } from '../message/respond.js';
import { toChoice } from '../message/view.js';
import { runChange, showOutcome } from './change.js';

/** `/corpus rollback`: previews going back to a revision, and does so on Confirm. */
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
    await deferReply(interaction);
    const { state, services } = context;
    const revision = await findRevision(state.revisions, interaction.options.getString('revision', true));
    const files = await services.desk.rollBack(revision);
    const request = { files, action: 'rollback', subject: revision, mode: 'preview' } as const;
    const outcome = await runChange(interaction, context, request);
    if (outcome) await showOutcome(interaction, context, request, outcome, revision);
  },

  async complete(interaction, { say, state, services }) {
    const typed = interaction.options.getFocused().trim().toLowerCase();
    const archived = new Set(await services.desk.listArchived());
    const entries = (await state.revisions.list(MAX_CHOICES)).filter(({ revision }) =>
      archived.has(revision),
    );
    const choices = entries.map(({ number, revision, at, action }) =>
      toChoice(`#${number} · ${revision} · ${nameTime(at)} · ${say.actions[action]}`, revision),
    );
    await interaction.respond(choices.filter(({ name }) => name.toLowerCase().includes(typed)));
  },
};

/** The most revisions that are listed, or searched for a hash. */
export const MAX_REVISIONS_LISTED = 500;

/** Seven digits such as `0123456` may be a hash or a number; the hash is tried first, because hashes are shown. */
const HASH = /^[0-9a-f]{7}$/u;

const NUMBER = /^#?(\d{1,9})$/u;

/**
 * Finds a revision by its hash or by its number in the history.
 *
 * @throws {Fault} `REVISION_UNKNOWN`.
 */
async function findRevision(revisions: RevisionStore, typed: string): Promise<string> {
  const wanted = typed.trim().toLowerCase();
  if (HASH.test(wanted)) {
    const known = await revisions.list(MAX_REVISIONS_LISTED);
    if (known.some(({ revision }) => revision === wanted)) return wanted;
  }
  const [, number] = NUMBER.exec(wanted) ?? [];
  const entry = number === undefined ? null : await revisions.get(Number(number));
  if (entry) return entry.revision;
  throw new Fault('REVISION_UNKNOWN', 'no such revision', { facts: { revision: typed.trim() } });
}

/**
 * Returns `2026-11-22 13:25 UTC`, for places where Discord renders no timestamps.
 *
 * @param at - In ms since 1970.
 */
function nameTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
