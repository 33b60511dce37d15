/** Previews a new article and adds it on Confirm. */

import { type ButtonBuilder, type ButtonInteraction, ButtonStyle } from 'discord.js';
import type { ArticleDraft, DraftPreview, Duplicate } from '../../core/model/desk.js';
import type { Sentences } from '../../core/locales/sentences.js';
import { linkHeadline, renderCaution, renderCitationParts, toLink } from '../answers/render-quote.js';
import type { InteractionContext } from '../command.js';
import { formatDraftId } from '../message/ids.js';
import { fitsMessage } from '../message/limits.js';
import { bold, escapeText, quoteLines, shorten, small } from '../message/markdown.js';
import { editReply, type LateReply } from '../message/respond.js';
import { makeButton, type View } from '../message/view.js';
import { listConfirmButtons, runChange, showOutcome } from './change.js';
import { type AdditionDraft, type OpenedDraft, saveDraft, type TypedFacts } from './drafts.js';

interface Addition {
  readonly draft: ArticleDraft;
  /** The details as typed, if they are invalid. */
  readonly typed?: TypedFacts;
  /** Markdown above the article; default: that it is a preview. */
  readonly problem?: string;
}

/** Previews an article, and stores it as a draft until it is confirmed. */
export async function showAddition(
  interaction: LateReply,
  context: InteractionContext,
  { draft, typed, problem }: Addition,
): Promise<void> {
  const { services, say } = context;
  const preview = await services.desk.preview(draft);
  const draftId = await saveDraft(context, interaction.user.id, {
    kind: 'addition',
    draft,
    typed: typed ?? null,
    repeats: preview.duplicates.map(({ article }) => article.id),
  });
  await editReply(
    interaction,
    renderAddition(say, preview, {
      heading: problem ?? say.addPreview,
      draftId,
      mayAdd: typed === undefined,
    }),
  );
}

/** Adds an article, or previews it again if it repeats an article that it did not repeat in the preview. */
export async function confirmAddition(
  interaction: ButtonInteraction,
  context: InteractionContext,
  opened: OpenedDraft<AdditionDraft>,
): Promise<void> {
  const { services, say } = context;
  const { draft, repeats } = opened.content;
  const { article, change, duplicates } = await services.desk.preview(draft);
  if (duplicates.some((duplicate) => !repeats.includes(duplicate.article.id))) {
    await showAddition(interaction, context, { draft, problem: say.repeatsNow });
    return;
  }
  const request = { files: [change], action: 'add', subject: article.id, mode: 'careful' } as const;
  const outcome = await runChange(interaction, context, request, opened);
  if (outcome) await showOutcome(interaction, context, request, outcome);
}

interface AdditionParts {
  /** Markdown. */
  readonly heading: string;
  /** `null` if the draft could not be stored, so that it cannot be confirmed. */
  readonly draftId: string | null;
  /** False while its details are invalid. */
  readonly mayAdd: boolean;
}

const MAX_QUOTES = 3;

/** Renders an article's details, its first passages as they will be quoted, and the articles it repeats. */
export function renderAddition(say: Sentences, preview: DraftPreview, parts: AdditionParts): View {
  const { heading, draftId, mayAdd } = parts;
  const frame = [
    heading,
    describeArticle(say, preview),
    ...describeDuplicates(say, preview.duplicates),
    ...(draftId === null ? [say.draftUnkept] : []),
  ];
  const [top = '', facts = '', ...below] = frame;
  const quotes = preview.passages.slice(0, MAX_QUOTES).map((_, i) => renderPassage(say, preview, i));
  const write = (): string[] => [top, facts, ...quotes, ...below];
  while (quotes.length > 0 && !fitsMessage(write())) quotes.pop();
  return { texts: write(), rows: draftId === null ? [] : [listButtons(say, draftId, mayAdd)] };
}

const MAX_FACT_CHARS = 150;

/** Lists the known details of an article, one per line, and the unknown ones on one line. */
function describeArticle(say: Sentences, { article, change, passages }: DraftPreview): string {
  const { outlet, published, author, url, caution } = article;
  const write = (text: string): string => escapeText(shorten(text, MAX_FACT_CHARS));
  const { details } = say;
  const facts = [
    { label: details.outlet, value: outlet, unknown: say.outletUnknown },
    { label: details.published, value: published && say.date(published), unknown: say.dateUnknown },
    { label: say.author, value: author, unknown: say.authorUnknown },
    { label: details.url, value: url, unknown: say.noLink },
  ];
  const missing = facts.filter(({ value }) => value === null).map(({ unknown }) => unknown);
  return [
    `${details.title}: ${write(article.hasHeadline ? article.title : say.noHeadline(article.title))}`,
    ...facts.flatMap(({ label, value }) => (value === null ? [] : [`${label}: ${write(value)}`])),
    ...(caution === null ? [] : [`${details.caution}: ${write(caution)}`]),
    ...(missing.length === 0 ? [] : [bold(missing.join(' · '))]),
    small(`${write(change.file)} · ${say.countPassages(passages.length)}`),
  ].join('\n');
}

const MAX_DUPLICATES = 3;

const MAX_HEADLINE_CHARS = 80;

function describeDuplicates(say: Sentences, duplicates: readonly Duplicate[]): string[] {
  if (duplicates.length === 0) return [];
  const lines = duplicates.slice(0, MAX_DUPLICATES).map(({ article, why, likeness }) => {
    const headline = linkHeadline(say, article.title, toLink(article.url), MAX_HEADLINE_CHARS);
    const reason = why === 'same-address' ? say.sameAddress : say.sameText(Math.round(likeness * 100));
    return `- ${escapeText(article.id)} · ${headline} · ${reason}`;
  });
  const left = duplicates.length - lines.length;
  return [[say.repeats, ...lines, ...(left === 0 ? [] : [say.andMore(left)])].join('\n')];
}

function renderPassage(say: Sentences, { article, passages }: DraftPreview, i: number): string {
  const range = { from: i + 1, to: i + 1, of: passages.length };
  const text = passages[i] ?? '';
  const { outlet, date, headline, paragraphs, noLink } = renderCitationParts(say, article, range, text);
  const parts = [outlet, date, headline, paragraphs, ...(noLink === null ? [] : [noLink])];
  return `${quoteLines(escapeText(text))}\n${small(parts.join(' · '))}${renderCaution(say, article)}`;
}

function listButtons(say: Sentences, draftId: string, mayAdd: boolean): ButtonBuilder[] {
  const [confirm, cancel] = listConfirmButtons(say, draftId, say.add);
  const details = makeButton(say.changeDetails, formatDraftId('details', draftId));
  return [
    ...(confirm && mayAdd ? [confirm.setStyle(ButtonStyle.Success)] : []),
    details,
    ...(cancel ? [cancel] : []),
  ];
}
