import type { AllowedMentions } from './limits/message.js';

const MENTION = /@everyone|@here|<@&(?<role>\d+)>|<@!?(?<user>\d+)>/gu;

/**
 * Finds everyone that a text pings.
 *
 * Mentions in code spans count too, so this is never fewer than Discord pings.
 *
 * @param allowed - Absent means Discord's default: everything that looks like a mention pings.
 * @returns Mentions as they are written, e.g. `@everyone`, `<@123>`, `<@&456>`, without repeats.
 */
export function findPings(text: string, allowed: AllowedMentions | null | undefined): string[] {
  const pings = [...text.matchAll(MENTION)].flatMap(({ 0: mention, groups }) => {
    const { role, user } = groups ?? {};
    if (role !== undefined) return isAllowed(allowed, 'roles', role) ? [`<@&${role}>`] : [];
    if (user !== undefined) return isAllowed(allowed, 'users', user) ? [`<@${user}>`] : [];
    return isAllowed(allowed, 'everyone') ? [mention] : [];
  });
  return [...new Set(pings)];
}

function isAllowed(
  allowed: AllowedMentions | null | undefined,
  kind: 'everyone' | 'roles' | 'users',
  id?: string,
): boolean {
  if (!allowed) return true;
  if (allowed.parse?.includes(kind)) return true;
  return kind !== 'everyone' && id !== undefined && (allowed[kind]?.includes(id) ?? false);
}
