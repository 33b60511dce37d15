import { ComponentType } from 'discord.js';
import { walkComponents } from './components.js';
import type { Json } from './json.js';
import { asRecord, isRecord, withoutNulls } from './json.js';

/** Finds the address of an attachment of the message by file name. */
export type FindUrl = (filename: string) => string | undefined;

/** Returns the components as Discord does: numbered, with defaults filled in and URLs for attachments. */
export function normaliseComponents(components: readonly unknown[], findUrl: FindUrl): Json[] {
  const copies = (withoutNulls(components) as unknown[]).filter(isRecord);
  const all = [...walkComponents(copies)];
  const taken = new Set(all.map(({ id }) => id));
  let next = 1;
  for (const component of all) {
    while (taken.has(next)) next += 1;
    if (!component['id']) component['id'] = next++;
    fillIn(component, findUrl);
  }
  return copies;
}

function fillIn(component: Json, findUrl: FindUrl): void {
  switch (component['type']) {
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      fillDefaults(component, { min_values: 1, max_values: 1 });
      break;
    case ComponentType.Container:
      fillDefaults(component, { accent_color: null, spoiler: false });
      break;
    case ComponentType.Separator:
      fillDefaults(component, { spacing: 1, divider: true });
      break;
    case ComponentType.Thumbnail:
      fillDefaults(component, { description: null, spoiler: false });
      component['media'] = unfurl(component['media'], findUrl);
      break;
    case ComponentType.File:
      fillFile(component, findUrl);
      break;
    case ComponentType.MediaGallery:
      component['items'] = (component['items'] as Json[]).map((item) => {
        return { description: null, spoiler: false, ...item, media: unfurl(item['media'], findUrl) };
      });
      break;
    default:
  }
}

function fillDefaults(component: Json, defaults: Json): void {
  Object.assign(component, { ...defaults, ...component });
}

function fillFile(component: Json, findUrl: FindUrl): void {
  const name = attachmentName(asRecord(component['file'])['url']);
  fillDefaults(component, { name: name ?? null, size: null, spoiler: false });
  component['file'] = unfurl(component['file'], findUrl);
}

function attachmentName(url: unknown): string | undefined {
  const prefix = 'attachment://';
  return typeof url === 'string' && url.startsWith(prefix) ? url.slice(prefix.length) : undefined;
}

function unfurl(media: unknown, findUrl: FindUrl): Json {
  const { url } = asRecord(media);
  const name = attachmentName(url);
  const address = (name === undefined ? undefined : findUrl(name)) ?? String(url);
  return { id: '0', url: address, proxy_url: address, width: null, height: null, content_type: null };
}
