import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ContextMenuCommandBuilder,
  InteractionContextType,
  type Message,
} from 'discord.js';
import type { MessageCommand } from '../src/discord/command.js';
import { editReply, deferReply } from '../src/discord/message/respond.js';
import { renderSources } from '../src/discord/source/render-sources.js';

/** Find sources, in the menu of a message: checks its quotations and shows what bears on it, to the member alone. */
export const findSources: MessageCommand = {
  kind: 'message',
  data: new ContextMenuCommandBuilder()
    .setName('Find sources')
    .setType(ApplicationCommandType.Message)
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .toJSON(),
  isForModerators: false,

  async run(interaction, { services, say, settings, limits }) {
    const { user, guildId, targetMessage } = interaction;
    await limits.count({ memberId: user.id, guildId }, settings);
    await deferReply(interaction);
    const loaded = services.loaded();
    const found = await services.findSources(loaded, readText(targetMessage));
    const { channelId, id: messageId } = targetMessage;
    await editReply(interaction, renderSources(say, loaded.corpus, found, { channelId, messageId }));
  },
};

/** A message's own text, then that of what it forwards. */
function readText({ content, messageSnapshots }: Message): string {
  return [content, ...messageSnapshots.map((snapshot) => snapshot.content)].join('\n');
}
