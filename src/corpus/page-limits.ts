import { complain, type Complaint } from '../core/complaint.js';

const TAGS = /<(?:!--|(\/?)([a-z][a-z0-9]*))/giu;
/** Elements that need no end tag; the others nest until theirs. */
const FLAT =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|option)$/iu;
/** Elements that hold text only, whatever it looks like. */
const RAW = /^(?:script|style)$/iu;
/** Parsing takes the square of the depth, and reading a page goes down into it. */
const MAX_DEPTH = 1000;
/** Each may become a node. */
const MAX_MARKS = 300_000;

/** Why taking a page apart would take too long; `null` when it would not. */
export function describePageExcess(source: string): Complaint | null {
  const marks = source.match(/[<&]/gu)?.length ?? 0;
  if (marks > MAX_MARKS) return complain('PAGE_TOO_MANY_TAGS');
  return measureDepth(source) > MAX_DEPTH ? complain('PAGE_TOO_DEEP') : null;
}

/** How deep elements stand in each other, about. */
function measureDepth(source: string): number {
  const tags = new RegExp(TAGS);
  let depth = 0;
  let deepest = 0;
  for (let tag = tags.exec(source); tag; tag = tags.exec(source)) {
    const [, slash = '', name] = tag;
    const end = slash === '' ? findRawEnd(source, tag.index, name) : null;
    if (end !== null) tags.lastIndex = end;
    else if (name !== undefined && !FLAT.test(name))
      depth = slash === '/' ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** Where a comment or an element without markup in it ends; `null` for other tags. */
function findRawEnd(source: string, start: number, name: string | undefined): number | null {
  if (name !== undefined && !RAW.test(name)) return null;
  const close = name === undefined ? /-->/gu : new RegExp(`</${name}`, 'giu');
  close.lastIndex = start;
  return close.exec(source) ? close.lastIndex : source.length;
}
