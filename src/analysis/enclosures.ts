/** Finds the parts of a text between quotation marks or brackets. */

import type { Span } from '../core/model/article.js';

const MARK = /["“”„«»'‘’()[\]]/gu;
const OPENS = '“„«(["\'‘';
const BEFORE_OPENING = /[\s([{“‘«"'/—–-]/u;
const AFTER_CLOSING = /[\s.,;:!?…)\]}”’»"'/—–-]/u;
const LETTER = /\p{L}/u;
const SPACE = /\s/u;

/** Quotation marks and brackets pair only with those of their own kind. */
type Kind = 'double' | 'single' | 'round' | 'square';

function kindOf(mark: string): Kind {
  if (mark === '(' || mark === ')') return 'round';
  if (mark === '[' || mark === ']') return 'square';
  return /['‘’]/u.test(mark) ? 'single' : 'double';
}

/**
 * Finds quoted and bracketed parts, marks included.
 *
 * @returns In the order of their ends; may be nested. A mark without a partner encloses nothing.
 */
export function findEnclosures(text: string): Span[] {
  const open = new Map<Kind, number>();
  const found: Span[] = [];
  for (const { 0: mark, index: at } of text.matchAll(MARK)) {
    const kind = kindOf(mark);
    const start = open.get(kind);
    const role = tellRole(text, at, kind, start !== undefined);
    if (role === 'opens') open.set(kind, at);
    else if (role === 'closes' && start !== undefined) {
      found.push({ start, end: at + 1 });
      open.delete(kind);
    }
  }
  return found;
}

function tellRole(text: string, at: number, kind: Kind, isOpen: boolean): 'opens' | 'closes' | 'neither' {
  const mark = text.charAt(at);
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  if (kind === 'round' || kind === 'square') return OPENS.includes(mark) ? 'opens' : 'closes';
  const canOpen = (before === '' || BEFORE_OPENING.test(before)) && after !== '' && !SPACE.test(after);
  const canClose = before !== '' && !SPACE.test(before) && (after === '' || AFTER_CLOSING.test(after));
  // An apostrophe is a single mark, too.
  if (kind === 'single') {
    if (canOpen && mark !== '’' && LETTER.test(after)) return 'opens';
    return canClose ? 'closes' : 'neither';
  }
  if (mark === '“' || mark === '„' || mark === '«') return 'opens';
  if (canOpen !== canClose) return canOpen ? 'opens' : 'closes';
  return isOpen || mark !== '"' ? 'closes' : 'opens';
}
