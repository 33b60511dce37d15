import { MessageFlags, MessageType, PermissionFlagsBits } from 'discord.js';
import {
  missingPermissions,
  notInDirectMessages,
  notTheAuthor,
  unknownChannel,
  unknownMessage,
} from '../api-error.js';
import { toApiChannel } from '../api-world.js';
import type { Json } from '../json.js';
import { asRecord } from '../json.js';
import type { MessageBody } from '../limits/message.js';
import { problem } from '../limits/problems.js';
import type { StoredMessage } from '../message-store.js';
import type { Reply, Route, RouteContext } from '../router.js';
import { NO_CONTENT, param } from '../router.js';
import { showToBot } from '../visibility.js';
import type { LocalChannel } from '../world.js';
import { demandHistory, demandSend, demandView, mayBot } from './bot-permissions.js';
import type { RouteParts } from './parts.js';
import { carryOut, readMessage } from './parts.js';

const CHANNEL = '/channels/{channel_id}';
const MESSAGES = `${CHANNEL}/messages`;
const MESSAGE = `${MESSAGES}/{message_id}`;
const DEFAULT_LIST_LENGTH = 50;

/** Creates the routes of channels and their messages, as any bot may read and write them. */
export function createChannelRoutes(parts: RouteParts): Route[] {
  const { world } = parts;
  const posted = new Map<string, StoredMessage>();
  const show = (message: StoredMessage): Reply => ({ status: 200, body: showToBot(parts, message) });
  return [
    {
      method: 'GET',
      path: CHANNEL,
      handle: (context) => ({ status: 200, body: toApiChannel(world, findSeen(parts, context)) }),
    },
    { method: 'POST', path: `${CHANNEL}/typing`, handle: (context) => type(parts, context) },
    { method: 'GET', path: MESSAGES, handle: (context) => ({ status: 200, body: list(parts, context) }) },
    { method: 'POST', path: MESSAGES, handle: (context) => show(createOnce(posted, parts, context)) },
    { method: 'GET', path: MESSAGE, handle: (context) => show(read(parts, context)) },
    { method: 'PATCH', path: MESSAGE, handle: (context) => show(edit(parts, context)) },
    { method: 'DELETE', path: MESSAGE, handle: (context) => remove(parts, context) },
  ];
}

function findChannel({ world }: RouteParts, context: RouteContext): LocalChannel {
  const channel = world.channels.get(param(context, 'channel_id'));
  if (!channel) throw unknownChannel();
  return channel;
}

function findSeen(parts: RouteParts, context: RouteContext): LocalChannel {
  const channel = findChannel(parts, context);
  demandView(parts.world, channel);
  return channel;
}

/** Finds a message of a channel; ephemeral messages are in none. */
function findMessage(parts: RouteParts, context: RouteContext): StoredMessage {
  const channel = findSeen(parts, context);
  const message = parts.messages.find(param(context, 'message_id'));
  const isHere = message?.channelId === channel.id && message.ephemeralFor === null && !message.isDeleted;
  if (!message || !isHere) throw unknownMessage();
  return message;
}

function type(parts: RouteParts, context: RouteContext): Reply {
  demandSend(parts.world, findChannel(parts, context), { hasFiles: false, hasEmbeds: false, isReply: false });
  return NO_CONTENT;
}

/** Lists messages; without Read Message History the list is empty. */
function list(parts: RouteParts, context: RouteContext): Json[] {
  const channel = findSeen(parts, context);
  if (!mayBot(parts.world, channel, PermissionFlagsBits.ReadMessageHistory)) return [];
  const limit = Number(context.query.get('limit') ?? DEFAULT_LIST_LENGTH);
  const here = parts.messages.list(channel.id).filter(({ ephemeralFor }) => ephemeralFor === null);
  return here
    .reverse()
    .slice(0, limit)
    .map((message) => showToBot(parts, message));
}

function read(parts: RouteParts, context: RouteContext): StoredMessage {
  demandHistory(parts.world, findChannel(parts, context));
  return findMessage(parts, context);
}

/**
 * Creates a message; if its enforced nonce was used before, returns the earlier message instead, whatever the body.
 * The real Discord forgets a nonce after minutes.
 */
function createOnce(
  posted: Map<string, StoredMessage>,
  parts: RouteParts,
  context: RouteContext,
): StoredMessage {
  const { nonce, enforce_nonce: isEnforced } = asRecord(context.body);
  if (isEnforced !== true) return create(parts, context);
  const key = `${param(context, 'channel_id')} ${String(nonce)}`;
  const message = posted.get(key) ?? create(parts, context);
  posted.set(key, message);
  return message;
}

function create(parts: RouteParts, context: RouteContext): StoredMessage {
  const channel = findChannel(parts, context);
  const { id, guildId } = channel;
  const body = readMessage(context, context.body);
  demandSend(parts.world, channel, {
    hasFiles: context.files.length > 0,
    hasEmbeds: Boolean(body.embeds?.length),
    isReply: Boolean(body.message_reference?.message_id),
  });
  if (((body.flags ?? 0) & MessageFlags.Ephemeral) !== 0) {
    context.refuse([problem(['flags'], 'Only the answer to an interaction can be ephemeral')]);
  }
  const repliedTo = findRepliedTo(parts, context, body, id);
  const type = repliedTo ? MessageType.Reply : MessageType.Default;
  const draft = { channelId: id, guildId, author: parts.world.bot, repliedTo, type };
  return carryOut(context, parts.messages.judgeCreate(draft, { body, files: context.files }));
}

/** Returns null also for a missing message if the bot set `fail_if_not_exists` to false. */
function findRepliedTo(
  { messages }: RouteParts,
  context: RouteContext,
  { message_reference: reference }: MessageBody,
  channelId: string,
): StoredMessage | null {
  if (!reference?.message_id) return null;
  const target = messages.find(reference.message_id);
  const isThere = target?.channelId === channelId && target.ephemeralFor === null && !target.isDeleted;
  if (!isThere && reference['fail_if_not_exists'] !== false) {
    context.refuse([problem(['message_reference'], 'Unknown message', 'REPLIES_UNKNOWN_MESSAGE')]);
  }
  return isThere ? target : null;
}

function edit(parts: RouteParts, context: RouteContext): StoredMessage {
  const message = findMessage(parts, context);
  if (message.author.id !== parts.world.bot.id) throw notTheAuthor();
  const body = readMessage(context, context.body);
  return carryOut(context, parts.messages.judgeEdit(message, { body, files: context.files }));
}

function remove(parts: RouteParts, context: RouteContext): Reply {
  const message = findMessage(parts, context);
  const channel = findChannel(parts, context);
  if (message.author.id !== parts.world.bot.id) {
    if (channel.guildId === null) throw notInDirectMessages();
    if (!mayBot(parts.world, channel, PermissionFlagsBits.ManageMessages)) throw missingPermissions();
  }
  parts.messages.delete(message);
  return NO_CONTENT;
}
