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
  /** Where the bot is; default one guild. */
  readonly guilds?: readonly GuildOptions[];
  /** Default `Nukuu`. */
  readonly botName?: string;
  /** The intents the bot should ask for, others being a violation; absent takes any that need no approval. */
  readonly intents?: number;
  /** The privileged intents the application was granted; default none. */
  readonly privilegedIntents?: number;
  /**
   * How long the bot has for a first response. Default as long as any wait of the tests: that Discord gives it 3 s is
   * for tests of just that, since a busy machine can make an honest bot late.
   */
  readonly responseDeadlineMs?: number;
  /** Default 41,250. */
  readonly heartbeatIntervalMs?: number;
  /** Milliseconds since 1970, for deadlines and ids; default the system's clock. */
  readonly now?: () => number;
}

/** Discord on this machine: what a bot connects to, and what the people there do and see. */
export interface LocalDiscord {
  /** For `yieldToEventLoop.api` of a client, which appends `/v10`. */
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
  /** Opens another channel; every guild has one from the start. */
  channel(options?: ChannelOptions): LocalChannel;
  role(options?: RoleOptions): LocalRole;
  /** Sets what the bot may do in a channel from now on, in place of all that it may do elsewhere. */
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
  /** Uses a message command where the message is. */
  messageCommand(
    member: LocalMember,
    name: string,
    target: LiveMessage,
    use?: Pick<CommandUse, 'overridePermissions'>,
  ): Promise<InteractionResponse>;
  press(member: LocalMember, message: LiveMessage, button: ButtonChoice): Promise<InteractionResponse>;
  /** Chooses in a list, named by custom id or placeholder. */
  select(
    member: LocalMember,
    message: LiveMessage,
    which: string,
    values: SelectValues,
  ): Promise<InteractionResponse>;
  /** @param opened - The answer that opened the form. @param values - By custom id or label. */
  submitModal(
    member: LocalMember,
    opened: InteractionResponse,
    values: FieldValues,
  ): Promise<InteractionResponse>;
  /**
   * Writes as a person or as another bot; without the Message Content intent the bot reads it only where it is
   * mentioned or written to directly.
   */
  post(member: LocalMember, channelId: string, content: string, options?: PostOptions): LiveMessage;
  /** Writes as a webhook of that name, which is no member. */
  postAsWebhook(name: string, channelId: string, content: string, options?: PostOptions): LiveMessage;
  /** Deletes a message, as its author or a moderator may. */
  remove(message: LiveMessage): void;
  /** The message a link leads to. @param viewer - Who follows it; absent sees no ephemeral message. */
  follow(link: string, viewer?: LocalMember): LiveMessage;
  /** What is in a channel now, oldest first; with the ephemeral messages of `viewer` only. */
  messages(channelId: string, viewer?: LocalMember): readonly LiveMessage[];
  /** The first truthy value of `predicate`, asked again after every change. */
  waitFor<T>(predicate: () => T | false | null | undefined, options?: WaitOptions): Promise<T>;

  /** Makes the next matching requests fail. @param times - Default 1. */
  fail(match: RequestMatch, failure: Failure, times?: number): void;
  /** Breaks the gateway connections; with a code, by a close frame. */
  dropGateway(code?: number): void;
  /** Ends the time for a first response to all that waits for one now, as the clock would. */
  expireInteractions(): void;
  invalidateSession(isResumable: boolean): void;
  /** Asks the bot to reconnect, as Discord does before maintenance. */
  requestReconnect(): void;
  /** Stops everything; destroy the client first, or it goes on trying to reconnect. */
  close(): Promise<void>;
}
