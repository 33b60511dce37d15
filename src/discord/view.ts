import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type StringSelectMenuBuilder,
  FileBuilder,
  TextDisplayBuilder,
  type AttachmentBuilder,
} from 'discord.js';
import { MAX_BUTTONS_PER_ROW } from './limits.js';

/** A message of the bot before it is sent: texts from top to bottom, then a list to choose from and rows of buttons. */
export interface View {
  readonly texts: readonly string[];
  readonly select?: StringSelectMenuBuilder | null;
  /** Rows of any length; a long one is broken. */
  readonly rows: readonly (readonly ButtonBuilder[])[];
  /** Shown right after the texts. */
  readonly files?: readonly AttachmentBuilder[];
}

type Choosable = ButtonBuilder | StringSelectMenuBuilder;

export type ViewComponents = (TextDisplayBuilder | FileBuilder | ActionRowBuilder<Choosable>)[];

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

/** A button of one emoji, which readers of screens call by its name. */
export function makeEmojiButton(emoji: string, customId: string): ButtonBuilder {
  return new ButtonBuilder().setEmoji(emoji).setCustomId(customId).setStyle(ButtonStyle.Secondary);
}

/** A view of one sentence of the bot. */
export function sayOnly(text: string): View {
  return { texts: [text], rows: [] };
}
