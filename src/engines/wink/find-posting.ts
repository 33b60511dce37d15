/** The first place from `from` to `end` whose passage is not before `passage`; by binary search. */
export function findPosting(passages: Uint32Array, from: number, end: number, passage: number): number {
  let low = from;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((passages[middle] ?? 0) < passage) low = middle + 1;
    else high = middle;
  }
  return low;
}
