import { PermissionFlagsBits } from 'discord.js';
import { cannotReply, missingAccess, missingPermissions } from '../api-error.js';
import type { LocalChannel, World } from '../world.js';
import { botPermissionsIn } from '../world.js';

const { ViewChannel, SendMessages, EmbedLinks, AttachFiles, ReadMessageHistory } = PermissionFlagsBits;

export function mayBot(world: World, channel: LocalChannel, permission: bigint): boolean {
  return (botPermissionsIn(world, channel) & permission) !== 0n;
}

/** @throws {ApiError} 50001 if the bot does not see the channel. */
export function demandView(world: World, channel: LocalChannel): void {
  if (!mayBot(world, channel, ViewChannel)) throw missingAccess();
}

/** @throws {ApiError} 50001 if the bot may not read the message history. */
export function demandHistory(world: World, channel: LocalChannel): void {
  demandView(world, channel);
  if (!mayBot(world, channel, ReadMessageHistory)) throw missingAccess();
}

export interface Sending {
  readonly hasFiles: boolean;
  readonly hasEmbeds: boolean;
  readonly isReply: boolean;
}

/** @throws {ApiError} 50001, 50013, or 160002 for a reply, if the bot may not send such a message. */
export function demandSend(
  world: World,
  channel: LocalChannel,
  { hasFiles, hasEmbeds, isReply }: Sending,
): void {
  demandView(world, channel);
  const needed: [boolean, bigint][] = [
    [true, SendMessages],
    [hasFiles, AttachFiles],
    [hasEmbeds, EmbedLinks],
  ];
  const lacks = needed.some(([isNeeded, permission]) => isNeeded && !mayBot(world, channel, permission));
  if (lacks) throw missingPermissions();
  if (isReply && !mayBot(world, channel, ReadMessageHistory)) throw cannotReply();
}
