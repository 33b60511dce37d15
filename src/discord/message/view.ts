/** Builds messages and their parts before they are sent. */

import {
  ActionRowBuilder,
  type ApplicationCommandOptionChoiceData,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  FileBuilder,
  type StringSelectMenuBuilder,
  TextDisplayBuilder,
} from 'discord.js';
import { Fault } from '../../core/model/fault.js';
import { sayFault, type Sentences } from '../../core/locales/sentences.js';
import { fitsMessage, MAX_BUTTONS_PER_ROW, MAX_CHOICE_CHARS } from './limits.js';
import { escapeText, shorten } from './markdown.js';

/** A message before it is sent: texts from top to bottom, then a select menu and rows of buttons. */
export interface View {
  readonly texts: readonly string[];
  readonly select?: StringSelectMenuBuilder | null;
  /** Rows of any length; {@link toComponents} splits long ones. */
  readonly rows: readonly (readonly ButtonBuilder[])[];
  /** Shown right after the texts. */
  readonly files?: readonly AttachmentBuilder[];
}

type Choosable = ButtonBuilder | StringSelectMenuBuilder;

type ViewComponents = (TextDisplayBuilder | FileBuilder | ActionRowBuilder<Choosable>)[];

export function toComponents({ texts, select, rows, files = [] }: View): ViewComponents {
  return [
    ...texts.map((content) => new TextDisplayBuilder({ content })),
    ...files.map(({ name }) => new FileBuilder({ file: { url: `attachment://${name ?? ''}` } })),
    ...(select ? [new ActionRowBuilder<Choosable>().addComponents(select)] : []),
    ...rows.flatMap(breakRow).map((buttons) => new ActionRowBuilder<Choosable>().addComponents([...buttons])),
  ];
}

function breakRow(buttons: readonly ButtonBuilder[]): (readonly ButtonBuilder[])[] {
  const rows = [];
  for (let i = 0; i < buttons.length; i += MAX_BUTTONS_PER_ROW)
    rows.push(buttons.slice(i, i + MAX_BUTTONS_PER_ROW));
  return rows;
}

export function makeButton(label: string, customId: string, style = ButtonStyle.Secondary): ButtonBuilder {
  return new ButtonBuilder().setLabel(label).setCustomId(customId).setStyle(style);
}

/** Makes a button without a label: screen readers announce the name of its emoji. */
export function makeEmojiButton(emoji: string, customId: string): ButtonBuilder {
  return new ButtonBuilder().setEmoji(emoji).setCustomId(customId).setStyle(ButtonStyle.Secondary);
}

export function sayOnly(text: string): View {
  return { texts: [text], rows: [] };
}

/**
 * Renders lines as a message; if they do not all fit, shows the first ones and attaches all of them as a file.
 *
 * @param lines - Plain text.
 * @param footer - Markdown.
 */
export function fitReport(say: Sentences, lines: readonly string[], footer: string, fileName: string): View {
  const escaped: string[] = [];
  const shown = (count: number): string => escaped.slice(0, count).join('\n');
  // A reload may name many thousand articles, so only lines that may fit are escaped.
  for (const line of lines) {
    if (!fitsMessage([shown(escaped.length), footer])) break;
    escaped.push(escapeText(line));
  }
  const isShort = escaped.length === lines.length && fitsMessage([shown(lines.length), footer]);
  if (isShort) return { texts: [shown(lines.length), footer], rows: [] };
  let count = escaped.length;
  while (count > 0 && !fitsMessage([shown(count), say.restInFile(lines.length - count), footer])) count -= 1;
  return {
    texts: [...(count === 0 ? [] : [shown(count)]), say.restInFile(lines.length - count), footer],
    rows: [],
    files: [new AttachmentBuilder(Buffer.from(lines.join('\n')), { name: fileName })],
  };
}

/** Makes choices with their text as their value; a text too long for Discord is cut, in the value as well. */
export function toChoices(texts: readonly string[]): ApplicationCommandOptionChoiceData<string>[] {
  return texts.map((text) => toChoice(text, shorten(text, MAX_CHOICE_CHARS)));
}

/** @param value - At most 100 characters. */
export function toChoice(name: string, value: string): ApplicationCommandOptionChoiceData<string> {
  return { name: shorten(name, MAX_CHOICE_CHARS), value };
}

/** Long enough for every sentence whose facts are of usual length; leaves room for escapes. */
const MAX_FAULT_CHARS = 1500;

/** Returns the sentence that a member reads about a failure, escaped; never the internal message. */
export function renderFault(say: Sentences, error: unknown): string {
  const sentence = error instanceof Fault ? sayFault(say, error) : say.ourFault;
  return escapeText(shorten(sentence, MAX_FAULT_CHARS));
}
