import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  SlashCommandSubcommandBuilder,
} from 'discord.js';
import type { InteractionContext } from '../command.js';

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
