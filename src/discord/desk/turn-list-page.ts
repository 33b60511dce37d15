import type { ButtonInteraction } from 'discord.js';
import type { InteractionContext } from '../command.js';
import { findModeratorRefusal } from '../moderators.js';
import { acknowledge, fillIn, reply } from '../respond.js';
import { sayOnly } from '../view.js';
import type { DeskPress } from './desk-ids.js';
import { READ_LIST } from './lists/index.js';
import { renderList } from './render-list.js';

/** Shows another page of a list, read anew. */
export async function turnListPage(
  interaction: ButtonInteraction,
  context: InteractionContext,
  { list, offset }: Extract<DeskPress, { kind: 'list' }>,
): Promise<void> {
  const refusal = findModeratorRefusal(interaction, context, 'change');
  if (refusal !== null) return reply(interaction, sayOnly(refusal), true);
  await acknowledge(interaction);
  await fillIn(interaction, renderList(context.say, list, await READ_LIST[list](context), offset));
}
