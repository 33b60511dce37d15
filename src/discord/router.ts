/** Routes interactions and messages to their handlers. */

import { type Interaction, type Message, type RepliableInteraction, RESTJSONErrorCodes } from 'discord.js';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Fault } from '../core/model/fault.js';
import { sentencesIn } from '../core/locales/sentences.js';
import { answerMention, asksByMention, replyToMessage } from './answers/mentions.js';
import type { BotContext, Command, InteractionContext } from './command.js';
import { handleForm } from './handle-form.js';
import { handlePress } from './handle-press.js';
import { isApiError, isForbidden, reply, tellFailure } from './message/respond.js';
import { renderFault, sayOnly } from './message/view.js';
import { openSource } from './source/open-source.js';

/** Creates the handler of all interactions. It never rejects: it reports or logs every failure. */
export function createRouter(
  commands: readonly Command[],
  botContext: BotContext,
): (interaction: Interaction) => Promise<void> {
  const slashCommands = new Map(
    commands.flatMap((each) => (each.kind === 'slash' ? [[each.data.name, each]] : [])),
  );
  const messageCommands = new Map(
    commands.flatMap((each) => (each.kind === 'message' ? [[each.data.name, each]] : [])),
  );

  return async function route(interaction) {
    const context = await createInteractionContext(botContext, interaction.guildId);
    try {
      if (interaction.isChatInputCommand()) {
        const command = slashCommands.get(interaction.commandName);
        await (command?.run(interaction, context) ?? replyUnknown(interaction, context));
      } else if (interaction.isMessageContextMenuCommand()) {
        const command = messageCommands.get(interaction.commandName);
        await (command?.run(interaction, context) ?? replyUnknown(interaction, context));
      } else if (interaction.isAutocomplete())
        await slashCommands.get(interaction.commandName)?.complete?.(interaction, context);
      else if (interaction.isButton()) await handlePress(interaction, context);
      else if (interaction.isModalSubmit()) await handleForm(interaction, context);
      else if (interaction.isStringSelectMenu()) await openSource(interaction, context);
    } catch (error) {
      await reportFailure(interaction, error, context);
    }
  };
}

function replyUnknown(interaction: RepliableInteraction, { say }: InteractionContext): Promise<void> {
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
  if (isProgramFault(error)) log.error('an interaction failed', error, facts);
  if (!interaction.isRepliable()) return;
  try {
    await tellFailure(interaction, sayOnly(renderFault(say, error)));
  } catch (replyError) {
    log.error('the failure could not be told', replyError, facts);
  }
}

function describe(interaction: Interaction): string {
  if (interaction.isCommand() || interaction.isAutocomplete()) return interaction.commandName;
  if (interaction.isButton()) return interaction.customId.split(':').slice(0, 2).join(':');
  return interaction.isModalSubmit() ? interaction.customId.split(':').slice(0, 3).join(':') : 'other';
}

/** Longer than Discord lets a session be resumed, which replays messages. */
const REPLAY_S = 600;
const REFUSAL_S = 60;
const WARNING_S = 3_600;

/** Creates the handler of all messages. It never rejects: it reports or logs every failure. */
export function createMessageRouter(botContext: BotContext): (message: Message) => Promise<void> {
  const { log } = botContext;
  const isNew = createDeduplicator(REPLAY_S);
  const mayRefuse = createDeduplicator(REFUSAL_S);
  const mayWarn = createDeduplicator(WARNING_S);

  /** Warns only, since a channel that the bot may not write to is for its server to fix. */
  const warnIfForbidden = async ({ channelId, guildId }: Message<true>, error: unknown): Promise<void> => {
    if (!isForbidden(error)) throw error;
    if (await mayWarn(channelId))
      log.warn('a mention cannot be answered in its channel', { channelId, guildId });
  };
  const replyFailure = async (
    message: Message<true>,
    error: unknown,
    { say }: InteractionContext,
  ): Promise<void> => {
    const isRefusal = error instanceof Fault && error.code === 'TOO_MANY_QUESTIONS';
    if (isRefusal && !(await mayRefuse(`${message.guildId} ${message.author.id}`))) return;
    if (isProgramFault(error)) log.error('a mention could not be answered', error, { message: message.id });
    await replyToMessage(message, sayOnly(renderFault(say, error)));
  };

  return async function routeMessage(message) {
    if (!asksByMention(message, botContext.askChannels) || !(await isNew(message.id))) return;
    const context = await createInteractionContext(botContext, message.guildId);
    if (!context.settings.answersMentions) return;
    const forbidden = (error: unknown): Promise<void> => warnIfForbidden(message, error);
    await answerMention(message, context)
      .catch(forbidden)
      .catch((error: unknown) => replyFailure(message, error, context).catch(forbidden))
      .catch((error: unknown) => {
        log.error('the failure could not be told', error, { message: message.id });
      });
  };
}

/** @param guildId - `null` in direct messages. */
async function createInteractionContext(
  context: BotContext,
  guildId: string | null,
): Promise<InteractionContext> {
  const settings = await context.settingsOf(guildId);
  return { ...context, settings, say: sentencesIn(settings.language) };
}

/** Returns true if a failure is the program's own and belongs in the log; the others are for members to fix. */
function isProgramFault(error: unknown): boolean {
  return !(error instanceof Fault) || SERIOUS.has(error.code);
}

const SERIOUS: ReadonlySet<string> = new Set<Fault['code']>([
  'BUILD_FAILED',
  'QUOTE_MISMATCH',
  'REPORT_LOST',
]);

/** Resolves to true if a key is new: the period that began when it was last new is over. */
type IsNew = (key: string) => Promise<boolean>;

export function createDeduplicator(seconds: number): IsNew {
  const seen = new RateLimiterMemory({ points: 1, duration: seconds });
  return (key) =>
    seen.consume(key).then(
      () => true,
      () => false,
    );
}
