import type { CommandUse } from './actions/commands.js';
import type { OptionValues } from './actions/command-options.js';
import type { ButtonChoice, SelectValues } from './actions/components.js';
import type { FieldValues } from './actions/modals.js';
import type { PostOptions } from './actions/post.js';
import type { InteractionResponse } from './actions/response.js';
import type { ChannelOptions, RoleOptions } from './actions/set-up.js';
import type { WaitOptions } from './change-signal.js';
import type { StoredCommand } from './command-store.js';
import type { Failure, RequestMatch } from './failures.js';
import type { RecordedRequest } from './http-server.js';
import type { AutocompleteChoice } from './limits/autocomplete.js';
import type { LiveMessage } from './live-message.js';
import type { LocalMember, MemberOptions } from './member.js';
import type { GuildOptions, LocalChannel, LocalGuild, LocalRole, LocalUser, Permissions } from './world.js';

export interface LocalDiscordOptions {
  /** The guilds that the bot is in; default: one. */
  readonly guilds?: readonly GuildOptions[];
  /** Default `Nukuu`. */
  readonly botName?: string;
  /** The intents that the bot must ask for; others are a violation. If absent, accepts any that need no approval. */
  readonly intents?: number;
  /** The privileged intents the application was granted; default none. */
  readonly privilegedIntents?: number;
  /**
   * The time the bot has for its first response, in ms; default the limit of every wait. Discord gives 3 s, which
   * only the tests of that deadline set: a busy machine can make an honest bot late.
   */
  readonly responseDeadlineMs?: number;
  /** Default 41,250. */
  readonly heartbeatIntervalMs?: number;
  /** Milliseconds since 1970, for deadlines and ids; default the system's clock. */
  readonly now?: () => number;
}

/** A Discord on this machine: bots connect to it, and members act in it and see the results. */
export interface LocalDiscord {
  /** For `rest.api` of a client, which appends `/v10`. */
  readonly apiUrl: string;
  readonly token: string;
  readonly applicationId: string;
  readonly bot: LocalUser;
  readonly guilds: readonly LocalGuild[];
  /** True if bodies are also checked against Discord's own schemas. */
  readonly validatesSchemas: boolean;
  /** Everything the bot did that Discord refuses or no bot should do, one sentence each, oldest first. */
  readonly violations: string[];
  readonly requests: readonly RecordedRequest[];
  /** The intents of every IDENTIFY. */
  readonly identifies: readonly number[];
  /** The number of times a session was resumed. */
  readonly resumes: number;

  /** Returns the registered commands of one guild, or the global ones. */
  commands(guildId?: string): readonly StoredCommand[];
  member(options?: MemberOptions): LocalMember;
  /** Opens another channel; every guild has one from the start. */
  channel(options?: ChannelOptions): LocalChannel;
  role(options?: RoleOptions): LocalRole;
  /** Sets the bot's permissions in a channel, in place of those it has everywhere. */
  permitBot(channelId: string, permissions: Permissions): void;
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
  /** Uses a message command in the message's channel. */
  messageCommand(
    member: LocalMember,
    name: string,
    target: LiveMessage,
    use?: Pick<CommandUse, 'overridePermissions'>,
  ): Promise<InteractionResponse>;
  press(member: LocalMember, message: LiveMessage, button: ButtonChoice): Promise<InteractionResponse>;
  /** Chooses values in a select, which is named by custom id or placeholder. */
  select(
    member: LocalMember,
    message: LiveMessage,
    which: string,
    values: SelectValues,
  ): Promise<InteractionResponse>;
  /** @param opened - The response that opened the modal. @param values - By custom id or label. */
  submitModal(
    member: LocalMember,
    opened: InteractionResponse,
    values: FieldValues,
  ): Promise<InteractionResponse>;
  /**
   * Writes as a person or as another bot. Without the Message Content intent the bot can read it only if it is
   * mentioned or written to directly.
   */
  post(member: LocalMember, channelId: string, content: string, options?: PostOptions): LiveMessage;
  /** Writes as a webhook of that name, which is not a member. */
  postAsWebhook(name: string, channelId: string, content: string, options?: PostOptions): LiveMessage;
  /** Deletes a message, as its author or a moderator may. */
  remove(message: LiveMessage): void;
  /** Returns the message that a link leads to. @param viewer - If absent, ephemeral messages are not seen. */
  follow(link: string, viewer?: LocalMember): LiveMessage;
  /** Returns the messages in a channel, oldest first; of the ephemeral ones only those of `viewer`. */
  messages(channelId: string, viewer?: LocalMember): readonly LiveMessage[];
  /** Returns the first truthy value of `predicate`, which is called again after every change. */
  waitFor<T>(predicate: () => T | false | null | undefined, options?: WaitOptions): Promise<T>;

  /** Makes the next matching requests fail. @param times - Default 1. */
  fail(match: RequestMatch, failure: Failure, times?: number): void;
  /** Breaks the gateway connections; sends a close frame if a code is given. */
  dropGateway(code?: number): void;
  /** Ends the time for a first response to all that waits for one now, as the clock would. */
  expireInteractions(): void;
  invalidateSession(isResumable: boolean): void;
  /** Asks the bot to reconnect, as Discord does before maintenance. */
  requestReconnect(): void;
  /** Stops everything. Destroy the client first, or it keeps trying to reconnect. */
  close(): Promise<void>;
}
