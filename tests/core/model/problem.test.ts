import { describe, expect, it } from 'vitest';
import { diagnose, type Problem } from '../../../src/core/model/problem.js';
import type { ProblemSentences } from '../../../src/core/locales/catalogue.js';

describe('a problem', () => {
  it('has a code and the facts of that', () => {
    expect(diagnose('FILE_EMPTY')).toEqual({ code: 'FILE_EMPTY', facts: {} });
    const facts = { key: 'title', most: 300 };
    expect(diagnose('VALUE_TOO_LONG', facts)).toEqual({ code: 'VALUE_TOO_LONG', facts });
  });

  it('takes its own facts alone', () => {
    const wrong: Problem[] = [
      // @ts-expect-error: no facts.
      diagnose('VALUE_MISSING'),
      // @ts-expect-error: a forgotten fact.
      diagnose('VALUE_TOO_LONG', { key: 'title' }),
      // @ts-expect-error: a misspelt fact.
      diagnose('VALUE_MISSING', { kye: 'title' }),
      // @ts-expect-error: a superfluous fact.
      diagnose('VALUE_MISSING', { key: 'title', line: 4 }),
      // @ts-expect-error: facts where there are none.
      diagnose('FILE_EMPTY', { cause: 'EACCES' }),
      // @ts-expect-error: the facts of another code.
      { code: 'VALUE_MISSING', facts: { cause: 'EACCES' } },
      // @ts-expect-error: a fact where there is none.
      { code: 'FILE_EMPTY', facts: { cause: 'EACCES' } },
    ];
    expect(wrong).toHaveLength(7);
  });

  it('has a sentence that mentions its own facts alone', () => {
    const sentences: Partial<ProblemSentences> = {
      // @ts-expect-error: a misspelt fact.
      VALUE_MISSING: ({ kye }) => String(kye),
      // @ts-expect-error: a fact where there are none.
      FILE_EMPTY: ({ cause }) => String(cause),
    };
    // @ts-expect-error: a sentence is forgotten.
    const all: ProblemSentences = { FILE_EMPTY: () => '' };
    expect([sentences, all].map((each) => Object.keys(each).length)).toEqual([2, 1]);
  });
});
