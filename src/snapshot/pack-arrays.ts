/** The kinds of arrays that a snapshot holds as they are in memory. */
const ARRAY_TYPES = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
};

type ArrayType = keyof typeof ARRAY_TYPES;
type TypedArray = InstanceType<(typeof ARRAY_TYPES)[ArrayType]>;

/** Where a typed array belongs and where its bytes stand. */
export interface ArrayPlace {
  /** Keys and positions from the root. */
  readonly path: readonly (string | number)[];
  readonly type: ArrayType;
  /** In bytes from the first array, a multiple of {@link ALIGNMENT}. */
  readonly offset: number;
  /** In elements. */
  readonly length: number;
}

/** A value taken apart. */
interface Packed {
  /** The value with `null` for each of its typed arrays. */
  readonly rest: unknown;
  /** In the order of {@link arrays}. */
  readonly places: readonly ArrayPlace[];
  readonly arrays: readonly TypedArray[];
}

/** In bytes; the largest that a typed array asks for. */
const ALIGNMENT = 8;

export function align(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}

/** @param value - Of plain objects, arrays, typed arrays and what JSON can tell. */
export function packArrays(value: unknown): Packed {
  const places: ArrayPlace[] = [];
  const arrays: TypedArray[] = [];
  let offset = 0;

  const strip = (part: unknown, path: ArrayPlace['path']): unknown => {
    if (isTypedArray(part)) {
      places.push({ path, type: typeOf(part), offset, length: part.length });
      arrays.push(part);
      offset = align(offset + part.byteLength);
      return null;
    }
    if (Array.isArray(part)) return part.map((each, i) => strip(each, [...path, i]));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, strip(each, [...path, key])]));
  };

  return { rest: strip(value, []), places, arrays };
}

/**
 * Puts the arrays back as views of `bytes`, without a copy.
 *
 * @param bytes - The arrays, aligned in their buffer.
 * @returns `yieldToEventLoop`, which is changed.
 * @throws {RangeError} When a place is not within `bytes`.
 */
export function unpackArrays(rest: unknown, places: readonly ArrayPlace[], bytes: Uint8Array): unknown {
  const root: Record<string, unknown> = { value: rest };
  for (const { path, type, offset, length } of places) {
    const keys = ['value', ...path];
    const last = keys.pop() ?? '';
    const parent = keys.reduce((at, key) => at[key] as Record<string, unknown>, root);
    if (offset + length * ARRAY_TYPES[type].BYTES_PER_ELEMENT > bytes.length) {
      throw new RangeError('an array ends beyond the bytes that there are');
    }
    parent[last] = new ARRAY_TYPES[type](bytes.buffer as ArrayBuffer, bytes.byteOffset + offset, length);
  }
  return root['value'];
}

/** The bytes of arrays one after the other, each with what aligns the next; some are views of the arrays. */
export function alignArrays(arrays: readonly TypedArray[]): readonly Uint8Array[] {
  return arrays
    .flatMap(({ buffer, byteOffset, byteLength }) => [
      new Uint8Array(buffer, byteOffset, byteLength),
      new Uint8Array(align(byteLength) - byteLength),
    ])
    .filter(({ length }) => length > 0);
}

function isTypedArray(value: unknown): value is TypedArray {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

function typeOf(array: TypedArray): ArrayType {
  return array[Symbol.toStringTag];
}
