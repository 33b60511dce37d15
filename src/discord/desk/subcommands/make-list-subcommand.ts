import { SlashCommandSubcommandBuilder } from 'discord.js';
import { fillIn, promiseReply } from '../../respond.js';
import type { ListName } from '../desk-ids.js';
import { READ_LIST } from '../lists/index.js';
import { renderList } from '../render-list.js';
import type { Subcommand } from '../subcommand.js';

/** A subcommand that shows a list. */
export function makeListSubcommand(list: ListName, description: string): Subcommand {
  return {
    data: new SlashCommandSubcommandBuilder().setName(list).setDescription(description),
    needs: 'change',
    async run(interaction, context) {
      await promiseReply(interaction);
      await fillIn(interaction, renderList(context.say, list, await READ_LIST[list](context), 0));
    },
  };
}
