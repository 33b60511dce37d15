/** Midnight of 1 January 2015 UTC: the first millisecond a Discord id can name. */
const DISCORD_EPOCH_MS = 1_420_070_400_000;
const SEQUENCE_BITS = 22n;

export type NextSnowflake = () => string;

/** Makes ids as Discord does: milliseconds since 2015, then a counter; each is larger than the one before. */
export function createSnowflakes(now: () => number): NextSnowflake {
  let last = 0n;
  return () => {
    const fresh = BigInt(Math.floor(now()) - DISCORD_EPOCH_MS) << SEQUENCE_BITS;
    last = fresh > last ? fresh : last + 1n;
    return last.toString();
  };
}
