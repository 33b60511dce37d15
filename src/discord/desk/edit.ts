import {
  AttachmentBuilder,
  ButtonStyle,
  LabelBuilder,
  ModalBuilder,
  type ModalSubmitInteraction,
  SlashCommandSubcommandBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { findArticle } from '../../core/answering/find-article.js';
import { checksum } from '../../core/arrays/hash.js';
import { Fault } from '../../core/model/fault.js';
import type { Sentences } from '../../core/locales/sentences.js';
import type { InteractionContext, Subcommand } from '../command.js';
import { type Form, formatDraftId, formatEditFormId } from '../message/ids.js';
import { MAX_FIELD_CHARS } from '../message/limits.js';
import { answerForm, editReply, openForm, reply } from '../message/respond.js';
import { makeButton, renderFault, sayOnly, type View } from '../message/view.js';
import { completeArticle, nameArticleOption } from '../source/open-source.js';
import { runChange, showOutcome } from './change.js';
import { saveDraft } from './drafts.js';

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

const YAML_FIELD = 'yaml';

/**
 * Makes the form with an article's front matter.
 *
 * @param current - The front matter in the file.
 * @param typed - The text that the form shows, such as one to be corrected; default: `current`.
 * @returns `null` if it is too long for a form.
 */
export function makeEditForm(
  say: Sentences,
  articleId: string,
  current: string,
  typed = current,
): ModalBuilder | null {
  if (typed.length > MAX_FIELD_CHARS) return null;
  const input = new TextInputBuilder()
    .setCustomId(YAML_FIELD)
    .setStyle(TextInputStyle.Paragraph)
    .setMaxLength(MAX_FIELD_CHARS)
    .setRequired(false);
  if (typed !== '') input.setValue(typed);
  return new ModalBuilder()
    .setCustomId(formatEditFormId(articleId, checksum(current)))
    .setTitle(say.editTitle)
    .addLabelComponents(
      new LabelBuilder().setLabel(say.editField).setDescription(say.editHint).setTextInputComponent(input),
    );
}

/** Saves the typed front matter, if it is valid and the file has not changed since the form was opened. */
export async function submitEdit(
  interaction: ModalSubmitInteraction,
  context: InteractionContext,
  { articleId, checksum: opened }: Extract<Form, { kind: 'edit' }>,
): Promise<void> {
  const { services, say } = context;
  await answerForm(interaction);
  const yaml = interaction.fields.getTextInputValue(YAML_FIELD);
  const refuse = async (reason: string): Promise<void> => {
    const draftId = await saveDraft(context, interaction.user.id, { kind: 'edit', articleId, yaml });
    await editReply(interaction, renderUnsaved(say, reason, yaml, draftId));
  };
  if (checksum(await services.desk.frontMatter(articleId)) !== opened) {
    await refuse(say.editStale);
    return;
  }
  const change = await services.desk.editFrontMatter(articleId, yaml).catch((error: unknown) => {
    if (error instanceof Fault && error.code === 'FRONT_MATTER_INVALID') return error;
    throw error;
  });
  if (change instanceof Error) {
    await refuse(renderFault(say, change));
    return;
  }
  const request = { files: [change], action: 'edit', subject: articleId, mode: 'careful' } as const;
  const outcome = await runChange(interaction, context, request);
  if (outcome) await showOutcome(interaction, context, request, outcome);
}

/**
 * Renders why a front matter was not saved, with a button that reopens it as typed.
 *
 * @param reason - Markdown.
 * @param draftId - `null` if the draft could not be stored: the text is attached as a file instead.
 */
function renderUnsaved(say: Sentences, reason: string, yaml: string, draftId: string | null): View {
  if (draftId === null) {
    const files = [new AttachmentBuilder(Buffer.from(yaml), { name: 'front-matter.txt' })];
    return { texts: [reason, say.typedInFile], rows: [], files };
  }
  return {
    texts: [reason],
    rows: [[makeButton(say.reopen, formatDraftId('reopen', draftId), ButtonStyle.Primary)]],
  };
}
