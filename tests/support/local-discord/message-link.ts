/** The location of a message. */
export interface MessagePlace {
  readonly id: string;
  readonly channelId: string;
  /** Null for direct messages. */
  readonly guildId: string | null;
}

const LINK =
  /^https:\/\/(?:(?:canary|ptb)\.)?discord(?:app)?\.com\/channels\/(?<guild>@me|\d+)\/(?<channel>\d+)\/(?<message>\d+)$/u;

export function writeMessageLink({ id, channelId, guildId }: MessagePlace): string {
  return `https://discord.com/channels/${guildId ?? '@me'}/${channelId}/${id}`;
}

/** Parses a link to a message; null if it is none. */
export function readMessageLink(link: string): MessagePlace | null {
  const { guild, channel, message } = LINK.exec(link)?.groups ?? {};
  if (guild === undefined || channel === undefined || message === undefined) return null;
  return { id: message, channelId: channel, guildId: guild === '@me' ? null : guild };
}
