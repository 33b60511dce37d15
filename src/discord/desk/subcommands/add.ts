import { SlashCommandSubcommandBuilder, type Attachment } from 'discord.js';
import type { DraftSource } from '../../../core/desk.js';
import { makePasteForm } from '../../forms/paste-form.js';
import { fillIn, openForm, promiseReply, reply } from '../../respond.js';
import { sayOnly } from '../../view.js';
import { fetchAttachment } from '../fetch-attachment.js';
import { showAddition } from '../show-addition.js';
import type { Subcommand } from '../subcommand.js';

const MAX_LINK_CHARS = 2000;

/** `/corpus add`: shows what a page, a file or a pasted text would be as an article, and adds it on Confirm. */
export const add: Subcommand = {
  data: new SlashCommandSubcommandBuilder()
    .setName('add')
    .setDescription('Add an article: from a link, from a file, or pasted into a form when both are left out')
    .addStringOption((option) =>
      option.setName('link').setDescription('Address of the page').setMaxLength(MAX_LINK_CHARS),
    )
    .addAttachmentOption((option) =>
      option.setName('file').setDescription('Web page, Markdown, plain text or PDF, up to 5 MB'),
    ),
  needs: 'change',

  async run(interaction, context) {
    const { say, services } = context;
    const link = interaction.options.getString('link');
    const file = interaction.options.getAttachment('file');
    if (link === null && file === null) return openForm(interaction, makePasteForm(say));
    if (link !== null && file !== null) return reply(interaction, sayOnly(say.addOnlyOne), true);
    await promiseReply(interaction);
    const source = await findSource(link, file);
    if (typeof source === 'string') return fillIn(interaction, sayOnly(say.attachmentRefused[source]));
    await showAddition(interaction, context, { draft: await services.desk.draft(source) });
  },
};

/** @returns Why not, when the file cannot be had. */
async function findSource(
  link: string | null,
  file: Attachment | null,
): Promise<DraftSource | 'too-large' | 'unreachable'> {
  if (!file) return { kind: 'link', url: (link ?? '').trim() };
  const fetched = await fetchAttachment(file);
  return fetched.kind === 'fetched' ? fetched.source : fetched.kind;
}
