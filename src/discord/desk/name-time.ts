/** `2026-11-22 13:25 UTC`, where Discord shows no times of its own. @param at - In ms since 1970. */
export function nameTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
