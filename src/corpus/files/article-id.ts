import { createHash } from 'node:crypto';

export const MAX_ID_CHARS = 60;
const HASH_CHARS = 8;

/**
 * Returns the id of the article in the file at `path`. A folder or file name of which nothing is left is replaced by 8
 * hex digits of its hash.
 *
 * @param path - Relative to the corpus folder, without its extension.
 */
export function formatArticleId(path: string): string {
  const id = splitPath(path).map(formatSegment).join('/');
  if (id === '') return shortHash(path);
  if (id.length <= MAX_ID_CHARS) return id;
  const head = id.slice(0, MAX_ID_CHARS - HASH_CHARS - 1).replace(/[/-]+$/u, '');
  return `${head}-${shortHash(id)}`;
}

/** Returns the id of the article at `path` in the corpus folder. */
export function idOfFile(path: string): string {
  return formatArticleId(path.replace(/\.[^./]*$/u, ''));
}

/**
 * Returns the prefix of the ids of all articles below the folder at `path`; a long one may also match its neighbours.
 */
export function formatIdPrefix(path: string): string {
  const prefix = `${splitPath(path).map(formatSegment).join('/')}/`;
  const longest = MAX_ID_CHARS - HASH_CHARS - 1;
  return prefix.length < longest ? prefix : prefix.slice(0, longest).replace(/[/-]+$/u, '');
}

function splitPath(path: string): string[] {
  return path.replaceAll('\\', '/').split('/').filter(Boolean);
}

function formatSegment(segment: string): string {
  const ascii = segment
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9_-]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  return ascii === '' ? shortHash(segment.normalize('NFC')) : ascii;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, HASH_CHARS);
}
