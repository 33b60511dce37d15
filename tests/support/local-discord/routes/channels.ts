import { MessageFlags, MessageType, PermissionFlagsBits } from 'discord.js';
import { missingPermissions, notTheAuthor, unknownChannel, unknownMessage } from '../api-error.js';
import type { Json } from '../json.js';
import type { MessageBody } from '../limits/message.js';
import { problem } from '../limits/problems.js';
import type { StoredMessage } from '../message-store.js';
import type { Reply, Route, RouteContext } from '../router.js';
import { NO_CONTENT, param } from '../router.js';
import { showToBot } from '../visibility.js';
import type { LocalChannel } from '../world.js';
import { toApiChannel } from '../world.js';
import type { RouteParts } from './parts.js';
import { carryOut, readMessage } from './parts.js';

const CHANNEL = '/channels/{channel_id}';
const MESSAGES = `${CHANNEL}/messages`;
const MESSAGE = `${MESSAGES}/{message_id}`;
const DEFAULT_LIST_LENGTH = 50;

/** Channels and the messages in them, as any bot may read and write them. */
export function createChannelRoutes(parts: RouteParts): Route[] {
  const { world } = parts;
  const show = (message: StoredMessage): Reply => ({ status: 200, body: showToBot(parts, message) });
  return [
    {
      method: 'GET',
      path: CHANNEL,
      handle: (context) => ({ status: 200, body: toApiChannel(world, findChannel(parts, context)) }),
    },
    { method: 'POST', path: `${CHANNEL}/typing`, handle: () => NO_CONTENT },
    { method: 'GET', path: MESSAGES, handle: (context) => ({ status: 200, body: list(parts, context) }) },
    { method: 'POST', path: MESSAGES, handle: (context) => show(create(parts, context)) },
    { method: 'GET', path: MESSAGE, handle: (context) => show(findMessage(parts, context)) },
    { method: 'PATCH', path: MESSAGE, handle: (context) => show(edit(parts, context)) },
    { method: 'DELETE', path: MESSAGE, handle: (context) => remove(parts, context) },
  ];
}

function findChannel({ world }: RouteParts, context: RouteContext): LocalChannel {
  const channel = world.channels.get(param(context, 'channel_id'));
  if (!channel) throw unknownChannel();
  return channel;
}

/** An ephemeral message is in no channel. */
function findMessage(parts: RouteParts, context: RouteContext): StoredMessage {
  const channel = findChannel(parts, context);
  const message = parts.messages.find(param(context, 'message_id'));
  const isHere = message?.channelId === channel.id && message.ephemeralFor === null && !message.isDeleted;
  if (!message || !isHere) throw unknownMessage();
  return message;
}

function list(parts: RouteParts, context: RouteContext): Json[] {
  const { id } = findChannel(parts, context);
  const limit = Number(context.query.get('limit') ?? DEFAULT_LIST_LENGTH);
  const here = parts.messages.list(id).filter(({ ephemeralFor }) => ephemeralFor === null);
  return here
    .reverse()
    .slice(0, limit)
    .map((message) => showToBot(parts, message));
}

function create(parts: RouteParts, context: RouteContext): StoredMessage {
  const { id, guildId } = findChannel(parts, context);
  const body = readMessage(context, context.body);
  if (((body.flags ?? 0) & MessageFlags.Ephemeral) !== 0) {
    context.refuse([problem(['flags'], 'Only the answer to an interaction can be ephemeral')]);
  }
  const draft = { channelId: id, guildId, author: parts.world.bot, ...referTo(parts, context, body, id) };
  return carryOut(context, parts.messages.judgeCreate(draft, { body, files: context.files }));
}

function referTo({ messages }: RouteParts, context: RouteContext, body: MessageBody, channelId: string) {
  const { message_id: id, fail_if_not_exists: isNeeded } = body.message_reference ?? {};
  if (!id) return {};
  const target = messages.find(id);
  const isThere = target?.channelId === channelId && !target.isDeleted;
  if (!isThere && isNeeded !== false) {
    context.refuse([problem(['message_reference'], 'Unknown message', 'REPLIES_UNKNOWN_MESSAGE')]);
  }
  if (!isThere) return {};
  return {
    type: MessageType.Reply,
    origin: { message_reference: { type: 0, message_id: id, channel_id: channelId } },
  };
}

function edit(parts: RouteParts, context: RouteContext): StoredMessage {
  const message = findMessage(parts, context);
  if (message.author.id !== parts.world.bot.id) throw notTheAuthor();
  const body = readMessage(context, context.body);
  return carryOut(context, parts.messages.judgeEdit(message, { body, files: context.files }));
}

function remove(parts: RouteParts, context: RouteContext): Reply {
  const message = findMessage(parts, context);
  const { bot, appPermissions } = parts.world;
  const mayManage = (appPermissions & PermissionFlagsBits.ManageMessages) !== 0n && message.guildId !== null;
  if (message.author.id !== bot.id && !mayManage) throw missingPermissions();
  parts.messages.delete(message);
  return NO_CONTENT;
}
