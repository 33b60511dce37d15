import type { Desk } from '../core/desk.js';
import type { DeskParts } from './create-desk.js';

/** Loads the desk when it is first asked for: reading pages and PDFs takes longer to load than all the rest. */
export function openDeskLater(parts: DeskParts): Desk {
  let opening: Promise<Desk> | null = null;
  const open = (): Promise<Desk> =>
    (opening ??= import('./create-desk.js').then(({ createDesk }) => createDesk(parts)));
  return {
    draft: async (...args) => (await open()).draft(...args),
    preview: async (...args) => (await open()).preview(...args),
    frontMatter: async (...args) => (await open()).frontMatter(...args),
    editFrontMatter: async (...args) => (await open()).editFrontMatter(...args),
    withdraw: async (...args) => (await open()).withdraw(...args),
    restore: async (...args) => (await open()).restore(...args),
    listKept: async () => (await open()).listKept(),
    rollBack: async (...args) => (await open()).rollBack(...args),
  };
}
