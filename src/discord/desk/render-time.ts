const MS_PER_S = 1000;

/** A time that Discord shows to each reader in their own zone. @param at - In ms since 1970. */
export function renderTime(at: number): string {
  return `<t:${Math.floor(at / MS_PER_S)}:f>`;
}
