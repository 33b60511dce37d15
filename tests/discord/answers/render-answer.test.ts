import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  Answer,
  AskRequest,
  Evidence,
  MissingWord,
  ReadFilter,
} from '../../../src/core/answering/answer.js';
import type { Passage } from '../../../src/core/model/article.js';
import type { Corpus, LoadedCorpus } from '../../../src/core/model/corpus.js';
import type { PartialDate } from '../../../src/core/model/partial-date.js';
import { ENGLISH } from '../../../src/core/locales/english.js';
import type { Sentences } from '../../../src/core/locales/sentences.js';
import { SWAHILI } from '../../../src/core/locales/swahili.js';
import {
  type Audience,
  readAnswerMessage,
  readShownAnswer,
} from '../../../src/discord/answers/answer-message.js';
import {
  renderAnswer,
  renderAnswerPage,
  renderClosest,
  type RenderedAnswer,
} from '../../../src/discord/answers/render-answer.js';
import { LEAST_ROOM, renderElsewhere, renderQuote } from '../../../src/discord/answers/render-quote.js';
import { fitsMessage } from '../../../src/discord/message/limits.js';
import { toComponents, type View } from '../../../src/discord/message/view.js';
import { anyArticle, anyArticles, anyQuestion } from '../../support/arbitrary-article.js';
import { listArticles, loadArticles, makeArticle } from '../../support/fake-corpus.js';
import { type Node, parseMarkdown, readPlainText } from '../../support/read-discord-markdown.js';

const PUBLIC: Audience = { kind: 'public', askerId: '12345678901234567890', hasVotes: true };
const PRIVATE: Audience = { kind: 'private', share: 'offered' };

/** What an answer may say besides its quotes. */
interface Beside {
  /** Of each passage: which ones say the same, and which with other figures. */
  readonly elsewhere?: readonly (readonly [alsoIn: readonly number[], otherFigures: readonly number[]])[];
  readonly respelled?: Answer['respelled'];
  readonly searchedAlso?: Answer['searchedAlso'];
  readonly isRelativeToDay?: boolean;
  readonly missing?: Answer['missing'];
  readonly filters?: Answer['filters'];
  readonly filtersDropped?: boolean;
  readonly certain?: boolean;
  /** True to quote each passage with the one before, if its article has one. */
  readonly hasBefore?: boolean;
}

const anySay = fc.constantFrom(ENGLISH, SWAHILI);
const anyNumbers = fc.array(fc.nat(100), { maxLength: 12 });
const anyDate = fc.constantFrom(
  null,
  ...['2023', '2023-08', '2023-08-16'].map((date) => date as PartialDate),
);
const anyFilter: fc.Arbitrary<ReadFilter> = fc.oneof(
  fc.record({ kind: fc.constant('outlet' as const), outlet: anyQuestion }),
  fc.record({ kind: fc.constant('author' as const), author: anyQuestion }),
  fc.record({ kind: fc.constant('tag' as const), tag: anyQuestion }),
  fc.record({ kind: fc.constant('dates' as const), since: anyDate, until: anyDate }),
  fc.record({ kind: fc.constant('article' as const), article: anyArticle.map(({ article }) => article) }),
);
const anyBeside: fc.Arbitrary<Beside> = fc.record({
  elsewhere: fc.array(fc.tuple(anyNumbers, anyNumbers), { minLength: 5, maxLength: 5 }),
  respelled: fc.array(fc.record({ word: anyQuestion, searched: anyQuestion }), { maxLength: 8 }),
  searchedAlso: fc.array(anyQuestion, { maxLength: 8 }),
  isRelativeToDay: fc.boolean(),
  missing: fc.array(
    fc.record<MissingWord>({
      word: anyQuestion,
      reason: fc.constantFrom('nowhere', 'not in this passage'),
      instead: fc.option(anyQuestion),
    }),
    { maxLength: 6 },
  ),
  filters: fc.array(anyFilter, { maxLength: 5 }),
  filtersDropped: fc.boolean(),
  certain: fc.boolean(),
  hasBefore: fc.boolean(),
});

/** Quotes the first five passages, each with one of its sentences as the answer. */
function answerWith(
  { corpus }: LoadedCorpus,
  question: string,
  options: Partial<AskRequest> = {},
  {
    elsewhere = [],
    respelled = [],
    searchedAlso = [],
    isRelativeToDay = false,
    missing = [],
    filters = [],
    filtersDropped = false,
    certain = false,
    hasBefore = false,
  }: Beside = {},
): Answer {
  const passages = [...corpus.articleIds()].flatMap((id) => corpus.passages(id, 1, Infinity));
  const pick = (numbers: readonly number[] = []): Passage[] =>
    numbers.flatMap((n) => passages[n % passages.length] ?? []);
  const evidence = passages.slice(0, 5).map((passage, i): Evidence => {
    const sentences = corpus.sentencesAt(corpus.passageNumber(passage.handle));
    const span = sentences[i % Math.max(1, sentences.length)]?.span;
    const [alsoIn, otherFigures] = elsewhere[i] ?? [];
    return {
      passage,
      answerSentence: span ?? { start: 0, end: passage.text.length },
      score: 1,
      alsoIn: pick(alsoIn),
      otherFigures: pick(otherFigures),
      before: hasBefore ? findBefore(corpus, passage) : null,
    };
  });
  return {
    kind: 'found',
    request: {
      question,
      results: 5,
      outlet: null,
      since: null,
      until: null,
      askedOn: '2026-01-31' as PartialDate,
      readsFilters: true,
      ...options,
    },
    offset: 0,
    evidence,
    ranked: 10,
    certain,
    answerable: 0.5,
    confidence: 0.5,
    unknownTerms: [],
    respelled,
    searchedAlso,
    missing,
    filters,
    filtersDropped,
    isRelativeToDay,
    closest: [],
    nearest: [],
    searched: 3,
    undatedLeftOut: 2,
    corpus: corpus.summary,
  };
}

function findBefore(corpus: Corpus, { article, paragraph }: Passage): Passage | null {
  return corpus.passages(article.id, paragraph - 1, paragraph - 1)[0] ?? null;
}

/** Refuses with the passages of an answer as those that come closest. */
function refuse(answer: Answer, parts: Partial<Answer> = {}): Answer {
  return { ...answer, kind: 'nothing-found', evidence: [], closest: answer.evidence, ranked: 0, ...parts };
}

/** The JSON that is sent; the builders check Discord's limits on each component. */
function send(view: View): ReturnType<ReturnType<typeof toComponents>[number]['toJSON']>[] {
  return toComponents(view).map((component) => component.toJSON());
}

function expectWithinLimits(view: View): void {
  const sent = send(view);
  const buttons = sent.flatMap((component) => ('components' in component ? component.components : []));
  const ids = buttons.flatMap((button) => ('custom_id' in button ? button.custom_id : []));
  expect(fitsMessage(view.texts)).toBe(true);
  expect(sent.length + buttons.length).toBeLessThanOrEqual(40);
  expect(new Set(ids).size).toBe(ids.length);
}

/** What an answer says that it shows must be what its message says. */
function expectShown({ view, shown }: RenderedAnswer): void {
  expect(shown).toEqual(readShownAnswer(send(view)));
}

function evidenceOf(passage: Passage, end: number): Evidence {
  return { passage, answerSentence: { start: 0, end }, score: 1, alsoIn: [], otherFigures: [], before: null };
}

function readLabel(button: object): string {
  if ('label' in button) return String(button.label);
  return 'emoji' in button ? ((button.emoji as { name?: string }).name ?? '') : '';
}

function labelRows(view: View): string[][] {
  return send(view).flatMap((component) =>
    'components' in component ? [component.components.map((button) => readLabel(button))] : [],
  );
}

/** How many passages the line of that heading names and counts. */
function countElsewhere(quote: string, heading: string): number {
  const line = quote.split('\n').find((each) => each.startsWith(`-# ${heading} `)) ?? '';
  const counted = /(?:^|; )(?:and )?(\d+) (?:more|passages?)$/u.exec(line.slice(`-# ${heading} `.length));
  const named = line.match(/· ¶\d+ of \d+(?: ⚠️)?(?=;|$)/gu)?.length ?? 0;
  return named + Number(counted?.[1] ?? 0);
}

describe('renderAnswer', () => {
  it('keeps within the limits of a message, whatever the articles and the question', () => {
    fc.assert(
      fc.property(
        anyArticles,
        anyQuestion,
        anyBeside,
        fc.constantFrom(PUBLIC, PRIVATE),
        anySay,
        fc.nat(4),
        (articles, question, beside, audience, say, skipped) => {
          const loaded = loadArticles(...articles);
          const answer = answerWith(loaded, question, {}, beside);
          const found = renderAnswer(say, loaded.corpus, answer, audience, 'abcdef0');
          expectWithinLimits(found.view);
          expectShown(found);
          const refusal = renderAnswer(
            say,
            loaded.corpus,
            refuse(answer, {
              unknownTerms: question.split(' '),
              nearest: listArticles(loaded.corpus).slice(0, 3),
            }),
            audience,
          );
          expectWithinLimits(refusal.view);
          expectShown(refusal);
          const offset = skipped % answer.evidence.length;
          const closest = renderClosest(say, loaded.corpus, refuse(answer), audience, offset, 'abcdef0');
          expectWithinLimits(closest.view);
          expectShown(closest);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps within the limits when it is shared, and with a context open', () => {
    fc.assert(
      fc.property(
        anyArticles,
        anyQuestion,
        anyBeside,
        fc.nat(4),
        anySay,
        (articles, question, beside, which, say) => {
          const loaded = loadArticles(...articles);
          const { corpus } = loaded;
          const answer = answerWith(loaded, question, {}, beside);
          const [header = ''] = renderAnswer(say, corpus, answer, PRIVATE).view.texts;
          const { evidence } = answer;
          const passages = evidence.map((each, i) => ({ evidence: each, number: i + 1 }));
          const passage = evidence[which % evidence.length]?.passage;
          if (!passage) throw new Error('every article has a passage');
          const page = {
            question,
            header: `-# ${say.askedBy('<@12345678901234567890>')}\n${header}`,
            passages,
            footer: `-# Corpus abcdef0\n-# ${'The articles have changed. '.repeat(5)}`,
            revision: 'abcdef0',
            isFiltered: true,
            isClosest: false,
            pageOffsets: [0, 9],
          };
          const open = { handle: passage.handle, from: passage.paragraph - 2, to: passage.paragraph + 2 };
          for (const rendered of [
            renderAnswerPage(say, corpus, page, PUBLIC),
            renderAnswerPage(say, corpus, page, PUBLIC, open),
          ]) {
            expectWithinLimits(rendered.view);
            expectShown(rendered);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ['English', ENGLISH],
    ['Swahili', SWAHILI],
  ])('keeps within the limits at its longest in %s', (_name, say) => {
    const stars = '*'.repeat(300);
    const facts = {
      title: `www.a.example/${'*'.repeat(286)}`,
      outlet: '*'.repeat(80),
      url: `https://a.example/${'a'.repeat(490)}`,
      caution: stars,
    };
    const texts = [1, 2, 3, 4, 5].map((n) => `${n}${'*'.repeat(999)}`);
    const loaded = loadArticles(makeArticle('a', texts, facts));
    const { corpus } = loaded;
    const others = Array.from({ length: 49 }, (_, i) => i);
    const answer = answerWith(
      loaded,
      stars,
      { outlet: facts.outlet, since: '2022-12-31' as PartialDate, until: '2023-12-31' as PartialDate },
      {
        elsewhere: texts.map(() => [others, others] as const),
        respelled: Array.from({ length: 9 }, () => ({ word: stars, searched: stars })),
        searchedAlso: Array.from({ length: 9 }, () => stars),
        missing: Array.from({ length: 9 }, () => ({ word: stars, reason: 'nowhere', instead: stars })),
        filters: Array.from({ length: 9 }, () => ({ kind: 'author', author: stars })),
        hasBefore: true,
      },
    );
    const [header = ''] = renderAnswer(say, corpus, answer, { ...PUBLIC, isShared: true }).view.texts;
    const page = {
      question: stars,
      header,
      passages: answer.evidence.map((evidence, i) => ({ evidence, number: i + 1 })),
      footer: `-# ${'x'.repeat(250)}`,
      revision: 'abcdef0',
      isFiltered: true,
      isClosest: true,
      pageOffsets: [],
    };
    const { view } = renderAnswerPage(say, corpus, page, PUBLIC);
    const { texts: shown } = view;
    expectWithinLimits(view);
    expect(shown).toHaveLength(7);
    const passages = say.countPassages(49);
    expect(shown[5]).toMatch(/^-# \[5\] /mu);
    expect(shown[5]).toMatch(
      new RegExp(`\n-# ${say.otherFigures} ${passages}\n-# ${say.alsoIn} ${passages}$`, 'u'),
    );

    const nearest = [1, 2, 3].flatMap(() => listArticles(corpus));
    expectWithinLimits(
      renderAnswer(
        say,
        corpus,
        refuse(answer, { unknownTerms: Array.from({ length: 9 }, (_, i) => `${i}${stars}`), nearest }),
        PUBLIC,
      ).view,
    );
  });

  it('counts the passages with other figures under every quote, whatever room there is', () => {
    fc.assert(
      fc.property(anyArticles, anyBeside, (articles, beside) => {
        const loaded = loadArticles(...articles);
        const answer = answerWith(loaded, 'q', {}, beside);
        const quotes = renderAnswer(ENGLISH, loaded.corpus, answer, PUBLIC).view.texts.slice(1, -1);
        quotes.forEach((quote, i) => {
          const { alsoIn = [], otherFigures = [] } = answer.evidence[i] ?? {};
          expect(countElsewhere(quote, 'Other figures in:')).toBe(otherFigures.length);
          expect(countElsewhere(quote, 'Also in:')).toBe(alsoIn.length);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('names fewer passages elsewhere rather than quote fewer, those that say the same first', () => {
    const paragraph = (n: number): string => `Passage ${n}. ${'Some more words follow. '.repeat(30)}`.trim();
    const url = `https://lantern.example/${'x'.repeat(180)}`;
    const facts = { title: 'A headline of some length, as they are', outlet: 'Daily Lantern', url };
    const loaded = loadArticles(makeArticle('a', [1, 2, 3, 4, 5, 6, 7, 8, 9].map(paragraph), facts));
    const answer = answerWith(
      loaded,
      'q',
      {},
      {
        elsewhere: [
          [
            [5, 6, 7, 8],
            [5, 6, 7, 8],
          ],
        ],
      },
    );
    const whole = { ...answer, evidence: answer.evidence.slice(0, 3) };
    const quotes = renderAnswer(ENGLISH, loaded.corpus, whole, PUBLIC).view.texts.slice(1, -1);
    expect(quotes).toHaveLength(3);
    expect(quotes[0]).toContain('\n-# Also in: 4 passages');
    expect(quotes[0]).toMatch(/\n-# Other figures in: Daily Lantern · .*; and [23] more$/mu);
  });

  it('is read back as it was asked', () => {
    const options = fc.record({
      results: fc.integer({ min: 1, max: 5 }),
      since: fc.constantFrom(null, '2023', '2023-08', '2023-08-16'),
      until: fc.constantFrom(null, '2024', '2024-01-31'),
      askedOn: fc.constantFrom(null, '2023-06-14', '2026-12-31'),
      readsFilters: fc.boolean(),
      outlet: fc.constantFrom(null, 'The Star', 'A · until 2024', 'every word', '**Bold** & _co_'),
    });
    const loaded = loadArticles(
      makeArticle('a', ['One thing.', 'Another thing.']),
      makeArticle('b', ['A third.']),
    );
    fc.assert(
      fc.property(
        anyQuestion,
        options,
        anyBeside,
        fc.boolean(),
        anySay,
        (question, asked, beside, isShared, say) => {
          const answer = answerWith(loaded, question, asked as Partial<AskRequest>, beside);
          const rendered = renderAnswer(say, loaded.corpus, answer, { ...PUBLIC, isShared });
          const { view } = rendered;
          expectShown(rendered);
          const message = readAnswerMessage(send(view));
          expect(message).toMatchObject({
            askerId: '12345678901234567890',
            isShared,
            hasVotes: true,
            revision: loaded.corpus.summary.revision,
            header: view.texts[0],
            footer: view.texts.at(-1),
            pageOffsets: [3],
          });
          const { options: read } = message ?? {};
          expect(read?.question).toBe(question);
          expect(read?.results ?? 3).toBe(asked.results);
          expect([read?.since ?? null, read?.until ?? null, read?.outlet ?? null]).toEqual([
            asked.since,
            asked.until,
            asked.outlet,
          ]);
          expect(read?.askedOn ?? null).toBe(beside.isRelativeToDay ? asked.askedOn : null);
          expect(read?.readsFilters).toBe(asked.readsFilters);
          expect(message?.shown.map(({ handle, number }) => [handle, number])).toEqual([
            ['a#1', 1],
            ['a#2', 2],
            ['b#1', 3],
          ]);
        },
      ),
    );
  });

  it('never pings, links or marks up anything of an article: a quote reads as the passage does', () => {
    fc.assert(
      fc.property(anyArticles, (articles) => {
        const { corpus } = loadArticles(...articles);
        for (const evidence of answerWith({ corpus } as LoadedCorpus, 'q').evidence) {
          const { passage, answerSentence } = evidence;
          const [quote] = parseMarkdown(renderQuote(ENGLISH, corpus, evidence, 1));
          expect(quote?.type).toBe('blockQuote');
          const nodes = quote?.['content'] as Node[];
          const strong = nodes.find(({ type }) => type === 'strong');
          const flat = nodes.flatMap((node) => (node === strong ? (node['content'] as Node[]) : node));
          expect(readPlainText(flat).trim()).toBe(passage.text);
          expect(readPlainText(strong?.['content'] as Node[])).toBe(
            passage.text.slice(answerSentence.start, answerSentence.end),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('never pings or marks up anything of an article that is named below a quote', () => {
    fc.assert(
      fc.property(anyArticles, anyBeside, (articles, beside) => {
        const loaded = loadArticles(...articles);
        for (const evidence of answerWith(loaded, 'q', {}, beside).evidence) {
          const room = { alsoIn: 3, otherFigures: 3 };
          const lines = renderElsewhere(ENGLISH, loaded.corpus, evidence, new Map(), room)
            .split('\n-# ')
            .slice(1);
          const types = lines.flatMap((line) => parseMarkdown(line)).map(({ type }) => type);
          expect([...new Set(types)].filter((type) => !['text', 'link', 'twemoji'].includes(type))).toEqual(
            [],
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('says what was searched for before the quotes, in a refusal too', () => {
    const loaded = loadArticles(makeArticle('a', ['One thing.']));
    const respelled = [
      { word: 'Riala', searched: 'raila' },
      { word: '**x**', searched: 'y' },
    ];
    const answer = answerWith(
      loaded,
      'q',
      {},
      { respelled, searchedAlso: ['waziri mkuu', 'prime minister'] },
    );
    const header = [
      '**q**',
      '-# results 5',
      'Showing results for “raila” (you typed “Riala”), “y” (you typed “\\*\\*x\\*\\*”).',
      '-# Also searched for: waziri mkuu, prime minister.',
    ].join('\n');
    expect(renderAnswer(ENGLISH, loaded.corpus, answer, PUBLIC).view.texts[0]).toBe(
      `${header}\nI am not sure these answer your question, but they come closest:`,
    );
    const refusal = { ...answer, kind: 'nothing-found', evidence: [] } as const;
    expect(renderAnswer(ENGLISH, loaded.corpus, refusal, PUBLIC).view.texts[0]).toBe(header);
  });

  it.each<[string, Partial<Answer>, string | null]>([
    [
      'what the first quote lacks',
      { missing: [{ word: '<@1>', reason: 'not in this passage', instead: '**x**' }] },
      'The first quote does not mention “\\<\\@1>” (it says “\\*\\*x\\*\\*”).',
    ],
    [
      'what stands nowhere',
      { missing: [{ word: 'Maralal', reason: 'nowhere', instead: 'Lodwar' }], certain: true },
      'No article mentions “Maralal”; the first quote says “Lodwar” instead.',
    ],
    ['a doubt', {}, 'I am not sure these answer your question, but they come closest:'],
    ['nothing of a whole answer', { certain: true }, null],
  ])('says in one line above the quotes %s', (_name, parts, line) => {
    const loaded = loadArticles(makeArticle('a', ['One thing.']));
    const answer = { ...answerWith(loaded, 'q', { results: 3 }), ...parts };
    const [header] = renderAnswer(ENGLISH, loaded.corpus, answer, PUBLIC).view.texts;
    expect(header).toBe(['**q**', ...(line === null ? [] : [line])].join('\n'));
  });

  it('names as many missing words as fit in the line, each cut, and counts the others', () => {
    const loaded = loadArticles(makeArticle('a', ['One thing.']));
    const missing = Array.from({ length: 6 }, (_, i): MissingWord => ({
      word: `word${i + 1}${'x'.repeat(60)}`,
      reason: 'nowhere',
      instead: null,
    }));
    const answer = answerWith(loaded, 'q', { results: 3 }, { missing });
    expect(renderAnswer(ENGLISH, loaded.corpus, answer, PUBLIC).view.texts[0]).toMatch(
      /^\*\*q\*\*\nNo article mentions “word1x{33} …”, “word2x{33} …” or “word3x{33} …”\. 3 more words are missing\.$/u,
    );
  });

  it.each([
    [false, '-# Searched only: Lake *Courier* · since 2023'],
    [true, '-# Nothing in these articles answers (Lake *Courier* · since 2023), so I searched everything.'],
  ])('says which filters it read, and that dates among them are no option: dropped %s', (dropped, line) => {
    const loaded = loadArticles(makeArticle('a', ['One thing.']));
    const filters: ReadFilter[] = [
      { kind: 'outlet', outlet: 'Lake *Courier*' },
      { kind: 'dates', since: '2023' as PartialDate, until: null },
    ];
    const answer = answerWith(
      loaded,
      'q',
      { results: 3 },
      { filters, filtersDropped: dropped, certain: true },
    );
    const { view } = renderAnswer(ENGLISH, loaded.corpus, answer, PUBLIC);
    expect(view.texts[0]).toBe(`**q**\n${line.replaceAll('*', '\\*')}`);
    expect(labelRows(view).flat().includes('Search without filters')).toBe(!dropped);
    expect(readAnswerMessage(send(view))).toMatchObject({
      options: { question: 'q', since: undefined, outlet: undefined },
      isFiltered: !dropped,
    });
  });

  it('greets in the language of the server, with the newest headline as a question to try', () => {
    const { corpus, ...rest } = loadArticles(
      makeArticle('a', ['One thing.'], { title: 'Is the **bridge** open?' }),
    );
    const answer: Answer = { ...answerWith({ corpus, ...rest }, 'Hi'), kind: 'greeting', evidence: [] };
    const greet = (say: Sentences, examples: readonly string[]): readonly string[] =>
      renderAnswer(say, { ...corpus, examples }, answer, PUBLIC).view.texts;
    expect(greet(ENGLISH, ['Is the **bridge** open?'])).toEqual([
      'Hello! Ask me about what the articles say, for example: “Is the \\*\\*bridge\\*\\* open?”',
    ]);
    expect(greet(SWAHILI, [])).toEqual(['Habari! Niulize kuhusu yale ambayo makala zinasema.']);
    expect(renderAnswer(ENGLISH, corpus, answer, PRIVATE)).toMatchObject({ view: { rows: [] }, shown: null });
  });

  it('quotes no paragraph before where the message has no room for both, but the passage whole', () => {
    const long = (n: number): string => `${n}${'*'.repeat(999)}`;
    const loaded = loadArticles(makeArticle('a', [long(1), long(2)]));
    const answer = answerWith(loaded, 'q', {}, { hasBefore: true });
    const second = { ...answer, evidence: answer.evidence.slice(1), offset: 1 };
    const { texts } = renderAnswer(ENGLISH, loaded.corpus, second, PUBLIC).view;
    expect(texts[1]).toMatch(/^> \*\*2[^]*· ¶2 of 2/u);
  });

  it('has no context to open where the passage and the one before are the whole article', () => {
    const loaded = loadArticles(makeArticle('a', ['One thing.', 'Another thing.']));
    const answer = answerWith(loaded, 'q', {}, { hasBefore: true });
    const second = { ...answer, evidence: answer.evidence.slice(1) };
    const { view } = renderAnswer(ENGLISH, loaded.corpus, second, PUBLIC);
    expect(view.texts[1]).toMatch(/^> One thing\.\n> \n> \*\*Another thing\.\*\*\n-# \[1\] .*¶1–2 of 2/u);
    const [button] = view.rows[0] ?? [];
    expect(button?.toJSON()).toMatchObject({ label: 'Context 1', disabled: true });
    expectShown(renderAnswer(ENGLISH, loaded.corpus, second, PUBLIC));
  });

  it('counts the words that it has no room to name', () => {
    const loaded = loadArticles(makeArticle('a', ['One thing.']));
    const searchedAlso = Array.from({ length: 20 }, (_, i) => `phrase number ${i + 1}`);
    const [header] = renderAnswer(
      ENGLISH,
      loaded.corpus,
      answerWith(loaded, 'q', {}, { searchedAlso }),
      PUBLIC,
    ).view.texts;
    expect(header).toMatch(/^-# Also searched for: phrase number 1, .*, phrase number 9, and 11 more\.$/mu);

    const respelled = [{ word: 'x'.repeat(300), searched: 'y' }];
    const [long] = renderAnswer(ENGLISH, loaded.corpus, answerWith(loaded, 'q', {}, { respelled }), PUBLIC)
      .view.texts;
    expect(long).toMatch(/^Showing results for “y” \(you typed “x{38} …”\)\.$/mu);
  });

  it('offers Why under passages alone', () => {
    const loaded = loadArticles(makeArticle('a', ['One thing.']));
    const answer = answerWith(loaded, 'q');
    const refusal = { ...answer, kind: 'nothing-found', evidence: [] } as const;
    const page = { ...answer, offset: 3 };
    expect(labelRows(renderAnswer(ENGLISH, loaded.corpus, page, PUBLIC).view).slice(-2)).toEqual([
      ['Back to first', 'More', 'Why', 'Delete'],
      ['👍', '👎'],
    ]);
    expect(labelRows(renderAnswer(ENGLISH, loaded.corpus, page, PRIVATE).view).at(-1)).toEqual([
      'Back to first',
      'More',
      'Why',
      'Share',
    ]);
    expect(labelRows(renderAnswer(ENGLISH, loaded.corpus, refusal, PUBLIC).view).flat()).toEqual(['Delete']);
  });

  it.each([
    [2, [['More', 'Why', 'Delete', '👍', '👎']]],
    [1, [['Why', 'Delete', '👍', '👎']]],
  ])('offers votes in one row with the others where it holds them: %i of 1 shown', (ranked, rows) => {
    const loaded = loadArticles(makeArticle('a', ['One thing.']));
    const answer = { ...answerWith(loaded, 'q'), ranked };
    expect(labelRows(renderAnswer(ENGLISH, loaded.corpus, answer, PUBLIC).view).slice(1)).toEqual(rows);
    const { view } = renderAnswer(ENGLISH, loaded.corpus, answer, { ...PUBLIC, hasVotes: false });
    expect(labelRows(view).flat()).not.toContain('👍');
  });
});

describe('renderQuote', () => {
  it('cites outlet, date, headline and paragraph in one small line under the quote', () => {
    const { corpus } = loadArticles(
      makeArticle('bridge', ['It opened on Monday. Many came.', 'Others stayed.'], {
        title: 'Bridge opens',
        outlet: 'Daily Lantern',
        published: '2023-08-16',
        url: 'https://lantern.example/1',
        caution: 'Corrected since.',
      }),
    );
    const [passage] = corpus.passages('bridge', 1, 1);
    if (!passage) throw new Error('no passage');
    expect(renderQuote(ENGLISH, corpus, evidenceOf(passage, 20), 1)).toBe(
      [
        '> **It opened on Monday.** Many came.',
        '-# [1] Daily Lantern · 16 Aug 2023 · [Bridge opens](<https://lantern.example/1#:~:text=It%20opened%20on%20Monday.>) · ¶1 of 2',
        '-# ⚠️ Caution: Corrected since.',
      ].join('\n'),
    );
  });

  it('says what an article does not say', () => {
    const { corpus } = loadArticles(
      makeArticle('x', ['It opened.'], { title: 'It opened …', hasHeadline: false }),
    );
    const [passage] = corpus.passages('x', 1, 1);
    if (!passage) throw new Error('no passage');
    expect(renderQuote(ENGLISH, corpus, evidenceOf(passage, 10), 2)).toBe(
      '> **It opened.**\n-# [2] outlet unknown · date unknown · It opened … (no headline) · ¶1 of 1 · no link',
    );
  });
});

describe('renderElsewhere', () => {
  const LANTERN = { outlet: 'Daily Lantern', published: '2023-08-16', url: 'https://lantern.example/1' };
  const { corpus } = loadArticles(
    makeArticle('a', ['Ten people drowned. Many fled.'], { title: 'Ten drown', ...LANTERN }),
    makeArticle('b', ['Twelve people drowned.', 'Fifteen people drowned.', 'Nine drowned.', 'Six drowned.'], {
      title: 'Twelve [drown]',
      outlet: '*Gazette*',
      published: '2022-11',
      caution: 'Corrected since.',
    }),
  );
  const [quoted] = corpus.passages('a', 1, 1);
  if (!quoted) throw new Error('no passage');
  const others = corpus.passages('b', 1, 4);
  const all = { alsoIn: 3, otherFigures: 3 };

  it('cites each passage with its date, marking an article with a caution, and counts those not named', () => {
    const evidence = { ...evidenceOf(quoted, 5), alsoIn: [quoted], otherFigures: others };
    expect(renderElsewhere(ENGLISH, corpus, evidence, new Map(), { alsoIn: 1, otherFigures: 2 })).toBe(
      [
        '',
        '-# Other figures in: \\*Gazette\\* · Nov 2022 · Twelve \\[drown\\] · ¶1 of 4 ⚠️; \\*Gazette\\* · Nov 2022 · Twelve \\[drown\\] · ¶2 of 4 ⚠️; and 2 more',
        '-# Also in: Daily Lantern · 16 Aug 2023 · [Ten drown](<https://lantern.example/1#:~:text=Ten%20people%20drowned.>) · ¶1 of 1',
      ].join('\n'),
    );
  });

  it('cites one that is quoted on the same message by its number', () => {
    const evidence = { ...evidenceOf(quoted, 5), otherFigures: others.slice(0, 1) };
    expect(renderElsewhere(ENGLISH, corpus, evidence, new Map([['b#1', 2]]), all)).toBe(
      '\n-# Other figures in: [2] \\*Gazette\\* · Nov 2022 · ¶1 of 4',
    );
  });

  it('only counts them where there is no room', () => {
    const evidence = { ...evidenceOf(quoted, 5), alsoIn: [quoted], otherFigures: others };
    expect(renderElsewhere(ENGLISH, corpus, evidence, new Map(), LEAST_ROOM)).toBe(
      '\n-# Other figures in: 4 passages\n-# Also in: 1 passage',
    );
  });

  it('says nothing of a passage that stands nowhere else', () => {
    expect(renderElsewhere(ENGLISH, corpus, evidenceOf(quoted, 5), new Map(), all)).toBe('');
  });
});
