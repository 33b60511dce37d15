/**
 * Spares finding the same again.
 *
 * @param limit - How many results are held at most; with one more it begins anew.
 * @param find - Gives the same for the same key, whenever it is asked.
 */
export function remember<K, V>(limit: number, find: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const held = known.get(key);
    if (held !== undefined) return held;
    const found = find(key);
    if (known.size >= limit) known.clear();
    known.set(key, found);
    return found;
  };
}
