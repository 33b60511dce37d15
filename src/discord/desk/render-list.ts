import { ButtonStyle } from 'discord.js';
import type { Sentences } from '../../core/sentences/sentences.js';
import { fitsMessage } from '../limits.js';
import { bold } from '../markdown.js';
import { makeButton, type View } from '../view.js';
import { formatListId, type ListName } from './desk-ids.js';
import type { ListContent } from './list-content.js';

/** So that a page can be read at a glance. */
const MAX_ENTRIES = 10;

/** As many entries from an offset on as fit a message, and the ways to the others. */
export function renderList(say: Sentences, list: ListName, content: ListContent, offset: number): View {
  const { heading, entries } = content;
  const from = offset < entries.length ? offset : 0;
  const shown = entries.slice(from, from + MAX_ENTRIES);
  const write = (): string[] => [bold(heading), shown.length === 0 ? say.listEmpty : shown.join('\n')];
  while (shown.length > 1 && !fitsMessage(write())) shown.pop();
  const next = from + shown.length;
  const buttons = [
    ...(from > 0 ? [makeButton(say.back, formatListId(list, 0))] : []),
    ...(next < entries.length ? [makeButton(say.more, formatListId(list, next), ButtonStyle.Primary)] : []),
  ];
  return { texts: write(), rows: buttons.length === 0 ? [] : [buttons] };
}
