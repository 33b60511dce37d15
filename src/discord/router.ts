import { RESTJSONErrorCodes, type Interaction, type RepliableInteraction } from 'discord.js';
import type { BotContext, Command, InteractionContext } from './command.js';
import { enterServer } from './enter-server.js';
import { handleForm } from './forms/handle-form.js';
import { isSerious } from './is-serious.js';
import { openSource } from './open-source.js';
import { handlePress } from './presses/handle-press.js';
import { renderFault } from './render-fault.js';
import { isApiError, reply, tellFailure } from './respond.js';
import { sayOnly } from './view.js';

/** Builds the one handler of all interactions. It never rejects: every failure ends here. */
export function createRouter(
  commands: readonly Command[],
  context: BotContext,
): (interaction: Interaction) => Promise<void> {
  const slash = new Map(commands.flatMap((each) => (each.kind === 'slash' ? [[each.data.name, each]] : [])));
  const ofMessages = new Map(
    commands.flatMap((each) => (each.kind === 'message' ? [[each.data.name, each]] : [])),
  );

  return async function route(interaction) {
    const own = await enterServer(context, interaction.guildId);
    try {
      if (interaction.isChatInputCommand()) {
        const command = slash.get(interaction.commandName);
        await (command?.run(interaction, own) ?? sayUnknown(interaction, own));
      } else if (interaction.isMessageContextMenuCommand()) {
        const command = ofMessages.get(interaction.commandName);
        await (command?.run(interaction, own) ?? sayUnknown(interaction, own));
      } else if (interaction.isAutocomplete())
        await slash.get(interaction.commandName)?.complete?.(interaction, own);
      else if (interaction.isButton()) await handlePress(interaction, own);
      else if (interaction.isModalSubmit()) await handleForm(interaction, own);
      else if (interaction.isStringSelectMenu()) await openSource(interaction, own);
    } catch (error) {
      await reportFailure(interaction, error, own);
    }
  };
}

function sayUnknown(interaction: RepliableInteraction, { say }: InteractionContext): Promise<void> {
  return reply(interaction, sayOnly(say.commandUnknown), true);
}

async function reportFailure(
  interaction: Interaction,
  error: unknown,
  { log, say }: InteractionContext,
): Promise<void> {
  const facts = { interaction: interaction.id, kind: describe(interaction) };
  if (isApiError(error, RESTJSONErrorCodes.UnknownInteraction)) {
    log.warn('the interaction had ended before it could be answered', facts);
    return;
  }
  if (isSerious(error)) log.error('an interaction failed', error, facts);
  if (!interaction.isRepliable()) return;
  try {
    await tellFailure(interaction, sayOnly(renderFault(say, error)));
  } catch (second) {
    log.error('the failure could not be told', second, facts);
  }
}

function describe(interaction: Interaction): string {
  if (interaction.isCommand() || interaction.isAutocomplete()) return interaction.commandName;
  if (interaction.isButton()) return interaction.customId.split(':').slice(0, 2).join(':');
  return interaction.isModalSubmit() ? interaction.customId.split(':').slice(0, 3).join(':') : 'other';
}
