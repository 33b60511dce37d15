import { sentencesIn } from '../core/sentences/sentences.js';
import type { BotContext, InteractionContext } from './command.js';

/** What holds where something happens. @param guildId - `null` in direct messages. */
export async function enterServer(context: BotContext, guildId: string | null): Promise<InteractionContext> {
  const settings = await context.settingsOf(guildId);
  return { ...context, settings, say: sentencesIn(settings.language) };
}
