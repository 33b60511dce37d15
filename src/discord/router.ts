import { type Interaction, type Message, type RepliableInteraction, RESTJSONErrorCodes } from 'discord.js';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Fault } from '../core/model/fault.js';
import { sentencesIn } from '../core/texts/sentences.js';
import { answerMention, asksByMention, replyToMessage } from './answers/mentions.js';
import type { BotContext, Command, InteractionContext } from './command.js';
import { handleForm } from './handle-form.js';
import { handlePress } from './handle-press.js';
import { isApiError, isForbidden, reply, tellFailure } from './message/respond.js';
import { renderFault, sayOnly } from './message/view.js';
import { openSource } from './source/open-source.js';

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
    const own = await createInteractionContext(context, interaction.guildId);
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
  if (isProgramFault(error)) log.error('an interaction failed', error, facts);
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

/** Longer than Discord keeps a session to be resumed, which brings messages again. */
const REPLAY_S = 600;
const REFUSAL_S = 60;
const WARNING_S = 3_600;

/** Builds the one handler of messages. It never rejects: every failure ends here. */
export function createMessageRouter(context: BotContext): (message: Message) => Promise<void> {
  const { log } = context;
  const isNew = createDeduplicator(REPLAY_S);
  const mayRefuse = createDeduplicator(REFUSAL_S);
  const mayWarn = createDeduplicator(WARNING_S);

  /** A channel where the bot may not write is its server's to mend. */
  const warnIfForbidden = async ({ channelId, guildId }: Message<true>, error: unknown): Promise<void> => {
    if (!isForbidden(error)) throw error;
    if (await mayWarn(channelId))
      log.warn('a mention cannot be answered in its channel', { channelId, guildId });
  };
  const tellFailure = async (
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
    if (!asksByMention(message, context.askChannels) || !(await isNew(message.id))) return;
    const own = await createInteractionContext(context, message.guildId);
    if (!own.settings.answersMentions) return;
    const forbidden = (error: unknown): Promise<void> => warnIfForbidden(message, error);
    await answerMention(message, own)
      .catch(forbidden)
      .catch((error: unknown) => tellFailure(message, error, own).catch(forbidden))
      .catch((error: unknown) => {
        log.error('the failure could not be told', error, { message: message.id });
      });
  };
}

/** What holds where something happens. @param guildId - `null` in direct messages. */
async function createInteractionContext(
  context: BotContext,
  guildId: string | null,
): Promise<InteractionContext> {
  const settings = await context.settingsOf(guildId);
  return { ...context, settings, say: sentencesIn(settings.language) };
}

/** Whether a failure is the program's own and belongs into the log; the others are a member's to mend. */
function isProgramFault(error: unknown): boolean {
  return !(error instanceof Fault) || SERIOUS.has(error.code);
}

const SERIOUS: ReadonlySet<string> = new Set<Fault['code']>([
  'BUILD_FAILED',
  'QUOTE_MISMATCH',
  'REPORT_LOST',
]);

/** Whether a key is new: it did not come within a time that began when it was new last. */
type IsNew = (key: string) => Promise<boolean>;

export function createDeduplicator(seconds: number): IsNew {
  const seen = new RateLimiterMemory({ points: 1, duration: seconds });
  return (key) =>
    seen.consume(key).then(
      () => true,
      () => false,
    );
}
