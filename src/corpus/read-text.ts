import { buildPageArticle } from './build-page-article.js';
import { cleanLine } from './clean-text.js';
import { cleanPage } from './clean-page.js';
import { splitIntoPieces } from './page-pieces.js';
import type { Piece } from './page-pieces.js';
import { isSectionName } from './furniture.js';
import { readPageHead } from './read-page-head.js';
import type { PageHead } from './read-page-head.js';
import { NOTHING_KNOWN } from './reading.js';
import type { ReadContext, Reading } from './reading.js';
import { countWords, endsInFullStop } from './sentence-end.js';

const MAX_HEADLINE_CHARS = 150;
const MAX_HEADLINE_WORDS = 25;
/** A first line longer than any headline may be a whole page. */
const MIN_PAGE_CHARS = 300;

/** Reads plain text as it comes off the web. */
export function readText(source: string, context: ReadContext): Reading {
  const printed = splitIntoPieces(source);
  const { head, rest } = takePageHead(printed);
  const page = cleanPage(rest);
  const pieces = head ? page.pieces : dropSectionNames(page.pieces);
  const title = head ? head.title : findHeadline(pieces);
  const facts = {
    ...NOTHING_KNOWN,
    title,
    outlet: page.outlet,
    author: head?.author ?? page.author,
    published: head?.published ?? page.published,
  };
  return buildPageArticle(facts, pieces, context);
}

function takePageHead(printed: readonly Piece[]): { head: PageHead | null; rest: readonly Piece[] } {
  const [first, ...others] = printed;
  const head = first && first.text.length >= MIN_PAGE_CHARS ? readPageHead(first.text) : null;
  if (!first || !head) return { head, rest: printed };
  const above = { ...first, text: head.untold, kind: 'heading' as const };
  const text = { ...first, text: cleanLine(first.text.slice(head.textStart)) };
  return { head, rest: [above, text, ...others].filter((piece) => piece.text !== '') };
}

/** A headline often has the name of its section above it. */
function dropSectionNames(pieces: readonly Piece[]): readonly Piece[] {
  const start = pieces.findIndex(({ text }) => !isSectionName(text));
  return start < 0 ? pieces : pieces.slice(start);
}

function findHeadline([first, ...rest]: readonly Piece[]): string | null {
  if (!first?.isOneLine || first.kind !== 'paragraph' || rest.length === 0) return null;
  const { text } = first;
  const isShort = text.length <= MAX_HEADLINE_CHARS && countWords(text) <= MAX_HEADLINE_WORDS;
  return isShort && !endsInFullStop(text) && !/[:;,]["'”’]?$/u.test(text) ? text : null;
}
