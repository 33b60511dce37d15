import { type BaseInteraction, PermissionFlagsBits } from 'discord.js';
import type { InteractionContext } from './command.js';

/**
 * Why a moderators' command cannot be used here; `null` when it can. Without a home server, whoever may manage
 * a server sees what is loaded, and reloads while the bot is in no other.
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

/**
 * Whether the member who acts may change the corpus: in the home server, with Manage Server or a moderator's
 * role.
 */
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

/** Discord sends ids; discord.js makes more of them for a member whose server it knows. */
function listRoleIds({ member }: BaseInteraction): readonly string[] {
  if (member === null) return [];
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
}
