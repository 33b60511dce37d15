import { ChannelType, OverwriteType, PermissionFlagsBits } from 'discord.js';
import type { Json } from './json.js';
import type { LocalChannel, LocalGuild, LocalRole, LocalUser, World } from './world.js';
import { membershipKey } from './world.js';

export function toApiChannel(world: World, { id, name, guildId, recipient }: LocalChannel): Json {
  if (recipient)
    return { id, type: ChannelType.DM, flags: 0, last_message_id: null, recipients: [recipient] };
  return {
    id,
    type: ChannelType.GuildText,
    name,
    guild_id: guildId,
    position: 0,
    permission_overwrites: describeOverwrites(world, id),
    nsfw: false,
    parent_id: null,
    last_message_id: null,
    topic: null,
    rate_limit_per_user: 0,
    flags: 0,
  };
}

/** Returns the one overwrite that gives the bot the permissions that were set for the channel. */
function describeOverwrites({ bot, appPermissions, channelPermissions }: World, channelId: string): Json[] {
  const permissions = channelPermissions.get(channelId);
  if (permissions === undefined) return [];
  const allow = (permissions & ~appPermissions).toString();
  const deny = (appPermissions & ~permissions).toString();
  return [{ id: bot.id, type: OverwriteType.Member, allow, deny }];
}

/** Returns all roles of a guild, first `@everyone`, which shares the guild's id. */
export function toApiRoles(world: World, guildId: string): Json[] {
  const permissions = world.appPermissions & ~PermissionFlagsBits.MentionEveryone;
  const everyone = { id: guildId, name: '@everyone', guildId, permissions };
  const others = [...world.roles.values()].filter((role) => role.guildId === guildId);
  return [everyone, ...others].map(toApiRole);
}

export function toApiRole({ id, name, permissions }: LocalRole, position = 1): Json {
  return {
    id,
    name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position,
    permissions: permissions.toString(),
    managed: false,
    mentionable: false,
    flags: 0,
  };
}

export function toApiGuild(world: World, { id, name, locale, channelId }: LocalGuild): Json {
  return {
    id,
    name,
    icon: null,
    description: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    owner_id: id,
    home_header: null,
    region: 'deprecated',
    widget_enabled: false,
    widget_channel_id: null,
    max_presences: null,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    premium_subscription_count: 0,
    nsfw: false,
    incidents_data: null,
    features: [],
    roles: toApiRoles(world, id),
    emojis: [],
    stickers: [],
    afk_channel_id: null,
    afk_timeout: 300,
    application_id: null,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    max_members: 500_000,
    mfa_level: 0,
    nsfw_level: 0,
    preferred_locale: locale,
    premium_progress_bar_enabled: false,
    premium_tier: 0,
    public_updates_channel_id: null,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    system_channel_flags: 0,
    system_channel_id: channelId,
    vanity_url_code: null,
    verification_level: 0,
  };
}

/** Returns the payload of GUILD_CREATE: the guild with everything in it. */
export function toGatewayGuild(world: World, guild: LocalGuild): Json {
  const channels = [...world.channels.values()].filter(({ guildId }) => guildId === guild.id);
  return {
    ...toApiGuild(world, guild),
    joined_at: world.joinedAt,
    large: false,
    unavailable: false,
    member_count: 2,
    members: [toApiMember(world, guild.id, world.bot)],
    channels: channels.map((channel) => toApiChannel(world, channel)),
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** Returns a user, or the bot, as a member of a guild. */
export function toApiMember(world: World, guildId: string, user: LocalUser): Json {
  return { user, ...memberFields(world, guildId, user.id) };
}

/** Returns the fields of a guild member without the user; all but the roles are alike for everyone here. */
export function memberFields(world: World, guildId: string, userId: string): Json {
  return {
    roles: world.memberships.get(membershipKey(guildId, userId))?.roleIds ?? [],
    joined_at: world.joinedAt,
    nick: null,
    avatar: null,
    banner: null,
    premium_since: null,
    communication_disabled_until: null,
    pending: false,
    mute: false,
    deaf: false,
    flags: 0,
  };
}
