import type { Json } from './json.js';
import type { MessageStore, StoredMessage } from './message-store.js';
import type { World } from './world.js';

interface Viewing {
  readonly world: World;
  readonly messages: MessageStore;
  /** True if the bot has the Message Content intent. */
  readonly seesContent: boolean;
}

const EMPTIED = { content: '', embeds: [], attachments: [], components: [] };

/** Returns the message as the bot gets it, with the one it replies to; emptied if the bot may not read it. */
export function showToBot(viewing: Viewing, message: StoredMessage): Json {
  const { repliedTo } = message;
  const shown = showAlone(viewing, message);
  if (!repliedTo) return shown;
  return { ...shown, referenced_message: repliedTo.isDeleted ? null : showAlone(viewing, repliedTo) };
}

/**
 * Empties a message unless the bot has the intent or is concerned: its own, one that mentions it, a direct message.
 */
function showAlone({ world, messages, seesContent }: Viewing, message: StoredMessage): Json {
  const whole = messages.toApi(message);
  const isOwn = message.author.id === world.bot.id;
  const concernsBot = isOwn || message.guildId === null || message.mentionIds.includes(world.bot.id);
  return seesContent || concernsBot ? whole : { ...whole, ...EMPTIED };
}
