import type { Pair } from './align-tokens.js';
import type { PlacedToken, TokenizedArticle } from './read-articles.js';
import type { Token } from './read-tokens.js';
import type { Piece } from './sources-found.js';

/** A quotation and the tokens of it that were compared. */
interface Quoted {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** The tokens of an article that it was compared with. */
interface Found {
  readonly source: TokenizedArticle;
  readonly tokens: readonly PlacedToken[];
}

/**
 * Writes a quotation and the corpus as one text of pieces. What the corpus has between two words is its own;
 * where they stand in two passages, it is a line feed.
 */
export function writePieces(quoted: Quoted, found: Found, pairs: readonly Pair[]): Piece[] {
  const writer = new PieceWriter(found);
  for (let i = 0; i < pairs.length;) {
    const end = endOfRun(pairs, i);
    const run = pairs.slice(i, end);
    const isSame = run[0]?.isSame ?? false;
    const foundHere = run.flatMap((pair) => (pair.found === null ? [] : (found.tokens[pair.found] ?? [])));
    const quotedHere = run.flatMap((pair) =>
      pair.quoted === null ? [] : (quoted.tokens[pair.quoted] ?? []),
    );
    if (foundHere.length > 0) writer.writeGap(foundHere);
    if (!isSame && quotedHere.length > 0) {
      writer.write('message', quoted.text.slice(quotedHere[0]?.start, quotedHere.at(-1)?.end));
    }
    if (foundHere.length > 0) writer.writeFound(isSame ? 'same' : 'corpus', foundHere);
    i = end;
  }
  return writer.pieces;
}

/** Pairs that are the same, or that are not, on end. */
function endOfRun(pairs: readonly Pair[], start: number): number {
  const end = pairs.findIndex(({ isSame }, i) => i > start && isSame !== pairs[start]?.isSame);
  return end < 0 ? pairs.length : end;
}

class PieceWriter {
  readonly pieces: Piece[] = [];
  readonly #source: TokenizedArticle;
  #last: PlacedToken | null = null;

  constructor({ source }: Found) {
    this.#source = source;
  }

  write(kind: Piece['kind'], text: string): void {
    if (text !== '') this.pieces.push({ kind, text });
  }

  /** What stands between the corpus text written last and these tokens. */
  writeGap([first]: readonly PlacedToken[]): void {
    if (first && this.#last) this.write('same', this.#between(this.#last, first));
  }

  writeFound(kind: Piece['kind'], tokens: readonly PlacedToken[]): void {
    let text = '';
    let before: PlacedToken | null = null;
    for (const token of tokens) {
      text += before ? this.#between(before, token) : '';
      text += this.#source.passages[token.passage]?.text.slice(token.start, token.end) ?? '';
      before = token;
    }
    this.write(kind, text);
    this.#last = before;
  }

  #between(one: PlacedToken, other: PlacedToken): string {
    if (one.passage !== other.passage) return '\n';
    return this.#source.passages[one.passage]?.text.slice(one.end, other.start) ?? '';
  }
}
