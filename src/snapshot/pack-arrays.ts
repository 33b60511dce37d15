/** Takes typed arrays out of a value and puts them back, so that a snapshot stores them as they are in memory. */

/** The types of arrays that a snapshot stores as they are in memory. */
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

/** The place of a typed array in its value, and the place of its bytes. */
export interface ArrayPlace {
  /** Keys and indices from the root. */
  readonly path: readonly (string | number)[];
  readonly type: ArrayType;
  /** In bytes from the start of the first array, a multiple of {@link ALIGNMENT}. */
  readonly offset: number;
  /** In elements. */
  readonly length: number;
}

/** A value split into its typed arrays and the rest. */
interface Packed {
  /** The value with `null` for each of its typed arrays. */
  readonly rest: unknown;
  /** In the order of {@link arrays}. */
  readonly places: readonly ArrayPlace[];
  readonly arrays: readonly TypedArray[];
}

/** In bytes; the largest that a typed array needs. */
const ALIGNMENT = 8;

/** @param value - Made of plain objects, arrays, typed arrays and JSON values. */
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
 * Puts the arrays back as views of `bytes`, without copying.
 *
 * @param bytes - The arrays, aligned in their buffer.
 * @returns `rest`, modified in place.
 * @throws {RangeError} If a place is not within `bytes`.
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

export function align(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}

/** Returns the bytes of the arrays in order, each padded to align the next; some are views of the arrays. */
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
