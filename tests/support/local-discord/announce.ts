import { GatewayIntentBits, PermissionFlagsBits } from 'discord.js';
import { memberFields } from './api-world.js';
import type { Gateway } from './gateway.js';
import type { Json } from './json.js';
import type { MessageEvent, MessageStore, StoredMessage } from './message-store.js';
import { showToBot } from './visibility.js';
import type { World } from './world.js';
import { botPermissionsIn, membershipKey } from './world.js';

interface Announcing {
  readonly world: World;
  readonly messages: MessageStore;
  readonly gateway: Gateway;
}

/** Dispatches a message event to sessions with the intent for it, if the bot sees the channel. */
export function announce(
  { world, messages, gateway }: Announcing,
  event: MessageEvent,
  message: StoredMessage,
): void {
  const { id, channelId, guildId } = message;
  const isSeen = (botPermissionsIn(world, { id: channelId }) & PermissionFlagsBits.ViewChannel) !== 0n;
  if (!isSeen) return;
  const place = guildId === null ? {} : { guild_id: guildId };
  const intent = guildId === null ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
  const describe = (intents: number): Json => {
    if (event === 'MESSAGE_DELETE') return { id, channel_id: channelId, ...place };
    const seesContent = (intents & GatewayIntentBits.MessageContent) !== 0;
    const shown = showToBot({ world, messages, seesContent }, message);
    return { ...shown, ...place, ...(guildId === null ? {} : describeMembers(world, guildId, message)) };
  };
  gateway.dispatch(event, describe, intent);
}

/** Returns the `mentions`, and the author's `member`, as the guild knows them; no `member` for webhooks. */
function describeMembers(world: World, guildId: string, { author, mentionIds }: StoredMessage): Json {
  const isMember = (userId: string) => world.memberships.has(membershipKey(guildId, userId));
  const mentions = mentionIds.flatMap((id) => {
    const user = world.users.get(id);
    if (!user) return [];
    return [{ ...user, ...(isMember(id) ? { member: memberFields(world, guildId, id) } : {}) }];
  });
  return {
    mentions,
    ...(isMember(author.id) ? { member: memberFields(world, guildId, author.id) } : {}),
  };
}
