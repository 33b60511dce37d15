import type { TokenizedArticle } from './read-articles.js';
import { sliceTokens } from './read-articles.js';
import type { Quotation } from './read-quotation.js';
import { differInFirstCase, type Token } from './read-tokens.js';
import type { QuotationSource } from './sources-found.js';

/**
 * Finds a quotation in an article: its parts in their order, the first place of each. The case of the first
 * letter of a part does not count.
 */
export function matchWordForWord({ parts }: Quotation, source: TokenizedArticle): QuotationSource | null {
  const found = [];
  let from = 0;
  for (const part of parts) {
    const at = findRun(source.tokens, part, from);
    if (at < 0) return null;
    from = at + part.length;
    found.push(sliceTokens(source, at, from));
  }
  return { article: source.article, parts: found };
}

function findRun(tokens: readonly Token[], run: readonly Token[], from: number): number {
  for (let at = from; at <= tokens.length - run.length; at += 1) {
    if (standsAt(tokens, run, at)) return at;
  }
  return -1;
}

function standsAt(tokens: readonly Token[], run: readonly Token[], at: number): boolean {
  for (let i = 0; i < run.length; i += 1) {
    const [quoted, found] = [run[i]?.text ?? '', tokens[at + i]?.text ?? ''];
    if (quoted !== found && !(i === 0 && differInFirstCase(quoted, found))) return false;
  }
  return true;
}
