import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Passage } from '../../../src/core/model/article.js';
import type { LoadedCorpus } from '../../../src/core/model/corpus.js';
import { createFindSources } from '../../../src/core/quotations/find-sources.js';
import type {
  CheckedQuotation,
  Piece,
  QuotationSource,
  FoundSources,
} from '../../../src/core/quotations/quotation.js';
import { loadArticles, makeArticle, shareAnalyzer } from '../../support/fake-corpus.js';

const LOADED = loadArticles(
  makeArticle(
    'bridge',
    [
      'The county opened a bridge over the river Athi on Monday morning. Engineer Mwende Kilonzo built it in two years. The bridge cost 40 million shillings.',
      'Traders who used the ferry said it had drowned their goods more than once. “They asked for lamps – bright ones – on the bridge,” said the governor’s aide.',
      'Governor Peter Okello told the crowd that a second bridge would follow in Kibwezi. He named no date.',
    ],
    { title: 'Bridge opens over the Athi', published: '2023-03-06' },
  ),
  makeArticle(
    'ferry',
    [
      'A ferry sank on the river Athi on Friday night. Fishermen rescued 12 people, the police said.',
      'The ferry carried maize and charcoal to the market.\nIts owner could not be reached for comment.',
      'It is one of those that we had had before.',
    ],
    { title: 'Ferry sinks', published: '2022-11' },
  ),
  makeArticle('wire', ['Fishermen rescued 12 people, the police said. Divers went on looking.'], {
    title: 'Rescue goes on',
    published: '2022',
  }),
  makeArticle('soko', [
    'Wafanyabiashara waliandamana sokoni Jumatatu asubuhi. Polisi waliwatawanya waandamanaji kwa vitoa machozi.',
    'Fishermen rescued 12 people, the police said once more.',
  ]),
);

const PASSAGES = [...LOADED.corpus.articleIds()].flatMap((id) => LOADED.corpus.passages(id, 1, Infinity));

async function find(message: string, loaded: LoadedCorpus = LOADED): Promise<FoundSources> {
  return createFindSources(shareAnalyzer())(loaded, message);
}

async function check(quotation: string): Promise<CheckedQuotation | undefined> {
  return (await find(`They say “${quotation}” there`)).quotations[0];
}

/** The corpus text of a source: parts by ` | `, passages by line feeds. */
function readSource({ parts }: QuotationSource): string {
  const read = ({ passage, span }: QuotationSource['parts'][number][number]): string =>
    passage.text.slice(span.start, span.end);
  return parts.map((slices) => slices.map(read).join('\n')).join(' | ');
}

/** Corpus in brackets, message in braces. */
function readPieces(pieces: readonly Piece[]): string {
  const marks = { same: ['', ''], corpus: ['[', ']'], message: ['{', '}'] };
  return pieces.map(({ kind, text }) => marks[kind].join(text)).join('');
}

function listArticles(checked: CheckedQuotation | undefined): string[] {
  if (checked?.kind !== 'word-for-word') return [];
  return [checked.source.article, ...checked.alsoIn].map(({ id }) => id);
}

/** Four words or more of a passage, at least 20 characters and one word that is no stop word. */
const anySlice = fc
  .tuple(fc.constantFrom(...PASSAGES), fc.nat(), fc.nat())
  .map(([passage, from, length]) => {
    const words = [...passage.text.matchAll(/\S+/gu)];
    const first = from % Math.max(1, words.length - 3);
    const last = Math.min(words.length, first + 4 + (length % 12)) - 1;
    const end = (words[last]?.index ?? 0) + (words[last]?.[0].length ?? 0);
    return { passage, quotation: passage.text.slice(words[first]?.index, end) };
  })
  .filter(({ quotation }) => quotation.length >= 20 && !/[“”]/u.test(quotation))
  .filter(({ quotation }) => (quotation.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0) >= 4)
  .filter(({ quotation }) => hasTerms(quotation));

/** Whether more than stop words are in it. */
function hasTerms(text: string): boolean {
  return shareAnalyzer().analyzeQuestion(text).words.length > 0;
}

const anyNoise = fc.constantFrom('', 'Look at this', '**wow**', 'https://a.example/x', '<@123>', 'lol, no');

describe('a quotation', () => {
  it.each([
    ['as it stands', 'The bridge cost 40 million shillings.', 'The bridge cost 40 million shillings'],
    ['without its full stop', 'The bridge cost 40 million shillings', 'The bridge cost 40 million shillings'],
    ['with a comma instead', 'The bridge cost 40 million shillings,', 'The bridge cost 40 million shillings'],
    [
      'with its first letter small',
      'the bridge cost 40 million shillings',
      'The bridge cost 40 million shillings',
    ],
    [
      'with a capital in brackets',
      '[T]he bridge cost 40 million shillings',
      'The bridge cost 40 million shillings',
    ],
    ['from inside a sentence', 'Bridge cost 40 million shillings', 'bridge cost 40 million shillings'],
    [
      'with other white space',
      'The  bridge\ncost 40  million shillings',
      'The bridge cost 40 million shillings',
    ],
    ['with other dashes', 'lamps - bright ones — on the bridge', 'lamps – bright ones – on the bridge'],
    ['with closed dashes', 'lamps—bright ones—on the bridge', 'lamps – bright ones – on the bridge'],
    ['with a straight apostrophe', "said the governor's aide", 'said the governor’s aide'],
    ['with other marks inside', "on the bridge,' said the governor's", 'on the bridge,” said the governor’s'],
    ['cut at an end', 'Engineer Mwende Kilonzo built it …', 'Engineer Mwende Kilonzo built it'],
    ['over a line', 'to the market. Its owner', 'to the market.\nIts owner'],
    [
      'over the end of a passage',
      'cost 40 million shillings. Traders who used',
      'cost 40 million shillings.\nTraders who used',
    ],
    [
      'with a part left out',
      'The county opened a bridge […] Kilonzo built it in two',
      'The county opened a bridge | Kilonzo built it in two',
    ],
    [
      'with a part left out by dots',
      'The county opened a bridge ... would follow in Kibwezi',
      'The county opened a bridge | would follow in Kibwezi',
    ],
    [
      'of stop words alone',
      'It is one of those that we had had before',
      'It is one of those that we had had before',
    ],
    ['in Swahili', 'waliandamana sokoni Jumatatu asubuhi', 'waliandamana sokoni Jumatatu asubuhi'],
  ])('%s is found word for word', async (_name, quotation, source) => {
    const checked = await check(quotation);
    expect(checked).toMatchObject({ kind: 'word-for-word' });
    expect(checked?.kind === 'word-for-word' && readSource(checked.source)).toBe(source);
  });

  it.each([
    ['parts in the other order', 'would follow in Kibwezi […] The county opened a bridge'],
    ['parts of two articles', 'The county opened a bridge […] Fishermen rescued 12 people'],
    ['another comma inside', 'Fishermen rescued 12 people the police said'],
    ['other case inside', 'Fishermen Rescued 12 people, the police said'],
    ['half a word at the end', 'The county opened a bridge over the riv'],
    ['two articles run together', 'Divers went on looking. A ferry sank on the river'],
  ])('with %s is not found word for word', async (_name, quotation) => {
    const checked = await check(quotation);
    expect(checked).toBeDefined();
    expect(checked?.kind).not.toBe('word-for-word');
  });

  it('names the article that was published first, then the others, undated ones last', async () => {
    expect(listArticles(await check('Fishermen rescued 12 people, the police said'))).toEqual([
      'wire',
      'ferry',
      'soko',
    ]);
  });

  it.each([
    ['a word replaced', 'The bridge cost 50 million shillings', 'The bridge cost {50}[40] million shillings'],
    ['the first word replaced', 'One county opened a bridge over', '{One}[The] county opened a bridge over'],
    [
      'the last word replaced',
      'Engineer Mwende Kilonzo built them',
      'Engineer Mwende Kilonzo built {them}[it]',
    ],
    [
      'a word added',
      'The bridge cost exactly 40 million shillings',
      'The bridge cost{exactly} 40 million shillings',
    ],
    [
      'a word left out',
      'The county opened bridge over the river',
      'The county opened [a] bridge over the river',
    ],
    [
      'a comma left out',
      'Fishermen rescued 12 people the police said',
      'Fishermen rescued 12 people[,] the police said',
    ],
    [
      'a word replaced over a border',
      'bridge cost 40 million dollars. Traders who used the ferry',
      'bridge cost 40 million {dollars}[shillings].\nTraders who used the ferry',
    ],
  ])('with %s is found nearly, and the difference is shown', async (_name, quotation, pieces) => {
    const checked = await check(quotation);
    expect(checked?.kind === 'nearly' && readPieces(checked.pieces)).toBe(pieces);
  });

  it.each([
    ['three words of four', 'Fishermen rescued 13 people', 'nearly'],
    ['two words of four', 'Fishermen rescued 13 cows, they', 'not-found'],
    ['none of its words', 'a quotation that nobody ever printed', 'not-found'],
    ['no word of the corpus', 'xyzzy plugh frobnicate quux', 'not-found'],
  ] as const)('that agrees in %s is %s', async (_name, quotation, kind) => {
    expect((await check(quotation))?.kind).toBe(kind);
  });

  it('is found word for word, in its own article, whatever slice of a passage it is', async () => {
    await fc.assert(
      fc.asyncProperty(anySlice, anyNoise, anyNoise, async ({ passage, quotation }, before, after) => {
        const { quotations } = await find(`${before} "${quotation}" ${after}`);
        expect(listArticles(quotations[0])).toContain(passage.article.id);
      }),
      { numRuns: 200 },
    );
  });

  it('is found nearly with exactly the word that was changed', async () => {
    await fc.assert(
      fc.asyncProperty(anySlice, fc.nat(), async ({ quotation }, which) => {
        const words = quotation.split(/\s+/u);
        const at = which % words.length;
        const changed = words.map((word, i) => (i === at ? word.replace(/[\p{L}\p{N}’]+/u, 'xyzzy') : word));
        fc.pre(changed[at]?.includes('xyzzy') === true && hasTerms(changed.join(' ').replace('xyzzy', '')));
        const rest = [words.slice(0, at), words.slice(at + 1)].map((part) => part.join(' '));
        fc.pre(PASSAGES.filter(({ text }) => rest.every((part) => text.includes(part))).length === 1);
        fc.pre(changed.join(' ').length >= 20);
        const [checked] = (await find(`> ${changed.join(' ')}`)).quotations;
        expect(checked?.kind).toBe('nearly');
        const pieces = checked?.kind === 'nearly' ? checked.pieces : [];
        expect(pieces.filter(({ kind }) => kind === 'message').map(({ text }) => text)).toEqual(['xyzzy']);
        const own = /[\p{L}\p{N}’]+/u.exec(words[at] ?? '')?.[0];
        expect(pieces.filter(({ kind }) => kind === 'corpus').map(({ text }) => text)).toEqual([own]);
      }),
      { numRuns: 200 },
    );
  });

  it('shows the text of the corpus and nothing else beside the words of the message', async () => {
    const anyWords = fc.array(fc.constantFrom(...PASSAGES.flatMap(({ text }) => text.split(/\s+/u))), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(anySlice, anyWords, fc.nat(), async ({ quotation }, added, at) => {
        const words = quotation.split(/\s+/u);
        words.splice(at % words.length, 1, ...added);
        const [checked] = (await find(`> ${words.join(' ')}`)).quotations;
        if (checked?.kind !== 'nearly') return;
        const corpusText = checked.pieces.filter(({ kind }) => kind !== 'message').map(({ text }) => text);
        expect(corpusText.join('')).toBe(readSource(checked.source));
        for (const { text } of checked.pieces.filter(({ kind }) => kind === 'message')) {
          expect(words.join(' ')).toContain(text);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is not found when its words are turned round', async () => {
    await fc.assert(
      fc.asyncProperty(anySlice, async ({ quotation }) => {
        const turned = quotation
          .replace(/[^\p{L}\p{N} ]/gu, '')
          .split(' ')
          .reverse();
        fc.pre(turned.length >= 8);
        const { quotations } = await find(`> ${turned.join(' ')}`);
        expect(quotations.map(({ kind }) => kind)).toEqual(['not-found']);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the passages that bear on a message', () => {
  const handles = ({ evidence }: FoundSources): string[] => evidence.map(({ passage }) => passage.handle);
  const bridge = 'Did Mwende Kilonzo really build that bridge over the Athi for 40 million?';

  it('come with the sentence that bears on it', async () => {
    const { kind, evidence } = await find(bridge);
    const [first] = evidence;
    const read = ({ text }: Passage, { start, end }: { start: number; end: number }): string =>
      text.slice(start, end);
    expect(kind).toBe('found');
    expect(first && read(first.passage, first.answerSentence)).toMatch(/Kilonzo|40 million/u);
  });

  it('leave out those that are shown for a quotation', async () => {
    expect(handles(await find(bridge))).toContain('bridge#1');
    const quoting = await find(`${bridge} “The bridge cost 40 million shillings”`);
    expect(quoting.quotations).toHaveLength(1);
    expect(handles(quoting)).not.toContain('bridge#1');
  });

  it.each([
    ['small talk', 'lol see you at the gym tonight', 'nothing-found'],
    ['one word of the corpus', 'what a bridge, wow, we went for lunch together afterwards', 'nothing-found'],
    ['another subject', 'The telescope photographed a distant galaxy behind the nebula', 'nothing-found'],
    ['stop words', 'it is what it is', 'nothing-found'],
    ['emoji and a link', '<:ok:1> 🎉 https://a.example', 'no-text'],
    ['nothing', '', 'no-text'],
  ])('are none for %s', async (_name, message, kind) => {
    expect(await find(message)).toMatchObject({ kind, quotations: [], evidence: [] });
  });

  it('are found for two names that stand together though they weigh little', async () => {
    expect(handles(await find('Okello in Kibwezi again'))).toEqual(['bridge#3']);
  });

  it('are the same whenever the message is read', async () => {
    expect(await find(bridge)).toEqual(await find(bridge));
  });
});
