import type { Json } from './json.js';
import type { MessageStore, StoredMessage } from './message-store.js';
import type { World } from './world.js';

interface Viewing {
  readonly world: World;
  readonly messages: MessageStore;
}

/** The message as a bot without the Message Content intent gets it: emptied unless it concerns the bot. */
export function showToBot({ world, messages }: Viewing, message: StoredMessage): Json {
  const whole = messages.toApi(message);
  const isOwn = message.author.id === world.bot.id;
  const concernsBot = isOwn || message.guildId === null || message.mentionIds.includes(world.bot.id);
  return concernsBot ? whole : { ...whole, content: '', embeds: [], attachments: [], components: [] };
}
