import { describe, expect, it } from 'vitest';
import type { CorpusSummary } from '../../../src/core/model/corpus.js';
import type { FaultCode } from '../../../src/core/model/fault.js';
import type { PartialDate } from '../../../src/core/model/partial-date.js';
import { sayProblem } from '../../../src/core/locales/catalogue.js';
import { ENGLISH } from '../../../src/core/locales/english.js';
import { sayFault, sentencesIn, type Sentences } from '../../../src/core/locales/sentences.js';
import { SWAHILI } from '../../../src/core/locales/swahili.js';
import { FAULT_SAMPLES } from './fault-samples.js';
import { PROBLEM_SAMPLES } from './problem-samples.js';

type FactsOf<Sentence> = Sentence extends (...facts: infer Facts) => string ? Facts : never;
type WithFacts = {
  [
    Key in keyof Sentences as Sentences[Key] extends (...facts: never[]) => string ? Key : never
  ]: readonly FactsOf<Sentences[Key]>[];
};

const summary = (articles: number, from: string | null, to: string | null): CorpusSummary => ({
  revision: 'abcdef0',
  articles,
  passages: 9,
  from: from as PartialDate | null,
  to: to as PartialDate | null,
});
const SUMMARIES: [CorpusSummary][] = [
  [summary(1, '2023-08-16', '2023-08-16')],
  [summary(12, '2022-05', '2023-10')],
  [summary(7, null, null)],
];
const REVISIONS: [string, string][] = [['abcdef0', '1234567']];
const COUNTS: [number][] = [[1], [37]];

/** Facts for every sentence that takes some. */
const SAMPLES: WithFacts = {
  date: [['2023-08-16' as PartialDate], ['2023-08' as PartialDate]],
  noHeadline: [['The bridge is']],
  paragraphs: [[{ from: 7, to: 7, of: 18 }], [{ from: 6, to: 8, of: 18 }]],
  caution: [['an old figure']],
  greeting: [['Who built the bridge?'], [null]],
  missing: [
    [[{ word: 'zyx', reason: 'nowhere', instead: null }]],
    [
      [
        { word: 'zyx', reason: 'nowhere', instead: 'wvu' },
        { word: 'rst', reason: 'not in this passage', instead: 'opq' },
      ],
    ],
    [[{ word: 'zyx', reason: 'not in this passage', instead: null }], 37],
  ],
  searchedOnly: [[['Daily Lantern', '2022']]],
  searchedAll: [[['Daily Lantern', '2022']]],
  byAuthor: [['Amina Wekesa']],
  tagged: [['floods']],
  sinceDate: [['2022']],
  untilDate: [['2022']],
  closestHint: [['/closest']],
  respelled: [[[{ word: 'Riala', searched: 'raila' }]], [[{ word: 'Riala', searched: 'raila' }], 37]],
  searchedAlso: [[['waziri mkuu']], [['waziri mkuu'], 37]],
  andMore: COUNTS,
  undatedLeftOut: COUNTS,
  moreRanked: COUNTS,
  askedBy: [['<@12345678901234567>']],
  askedAnew: REVISIONS,
  contextAnew: REVISIONS,
  whyScore: [
    [4, 12.5],
    [4, 12.5, 4],
  ],
  whyTerm: (['question', 'spelling', 'relative', 'acronym', 'glossary'] as const).map((origin) => [
    { kind: 'term', word: 'Athi', text: 'mto', origin, amount: 1 },
  ]),
  whyFeature: [['headline'], ['pairs'], ['sentence'], ['lead'], ['names'], ['answerType'], ['article']],
  whyValue: [[0.6]],
  whySmaller: COUNTS,
  whyShare: [[0.25]],
  whyMoved: [[4]],
  whyAnew: REVISIONS,
  whyWithdrawn: [[4, { on: '2023' as PartialDate, reason: 'It was false.' }]],
  corpusLine: SUMMARIES,
  spanLine: SUMMARIES,
  countArticles: COUNTS,
  countPassages: COUNTS,
  undatedArticles: COUNTS,
  withdrawnArticles: COUNTS,
  loadedAt: [['<t:1>']],
  progress: (['reading', 'analysing', 'learning'] as const).map((stage) => [
    { stage, done: 3_200, total: 12_500 },
  ]),
  pinsKept: COUNTS,
  pinsLost: COUNTS,
  pinsUnmet: COUNTS,
  pin: [['Who?', 'bridge']],
  acceptHint: [['abcdef0']],
  withdrawn: COUNTS,
  restored: COUNTS,
  added: COUNTS,
  changed: COUNTS,
  removed: COUNTS,
  revisions: [...REVISIONS, ['abcdef0', 'abcdef0']],
  rejected: COUNTS,
  problem: [
    [{ file: 'news/a.md', line: 4, code: 'VALUE_NO_DATE', facts: { key: 'published' } }],
    [
      {
        file: 'news/a.md',
        line: null,
        code: 'VALUE_NO_DATE',
        facts: { key: 'published' },
        hasFallback: true,
      },
    ],
  ],
  restInFile: COUNTS,
  settingLanguage: [['Klingon']],
  settingPrivate: [[true], [false]],
  settingVotes: [[true], [false]],
  settingMentions: [[true], [false]],
  settingResults: [[4]],
  settingMemberLimit: COUNTS,
  settingServerLimit: COUNTS,
  pasteField: [[2]],
  sameText: [[87]],
  quoting: COUNTS,
  redacting: COUNTS,
  redactedQuote: [['22 Nov 2026', 'it was false']],
  redacted: COUNTS,
  redactedBefore: COUNTS,
  redactGone: COUNTS,
  redactFailed: COUNTS,
  pinsHeading: COUNTS,
  gapsHeading: [[30]],
  gapCounts: [[12, 7, 5]],
  votesHeading: [[12, 7]],
  voteCounts: [[12, 7]],
  passageGone: [[4]],
  voteReason: [['off-topic'], ['wrong-paragraph'], ['outdated'], ['other']],
  keepsAnswers: COUNTS,
  keepsVotes: COUNTS,
  keepsGaps: COUNTS,
  forgotten: [[37, 4]],
  alsoQuotedIn: COUNTS,
  sourcesSharedBy: [['<@12345678901234567>']],
  sourcesSharedFor: [['<@12345678901234567>', '[x](<https://a.example>)']],
  context: [[4]],
  fold: [[4]],
  widen: [[4]],
};

/** What reads the same in both languages, and rightly so. */
const SAME = ['25 %', '“Athi”'];

/** What must be read of a sentence that shows its facts in another form, or not all of them. */
const SHOWN: Partial<Record<keyof WithFacts, readonly string[]>> = {
  date: ['2023'],
  greeting: [],
  missing: ['zyx'],
  whyScore: ['[4]', '12.50'],
  whyTerm: ['Athi'],
  whyFeature: [],
  whyValue: ['0.60'],
  whyShare: ['25 %'],
  corpusLine: ['abcdef0'],
  spanLine: [],
  voteReason: [],
  problem: ['news/a.md', '`published`'],
  progress: ['12,500'],
};

/** The one of a sentence that says it in a word. */
const ONE = /\b(?:One|moja|kimoja)\b/u;

/** Faults whose facts are codes with sentences of their own. */
const TOLD_IN_WORDS: readonly FaultCode[] = ['FETCH_REFUSED', 'STATE_UNAVAILABLE'];

/** What a sentence is told, piece by piece. */
function listFacts(facts: unknown): string[] {
  if (typeof facts === 'boolean') return [];
  if (typeof facts === 'number' || typeof facts === 'string') return [String(facts)];
  return Object.values(facts ?? {}).flatMap(listFacts);
}

function say(catalogue: Sentences, key: keyof WithFacts, facts: readonly unknown[]): string {
  return (catalogue[key] as (...facts: readonly unknown[]) => string)(...facts);
}

const CATALOGUES = [
  ['English', ENGLISH],
  ['Swahili', SWAHILI],
] as const;

const CALLS = (Object.keys(SAMPLES) as (keyof WithFacts)[]).flatMap((key) =>
  (SAMPLES[key] as readonly (readonly unknown[])[]).map((facts) => [key, facts] as const),
);

describe.each(CATALOGUES)('the sentences in %s', (_name, catalogue) => {
  it.each(CALLS)('say all they are told: %s %j', (key, facts) => {
    const text = say(catalogue, key, facts);
    expect(text).toMatch(/\S/u);
    expect(text).not.toMatch(/undefined|null|NaN|\[object/u);
    const said = (fact: string): boolean => text.includes(fact) || (fact === '1' && ONE.test(text));
    expect((SHOWN[key] ?? listFacts(facts)).filter((fact) => !said(fact))).toEqual([]);
  });

  it.each(FAULT_SAMPLES)('tell of the fault %s with %j', (code, fault) => {
    const text = sayFault(catalogue, fault);
    expect(text).toMatch(/^["\p{Lu}].*[.?…]$/u);
    const told = TOLD_IN_WORDS.includes(code) ? [] : listFacts(fault.facts);
    for (const fact of told) expect(text).toContain(fact);
  });

  it.each(PROBLEM_SAMPLES)('tell of the problem %s with %j', (_code, problem) => {
    const text = sayProblem(catalogue.problems, problem);
    expect(text).toMatch(/^["`\p{Lu}].*\.$/u);
    for (const fact of listFacts(problem.facts)) expect(text).toContain(fact);
  });

  it('tell where a problem is, and what of it stays', () => {
    const at = { file: 'a.md', code: 'NO_PARAGRAPH', facts: {} } as const;
    const whole = `a.md: ${catalogue.problems.NO_PARAGRAPH({})}`;
    expect(catalogue.problem({ ...at, line: null })).toBe(whole);
    expect(catalogue.problem({ ...at, line: 3 })).toMatch(/^a\.md, \p{Ll}+ 3: /u);
    const kept = catalogue.problem({ ...at, line: null, hasFallback: true });
    expect(kept.startsWith(whole)).toBe(true);
    expect(kept.slice(whole.length)).toMatch(/^ \p{Lu}.*\.$/u);
    const empty = catalogue.faults.CORPUS_EMPTY({ dir: 'news', tried: 1 }, [{ ...at, line: null }]);
    expect(empty).toContain(` ${whole} `);
  });
});

describe('the catalogues', () => {
  it('have the same sentences', () => {
    const keysOf = (catalogue: Sentences): string[] => [
      ...Object.keys(catalogue),
      ...Object.keys(catalogue.faults),
      ...Object.keys(catalogue.problems),
    ];
    expect(keysOf(SWAHILI).sort()).toEqual(keysOf(ENGLISH).sort());
    const plain = Object.values(ENGLISH).filter((sentence) => typeof sentence === 'string');
    expect(plain.every((sentence) => sentence.trim() !== '')).toBe(true);
  });

  it('say nothing alike, but for what reads the same in both languages', () => {
    const plain = Object.entries(ENGLISH).flatMap(([key, text]) =>
      text === SWAHILI[key as keyof Sentences] ? [text] : [],
    );
    const calls = CALLS.map(([key, facts]) => [say(ENGLISH, key, facts), say(SWAHILI, key, facts)]);
    const faults = FAULT_SAMPLES.map(([, fault]) => [sayFault(ENGLISH, fault), sayFault(SWAHILI, fault)]);
    const problems = PROBLEM_SAMPLES.map(([, problem]) => [
      sayProblem(ENGLISH.problems, problem),
      sayProblem(SWAHILI.problems, problem),
    ]);
    const alike = [...calls, ...faults, ...problems].filter(([english, swahili]) => english === swahili);
    expect([...plain, ...alike.map(([english]) => english)].sort()).toEqual([...SAME].sort());
  });

  it.each([
    ['en', 'Why'],
    ['sw', 'Kwa nini'],
  ] as const)('are found by language: %s', (language, why) => {
    expect(sentencesIn(language).why).toBe(why);
  });

  it.each([
    ['2023', '2023', '2023'],
    ['2023-03', 'Mar 2023', 'Mac 2023'],
    ['2023-08-06', '6 Aug 2023', '6 Ago 2023'],
  ])('name the months of %s', (date, english, swahili) => {
    expect([ENGLISH.date(date as PartialDate), SWAHILI.date(date as PartialDate)]).toEqual([
      english,
      swahili,
    ]);
  });

  it.each([
    [ENGLISH.countPassages, '1 passage', '2 passages'],
    [SWAHILI.countPassages, 'kifungu 1', 'vifungu 2'],
    [ENGLISH.rejected, '1 problem', '2 problems'],
    [SWAHILI.rejected, 'tatizo 1', 'matatizo 2'],
    [
      (count: number) => ENGLISH.gapCounts(3, 2, count - 1),
      'asked 3 times by 2 members',
      'asked 3 times by 2 members, voted down once',
    ],
    [
      (count: number) => SWAHILI.gapCounts(3, 2, count - 1),
      'limeulizwa mara 3 na wanachama 2',
      'limeulizwa mara 3 na wanachama 2, limepigiwa kura ya kukataa mara 1',
    ],
    [SWAHILI.added, 'Iliyoongezwa: 1', 'Zilizoongezwa: 2'],
    [SWAHILI.undatedLeftOut, 'Makala moja isiyo na tarehe imeachwa.', 'Makala 2 zisizo na tarehe zimeachwa.'],
  ])('agree in number: %s', (count, one, two) => {
    expect([count(1), count(2)]).toEqual([one, two]);
  });
});
