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

/** Find sources in a message's context menu: shows the member alone its checked quotations and what bears on it. */
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

/** Returns a message's own text, followed by the texts that it forwards. */
function readText({ content, messageSnapshots }: Message): string {
  return [content, ...messageSnapshots.map((snapshot) => snapshot.content)].join('\n');
}
