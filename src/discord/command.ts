/** The kinds of commands, and the context that commands and other interactions run in. */

import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
  SlashCommandSubcommandBuilder,
} from 'discord.js';
import type { Log } from '../core/model/log.js';
import type { ServerSettings, SettingsCache } from '../core/model/settings.js';
import type { State } from '../core/model/state.js';
import type { Services } from '../core/services.js';
import type { Sentences } from '../core/locales/sentences.js';
import type { BackgroundWrites } from './background-writes.js';
import type { QuestionLimits } from './rate-limit.js';

/** The services and the configuration of the running bot. */
export interface BotContext extends SettingsCache {
  readonly services: Services;
  readonly state: State;
  readonly writes: BackgroundWrites;
  readonly limits: QuestionLimits;
  readonly log: Log;
  /** The server in which moderators work. */
  readonly homeGuildId: string | undefined;
  /** Roles whose members are moderators in the home server. */
  readonly moderatorRoleIds: readonly string[];
  /** The channel to which the entries of the audit log are posted. */
  readonly auditChannelId: string | undefined;
  /** Ids of the only channels in which a mention is answered; empty means all. */
  readonly askChannels: readonly string[];
  /** The retention of questions without an answer, in days; 0 means that none is stored. */
  readonly gapsDays: number;
  /** In ms since 1970. */
  readonly now: () => number;
}

/** The context of one command, press, form or mention. */
export interface InteractionContext extends BotContext {
  readonly settings: ServerSettings;
  /** In the language of {@link settings}. */
  readonly say: Sentences;
}

export interface SlashCommand {
  readonly kind: 'slash';
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /** Registered only in the home server where there is one. */
  readonly isForModerators: boolean;
  run(interaction: ChatInputCommandInteraction, context: InteractionContext): Promise<void>;
  /** Answers autocomplete for the focused option. */
  complete?(interaction: AutocompleteInteraction, context: InteractionContext): Promise<void>;
}

/** A command in the context menu of a message. */
export interface MessageCommand {
  readonly kind: 'message';
  readonly data: RESTPostAPIContextMenuApplicationCommandsJSONBody;
  readonly isForModerators: boolean;
  run(interaction: MessageContextMenuCommandInteraction, context: InteractionContext): Promise<void>;
}

export type Command = SlashCommand | MessageCommand;

/** A subcommand of `/corpus`. */
export interface Subcommand {
  /** Name, description and options. */
  readonly data: SlashCommandSubcommandBuilder;
  /** The permission that a member needs. Without a home server, no subcommand that needs `change` is offered. */
  readonly needs: 'look' | 'reload' | 'change';
  run(interaction: ChatInputCommandInteraction, context: InteractionContext): Promise<void>;
  /** Answers autocomplete for the focused option. */
  complete?(interaction: AutocompleteInteraction, context: InteractionContext): Promise<void>;
}
