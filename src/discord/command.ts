import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { Sentences } from '../core/sentences/sentences.js';
import type { Log, Services } from '../core/services.js';
import type { ServerSettings } from '../core/settings.js';

/** What the bot works with. */
export interface BotContext {
  readonly services: Services;
  readonly log: Log;
  /** The server that moderators work from. */
  readonly homeGuildId: string | undefined;
  /** What a server has chosen; never rejects. @param guildId - `null` in direct messages. */
  settingsOf(guildId: string | null): Promise<ServerSettings>;
}

/** What commands and presses are given, made once for each interaction. */
export interface InteractionContext extends BotContext {
  readonly settings: ServerSettings;
  /** In the language of {@link settings}. */
  readonly say: Sentences;
}

/** A slash command. */
export interface Command {
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /** Registered only in the home server where there is one. */
  readonly isForModerators: boolean;
  run(interaction: ChatInputCommandInteraction, context: InteractionContext): Promise<void>;
  /** Offers choices for the option that is being typed. */
  complete?(interaction: AutocompleteInteraction, context: InteractionContext): Promise<void>;
}
