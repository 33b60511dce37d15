import type { LiveMessage } from '../live-message.js';
import type { LocalMember } from '../member.js';
import { readMessageLink } from '../message-link.js';
import type { Stage } from './stage.js';

/**
 * Returns the message that a link leads to.
 *
 * @param viewer - The member who follows it; if absent, ephemeral messages are not seen.
 * @throws If it is no link to a message, or the message is not there for the viewer.
 */
export function followLink(stage: Stage, link: string, viewer: LocalMember | undefined): LiveMessage {
  const place = readMessageLink(link);
  if (!place) throw new Error(`${link} is no link to a message`);
  const stored = stage.messages.find(place.id);
  const isThere = stored?.channelId === place.channelId && stored.guildId === place.guildId;
  const message = stored && isThere ? stage.live(stored) : null;
  if (!message?.isVisibleTo(viewer ?? { id: '' })) throw new Error(`${link} leads to no message`);
  return message;
}
