/** Strings and growing lists of integers in typed arrays. */

import { hash32 } from './hash.js';

/** Strings as UTF-8 bytes, accessible by number. */
export interface StringList {
  readonly bytes: Uint8Array;
  /** String i occupies the bytes from `starts[i]` up to, not including, `starts[i + 1]`. */
  readonly starts: Uint32Array;
}

/** Strings that can also be looked up by value, by open addressing. */
export interface StringTable extends StringList {
  /** A power of two of slots, at least half of them empty; each holds a string's number + 1, or 0. */
  readonly slots: Uint32Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The most UTF-8 bytes per UTF-16 unit. */
const MAX_BYTES_A_UNIT = 3;

/** @param strings - Numbered by position. */
export function freezeList(strings: readonly string[]): StringList {
  const starts = new Uint32Array(strings.length + 1);
  const room = strings.reduce((sum, { length }) => sum + length * MAX_BYTES_A_UNIT, 0);
  const bytes = new Uint8Array(room);
  let end = 0;
  strings.forEach((string, i) => {
    end += encoder.encodeInto(string, bytes.subarray(end)).written;
    starts[i + 1] = end;
  });
  return { bytes: bytes.slice(0, end), starts };
}

/** @param strings - Distinct; numbered by position. */
export function freezeStrings(strings: readonly string[]): StringTable {
  return { ...freezeList(strings), slots: fillSlots(strings) };
}

export function countStrings({ starts }: StringList): number {
  return starts.length - 1;
}

export function readString({ bytes, starts }: StringList, number: number): string {
  return decoder.decode(bytes.subarray(starts[number], starts[number + 1]));
}

/** @returns The number of `string`, or -1 if the table lacks it. */
export function findString(table: StringTable, string: string): number {
  const { slots } = table;
  const wanted = encoder.encode(string);
  for (let slot = hash32(string) & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
    const number = (slots[slot] ?? 0) - 1;
    if (number < 0 || isAt(table, number, wanted)) return number;
  }
}

function fillSlots(strings: readonly string[]): Uint32Array {
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(1, strings.length) * 2)));
  strings.forEach((string, i) => {
    let slot = hash32(string) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = i + 1;
  });
  return slots;
}

function isAt({ bytes, starts }: StringTable, number: number, wanted: Uint8Array): boolean {
  const start = starts[number] ?? 0;
  if ((starts[number + 1] ?? 0) - start !== wanted.length) return false;
  for (let i = 0; i < wanted.length; i += 1) if (bytes[start + i] !== wanted[i]) return false;
  return true;
}

const FIRST_ROOM = 1024;

/**
 * In elements. An array that outgrows `POOLED_ROOM` gets `SYSTEM_ROOM` at once: glibc serves the sizes between from
 * pools that retain freed memory, whereas a block above 32 MiB comes from the system and returns to it, and its
 * unwritten part takes no memory (mallopt(3), `M_MMAP_THRESHOLD`).
 */
const POOLED_ROOM = 2 ** 18;
const SYSTEM_ROOM = 2 ** 23 + 2 ** 10;

/** A list of unsigned 32-bit integers that grows. */
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

  /** Returns the values pushed so far, without copying; their buffer may be larger. */
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
