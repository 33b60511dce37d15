import { MessageFlags, MessageType } from 'discord.js';
import { invalidWebhookToken, unknownMessage, unknownWebhook } from '../api-error.js';
import type { LocalInteraction } from '../interaction-store.js';
import { TOKEN_LIFE_MS, describeOrigin } from '../interaction-store.js';
import type { MessageBody } from '../limits/message.js';
import type { MessageDraft, StoredMessage } from '../message-store.js';
import type { Reply, Route, RouteContext } from '../router.js';
import { NO_CONTENT, param } from '../router.js';
import type { RouteParts } from './parts.js';
import { carryOut, readMessage } from './parts.js';

const WEBHOOK = '/webhooks/{webhook_id}/{webhook_token}';
const MESSAGE = `${WEBHOOK}/messages/{message_id}`;

/**
 * Creates the routes for everything after the first response: sending follow-ups, and reading, editing and deleting
 * responses.
 */
export function createWebhookRoutes(parts: RouteParts): Route[] {
  const { messages } = parts;
  const find = (context: RouteContext) =>
    findMessage(findInteraction(parts, context), param(context, 'message_id'));
  const show = (message: StoredMessage): Reply => ({ status: 200, body: messages.toApi(message) });
  return [
    { method: 'POST', path: WEBHOOK, isOpen: true, handle: (context) => show(followUp(parts, context)) },
    { method: 'GET', path: MESSAGE, isOpen: true, handle: (context) => show(find(context)) },
    {
      method: 'PATCH',
      path: MESSAGE,
      isOpen: true,
      handle: (context) => show(edit(parts, context, find(context))),
    },
    {
      method: 'DELETE',
      path: MESSAGE,
      isOpen: true,
      handle: (context) => {
        messages.delete(find(context));
        return NO_CONTENT;
      },
    },
  ];
}

function findInteraction({ world, interactions, now }: RouteParts, context: RouteContext): LocalInteraction {
  if (param(context, 'webhook_id') !== world.applicationId)
    throw unknownWebhook('that is not this application');
  const interaction = interactions.findByToken(param(context, 'webhook_token'));
  if (!interaction) throw invalidWebhookToken('there is no such interaction');
  if (now() - interaction.sentAtMs > TOKEN_LIFE_MS) {
    throw invalidWebhookToken('the token of the interaction is older than 15 minutes');
  }
  if (!interaction.acknowledgement) throw unknownWebhook('the interaction was not acknowledged yet');
  return interaction;
}

function findMessage({ original, followups, source }: LocalInteraction, id: string): StoredMessage {
  const named =
    id === '@original' ? original : [original, source, ...followups].find((one) => one?.id === id);
  if (!named || named.isDeleted) throw unknownMessage();
  return named;
}

function edit(parts: RouteParts, context: RouteContext, message: StoredMessage): StoredMessage {
  const body = readMessage(context, context.body);
  const edited = carryOut(context, parts.messages.judgeEdit(message, { body, files: context.files }));
  const interaction = findInteraction(parts, context);
  if (interaction.original === message) interaction.isUpdated = true;
  return edited;
}

function followUp(parts: RouteParts, context: RouteContext): StoredMessage {
  const interaction = findInteraction(parts, context);
  const body = readMessage(context, context.body);
  const { original } = interaction;
  if (original && !original.isDeleted && (original.flags & MessageFlags.Loading) !== 0) {
    return fillDeferred(parts, context, original, body);
  }
  const draft = draftFollowUp(parts, interaction, body);
  const message = carryOut(context, parts.messages.judgeCreate(draft, { body, files: context.files }));
  interaction.followups.push(message);
  return message;
}

/** Fills a deferred reply with the first follow-up; whether it is ephemeral stays as it was deferred. */
function fillDeferred(
  parts: RouteParts,
  context: RouteContext,
  original: StoredMessage,
  body: MessageBody,
): StoredMessage {
  const flags = body.flags ?? 0;
  if (((flags ^ original.flags) & MessageFlags.Ephemeral) !== 0) {
    context.remark(
      'Ephemeral cannot change after the first acknowledgement; the follow-up fills the deferred reply',
    );
  }
  const filled = { ...body, flags: flags & ~MessageFlags.Ephemeral };
  return carryOut(context, parts.messages.judgeEdit(original, { body: filled, files: context.files }));
}

function draftFollowUp(
  { world }: RouteParts,
  interaction: LocalInteraction,
  { flags }: MessageBody,
): MessageDraft {
  return {
    channelId: interaction.channelId,
    guildId: interaction.member.guildId,
    author: world.bot,
    type: MessageType.Reply,
    ephemeralFor: ((flags ?? 0) & MessageFlags.Ephemeral) === 0 ? null : interaction.member.id,
    origin: describeOrigin(interaction, world.applicationId, true),
  };
}
