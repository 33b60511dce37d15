/** Decides who may use the moderators' commands. */

import { type BaseInteraction, PermissionFlagsBits } from 'discord.js';
import type { InteractionContext } from './command.js';

/**
 * Returns why a moderators' command cannot be used here; `null` if it can. Without a home server, a member with
 * Manage Server can see what is loaded, and reload if the bot is in no other server.
 */
export function findModeratorRefusal(
  interaction: BaseInteraction,
  context: InteractionContext,
  needs: 'look' | 'reload' | 'change',
): string | null {
  const { say, homeGuildId } = context;
  if (homeGuildId !== undefined) {
    if (interaction.guildId !== homeGuildId) return say.onlyHomeServer;
    return isModerator(interaction, context) ? null : say.onlyModerators;
  }
  if (!mayManageServer(interaction)) return say.onlyManagers;
  if (needs === 'change') return say.onlyWithHomeServer;
  return needs === 'reload' && interaction.client.guilds.cache.size > 1 ? say.onlyOneServer : null;
}

export function mayManageServer({ memberPermissions }: BaseInteraction): boolean {
  return memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true;
}

/** Returns true if the member may change the corpus: in the home server, by Manage Server or a moderator role. */
function isModerator(
  interaction: BaseInteraction,
  { homeGuildId, moderatorRoleIds }: InteractionContext,
): boolean {
  return (
    homeGuildId !== undefined &&
    interaction.guildId === homeGuildId &&
    (mayManageServer(interaction) || listRoleIds(interaction).some((id) => moderatorRoleIds.includes(id)))
  );
}

/** Handles both forms of roles: ids as Discord sends them, and the role manager of a member in a cached server. */
function listRoleIds({ member }: BaseInteraction): readonly string[] {
  if (member === null) return [];
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
}
