import { randomBytes } from 'node:crypto';
import type { InteractionType } from 'discord.js';
import { PATIENCE_MS } from '../../patience.js';
import { MAX_FILE_BYTES } from '../attachments.js';
import type { Acknowledgement, LocalInteraction } from '../interaction-store.js';
import { integrationOwners, isLate } from '../interaction-store.js';
import type { Json } from '../json.js';
import type { LocalMember } from '../member.js';
import { toResolvedMember } from '../member.js';
import type { StoredMessage } from '../message-store.js';
import { botPermissionsIn } from '../world.js';
import { toResolvedChannel } from './resolve-entity.js';
import { InteractionResponse } from './response.js';
import type { Stage } from './stage.js';

const TOKEN_BYTES = 96;
const LOOKS_IN_DEADLINE = 10;

/** An act of a member. */
export interface Act {
  readonly member: LocalMember;
  readonly type: InteractionType;
  readonly data: Json;
  /** Default: the member's own channel. */
  readonly channelId?: string | undefined;
  readonly commandName?: string;
  readonly commandType?: number;
  readonly source?: StoredMessage | null;
  /** The interaction that opened the form being submitted. */
  readonly trigger?: LocalInteraction | null;
}

/**
 * Sends an interaction to the bot and waits for its first response.
 *
 * @throws If a bot acts, no bot is connected, or it does not respond in time ("the application did not respond").
 */
export async function act(stage: Stage, intent: Act): Promise<InteractionResponse> {
  if (intent.member.user.bot) throw new Error('bots use no commands');
  if (!stage.gateway.hasSession) throw new Error('no bot is connected to the gateway');
  const interaction = createInteraction(stage, intent);
  stage.interactions.add(interaction);
  const payload = toPayload(stage, interaction, intent.data);
  stage.gateway.dispatch('INTERACTION_CREATE', () => payload, 0);
  const acknowledgement = await awaitFirstResponse(stage, interaction);
  return new InteractionResponse(stage, interaction, acknowledgement);
}

/** A timer only looks at the clock again, which a test may hold. */
async function awaitFirstResponse(stage: Stage, interaction: LocalInteraction): Promise<Acknowledgement> {
  const { signal, deadlineMs } = stage;
  const what = `an answer (the application did not respond to ${interaction.commandName ?? 'the component'})`;
  const look = setInterval(
    () => {
      signal.notify();
    },
    Math.max(1, deadlineMs / LOOKS_IN_DEADLINE),
  );
  const findAnswer = (): Acknowledgement | null => {
    const { acknowledgement } = interaction;
    if (!acknowledgement && isLate(interaction, stage)) throw new Error(`${what} did not come in time`);
    return acknowledgement;
  };
  return signal.waitFor(findAnswer, { timeoutMs: Math.max(deadlineMs, PATIENCE_MS), what }).finally(() => {
    clearInterval(look);
  });
}

function createInteraction({ world, now }: Stage, intent: Act): LocalInteraction {
  const {
    member,
    type,
    channelId = member.channelId,
    commandName = null,
    commandType = 0,
    source = null,
    trigger = null,
  } = intent;
  return {
    ...{ member, type, channelId, commandName, commandType, source, trigger },
    id: world.nextId(),
    token: randomBytes(TOKEN_BYTES).toString('base64url'),
    sentAtMs: now(),
    acknowledgement: null,
    isExpired: false,
    original: null,
    followups: [],
    isAnswerLost: false,
    isUpdated: false,
  };
}

function toPayload({ world, messages }: Stage, interaction: LocalInteraction, data: Json): Json {
  const { id, token, type, member, channelId, source } = interaction;
  const channel = world.channels.get(channelId);
  if (!channel) throw new Error(`there is no channel ${channelId}`);
  return {
    id,
    application_id: world.applicationId,
    type,
    token,
    version: 1,
    data,
    channel_id: channelId,
    channel: toResolvedChannel(world, member, channel),
    ...describeMember(world, member),
    ...(source ? { message: messages.toApi(source) } : {}),
    app_permissions: botPermissionsIn(world, channel).toString(),
    locale: member.locale,
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: integrationOwners(member),
    context: member.guildId === null ? 1 : 0,
    attachment_size_limit: MAX_FILE_BYTES,
  };
}

function describeMember(world: Stage['world'], member: LocalMember): Json {
  const guild = member.guildId === null ? undefined : world.guilds.get(member.guildId);
  if (!guild) return { user: member.user };
  return {
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_locale: guild.locale,
    member: { user: member.user, ...toResolvedMember(world, member) },
  };
}
