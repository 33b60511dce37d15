/** Works on some items ahead of the one that is taken; results come in the order of the items. */
export async function* mapAhead<T, U>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<U>,
): AsyncGenerator<U, void, undefined> {
  const started: Promise<PromiseSettledResult<U>>[] = [];
  const start = (item: T): void => {
    started.push(Promise.allSettled([work(item)]).then(([result]) => result));
  };
  items.slice(0, atOnce).forEach(start);
  for (let i = 0; i < items.length; i += 1) {
    const result = await started[i];
    const next = items[i + atOnce];
    if (next !== undefined) start(next);
    if (result?.status === 'rejected') throw result.reason;
    if (result) yield result.value;
  }
}
