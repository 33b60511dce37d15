import { describe, expect, it } from 'vitest';
import { toAnswerJson } from '../../src/cli/answer-json.js';
import { renderAnswerText } from '../../src/cli/render-text.js';
import { ANSI, PLAIN } from '../../src/cli/render-text.js';
import type { Answer, Evidence } from '../../src/core/answering/answer.js';
import type { ArticleText, Passage } from '../../src/core/model/article.js';
import { parseAskRequest } from '../../src/core/answering/answer.js';
import { loadArticles, makeArticle, serveArticles } from '../support/fake-corpus.js';

const BRIDGE = 'The county opened a bridge over the river Athi on Monday. It cost 40 million shillings.';
const loaded = loadArticles(
  makeArticle('bridge', [BRIDGE], {
    title: 'Bridge opens',
    outlet: 'Daily Lantern',
    published: '2023-03-06',
    url: 'https://lantern.example/bridge',
  }),
  makeArticle('copy', ['Traders came early.', BRIDGE], {
    title: 'Athi bridge opens',
    outlet: 'Coast Gazette',
    published: '2023-03',
    url: 'https://gazette.example/athi',
  }),
  makeArticle('nameless', [BRIDGE]),
  ...['e', 'f', 'g'].map((id) => makeArticle(id, [BRIDGE], { outlet: 'Evening Reed' })),
);

function find(handle: string): Passage {
  const passage = loaded.corpus.passage(handle);
  if (!passage) throw new Error(`no passage ${handle}`);
  return passage;
}

/** What quotes one passage; its first sentence answers. */
function answerWith(parts: Partial<Answer> = {}, evidence: Partial<Evidence> = {}): Answer {
  const first: Evidence = {
    passage: find('bridge#1'),
    answerSentence: { start: 0, end: BRIDGE.indexOf(' It cost') },
    score: 4.5,
    alsoIn: [],
    otherFigures: [],
    before: null,
    ...evidence,
  };
  return {
    kind: 'found',
    request: parseAskRequest({ question: 'Who opened the brigde?' }, loaded.corpus.outlets),
    offset: 0,
    evidence: [first],
    ranked: 1,
    certain: true,
    answerable: 0.9,
    confidence: 0.7,
    unknownTerms: [],
    respelled: [],
    searchedAlso: [],
    isRelativeToDay: false,
    missing: [],
    filters: [],
    filtersDropped: false,
    closest: [],
    nearest: [],
    searched: 6,
    undatedLeftOut: 0,
    corpus: loaded.corpus.summary,
    ...parts,
  };
}

function refuse(parts: Partial<Answer> = {}): Answer {
  return answerWith({ kind: 'nothing-found', evidence: [], ranked: 0, certain: false, ...parts });
}

const SEARCHED = { respelled: [{ word: 'brigde', searched: 'bridge' }], searchedAlso: ['daraja', 'kivuko'] };

describe('renderAnswerText', () => {
  it('prints the question, the quote, its citation and the corpus, and nothing else', () => {
    expect(renderAnswerText(answerWith(), PLAIN).split('\n')).toEqual([
      '**Who opened the brigde?**',
      '',
      '    **The county opened a bridge over the river Athi on Monday.** It cost 40 million shillings.',
      '[1] Daily Lantern · 6 Mar 2023 · Bridge opens · ¶1 of 1',
      '    https://lantern.example/bridge#:~:text=The%20county%20opened%20a,river%20Athi%20on%20Monday. · /source bridge#1',
      '',
      `Corpus ${loaded.corpus.summary.revision} · 6 articles · Mar 2023`,
    ]);
  });

  it('says what was searched for a word, and what was searched also, before the quotes', () => {
    const text = renderAnswerText(answerWith({ ...SEARCHED, certain: false }), PLAIN);
    expect(text.split('\n\n').slice(1, 4)).toEqual([
      'Showing results for “bridge” (you typed “brigde”).',
      'Also searched for: daraja, kivuko.',
      'I am not sure these answer your question, but they come closest:',
    ]);
  });

  it('says so as well when nothing was found', () => {
    const text = renderAnswerText(refuse(SEARCHED), PLAIN);
    expect(text.split('\n\n').slice(1, 4)).toEqual([
      'Showing results for “bridge” (you typed “brigde”).',
      'Also searched for: daraja, kivuko.',
      'I found nothing about that in the articles.',
    ]);
  });

  it('says in one line what the first quote lacks, in place of the doubt', () => {
    const missing = [{ word: 'minister', reason: 'not in this passage', instead: 'mayor' }] as const;
    const text = renderAnswerText(answerWith({ missing, certain: false }), PLAIN);
    expect(text.split('\n\n')[1]).toBe('The first quote does not mention “minister” (it says “mayor”).');
    const unknownTerms = ['zebra', 'lion'];
    expect(renderAnswerText(refuse({ unknownTerms }), PLAIN).split('\n\n').slice(1, 3)).toEqual([
      'I found nothing about that in the articles.',
      'No article mentions “zebra” or “lion”.',
    ]);
  });

  it.each([
    [false, 'Searched only: Evening Reed · by Wanjiru Kamau'],
    [true, 'Nothing in these articles answers (Evening Reed · by Wanjiru Kamau), so I searched everything.'],
  ])('says which filters it read, dropped or not: %s', (filtersDropped, line) => {
    const filters = [
      { kind: 'outlet', outlet: 'Evening Reed' },
      { kind: 'author', author: 'Wanjiru Kamau' },
    ] as const;
    const text = renderAnswerText(answerWith({ filters, filtersDropped }), PLAIN);
    expect(text.split('\n\n')[1]).toBe(line);
  });

  it('quotes the paragraph before with the passage', () => {
    const before = find('copy#1');
    const passage = find('copy#2');
    const lines = renderAnswerText(answerWith({}, { passage, before }), PLAIN).split('\n');
    expect(lines.slice(2, 6)).toEqual([
      '    Traders came early.',
      '',
      '    **The county opened a bridge over the river Athi on Monday.** It cost 40 million shillings.',
      '[1] Coast Gazette · Mar 2023 · Athi bridge opens · ¶1–2 of 2',
    ]);
  });

  it('names the passages that say the same, and those with other figures, under the citation', () => {
    const alsoIn = [find('copy#2'), find('nameless#1')];
    const text = renderAnswerText(answerWith({}, { alsoIn, otherFigures: [find('e#1')] }), PLAIN);
    expect(text.split('\n').slice(5, 9)).toEqual([
      '    Also in: Coast Gazette · Mar 2023 · Athi bridge opens · ¶2 of 2 · https://gazette.example/athi · /source copy#2',
      '             outlet unknown · date unknown · Title of nameless · ¶1 of 1 · no link · /source nameless#1',
      '    Other figures in: Evening Reed · date unknown · Title of e · ¶1 of 1 · no link · /source e#1',
      '',
    ]);
  });

  it.each([
    [2, 2, null],
    [3, 3, null],
    [4, 3, 'and 1 more'],
    [5, 3, 'and 2 more'],
  ])('of %d passages that say the same names %d', (count, named, more) => {
    const others = ['copy#2', 'nameless#1', 'e#1', 'f#1', 'g#1'].slice(0, count).map(find);
    const lines = renderAnswerText(answerWith({}, { alsoIn: others }), PLAIN)
      .split('\n')
      .slice(5, -2);
    expect(lines.filter((line) => line.includes('/source '))).toHaveLength(named);
    expect(lines.slice(named)).toEqual(more === null ? [] : [`${' '.repeat(13)}${more}`]);
  });

  it('dims the links of a terminal', () => {
    const text = renderAnswerText(answerWith({}, { alsoIn: [find('nameless#1')] }), ANSI);
    expect(text).toContain('¶1 of 1 · \u001B[2mno link · /source nameless#1\u001B[22m');
  });

  it('prints the reports that agree and those that do not', async () => {
    const reports = ['40', '40', '45'].map((cost, i): ArticleText =>
      makeArticle(`report-${i + 1}`, [
        `Governor Peter Okello opened the bridge over the river Athi on Monday morning. The county paid ${cost} million shillings for the bridge.`,
      ]),
    );
    const { corpus, ...rest } = loadArticles(...reports);
    const services = serveArticles({ corpus, ...rest });
    const request = parseAskRequest(
      { question: 'How much did the county pay for the bridge over the Athi?', results: 1 },
      corpus.outlets,
    );
    const text = renderAnswerText(await services.ask(services.loaded(), request), PLAIN);
    expect(text).toContain('[1] outlet unknown · date unknown · Title of report-1 · ¶1 of 1');
    expect(text).toMatch(/^ {4}Also in: .+ · \/source report-2#1$/mu);
    expect(text).toMatch(/^ {4}Other figures in: .+ · \/source report-3#1$/mu);
  });
});

describe('toAnswerJson', () => {
  const toJson = (answer: Answer): unknown => JSON.parse(JSON.stringify(toAnswerJson(answer)));

  it('gives where the other passages stand, without their texts', () => {
    const copy = {
      handle: 'copy#2',
      article: {
        id: 'copy',
        title: 'Athi bridge opens',
        hasHeadline: true,
        outlet: 'Coast Gazette',
        published: '2023-03',
        url: 'https://gazette.example/athi',
        caution: null,
      },
      paragraph: 2,
      paragraphs: 2,
    };
    const answer = answerWith(SEARCHED, { alsoIn: [find('copy#2')], otherFigures: [find('e#1')] });
    expect(toJson(answer)).toMatchObject({
      ...SEARCHED,
      passages: [{ alsoIn: [copy], otherFigures: [{ handle: 'e#1', paragraph: 1, paragraphs: 1 }] }],
    });
  });

  it('gives what was searched when nothing was found', () => {
    expect(toJson(refuse(SEARCHED))).toMatchObject({ kind: 'nothing-found', passages: [], ...SEARCHED });
  });

  it('has no `why` without an explanation', () => {
    expect(JSON.stringify(toJson(answerWith()))).not.toContain('"why"');
  });
});
