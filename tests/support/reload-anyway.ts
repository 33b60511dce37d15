import type { LiveMessage, LocalDiscord, LocalMember } from './local-discord/index.js';
import { awaitReport } from './start-nukuu.js';

/** Reloads even if that loses an article; returns the report. */
export async function reloadAnyway(discord: LocalDiscord, manager: LocalMember): Promise<LiveMessage> {
  const message = await awaitReport(
    discord,
    await discord.slash(manager, 'corpus', {}, { subcommand: 'reload' }),
  );
  if (message.buttons.length === 0) return message;
  await discord.press(manager, message, 'Confirm');
  await discord.waitFor(() => message.text.startsWith('Reloaded.'), { what: 'the report' });
  return message;
}
