/** Midnight of 1 January 2015 UTC: the first millisecond that a Discord id can represent. */
const DISCORD_EPOCH_MS = 1_420_070_400_000;
const SEQUENCE_BITS = 22n;

export type NextSnowflake = () => string;

/** Creates a generator of ids like Discord's: ms since 2015, then a counter; each is larger than the previous one. */
export function createSnowflakes(now: () => number): NextSnowflake {
  let last = 0n;
  return () => {
    const fresh = BigInt(Math.floor(now()) - DISCORD_EPOCH_MS) << SEQUENCE_BITS;
    last = fresh > last ? fresh : last + 1n;
    return last.toString();
  };
}
