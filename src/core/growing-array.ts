const FIRST_ROOM = 1024;

/** 32-bit unsigned integers of which nobody knows yet how many there will be. */
export class GrowingArray {
  #values = new Uint32Array(FIRST_ROOM);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Uint32Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** A copy that has no more room than it needs. */
  freeze(): Uint32Array {
    return this.#values.slice(0, this.#length);
  }
}
