import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupStories, type GroupOptions, type Story } from '../../../src/core/likeness/group-stories.js';
import { parseHandle } from '../../../src/core/model/article.js';
import type { Corpus } from '../../../src/core/model/corpus.js';
import type { Hit } from '../../../src/core/model/search-index.js';
import { loadArticles, makeArticle } from '../../support/fake-corpus.js';

const ALL: GroupOptions = { limit: 50, perArticle: Infinity };

/** One article a passage: `a`, `b` and so on, ranked in this order. */
function groupPassages(...passages: readonly string[]): string[] {
  const ids = passages.map((_, i) => String.fromCharCode('a'.charCodeAt(0) + i));
  const { corpus } = loadArticles(...passages.map((text, i) => makeArticle(ids[i] ?? '', [text])));
  const hits = rank(
    corpus,
    ids.map((id) => `${id}#1`),
  );
  return groupStories(corpus, hits, ALL).map((story) => show(corpus, story).replaceAll('#1', ''));
}

/** The article, and the number of the first passage, of what no corpus here holds. */
const GONE = 1_000;

function rank(corpus: Corpus, handles: readonly string[]): Hit[] {
  return handles.map((handle, i) => {
    const { articleId = '', paragraph = 0 } = parseHandle(handle) ?? {};
    const article = corpus.articleNumber(articleId);
    const score = handles.length - i;
    return article < 0
      ? { passage: GONE + paragraph, article: GONE, score }
      : { passage: corpus.passageNumber(handle), article, score };
  });
}

/** `quoted = also in ≠ other figures`. */
function show(corpus: Corpus, { hit, alsoIn, otherFigures }: Story): string {
  const name = (passage: number): string => corpus.passageAt(passage)?.handle ?? `gone#${passage - GONE}`;
  const also = alsoIn.length > 0 ? ['=', ...alsoIn.map(name)] : [];
  const other = otherFigures.length > 0 ? ['≠', ...otherFigures.map(name)] : [];
  return [name(hit.passage), ...also, ...other].join(' ');
}

const TOGETHER = ['a = b'];
const OTHER_FIGURES = ['a ≠ b', 'b ≠ a'];
const APART = ['a', 'b'];

const TURNOUT =
  'Voter turnout in Kisumu County stood at 71.4 per cent, the electoral commission said, with 1,000 polling stations opening on time.';
const WALKOUT =
  'Opposition senators walked out of the chamber after the Speaker declined to suspend debate on the finance bill. They accused the majority side of rushing the proposed fuel levy through committee.';
const LEVY = 'The levy would raise Sh2.5 billion a year for rural roads, according to the Treasury.';
const SUIT =
  'Senator Wekesa sued Governor Naisula over the stalled stadium, telling reporters outside the county court that millions meant for young footballers went missing between two budgets.';
const RECESS = `${WALKOUT} The chamber goes on recess on August 9 until further notice.`;
const TALLY = `${WALKOUT} The clerk counted 12 votes. The clerk counted 15 votes.`;
const MBUNGE =
  'Wabunge watano wa kaunti ya Kakamega walijiunga na chama tawala baada ya mkutano wa faragha uliofanyika ikulu. Walisema wananchi wanahitaji maendeleo ya barabara na hospitali badala ya siasa.';

describe('groupStories on two passages', () => {
  it.each([
    ['the same text', WALKOUT, WALKOUT, TOGETHER],
    [
      'a light rewrite',
      WALKOUT,
      'Opposition senators stormed out of the chamber after the Speaker declined to suspend debate on the finance bill. They accused the majority side of rushing the proposed fuel levy through the committee stage.',
      TOGETHER,
    ],
    ['one sentence more', WALKOUT, `${WALKOUT} Debate resumes on Tuesday afternoon.`, TOGETHER],
    ['one sentence less', `${WALKOUT} Debate resumes on Tuesday afternoon.`, WALKOUT, TOGETHER],
    ['more figures in one sentence more', WALKOUT, `${WALKOUT} ${LEVY}`, TOGETHER],
    ['sentences in another order', `${WALKOUT} ${LEVY}`, `${LEVY} ${WALKOUT}`, TOGETHER],
    [
      'a passage that begins a sentence later',
      `Tempers rose early. ${WALKOUT} ${LEVY}`,
      `${WALKOUT} ${LEVY} Debate resumes on Tuesday afternoon.`,
      TOGETHER,
    ],
    [
      'figures written otherwise',
      TURNOUT,
      TURNOUT.replace('71.4 per cent', '71.40%').replace('1,000', '1000'),
      TOGETHER,
    ],
    [
      'an amount written otherwise',
      `${WALKOUT} ${LEVY}`,
      `${WALKOUT} ${LEVY.replace('2.5 billion', '2.50bn')}`,
      TOGETHER,
    ],
    ['days written otherwise', RECESS, RECESS.replace('August 9', 'August 9th'), TOGETHER],
    ['figures that one sentence repeats', TALLY, `${TALLY} Debate resumes on Tuesday afternoon.`, TOGETHER],
    ['a figure alone in a sentence', `${WALKOUT} 2022.`, `${WALKOUT} 2022.`, TOGETHER],
    [
      'a passage that repeats itself',
      `${WALKOUT} ${WALKOUT} ${WALKOUT}`,
      `${WALKOUT} Debate resumes on Tuesday afternoon in a chamber that reporters expect to be half empty again.`,
      TOGETHER,
    ],
    ['Swahili', MBUNGE, `${MBUNGE} Mkutano huo ulidumu kwa saa mbili.`, TOGETHER],
    [
      'short boilerplate',
      'Watch the latest videos from the newsroom.',
      'Watch the latest videos from the newsroom',
      TOGETHER,
    ],

    [
      'the opposite verdict',
      `${WALKOUT} The Supreme Court upheld the tax.`,
      `${WALKOUT} The Supreme Court nullified the tax.`,
      APART,
    ],

    ['another percentage', TURNOUT, TURNOUT.replace('71.4', '68.9'), OTHER_FIGURES],
    ['a share, not a number', TURNOUT, TURNOUT.replace('71.4 per cent', '71.4'), OTHER_FIGURES],
    [
      'a figure that only one gives',
      TURNOUT,
      TURNOUT.replace(' stood at 71.4 per cent', ' was high'),
      OTHER_FIGURES,
    ],
    [
      'another scale',
      `${WALKOUT} ${LEVY}`,
      `${WALKOUT} ${LEVY.replace('billion', 'million')}`,
      OTHER_FIGURES,
    ],
    [
      'figures that changed places',
      TURNOUT,
      TURNOUT.replace('71.4', '1,000').replace('1,000 polling', '71.4 polling'),
      OTHER_FIGURES,
    ],
    [
      'every figure, few words',
      'Ruto got 7,176,141 votes, or 50.49 per cent, against 6,942,930 votes, or 48.85 per cent, for Raila Odinga.',
      'Ruto got 7.1 million votes, or 50.5 per cent, against 6.9 million votes, or 48.8 per cent, for Raila Odinga.',
      OTHER_FIGURES,
    ],
    [
      'a short passage',
      'Turnout in Kisumu was 71 per cent.',
      'Turnout in Kisumu was 69 per cent.',
      OTHER_FIGURES,
    ],
    [
      'another day',
      WALKOUT.replace('out of', 'out on Monday of'),
      WALKOUT.replace('out of', 'out on Thursday of'),
      OTHER_FIGURES,
    ],
    ['another number word in Swahili', MBUNGE, MBUNGE.replace('watano', 'saba'), OTHER_FIGURES],

    ['another county', TURNOUT, TURNOUT.replace('Kisumu', 'Kiambu'), APART],
    ['another county and figure', TURNOUT, TURNOUT.replace('Kisumu', 'Kiambu').replace('71.4', '66'), APART],
    ['names that changed places', SUIT, SUIT.replace(/(Wekesa)(.*)(Naisula)/u, '$3$2$1'), APART],
    [
      'a name that stands elsewhere, too',
      `${SUIT} Wekesa`,
      `${SUIT.replace('Wekesa', 'Barasa')} Wekesa`,
      APART,
    ],
    ['the contrary', WALKOUT, WALKOUT.replace('declined', 'did not decline'), APART],
    ['the contrary in Swahili', MBUNGE, MBUNGE.replace('walijiunga', 'hawakujiunga'), APART],
    [
      'the same words in another order',
      WALKOUT,
      'Majority senators accused the Speaker of rushing the finance bill. The opposition side walked after debate on the proposed levy, and the committee declined to suspend the fuel chamber.',
      APART,
    ],
    [
      'short and nearly the same',
      'Watch the latest videos from the newsroom.',
      'Watch the latest videos from the studio.',
      APART,
    ],
    [
      'figures in a sentence of each',
      `${WALKOUT} ${LEVY}`,
      `${WALKOUT} At least 40 police officers stood guard outside parliament.`,
      APART,
    ],
    [
      'a short passage in a long one',
      'Turnout in Kisumu was 71 per cent.',
      `Turnout in Kisumu was 69 per cent. ${WALKOUT}`,
      APART,
    ],
    [
      'sentences that begin alike',
      `${WALKOUT} ${LEVY}`,
      `${WALKOUT} The levy would cost 40 families who depend on farming more than they earn, analysts warned.`,
      APART,
    ],
    [
      'a sentence of a far longer passage',
      LEVY.replace('Sh2.5 billion', 'money'),
      `${LEVY.replace('Sh2.5 billion', 'money')} ${WALKOUT} ${MBUNGE}`,
      APART,
    ],
    ['nothing shared', TURNOUT, WALKOUT, APART],
  ])('%s', (_name, first, second, stories) => {
    expect(groupPassages(first, second)).toEqual(stories);
  });
});

describe('groupStories on many passages', () => {
  const BUDGET =
    'Members of the county assembly in Nakuru rejected the supplementary budget after a long sitting.';

  it('compares with the quoted passage only', () => {
    const secondHalf = WALKOUT.slice(WALKOUT.indexOf('They accused'));
    const [first, second, third] = [WALKOUT, `${WALKOUT} ${BUDGET}`, `${secondHalf} ${BUDGET}`] as const;
    expect(groupPassages(second, third)).toEqual(TOGETHER);
    expect(groupPassages(first, second, third)).toEqual(['a = b', 'c']);
  });

  it.each([
    ['the others keep their order', ['71.4', '71.4', '71.4'], ['a = b c']],
    ['what differs comes right after', ['71.4', null, '68.9'], ['a ≠ c', 'c ≠ a', 'b']],
    ['each figure once', ['71.4', '68.9', '70', '68.9'], ['a ≠ b c', 'b = d ≠ a c', 'c ≠ a b']],
    ['both agree and differ', ['71.4', '68.9', null, '71.4'], ['a = d ≠ b', 'b ≠ a', 'c']],
  ])('%s', (_name, figures, stories) => {
    const passages = figures.map((figure) => (figure === null ? BUDGET : TURNOUT.replace('71.4', figure)));
    expect(groupPassages(...passages)).toEqual(stories);
  });

  const { corpus } = loadArticles(
    makeArticle('lamp', [TURNOUT, WALKOUT, MBUNGE, TURNOUT.replace('71.4', '70.2')]),
    makeArticle('post', [TURNOUT.replace('71.4', '68.9'), BUDGET, LEVY, WALKOUT]),
  );

  it.each([
    ['lamp#1 lamp#2 lamp#3 post#2', 2, 9, ['lamp#1', 'lamp#2', 'post#2']],
    ['lamp#1 lamp#2 lamp#3 post#2', Infinity, 9, ['lamp#1', 'lamp#2', 'lamp#3', 'post#2']],
    ['lamp#1 lamp#2 lamp#3 post#2', 2, 2, ['lamp#1', 'lamp#2']],
    ['lamp#2 post#4 post#2 post#3', 2, 9, ['lamp#2 = post#4', 'post#2', 'post#3']],
    ['post#2 post#3 post#4 lamp#2', 2, 9, ['post#2', 'post#3', 'lamp#2 = post#4']],
    ['post#2 post#3 lamp#1 post#1', 2, 9, ['post#2', 'post#3', 'lamp#1 ≠ post#1', 'post#1 ≠ lamp#1']],
    ['post#2 post#3 post#1 lamp#1', 2, 9, ['post#2', 'post#3', 'lamp#1 ≠ post#1', 'post#1 ≠ lamp#1']],
    ['lamp#1 post#2 post#3 post#1', 2, 9, ['lamp#1 ≠ post#1', 'post#1 ≠ lamp#1', 'post#2']],
    ['lamp#1 lamp#2 lamp#4', 2, 9, ['lamp#1 ≠ lamp#4', 'lamp#4 ≠ lamp#1']],
    ['lamp#1 lamp#2 lamp#4', 1, 9, ['lamp#1 ≠ lamp#4']],
    ['lamp#1 post#1', 2, 1, ['lamp#1 ≠ post#1']],
    ['lamp#1 gone#1 gone#2', 2, 9, ['lamp#1', 'gone#1', 'gone#2']],
    ['lamp#1', 2, 0, []],
    ['', 2, 9, []],
  ])('%s, %d of an article, %d in all', (handles, perArticle, limit, stories) => {
    const hits = rank(corpus, handles.split(' ').filter(Boolean));
    const found = groupStories(corpus, hits, { limit, perArticle });
    expect(found.map((story) => show(corpus, story))).toEqual(stories);
  });
});

describe('groupStories always', () => {
  const variants = (text: string, ...figures: readonly string[]): string[] => [
    text,
    `${text} Debate resumes on Tuesday afternoon.`,
    `Tempers rose early. ${text}`,
    ...figures.map((figure) => text.replace('71.4', figure)),
  ];
  const pool = [
    ...variants(`${TURNOUT} ${WALKOUT}`, '68.9', '70', '66'),
    ...variants(TURNOUT, '68.9', '70'),
    ...variants(WALKOUT),
    MBUNGE,
    LEVY,
  ];
  const { corpus } = loadArticles(
    ...['a', 'b', 'c', 'd'].map((id, n) =>
      makeArticle(
        id,
        pool.filter((_, i) => i % 4 <= n),
      ),
    ),
  );
  const handles = [...corpus.articleIds()].flatMap((id) =>
    corpus.passages(id, 1, pool.length).map(({ handle }) => handle),
  );

  const anyHits = fc.shuffledSubarray(handles).map((chosen) => rank(corpus, chosen));
  const anyOptions = fc.record({
    limit: fc.integer({ min: 1, max: 12 }),
    perArticle: fc.constantFrom(1, 2, 3, Infinity),
  });
  const check = (verify: (hits: Hit[], options: GroupOptions) => void): void => {
    fc.assert(fc.property(anyHits, anyOptions, verify), { numRuns: 200 });
  };

  it('tells each passage once', () => {
    check((hits, options) => {
      const told = groupStories(corpus, hits, options).flatMap(({ hit, alsoIn }) => [hit.passage, ...alsoIn]);
      expect(new Set(told).size).toBe(told.length);
    });
  });

  it('leaves nothing out without limits', () => {
    check((hits) => {
      const told = groupStories(corpus, hits, ALL).flatMap(({ hit, alsoIn }) => [hit.passage, ...alsoIn]);
      expect(new Set(told)).toEqual(new Set(hits.map(({ passage }) => passage)));
      expect(told).toHaveLength(hits.length);
    });
  });

  it('begins with the first hit, as it was given', () => {
    check((hits, options) => {
      expect(groupStories(corpus, hits, options)[0]?.hit).toBe(hits[0]);
    });
  });

  it('keeps to its limits, but for figures that another article gives otherwise', () => {
    check((hits, options) => {
      const stories = groupStories(corpus, hits, options);
      expect(stories.length).toBeLessThanOrEqual(options.limit);
      stories.forEach(({ hit, otherFigures }, i) => {
        const before = stories.slice(0, i).map((story) => story.hit);
        const ofArticle = before.filter(({ article }) => article === hit.article);
        if (ofArticle.length < options.perArticle) return;
        expect(
          before.some(({ passage, article }) => otherFigures.includes(passage) && article !== hit.article),
        ).toBe(true);
      });
    });
  });

  it('begins alike whatever the limit', () => {
    check((hits, { limit, perArticle }) => {
      const all = groupStories(corpus, hits, { limit: Infinity, perArticle });
      const some = groupStories(corpus, hits, { limit, perArticle });
      expect(some.map(({ hit, alsoIn }) => [hit, alsoIn])).toEqual(
        all.slice(0, limit).map(({ hit, alsoIn }) => [hit, alsoIn]),
      );
    });
  });

  it('names other figures both ways', () => {
    check((hits, options) => {
      const stories = groupStories(corpus, hits, options);
      const named = new Map(stories.map(({ hit, otherFigures }) => [hit.passage, otherFigures]));
      for (const [passage, others] of named) {
        for (const other of others) expect(named.get(other) ?? [passage]).toContain(passage);
      }
    });
  });

  it('changes nothing when done again', () => {
    check((hits, options) => {
      const quoted = groupStories(corpus, hits, options).map(({ hit }) => hit);
      const again = groupStories(corpus, quoted, options);
      expect(again.map(({ hit }) => hit)).toEqual(quoted);
      expect(again.flatMap(({ alsoIn }) => alsoIn)).toEqual([]);
    });
  });
});
