import type { AddressInfo } from 'node:net';
import { GatewayIntentBits } from 'discord.js';
import type { CommandUse } from './actions/commands.js';
import { typeInOption, useMessageCommand, useSlashCommand } from './actions/commands.js';
import type { OptionValues } from './actions/command-options.js';
import type { ButtonChoice } from './actions/components.js';
import { chooseInSelect, pressButton } from './actions/components.js';
import type { FieldValues } from './actions/modals.js';
import { submitForm } from './actions/modals.js';
import type { PostOptions } from './actions/post.js';
import { postMessage } from './actions/post.js';
import type { InteractionResponse } from './actions/response.js';
import type { Stage } from './actions/stage.js';
import type { AttachmentShelf } from './attachments.js';
import type { WaitOptions } from './change-signal.js';
import { ChangeSignal } from './change-signal.js';
import type { StoredCommand } from './command-store.js';
import { CommandStore } from './command-store.js';
import type { Failure, RequestMatch } from './failures.js';
import { FailurePlan } from './failures.js';
import { Gateway } from './gateway.js';
import type { HttpServer, RecordedRequest } from './http-server.js';
import { createHttpServer } from './http-server.js';
import { InteractionStore, RESPONSE_DEADLINE_MS } from './interaction-store.js';
import type { AutocompleteChoice } from './limits/autocomplete.js';
import { LiveMessage } from './live-message.js';
import type { LocalMember, MemberOptions } from './member.js';
import { createMember } from './member.js';
import type { MessageEvent, StoredMessage } from './message-store.js';
import { MessageStore } from './message-store.js';
import { createApplicationRoutes } from './routes/application.js';
import { createCallbackRoutes } from './routes/callback.js';
import { createChannelRoutes } from './routes/channels.js';
import { createCommandRoutes } from './routes/commands.js';
import type { RouteParts } from './routes/parts.js';
import { createWebhookRoutes } from './routes/webhooks.js';
import { findOpenapi, loadSchemaChecker } from './schema-checker.js';
import { createSnowflakes } from './snowflakes.js';
import { showToBot } from './visibility.js';
import type { GuildOptions, LocalGuild, LocalUser, World } from './world.js';
import { createWorld, memberFields } from './world.js';

const HEARTBEAT_INTERVAL_MS = 41_250;

export interface LocalDiscordOptions {
  /** Where the bot is; default one guild. */
  readonly guilds?: readonly GuildOptions[];
  /** Default `Nukuu`. */
  readonly botName?: string;
  /** The intents the bot should ask for, others being a violation; absent takes any that need no approval. */
  readonly intents?: number;
  /** The privileged intents the application was granted; default none. */
  readonly privilegedIntents?: number;
  /** How long the bot has for a first response; default 3,000. */
  readonly responseDeadlineMs?: number;
  /** Default 41,250. */
  readonly heartbeatIntervalMs?: number;
  /** Milliseconds since 1970, for deadlines and ids; default the system's clock. */
  readonly now?: () => number;
}

/** Discord on this machine: what a bot connects to, and what the people there do and see. */
export interface LocalDiscord {
  /** For `rest.api` of a client, which appends `/v10`. */
  readonly apiUrl: string;
  readonly token: string;
  readonly applicationId: string;
  readonly bot: LocalUser;
  readonly guilds: readonly LocalGuild[];
  /** Whether bodies are also held against Discord's own schemas. */
  readonly validatesSchemas: boolean;
  /** What the bot did that Discord refuses or that no bot should do, one sentence each, oldest first. */
  readonly violations: string[];
  readonly requests: readonly RecordedRequest[];
  /** The intents of every IDENTIFY. */
  readonly identifies: readonly number[];
  /** How often a session was resumed. */
  readonly resumes: number;

  /** The registered commands, of one guild or the global ones. */
  commands(guildId?: string): readonly StoredCommand[];
  member(options?: MemberOptions): LocalMember;
  slash(
    member: LocalMember,
    name: string,
    options?: OptionValues,
    use?: CommandUse,
  ): Promise<InteractionResponse>;
  autocomplete(
    member: LocalMember,
    name: string,
    focusedOption: string,
    typed: string,
    otherOptions?: OptionValues,
    use?: CommandUse,
  ): Promise<readonly AutocompleteChoice[]>;
  messageCommand(
    member: LocalMember,
    name: string,
    target: LiveMessage,
    use?: CommandUse,
  ): Promise<InteractionResponse>;
  press(member: LocalMember, message: LiveMessage, button: ButtonChoice): Promise<InteractionResponse>;
  /** Chooses in a string select, named by custom id or placeholder. */
  select(
    member: LocalMember,
    message: LiveMessage,
    which: string,
    values: readonly string[],
  ): Promise<InteractionResponse>;
  /** @param opened - The answer that opened the form. */
  submitModal(
    member: LocalMember,
    opened: InteractionResponse,
    values: FieldValues,
  ): Promise<InteractionResponse>;
  /** Writes as a person; the bot reads the content only where it is mentioned or written to directly. */
  post(member: LocalMember, channelId: string, content: string, options?: PostOptions): LiveMessage;
  /** What is in a channel now, oldest first; with the ephemeral messages of `viewer` only. */
  messages(channelId: string, viewer?: LocalMember): readonly LiveMessage[];
  /** The first truthy value of `predicate`, asked again after every change. */
  waitFor<T>(predicate: () => T | false | null | undefined, options?: WaitOptions): Promise<T>;

  /** Makes the next matching requests fail. @param times - Default 1. */
  fail(match: RequestMatch, failure: Failure, times?: number): void;
  /** Breaks the gateway connections; with a code, by a close frame. */
  dropGateway(code?: number): void;
  invalidateSession(isResumable: boolean): void;
  /** Asks the bot to reconnect, as Discord does before maintenance. */
  requestReconnect(): void;
  /** Stops everything; destroy the client first, or it goes on trying to reconnect. */
  close(): Promise<void>;
}

/** Starts a Discord of its own on a free port of 127.0.0.1. */
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
  const {
    now = Date.now,
    guilds = [{}],
    botName = 'Nukuu',
    responseDeadlineMs = RESPONSE_DEADLINE_MS,
  } = options;
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
  const routes = createRoutes({ ...shared, gatewayUrl });
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

/** Shaped like a bot's token, and put together here so that nothing takes it for a real one. */
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

interface Announcing {
  readonly world: World;
  readonly messages: MessageStore;
  readonly gateway: Gateway;
}

/** Tells the gateway what happened to a message, by the intent that asks for it. */
function announce(
  { world, messages, gateway }: Announcing,
  event: MessageEvent,
  message: StoredMessage,
): void {
  const { id, channelId, guildId } = message;
  const intent = guildId === null ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
  const place = guildId === null ? {} : { guild_id: guildId };
  const whole = { ...showToBot({ world, messages }, message), ...place };
  const member = guildId === null ? {} : { member: memberFields(world) };
  const data = event === 'MESSAGE_DELETE' ? { id, channel_id: channelId, ...place } : { ...whole, ...member };
  gateway.dispatch(event, data, intent);
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
  | 'member'
  | 'messageCommand'
  | 'messages'
  | 'post'
  | 'press'
  | 'select'
  | 'slash'
  | 'submitModal'
  | 'waitFor'
>;

function createActions(stage: Stage): Actions {
  return {
    member: (options = {}) => createMember(stage.world, options),
    slash: (member, name, options = {}, use = {}) => useSlashCommand(stage, member, name, options, use),
    autocomplete: (member, name, focused, typed, others = {}, use = {}) =>
      typeInOption(stage, member, name, focused, typed, others, use),
    messageCommand: (member, name, target, use = {}) => useMessageCommand(stage, member, name, target, use),
    press: (member, message, button) => pressButton(stage, member, message, button),
    select: (member, message, which, values) => chooseInSelect(stage, member, message, which, values),
    submitModal: (member, opened, values) => submitForm(stage, member, opened, values),
    post: (member, channelId, content, options = {}) =>
      postMessage(stage, member, channelId, content, options),
    messages: (channelId, viewer) =>
      stage.messages
        .list(channelId)
        .map((message) => stage.live(message))
        .filter((message) => message.isVisibleTo(viewer ?? { id: '' })),
    waitFor: (predicate, options) => stage.signal.waitFor(predicate, options),
  };
}

type Faults = Pick<LocalDiscord, 'close' | 'dropGateway' | 'fail' | 'invalidateSession' | 'requestReconnect'>;

function createFaults({ stage, http, failures }: Parts): Faults {
  const { gateway, signal } = stage;
  return {
    fail: (match, failure, times = 1) => {
      failures.add(match, failure, times);
    },
    dropGateway: (code) => {
      gateway.drop(code);
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
