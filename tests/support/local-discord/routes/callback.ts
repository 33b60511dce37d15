import { InteractionResponseType, InteractionType, MessageFlags, MessageType } from 'discord.js';
import { alreadyAcknowledged, invalidForm, unknownInteraction } from '../api-error.js';
import type { Acknowledgement, LocalInteraction } from '../interaction-store.js';
import { describeOrigin, isLate } from '../interaction-store.js';
import type { Json } from '../json.js';
import { asRecord } from '../json.js';
import { autocompleteBody } from '../limits/autocomplete.js';
import { modalBody } from '../limits/modal.js';
import { checkShape, problem, under } from '../limits/problems.js';
import type { MessageDraft, StoredMessage } from '../message-store.js';
import type { Reply, Route, RouteContext } from '../router.js';
import { NO_CONTENT, param } from '../router.js';
import type { RouteParts } from './parts.js';
import { carryOut, readMessage } from './parts.js';

const DATA = ['data'];

/** Creates the route of the first response to an interaction. */
export function createCallbackRoutes(parts: RouteParts): Route[] {
  return [
    {
      method: 'POST',
      path: '/interactions/{interaction_id}/{interaction_token}/callback',
      isOpen: true,
      handle: (context) => respond(parts, context),
    },
  ];
}

function respond(parts: RouteParts, context: RouteContext): Reply {
  const interaction = findWaiting(parts, context);
  const afterMs = parts.now() - interaction.sentAtMs;
  const { type, data } = asRecord(context.body);
  const response = readType(context, interaction, type);
  const details = carryOutResponse(parts, context, interaction, response, data);
  interaction.acknowledgement = { type: response, afterMs, ...details };
  interaction.isAnswerLost = context.isAnswerLost;
  if (context.query.get('with_response') !== 'true') return NO_CONTENT;
  return { status: 200, body: describeResponse(parts, interaction, response) };
}

function findWaiting(parts: RouteParts, context: RouteContext): LocalInteraction {
  const interaction = parts.interactions.find(
    param(context, 'interaction_id'),
    param(context, 'interaction_token'),
  );
  if (!interaction) throw unknownInteraction('there is no such interaction');
  if (isLate(interaction, parts)) {
    throw unknownInteraction(`the first response came later than ${parts.deadlineMs} ms`);
  }
  if (interaction.acknowledgement) {
    throw alreadyAcknowledged(interaction.isAnswerLost ? [] : ['the interaction was acknowledged twice']);
  }
  return interaction;
}

const {
  ChannelMessageWithSource,
  DeferredChannelMessageWithSource,
  DeferredMessageUpdate,
  UpdateMessage,
  ApplicationCommandAutocompleteResult,
  Modal,
} = InteractionResponseType;
const MESSAGES = [ChannelMessageWithSource, DeferredChannelMessageWithSource] as const;
const UPDATES = [DeferredMessageUpdate, UpdateMessage] as const;

type AnswerType =
  | typeof ApplicationCommandAutocompleteResult
  | typeof Modal
  | (typeof MESSAGES)[number]
  | (typeof UPDATES)[number];

/** The types of response that each act of a member allows. */
const FITTING: Readonly<Record<InteractionType, readonly AnswerType[]>> = {
  [InteractionType.Ping]: [],
  [InteractionType.ApplicationCommand]: [...MESSAGES, Modal],
  [InteractionType.MessageComponent]: [...MESSAGES, ...UPDATES, Modal],
  [InteractionType.ApplicationCommandAutocomplete]: [ApplicationCommandAutocompleteResult],
  [InteractionType.ModalSubmit]: [...MESSAGES, ...UPDATES],
};

function readType(context: RouteContext, { type, source }: LocalInteraction, sent: unknown): AnswerType {
  const fitting = FITTING[type].find((answer) => answer === sent);
  const needsSource = UPDATES.some((update) => update === fitting);
  if (fitting !== undefined && (!needsSource || source !== null)) return fitting;
  const message = `An interaction of type ${type} cannot be answered with a response of type ${String(sent)}`;
  throw invalidForm([problem(['type'], message)]);
}

function carryOutResponse(
  parts: RouteParts,
  context: RouteContext,
  interaction: LocalInteraction,
  type: AnswerType,
  data: unknown,
): Partial<Acknowledgement> {
  switch (type) {
    case ChannelMessageWithSource:
      interaction.original = reply(parts, context, interaction, data);
      return {};
    case DeferredChannelMessageWithSource:
      interaction.original = defer(parts, context, interaction, asRecord(data));
      return {};
    case DeferredMessageUpdate:
      context.refuse([]);
      interaction.original = interaction.source;
      return {};
    case UpdateMessage:
      interaction.original = update(parts, context, interaction, data);
      interaction.isUpdated = true;
      return {};
    case Modal:
      return { modal: readPart(context, modalBody, data) };
    case ApplicationCommandAutocompleteResult:
      return readPart(context, autocompleteBody, data);
  }
}

function readPart<T>(context: RouteContext, schema: Parameters<typeof checkShape<T>>[0], data: unknown): T {
  const { value, problems } = checkShape(schema, data ?? {});
  context.refuse(under(DATA, problems));
  if (value === null) throw new Error('a body without problems was refused');
  return value;
}

function reply(
  parts: RouteParts,
  context: RouteContext,
  interaction: LocalInteraction,
  data: unknown,
): StoredMessage {
  const body = readMessage(context, data, DATA);
  const draft = draftAnswer(parts, interaction, body.flags ?? 0);
  const judged = parts.messages.judgeCreate(draft, { body, files: context.files });
  return carryOut(context, judged, DATA);
}

function defer(
  parts: RouteParts,
  context: RouteContext,
  interaction: LocalInteraction,
  data: Json,
): StoredMessage {
  const { flags = 0, ...rest } = data;
  const hasOnlyEphemeral = flags === 0 || flags === null || flags === (MessageFlags.Ephemeral as number);
  const isBare = Object.values(rest).every((value) => value === undefined || value === null);
  context.refuse([
    ...(hasOnlyEphemeral ? [] : [problem(['data', 'flags'], 'A deferred reply may carry only Ephemeral')]),
    ...(isBare ? [] : [problem(DATA, `A deferred reply carries no ${Object.keys(rest).join(', ')}`)]),
  ]);
  return parts.messages.createLoading(draftAnswer(parts, interaction, Number(flags)));
}

function update(
  parts: RouteParts,
  context: RouteContext,
  { source }: LocalInteraction,
  data: unknown,
): StoredMessage | null {
  if (!source) return null;
  const body = readMessage(context, data, DATA);
  return carryOut(context, parts.messages.judgeEdit(source, { body, files: context.files }), DATA);
}

const COMMAND_MESSAGE_TYPES: Readonly<Record<number, MessageType>> = {
  1: MessageType.ChatInputCommand,
  2: MessageType.ContextMenuCommand,
  3: MessageType.ContextMenuCommand,
};

function draftAnswer({ world }: RouteParts, interaction: LocalInteraction, flags: number): MessageDraft {
  const { member, channelId, commandName, commandType, source } = interaction;
  const commandMessage = COMMAND_MESSAGE_TYPES[commandType] ?? MessageType.Default;
  const otherMessage = source ? MessageType.Reply : MessageType.Default;
  return {
    channelId,
    guildId: member.guildId,
    author: world.bot,
    type: commandName === null ? otherMessage : commandMessage,
    ephemeralFor: (flags & MessageFlags.Ephemeral) === 0 ? null : member.id,
    origin: describeOrigin(interaction, world.applicationId, false),
  };
}

function describeResponse(
  { messages }: RouteParts,
  interaction: LocalInteraction,
  type: InteractionResponseType,
): Json {
  const { id, original, channelId, member } = interaction;
  const flags = original?.flags ?? 0;
  const about = original
    ? {
        response_message_id: original.id,
        response_message_loading: (flags & MessageFlags.Loading) !== 0,
        response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
        channel_id: channelId,
        ...(member.guildId === null ? {} : { guild_id: member.guildId }),
      }
    : {};
  const resource = original ? { resource: { type, message: messages.toApi(original) } } : {};
  return { interaction: { id, type: interaction.type, ...about }, ...resource };
}
