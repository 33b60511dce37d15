import { type Attachment, SlashCommandSubcommandBuilder } from 'discord.js';
import type { DraftInput } from '../../core/model/desk.js';
import type { Subcommand } from '../command.js';
import { editReply, openForm, deferReply, reply } from '../message/respond.js';
import { sayOnly } from '../message/view.js';
import { makePasteForm } from './addition-forms.js';
import { showAddition } from './addition.js';

const MAX_LINK_CHARS = 2000;

/** `/corpus add`: previews a page, a file or a pasted text as an article, and adds it on Confirm. */
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
    await deferReply(interaction);
    const input: DraftInput | FileRefusal = file
      ? await fetchAttachment(file)
      : { kind: 'link', url: (link ?? '').trim() };
    if (typeof input === 'string') return editReply(interaction, sayOnly(say.attachmentRefused[input]));
    await showAddition(interaction, context, { draft: await services.desk.draft(input) });
  },
};

type FileRefusal = 'too-large' | 'unreachable';

const MAX_FILE_BYTES = 5 * 1024 * 1024;

/** Downloads a file that a moderator has uploaded to Discord. */
async function fetchAttachment({
  contentType,
  name,
  size,
  url,
}: Attachment): Promise<DraftInput | FileRefusal> {
  if (size > MAX_FILE_BYTES) return 'too-large';
  const bytes = await download(url).catch(() => null);
  if (bytes === null) return 'unreachable';
  if (bytes.length > MAX_FILE_BYTES) return 'too-large';
  return { kind: 'file', name, contentType, bytes };
}

const FETCH_TIMEOUT_MS = 20_000;

/** @returns `null` if Discord does not have the file any more. */
async function download(url: string): Promise<Uint8Array | null> {
  const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
}
