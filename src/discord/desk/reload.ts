/** The subcommands `/corpus reload` and `/corpus status`. */

import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { LoadedCorpus } from '../../core/model/corpus.js';
import { describeStatus } from '../../core/locales/describe-corpus.js';
import type { Sentences } from '../../core/locales/sentences.js';
import type { Subcommand } from '../command.js';
import { renderTime } from '../message/markdown.js';
import { deferReply, reply } from '../message/respond.js';
import { fitReport, type View } from '../message/view.js';
import { runChange, showOutcome } from './change.js';

/** `/corpus reload`: loads the folder again; a reload that would lose something waits for Confirm. */
export const reload: Subcommand = {
  data: new SlashCommandSubcommandBuilder()
    .setName('reload')
    .setDescription('Load the articles anew; questions are answered meanwhile')
    .addBooleanOption((option) => option.setName('preview').setDescription('Only show what would change')),
  needs: 'reload',
  async run(interaction, context) {
    const isPreview = interaction.options.getBoolean('preview') ?? false;
    await deferReply(interaction);
    const request = { files: [], action: 'reload', mode: isPreview ? 'preview' : 'careful' } as const;
    const outcome = await runChange(interaction, context, request);
    if (outcome) await showOutcome(interaction, context, request, outcome);
  },
};

/** `/corpus status`: shows what is loaded. */
export const status: Subcommand = {
  data: new SlashCommandSubcommandBuilder().setName('status').setDescription('Show what is loaded'),
  needs: 'look',
  async run(interaction, { say, services }) {
    await reply(interaction, renderStatus(say, services.loaded()), true);
  },
};

function renderStatus(say: Sentences, loaded: LoadedCorpus): View {
  const loadedAt = say.loadedAt(renderTime(loaded.loadedAt, 'R'));
  return fitReport(say, describeStatus(say, loaded), loadedAt, 'corpus-status.txt');
}
