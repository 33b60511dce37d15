import type { AddressInfo } from 'node:net';
import { GatewayIntentBits } from 'discord.js';
import { typeInOption, useMessageCommand, useSlashCommand } from './actions/commands.js';
import { chooseInSelect, pressButton } from './actions/components.js';
import { followLink } from './actions/follow-link.js';
import { submitForm } from './actions/modals.js';
import { postAsWebhook, postMessage } from './actions/post.js';
import { makeRole, openChannel, permitBot } from './actions/set-up.js';
import type { Stage } from './actions/stage.js';
import { storedOf } from './actions/stage.js';
import { PATIENCE_MS } from '../patience.js';
import { announce } from './announce.js';
import type { AttachmentShelf } from './attachments.js';
import { ChangeSignal } from './change-signal.js';
import { CommandStore } from './command-store.js';
import { FailurePlan } from './failures.js';
import { Gateway } from './gateway.js';
import type { HttpServer, RecordedRequest } from './http-server.js';
import { createHttpServer } from './http-server.js';
import { InteractionStore } from './interaction-store.js';
import { LiveMessage } from './live-message.js';
import type { LocalDiscord, LocalDiscordOptions } from './local-discord.js';
import { createMember } from './member.js';
import type { StoredMessage } from './message-store.js';
import { MessageStore } from './message-store.js';
import { createApplicationRoutes } from './routes/application.js';
import { createCallbackRoutes } from './routes/callback.js';
import { createChannelRoutes } from './routes/channels.js';
import { createCommandRoutes } from './routes/commands.js';
import type { RouteParts } from './routes/parts.js';
import { createWebhookRoutes } from './routes/webhooks.js';
import { findOpenapi, loadSchemaChecker } from './schema-checker.js';
import { createSnowflakes } from './snowflakes.js';
import { createWorld } from './world.js';

const HEARTBEAT_INTERVAL_MS = 41_250;

/** Starts a local Discord on a free port of 127.0.0.1. */
export async function startLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const parts = createParts(options);
  const { server } = parts.http;
  parts.stage.gateway.attach(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  parts.address.port = (server.address() as AddressInfo).port;
  return createFacade(parts);
}

interface Parts {
  readonly stage: Stage;
  readonly http: HttpServer;
  readonly failures: FailurePlan;
  readonly token: string;
  readonly requests: RecordedRequest[];
  readonly violations: string[];
  readonly validatesSchemas: boolean;
  readonly address: { port: number };
}

function createParts(options: LocalDiscordOptions): Parts {
  const { now = Date.now, guilds = [{}], botName = 'Nukuu', responseDeadlineMs = PATIENCE_MS } = options;
  const nextId = createSnowflakes(now);
  const world = createWorld({ guilds, botName, nextId, now });
  const signal = new ChangeSignal();
  const address = { port: 0 };
  const violations: string[] = [];
  const requests: RecordedRequest[] = [];
  const token = createToken(world.applicationId);
  const gatewayUrl = () => `ws://127.0.0.1:${address.port}`;
  const gateway = new Gateway({
    ...{ token, world, violations, signal, gatewayUrl },
    heartbeatIntervalMs: options.heartbeatIntervalMs ?? HEARTBEAT_INTERVAL_MS,
    expectedIntents: options.intents ?? null,
    grantedIntents: options.privilegedIntents ?? 0,
  });
  const shelf: AttachmentShelf = {
    nextId,
    byId: new Map(),
    get baseUrl() {
      return `http://127.0.0.1:${address.port}`;
    },
  };
  const messages: MessageStore = new MessageStore({
    ...{ world, shelf, signal, now },
    onEvent: (event, message) => {
      announce({ world, messages, gateway }, event, message);
    },
  });
  const commands = new CommandStore(world.applicationId, nextId);
  const interactions = new InteractionStore();
  const shared = { world, messages, commands, interactions, now, deadlineMs: responseDeadlineMs };
  const stage: Stage = { ...shared, gateway, shelf, signal, live: createLiveViews(signal) };
  const openapi = findOpenapi();
  const schemas = openapi === null ? null : loadSchemaChecker(openapi);
  const failures = new FailurePlan();
  const seesContent = ((options.privilegedIntents ?? 0) & GatewayIntentBits.MessageContent) !== 0;
  const routes = createRoutes({ ...shared, gatewayUrl, seesContent });
  const http = createHttpServer({
    token,
    routes,
    failures,
    schemas,
    requests,
    violations,
    attachments: shelf.byId,
    signal,
  });
  return { stage, http, failures, token, requests, violations, validatesSchemas: schemas !== null, address };
}

/** Creates a token of a bot token's shape, assembled here so that no scanner takes it for a real one. */
function createToken(applicationId: string): string {
  return [Buffer.from(applicationId).toString('base64url'), 'Local0', 'x'.repeat(38)].join('.');
}

function createRoutes(parts: RouteParts) {
  return [
    ...createApplicationRoutes(parts),
    ...createCommandRoutes(parts),
    ...createCallbackRoutes(parts),
    ...createWebhookRoutes(parts),
    ...createChannelRoutes(parts),
  ];
}

function createLiveViews(signal: ChangeSignal): (message: StoredMessage) => LiveMessage {
  const views = new WeakMap<StoredMessage, LiveMessage>();
  return (message) => {
    const view = views.get(message) ?? new LiveMessage(message, signal);
    views.set(message, view);
    return view;
  };
}

function createFacade(parts: Parts): LocalDiscord {
  const { stage, token, requests, violations, validatesSchemas } = parts;
  const { world, gateway } = stage;
  return {
    apiUrl: `http://127.0.0.1:${parts.address.port}/api`,
    ...{ token, requests, violations, validatesSchemas },
    applicationId: world.applicationId,
    bot: world.bot,
    guilds: [...world.guilds.values()],
    identifies: gateway.identifies,
    get resumes() {
      return gateway.resumes;
    },
    commands: (guildId) => stage.commands.list(guildId ?? null),
    ...createActions(stage),
    ...createFaults(parts),
  };
}

type Actions = Pick<
  LocalDiscord,
  | 'autocomplete'
  | 'channel'
  | 'follow'
  | 'member'
  | 'messageCommand'
  | 'messages'
  | 'permitBot'
  | 'post'
  | 'postAsWebhook'
  | 'press'
  | 'remove'
  | 'role'
  | 'select'
  | 'slash'
  | 'submitModal'
  | 'waitFor'
>;

function createActions(stage: Stage): Actions {
  return {
    member: (options = {}) => createMember(stage.world, options),
    channel: (options = {}) => openChannel(stage, options),
    role: (options = {}) => makeRole(stage, options),
    permitBot: (channelId, permissions) => {
      permitBot(stage, channelId, permissions);
    },
    slash: (member, name, options = {}, use = {}) => useSlashCommand(stage, member, name, options, use),
    autocomplete: (member, name, focused, typed, others = {}, use = {}) =>
      typeInOption(stage, member, name, focused, typed, others, use),
    messageCommand: (member, name, target, use = {}) => useMessageCommand(stage, member, name, target, use),
    press: (member, message, button) => pressButton(stage, member, message, button),
    select: (member, message, which, values) => chooseInSelect(stage, member, message, which, values),
    submitModal: (member, opened, values) => submitForm(stage, member, opened, values),
    post: (member, channelId, content, options = {}) =>
      postMessage(stage, member, channelId, content, options),
    postAsWebhook: (name, channelId, content, options = {}) =>
      postAsWebhook(stage, name, channelId, content, options),
    remove: (message) => {
      stage.messages.delete(storedOf(stage, message));
    },
    follow: (link, viewer) => followLink(stage, link, viewer),
    messages: (channelId, viewer) =>
      stage.messages
        .list(channelId)
        .map((message) => stage.live(message))
        .filter((message) => message.isVisibleTo(viewer ?? { id: '' })),
    waitFor: (predicate, options) => stage.signal.waitFor(predicate, options),
  };
}

type Faults = Pick<
  LocalDiscord,
  'close' | 'dropGateway' | 'expireInteractions' | 'fail' | 'invalidateSession' | 'requestReconnect'
>;

function createFaults({ stage, http, failures }: Parts): Faults {
  const { gateway, interactions, signal } = stage;
  return {
    fail: (match, failure, times = 1) => {
      failures.add(match, failure, times);
    },
    dropGateway: (code) => {
      gateway.drop(code);
    },
    expireInteractions: () => {
      interactions.expireWaiting();
      signal.notify();
    },
    invalidateSession: (isResumable) => {
      gateway.invalidate(isResumable);
    },
    requestReconnect: () => {
      gateway.requestReconnect();
    },
    close: async () => {
      signal.close();
      gateway.close();
      await http.close();
    },
  };
}
