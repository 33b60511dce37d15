/** The forms in which moderators paste an article and correct its details. */

import {
  LabelBuilder,
  ModalBuilder,
  type ModalSubmitInteraction,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import type { DraftFacts } from '../../core/model/desk.js';
import { Fault } from '../../core/model/fault.js';
import { parsePartialDate } from '../../core/model/partial-date.js';
import type { Sentences } from '../../core/locales/sentences.js';
import type { InteractionContext } from '../command.js';
import { type Form, formatDetailsFormId, PASTE_FORM_ID } from '../message/ids.js';
import { MAX_FIELD_CHARS } from '../message/limits.js';
import { escapeText } from '../message/markdown.js';
import { answerForm, deferReply } from '../message/respond.js';
import { renderFault } from '../message/view.js';
import { showAddition } from './addition.js';
import { putBackDraft, takeDraft, type TypedFacts } from './drafts.js';

/** The ids of the text inputs for a pasted article, in order. */
const PASTE_FIELDS = ['part1', 'part2', 'part3', 'part4'] as const;

export function makePasteForm(say: Sentences): ModalBuilder {
  const labels = PASTE_FIELDS.map((field, i) =>
    new LabelBuilder().setLabel(say.pasteField(i + 1)).setTextInputComponent(
      new TextInputBuilder()
        .setCustomId(field)
        .setStyle(TextInputStyle.Paragraph)
        .setMaxLength(MAX_FIELD_CHARS)
        .setRequired(i === 0),
    ),
  );
  return new ModalBuilder()
    .setCustomId(PASTE_FORM_ID)
    .setTitle(say.pasteTitle)
    .addLabelComponents(...labels);
}

/** Reads a pasted article and previews it. */
export async function submitPaste(
  interaction: ModalSubmitInteraction,
  context: InteractionContext,
): Promise<void> {
  await deferReply(interaction);
  const parts = PASTE_FIELDS.map((field) => interaction.fields.getTextInputValue(field).trim());
  const text = parts.filter((part) => part !== '').join('\n\n');
  const draft = await context.services.desk.draft({ kind: 'text', text });
  await showAddition(interaction, context, { draft });
}

type Fact = keyof DraftFacts;

/** The text inputs in order, each with its maximum length. */
const DETAIL_FIELDS = [
  ['title', 300],
  ['outlet', 80],
  ['published', 10],
  ['url', 2000],
  ['caution', 300],
] as const satisfies readonly (readonly [Fact, number])[];

export function makeDetailsForm(say: Sentences, draftId: string, facts: TypedFacts): ModalBuilder {
  const labels = DETAIL_FIELDS.map(([fact, maxChars]) => {
    const input = new TextInputBuilder()
      .setCustomId(fact)
      .setStyle(TextInputStyle.Short)
      .setMaxLength(maxChars)
      .setRequired(false);
    const value = facts[fact].slice(0, maxChars);
    if (value !== '') input.setValue(value);
    const label = new LabelBuilder().setLabel(say.details[fact]).setTextInputComponent(input);
    return fact === 'published' ? label.setDescription(say.dateHint) : label;
  });
  return new ModalBuilder()
    .setCustomId(formatDetailsFormId(draftId))
    .setTitle(say.detailsTitle)
    .addLabelComponents(...labels);
}

/** Returns facts as a form shows them; unknown ones are blank. */
export function writeFacts(facts: DraftFacts): TypedFacts {
  return {
    title: facts.title ?? '',
    outlet: facts.outlet ?? '',
    published: facts.published ?? '',
    url: facts.url ?? '',
    caution: facts.caution ?? '',
  };
}

/** Previews an article again with the typed details; invalid ones are reported and stay in the form for correction. */
export async function submitDetails(
  interaction: ModalSubmitInteraction,
  context: InteractionContext,
  { draftId }: Extract<Form, { kind: 'details' }>,
): Promise<void> {
  const { say } = context;
  await answerForm(interaction);
  const opened = await takeDraft(context, draftId);
  const { content } = opened;
  if (content.kind !== 'addition') throw new Fault('DRAFT_GONE', 'the draft is of another kind');
  const typed = readTyped(interaction);
  const checked = checkFacts(say, typed);
  const { draft } = content;
  if (checked.kind === 'problems') {
    const problem = checked.problems.map(escapeText).join('\n');
    await showAddition(interaction, context, { draft, typed, problem });
    return;
  }
  try {
    await showAddition(interaction, context, { draft: { ...draft, facts: checked.facts } });
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'FRONT_MATTER_INVALID') {
      await putBackDraft(context, opened);
      throw error;
    }
    await showAddition(interaction, context, { draft, typed, problem: renderFault(say, error) });
  }
}

function readTyped({ fields }: ModalSubmitInteraction): TypedFacts {
  const read = (fact: Fact): string => fields.getTextInputValue(fact);
  return {
    title: read('title'),
    outlet: read('outlet'),
    published: read('published'),
    url: read('url'),
    caution: read('caution'),
  };
}

type CheckedFacts =
  | { readonly kind: 'facts'; readonly facts: DraftFacts }
  /** One sentence for each invalid detail. */
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/** Parses typed details; blank means unknown. */
function checkFacts(say: Sentences, typed: TypedFacts): CheckedFacts {
  const date = readText(typed.published);
  const url = readText(typed.url);
  const published = date === null ? null : parsePartialDate(date);
  const problems = [
    ...(date === null || published ? [] : [say.problems.VALUE_NO_DATE({ key: say.details.published })]),
    ...(url === null || isWebAddress(url) ? [] : [say.problems.VALUE_NO_ADDRESS({ key: say.details.url })]),
  ];
  if (problems.length > 0) return { kind: 'problems', problems };
  const { title, outlet, caution } = typed;
  const facts = {
    title: readText(title),
    outlet: readText(outlet),
    published,
    url,
    caution: readText(caution),
  };
  return { kind: 'facts', facts };
}

function readText(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:\/\//iu.test(text);
}
