import { missingAccess, unknownMember, unknownUser } from '../api-error.js';
import { toApiChannel, toApiGuild, toApiMember, toApiRoles } from '../api-world.js';
import type { Json } from '../json.js';
import { asRecord } from '../json.js';
import type { Reply, Route, RouteContext } from '../router.js';
import { param } from '../router.js';
import type { World } from '../world.js';
import { membershipKey, openDirectMessages } from '../world.js';
import type { RouteParts } from './parts.js';

/** Creates the routes of the bot itself, users and guilds. */
export function createApplicationRoutes({ world, gatewayUrl }: RouteParts): Route[] {
  const guildOf = (context: RouteContext) => {
    const guild = world.guilds.get(param(context, 'guild_id'));
    if (!guild) throw missingAccess();
    return guild;
  };
  const application = (): Reply => ({ status: 200, body: toApiApplication(world) });
  return [
    {
      method: 'GET',
      path: '/gateway/bot',
      handle: () => ({ status: 200, body: describeGateway(gatewayUrl()) }),
    },
    { method: 'GET', path: '/users/@me', handle: () => ({ status: 200, body: toOwnUser(world) }) },
    { method: 'POST', path: '/users/@me/channels', handle: ({ body }) => openChannel(world, body) },
    {
      method: 'GET',
      path: '/users/{user_id}',
      handle: (context) => findUser(world, param(context, 'user_id')),
    },
    { method: 'GET', path: '/applications/@me', handle: application },
    { method: 'GET', path: '/oauth2/applications/@me', handle: application },
    {
      method: 'GET',
      path: '/guilds/{guild_id}',
      handle: (context) => ({ status: 200, body: toApiGuild(world, guildOf(context)) }),
    },
    {
      method: 'GET',
      path: '/guilds/{guild_id}/roles',
      handle: (context) => ({ status: 200, body: toApiRoles(world, guildOf(context).id) }),
    },
    {
      method: 'GET',
      path: '/guilds/{guild_id}/channels',
      handle: (context) => ({ status: 200, body: listChannels(world, guildOf(context).id) }),
    },
    {
      method: 'GET',
      path: '/guilds/{guild_id}/members/{user_id}',
      handle: (context) => findMember(world, guildOf(context).id, param(context, 'user_id')),
    },
  ];
}

/** Returns the bot's user with the fields that only the bot itself sees. */
const toOwnUser = ({ bot }: World): Json => ({
  ...bot,
  mfa_enabled: false,
  locale: 'en-US',
  verified: true,
  email: null,
});

function describeGateway(url: string): Json {
  const limit = { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 };
  return { url, shards: 1, session_start_limit: limit };
}

function toApiApplication({ applicationId, bot, guilds }: World): Json {
  return {
    id: applicationId,
    name: bot.username,
    icon: null,
    description: '',
    type: null,
    bot,
    summary: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    flags_new: '0',
    explicit_content_filter: 0,
    eligible_oauth2_scopes: [],
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    integration_types_config: { 0: {} },
    approximate_guild_count: guilds.size,
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    event_webhooks_url: null,
    owner: bot,
    team: null,
  };
}

function findUser({ users }: World, id: string): Reply {
  const user = users.get(id);
  if (!user) throw unknownUser();
  return { status: 200, body: user };
}

function findMember(world: World, guildId: string, userId: string): Reply {
  const user = world.users.get(userId);
  if (!user) throw unknownUser();
  if (!world.memberships.has(membershipKey(guildId, userId))) throw unknownMember();
  return { status: 200, body: toApiMember(world, guildId, user) };
}

function listChannels(world: World, guildId: string): Json[] {
  const channels = [...world.channels.values()].filter((channel) => channel.guildId === guildId);
  return channels.map((channel) => toApiChannel(world, channel));
}

function openChannel(world: World, body: unknown): Reply {
  const user = world.users.get(String(asRecord(body)['recipient_id']));
  if (!user) throw unknownUser();
  return { status: 200, body: toApiChannel(world, openDirectMessages(world, user)) };
}
