import { describe, expect, it } from 'vitest';
import { alignTokens } from '../../../src/core/quotations/match.js';
import { readTokens } from '../../../src/core/quotations/quotation.js';

/** `a` for what is the same, `a/b` for a replaced by b, `a/` and `/b` for what only one has. */
function align(quoted: string, text: string): string {
  const [own, others] = [readTokens(quoted), readTokens(text)];
  return alignTokens(own, others)
    .map(({ quoted: i, found: j, isSame }) => {
      const [one = '', other = ''] = [own[i ?? -1]?.text, others[j ?? -1]?.text];
      return isSame ? other : `${one}/${other}`;
    })
    .join(' ');
}

describe('alignTokens', () => {
  it.each([
    ['the place where all agree', 'b c d', 'a b c d e', 'b c d'],
    ['the earlier of two places', 'b c', 'a b c x b c', 'b c'],
    ['a replaced word', 'b x d', 'a b c d e', 'b x/c d'],
    ['a replaced first word', 'x c d', 'a b c d e', 'x/b c d'],
    ['a replaced last word', 'b c x', 'a b c d e', 'b c x/d'],
    ['two replaced words at the end', 'a b c x y', 'a b c d e f', 'a b c x/d y/e'],
    ['an added word', 'b x c d', 'a b c d e', 'b x/ c d'],
    ['a word left out', 'b d e', 'a b c d e', 'b /c d e'],
    ['a mark left out', 'b c d', 'a b, c d', 'b /, c d'],
    ['no mark for a word', 'b x', 'a b .', 'b x/'],
    ['another case of the first letter', 'The end', 'and the end', 'the end'],
    ['another case of no other letter', 'the End is', 'and the end is', 'the End/end is'],
    ['nothing of an empty text', 'a b', '', 'a/ b/'],
  ])('finds %s', (_name, quoted, text, pairs) => {
    expect(align(quoted, text)).toBe(pairs);
  });
});
