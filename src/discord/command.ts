import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { Log, Services } from '../core/services.js';

/** What commands and buttons are given. */
export interface BotContext {
  readonly services: Services;
  readonly log: Log;
  /** The server that moderators work from. */
  readonly homeGuildId: string | undefined;
}

/** A slash command. */
export interface Command {
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /** Registered only in the home server where there is one. */
  readonly isForModerators: boolean;
  run(interaction: ChatInputCommandInteraction, context: BotContext): Promise<void>;
  /** Offers choices for the option that is being typed. */
  complete?(interaction: AutocompleteInteraction, context: BotContext): Promise<void>;
}
