import { describe, expect, it } from 'vitest';
import { Fault } from '../../../src/core/model/fault.js';
import type { FetchRefusal } from '../../../src/core/model/fetch-page.js';
import type { FaultSentences } from '../../../src/core/locales/catalogue.js';

const REVISION = { revision: '0a1b2c3' };

describe('a fault', () => {
  it('keeps what it is told, and is an error', () => {
    const cause = new Error('no disk');
    const problems = [{ file: 'a.md', line: null, code: 'FILE_EMPTY', facts: {} }] as const;
    const fault = new Fault('REVISION_UNKNOWN', 'not kept', { facts: REVISION, cause, problems });
    expect(fault).toBeInstanceOf(Error);
    expect(fault).toBeInstanceOf(Fault);
    const { code, message, facts } = fault;
    expect({ code, message, facts }).toEqual({
      code: 'REVISION_UNKNOWN',
      message: 'not kept',
      facts: REVISION,
    });
    expect(fault.cause).toBe(cause);
    expect(fault.problems).toBe(problems);
    // The log tells errors apart by both.
    expect([fault.name, fault.constructor.name]).toEqual(['Fault', 'Fault']);
  });

  it('has neither facts nor problems by default', () => {
    const { facts, problems, cause } = new Fault('BUILD_FAILED', 'x');
    expect({ facts, problems, cause }).toEqual({ facts: {}, problems: [] });
  });

  it('is narrowed by its code', () => {
    const caught: unknown = new Fault('FETCH_REFUSED', 'x', { facts: { why: 'too-slow' } });
    const why = caught instanceof Fault && caught.code === 'FETCH_REFUSED' ? caught.facts.why : null;
    expect(why satisfies FetchRefusal | null).toBe('too-slow');
    // @ts-expect-error: the code is not known here.
    expect(caught instanceof Fault ? caught.facts.why : null).toBe('too-slow');
  });

  it('takes its own facts alone', () => {
    const wrong = [
      // @ts-expect-error: no options.
      new Fault('REVISION_UNKNOWN', 'x'),
      // @ts-expect-error: no facts.
      new Fault('REVISION_UNKNOWN', 'x', {}),
      // @ts-expect-error: a forgotten fact.
      new Fault('RESULTS_INVALID', 'x', { facts: { results: 'many' } }),
      // @ts-expect-error: a misspelt fact.
      new Fault('REVISION_UNKNOWN', 'x', { facts: { revison: '0a1b2c3' } }),
      // @ts-expect-error: a superfluous fact.
      new Fault('REVISION_UNKNOWN', 'x', { facts: { ...REVISION, why: 'gone' } }),
      // @ts-expect-error: a fact of another type.
      new Fault('FETCH_REFUSED', 'x', { facts: { why: 'too-lazy' } }),
      // @ts-expect-error: facts where there are none.
      new Fault('BUILD_FAILED', 'x', { facts: { detail: 'x' } }),
    ];
    expect(wrong).toHaveLength(7);
  });

  it('has a sentence that mentions its own facts alone', () => {
    const sentences: Partial<FaultSentences> = {
      // @ts-expect-error: a misspelt fact.
      REVISION_UNKNOWN: ({ revison }) => String(revison),
      // @ts-expect-error: a fact where there are none.
      BUILD_FAILED: ({ detail }) => String(detail),
    };
    // @ts-expect-error: a sentence is forgotten.
    const all: FaultSentences = { BUILD_FAILED: () => '' };
    expect([sentences, all].map((each) => Object.keys(each).length)).toEqual([2, 1]);
  });
});
