import { describe, expect, it } from 'vitest';
import { groupGaps } from '../../../src/core/changes/gaps.js';
import type { Gap } from '../../../src/core/model/state.js';
import { shareAnalyzer } from '../../support/fake-corpus.js';

type Line = readonly [member: string, question: string, cause?: Gap['cause']];

const group = (...lines: readonly Line[]) =>
  groupGaps(
    lines.map(([memberId, question, cause = 'refused'], at) => ({ memberId, question, cause, at })),
    shareAnalyzer(),
  );

describe('groupGaps', () => {
  it('puts questions alike together, in the wording that most chose', () => {
    const groups = group(
      ['a', 'Who owns the Kibwezi quarry?'],
      ['b', 'who is the owner of the kibwezi quarry'],
      ['c', 'Who owns the Kibwezi quarry?'],
    );
    expect(groups).toEqual([
      { question: 'Who owns the Kibwezi quarry?', asked: 3, members: 3, votedDown: 0, lastAt: 2 },
    ]);
  });

  it.each([
    [
      'one member',
      1,
      [
        ['a', 'Who owns the quarry?'],
        ['a', 'Who owns the quarry?'],
      ],
      0,
    ],
    [
      'two members',
      2,
      [
        ['a', 'Who owns the quarry?'],
        ['b', 'Who owns the quarry?'],
      ],
      1,
    ],
  ] as const)('shows what %s asked: %i', (_name, _members, lines, shown) => {
    expect(group(...lines)).toHaveLength(shown);
  });

  it('keeps apart questions that share few terms', () => {
    const groups = group(
      ['a', 'When does the bridge open?'],
      ['b', 'When does the bridge open?'],
      ['a', 'Who sank the ferry?'],
      ['b', 'Who sank the ferry?'],
    );
    expect(groups.map(({ question }) => question)).toEqual([
      'Who sank the ferry?',
      'When does the bridge open?',
    ]);
  });

  it('puts the most asked first and counts votes down', () => {
    const groups = group(
      ['a', 'When does the bridge open?'],
      ['b', 'When does the bridge open?'],
      ['c', 'When does the bridge open?', 'voted-down'],
      ['a', 'Who sank the ferry?'],
      ['b', 'Who sank the ferry?'],
    );
    expect(groups.map(({ asked, votedDown }) => [asked, votedDown])).toEqual([
      [3, 1],
      [2, 0],
    ]);
  });

  it('holds questions of stop words apart unless they are the same', () => {
    expect(group(['a', 'who is it'], ['b', 'what was that'])).toEqual([]);
    expect(group(['a', 'who is it'], ['b', 'Who is it'])).toHaveLength(1);
  });
});
