const FIRST_ROOM = 1024;
/**
 * In elements. Whoever needs more than the first gets the second at once: the room between is what glibc takes
 * from pools that keep what they got, while a block above 32 MiB comes from the system and goes back to it, and
 * what is not written of it takes no memory (mallopt(3), `M_MMAP_THRESHOLD`).
 */
const POOLED_ROOM = 2 ** 18;
const SYSTEM_ROOM = 2 ** 23 + 2 ** 10;

/** 32-bit unsigned integers of which nobody knows yet how many there will be. */
export class GrowingArray {
  #values = new Uint32Array(FIRST_ROOM);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) this.#grow();
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** Its values, in a buffer that may have more room; what is pushed later is not among them. */
  view(): Uint32Array<ArrayBuffer> {
    return this.#values.subarray(0, this.#length);
  }

  #grow(): void {
    const room = this.#values.length * 2;
    const larger = new Uint32Array(room > POOLED_ROOM ? Math.max(room, SYSTEM_ROOM) : room);
    larger.set(this.#values);
    this.#values = larger;
  }
}
