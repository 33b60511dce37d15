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
import type { Sentences } from '../core/texts/sentences.js';
import type { BackgroundWrites } from './background-writes.js';
import type { QuestionLimits } from './rate-limit.js';

/** What the bot works with. */
export interface BotContext extends SettingsCache {
  readonly services: Services;
  readonly state: State;
  readonly writes: BackgroundWrites;
  readonly limits: QuestionLimits;
  readonly log: Log;
  /** The server that moderators work from. */
  readonly homeGuildId: string | undefined;
  /** Roles whose members are moderators in the home server. */
  readonly moderatorRoleIds: readonly string[];
  /** Where every change of the corpus is posted. */
  readonly auditChannelId: string | undefined;
  /** The only channels in which a mention is answered; empty: all. */
  readonly askChannels: readonly string[];
  /** How long a question without an answer is kept, in days; 0: not at all. */
  readonly gapsDays: number;
  /** In ms since 1970. */
  readonly now: () => number;
}

/** What commands, presses and forms are given, made once for each interaction. */
export interface InteractionContext extends BotContext {
  readonly settings: ServerSettings;
  /** In the language of {@link settings}. */
  readonly say: Sentences;
}

/** A slash command. */
export interface SlashCommand {
  readonly kind: 'slash';
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /** Registered only in the home server where there is one. */
  readonly isForModerators: boolean;
  run(interaction: ChatInputCommandInteraction, context: InteractionContext): Promise<void>;
  /** Offers choices for the option that is being typed. */
  complete?(interaction: AutocompleteInteraction, context: InteractionContext): Promise<void>;
}

/** A command of a message's own menu. */
export interface MessageCommand {
  readonly kind: 'message';
  readonly data: RESTPostAPIContextMenuApplicationCommandsJSONBody;
  readonly isForModerators: boolean;
  run(interaction: MessageContextMenuCommandInteraction, context: InteractionContext): Promise<void>;
}

export type Command = SlashCommand | MessageCommand;

/** A subcommand of the moderators' command. */
export interface Subcommand {
  /** Name, description and options. */
  readonly data: SlashCommandSubcommandBuilder;
  /** What a member must be allowed to do. Without a home server there is none that needs `change`. */
  readonly needs: 'look' | 'reload' | 'change';
  run(interaction: ChatInputCommandInteraction, context: InteractionContext): Promise<void>;
  /** Offers choices for the option that is being typed. */
  complete?(interaction: AutocompleteInteraction, context: InteractionContext): Promise<void>;
}
