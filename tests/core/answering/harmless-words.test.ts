import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Answer, parseAskRequest } from '../../../src/core/answering/answer.js';
import { createAsk } from '../../../src/core/answering/ask.js';
import type { LoadedCorpus } from '../../../src/core/model/corpus.js';
import { loadArticles, makeArticle, shareAnalyzer } from '../../support/fake-corpus.js';
import { LANTERN_CORPUS, MARKET_FIRE } from '../../support/lantern-corpus.js';

/** Loads the articles of a small corpus as they stand in its files, with their titles. */
function loadFiles(files: Readonly<Record<string, string>>): LoadedCorpus {
  const sources = Object.entries(files).map(([name, file]) => {
    const [, facts = '', text = ''] = file.split(/^---$/mu);
    const title = /^title: "?(.*?)"?$/mu.exec(facts)?.[1] ?? name;
    const language = facts.includes('language: sw') ? 'sw' : null;
    return makeArticle(name.replace('.md', ''), text.trim().split('\n\n'), { title, language });
  });
  return loadArticles(...sources);
}

const CORPORA = [LANTERN_CORPUS, MARKET_FIRE, { ...LANTERN_CORPUS, ...MARKET_FIRE }].map(loadFiles);
const ask = createAsk(shareAnalyzer());
const askOf = (loaded: LoadedCorpus, question: string): Promise<Answer> =>
  ask(loaded, parseAskRequest({ question }, loaded.corpus.outlets));

const QUESTION_WORDS = ['Who', 'What', 'When', 'Where', 'Why', 'How many', 'Did'];
/** A question of neighbouring words of a sentence in a corpus. */
const anyQuestion = fc.constantFrom(...CORPORA).chain((loaded) => {
  const sentences = [...loaded.corpus.articleIds()].flatMap((id) =>
    loaded.corpus
      .passages(id, 1, Infinity)
      .flatMap(({ text }) => text.split(/(?<=\.)\s+/u))
      .map((sentence) => sentence.replace(/[.,]/gu, '').split(' ')),
  );
  return fc
    .record({
      words: fc.constantFrom(...sentences),
      from: fc.nat({ max: 8 }),
      length: fc.integer({ min: 3, max: 8 }),
      begin: fc.constantFrom(...QUESTION_WORDS),
    })
    .map(({ words, from, length, begin }) => {
      const start = Math.min(from, Math.max(0, words.length - length));
      return { loaded, words: [...begin.split(' '), ...words.slice(start, start + length)] };
    });
});

/** The people in the corpora. */
const NAMES = new Set(['Mwende', 'Kilonzo', 'Peter', 'Okello']);
const TITLES = ['Governor', 'Senator', 'Professor', 'MP'];

/** The ways to add a harmless word to the words of a question. */
const ADDITIONS: readonly (readonly [name: string, add: (words: readonly string[], at: number) => string])[] =
  [
    ['a greeting', (words) => `Hello, ${words.join(' ')}?`],
    ['thanks', (words) => `${words.join(' ')}? Thank you so much!`],
    ['a plea', (words) => `${words.join(' ')} please`],
    ['chatter', (words) => `Can anyone here tell me ${words.join(' ')}?`],
    ['chatter in Swahili', (words) => `Naomba kujua ${words.join(' ')}?`],
    ['an article', addArticle],
    ['a title before a name', addTitle],
  ];

/** Adds it anywhere but within a number. */
function addArticle(words: readonly string[], at: number): string {
  const places = words.flatMap((word, i) => (/\d/u.test(word) ? [] : i + 1));
  return `${words.toSpliced(places[at % places.length] ?? 1, 0, 'the').join(' ')}?`;
}

function addTitle(words: readonly string[], at: number): string {
  const place = words.findIndex((word, i) => i > 0 && NAMES.has(word));
  const title = TITLES[at % TITLES.length] ?? '';
  return `${(place < 0 ? words : words.toSpliced(place, 0, title)).join(' ')}?`;
}

it.each(ADDITIONS)('%s never turns an answer into a refusal', async (_name, add) => {
  await fc.assert(
    fc.asyncProperty(anyQuestion, fc.nat(), async ({ loaded, words }, at) => {
      const question = `${words.join(' ')}?`;
      const added = add(words, at);
      fc.pre(added !== question && (await askOf(loaded, question)).kind === 'found');
      expect((await askOf(loaded, added)).kind, added).toBe('found');
    }),
    { numRuns: 150 },
  );
});
