/** Posts and renders the entries of the audit log. */

import { type Client, MessageFlags } from 'discord.js';
import { describeError } from '../../core/model/fault.js';
import type { AuditEntry } from '../../core/model/state.js';
import { type Sentences, sentencesIn } from '../../core/locales/sentences.js';
import type { BotContext } from '../command.js';
import { bold, escapeText, renderTime, shorten, small } from '../message/markdown.js';
import { NO_MENTIONS } from '../message/respond.js';
import { sayOnly, toComponents } from '../message/view.js';

/**
 * Posts the entries of the audit log to the audit channel, if there is one, once the bot is connected.
 *
 * @param closing - Entries are not posted after its abort.
 * @returns A function that waits for the posts begun so far.
 */
export function postAudit(
  context: BotContext,
  connected: Promise<Client<true>>,
  closing: AbortSignal,
): () => Promise<void> {
  const { auditChannelId, services, log } = context;
  let last: Promise<void> = Promise.resolve();
  if (auditChannelId === undefined) return () => last;
  const loggedCauses = new Set<string>();
  const closed = new Promise<null>((resolve) => {
    closing.addEventListener('abort', () => {
      resolve(null);
    });
  });
  services.audit.listen((entry) => {
    if (closing.aborted) return;
    // Posts one entry at a time, in the order of the log.
    last = last
      .then(async () => {
        const client = await Promise.race([connected, closed]);
        if (client) await post(client, context, auditChannelId, entry);
      })
      .catch((error: unknown) => {
        const cause = describeCause(error);
        if (loggedCauses.has(cause)) return;
        loggedCauses.add(cause);
        log.error('the audit channel cannot be written to', error, { channelId: auditChannelId });
      });
  });
  return () => last;
}

const MAX_SUBJECT_CHARS = 100;
const MAX_NOTE_CHARS = 300;

/** Renders an entry in two to four lines. It mentions the member, whom {@link NO_MENTIONS} keeps from being pinged. */
export function renderAuditEntry(say: Sentences, entry: AuditEntry): string {
  const { at, by, action, subject, note, from, to } = entry;
  const head = [
    bold(say.actions[action]),
    ...(subject === '' ? [] : [escapeText(shorten(subject, MAX_SUBJECT_CHARS))]),
    by === null ? say.byItself : `<@${by}>`,
    renderTime(at),
  ];
  return [
    head.join(' · '),
    ...(isHeld(entry) ? [say.changeHeld] : []),
    ...(note === '' ? [] : [escapeText(shorten(note.replace(/\s+/gu, ' '), MAX_NOTE_CHARS))]),
    small(say.revisions(from, to)),
  ].join('\n');
}

/** Returns true if the folder was not loaded: a successful automatic reload is only recorded if it changes the corpus. */
function isHeld({ action, from, to }: AuditEntry): boolean {
  return action === 'watch' && from === to;
}

async function post(
  client: Client<true>,
  context: BotContext,
  channelId: string,
  entry: AuditEntry,
): Promise<void> {
  const channel = await client.channels.fetch(channelId);
  if (!channel?.isSendable()) throw new Error('the audit channel is none that can be written to');
  const { language } = await context.settingsOf(context.homeGuildId ?? null);
  await channel.send({
    components: toComponents(sayOnly(renderAuditEntry(sentencesIn(language), entry))),
    flags: [MessageFlags.IsComponentsV2, MessageFlags.SuppressEmbeds],
    allowedMentions: NO_MENTIONS,
  });
}

/** Returns Discord's error code if there is one, because its messages differ from one request to the next. */
function describeCause(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'number' ? String(code) : describeError(error);
}
