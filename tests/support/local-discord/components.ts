import type { Json } from './json.js';
import { isRecord } from './json.js';

/** Yields every component in reading order, each before its children. */
export function* walkComponents(components: readonly unknown[]): Generator<Json> {
  for (const component of components.filter(isRecord)) {
    yield component;
    if (Array.isArray(component['components'])) yield* walkComponents(component['components']);
    for (const key of ['accessory', 'component']) {
      if (isRecord(component[key])) yield* walkComponents([component[key]]);
    }
  }
}

/** Returns the URLs of all media in a component: pictures, gallery items, files. */
export function findMediaUrls(component: Json): string[] {
  const items = Array.isArray(component['items']) ? component['items'].filter(isRecord) : [];
  const media = [component['media'], component['file'], ...items.map((item) => item['media'])];
  return media.filter(isRecord).flatMap(({ url }) => (typeof url === 'string' ? [url] : []));
}
