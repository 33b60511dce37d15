import { ChannelType, PermissionFlagsBits, PermissionsBitField } from 'discord.js';
import type { Json } from './json.js';
import type { NextSnowflake } from './snowflakes.js';

export interface LocalUser {
  readonly id: string;
  readonly username: string;
  readonly discriminator: string;
  readonly global_name: string | null;
  readonly avatar: string | null;
  readonly public_flags: number;
  readonly flags: number;
  readonly primary_guild: null;
  readonly bot?: boolean;
}

export interface GuildOptions {
  readonly id?: string;
  readonly name?: string;
  /** Default `en-US`. */
  readonly locale?: string;
}

export interface LocalGuild {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly channelId: string;
}

export interface LocalChannel {
  readonly id: string;
  readonly name: string;
  /** Null for the direct messages of one person and the bot. */
  readonly guildId: string | null;
  readonly recipient: LocalUser | null;
}

/** Everything that exists before anybody says a word: the bot, the guilds, their channels, the people. */
export interface World {
  readonly bot: LocalUser;
  readonly applicationId: string;
  readonly guilds: ReadonlyMap<string, LocalGuild>;
  readonly channels: Map<string, LocalChannel>;
  readonly users: Map<string, LocalUser>;
  readonly joinedAt: string;
  /** What the bot may do in every guild. */
  readonly appPermissions: bigint;
  readonly nextId: NextSnowflake;
}

export interface WorldOptions {
  readonly guilds: readonly GuildOptions[];
  readonly botName: string;
  readonly nextId: NextSnowflake;
  readonly now: () => number;
}

const APP_PERMISSIONS = PermissionsBitField.resolve([
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'UseApplicationCommands',
]);

export function createWorld({ guilds, botName, nextId, now }: WorldOptions): World {
  const bot = createUser(nextId(), botName, true);
  const world: World = {
    bot,
    // An application and its bot user share their id, as all made since 2016 do.
    applicationId: bot.id,
    guilds: new Map(guilds.map((options) => createGuild(options, nextId)).map((guild) => [guild.id, guild])),
    channels: new Map(),
    users: new Map([[bot.id, bot]]),
    joinedAt: new Date(now()).toISOString(),
    appPermissions: APP_PERMISSIONS,
    nextId,
  };
  for (const { id, channelId } of world.guilds.values()) {
    world.channels.set(channelId, { id: channelId, name: 'general', guildId: id, recipient: null });
  }
  return world;
}

function createGuild({ id, name, locale }: GuildOptions, nextId: NextSnowflake): LocalGuild {
  return { id: id ?? nextId(), name: name ?? 'Newsroom', locale: locale ?? 'en-US', channelId: nextId() };
}

export function createUser(id: string, name: string, isBot = false): LocalUser {
  return {
    id,
    username: name.toLowerCase().replaceAll(/[^a-z0-9._]/gu, '_'),
    discriminator: '0',
    global_name: isBot ? null : name,
    avatar: null,
    public_flags: 0,
    flags: 0,
    primary_guild: null,
    ...(isBot ? { bot: true } : {}),
  };
}

/** The direct messages of a person and the bot, opened when there are none yet. */
export function openDirectMessages(world: World, user: LocalUser): LocalChannel {
  const open = [...world.channels.values()].find(({ recipient }) => recipient?.id === user.id);
  const channel = open ?? { id: world.nextId(), name: user.username, guildId: null, recipient: user };
  world.channels.set(channel.id, channel);
  return channel;
}

export function toApiChannel(world: World, { id, name, guildId, recipient }: LocalChannel): Json {
  if (recipient)
    return { id, type: ChannelType.DM, flags: 0, last_message_id: null, recipients: [recipient] };
  return {
    id,
    type: ChannelType.GuildText,
    name,
    guild_id: guildId,
    position: 0,
    permission_overwrites: [],
    nsfw: false,
    parent_id: null,
    last_message_id: null,
    topic: null,
    rate_limit_per_user: 0,
    flags: 0,
    permissions: world.appPermissions.toString(),
  };
}

/** The role every member has; it shares the guild's id. */
export function everyoneRole(world: World, guildId: string): Json {
  return {
    id: guildId,
    name: '@everyone',
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: 0,
    permissions: (world.appPermissions & ~PermissionFlagsBits.MentionEveryone).toString(),
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
    roles: [everyoneRole(world, id)],
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

/** What GUILD_CREATE carries: the guild with all that is in it. */
export function toGatewayGuild(world: World, guild: LocalGuild): Json {
  const channels = [...world.channels.values()].filter(({ guildId }) => guildId === guild.id);
  return {
    ...toApiGuild(world, guild),
    joined_at: world.joinedAt,
    large: false,
    unavailable: false,
    member_count: 2,
    members: [toBotMember(world)],
    channels: channels.map((channel) => toApiChannel(world, channel)),
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export function toBotMember(world: World): Json {
  return { user: world.bot, ...memberFields(world) };
}

/** The parts of a guild member that are alike for everyone here. */
export function memberFields(world: World): Json {
  return {
    roles: [],
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
