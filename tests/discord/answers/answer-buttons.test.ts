import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ask } from '../../../commands/ask.js';
import type { Answer, AskRequest } from '../../../src/core/answering/answer.js';
import type { LoadedCorpus } from '../../../src/core/model/corpus.js';
import type { PublicAnswer, State } from '../../../src/core/model/state.js';
import { type Bot, startBot } from '../../../src/discord/start-bot.js';
import { makeContext } from '../../support/bot-context.js';
import { loadArticles, makeArticle, serveArticles } from '../../support/fake-corpus.js';
import {
  type LiveMessage,
  type LocalDiscord,
  type LocalMember,
  startLocalDiscord,
} from '../../support/local-discord/index.js';
import { makeAnswer, makeEvidence } from '../../support/make-answer.js';

const FERRY = makeArticle('ferry', ['The ferry left Kisumu.', 'It sank at noon.', 'Twelve were saved.'], {
  title: 'Ferry sinks off Kisumu',
  outlet: 'Lake Courier',
});
const BUS = makeArticle('bus', ['A bus overturned near Voi.', 'Nobody was hurt.'], {
  title: 'Bus overturns',
});
const CLOSEST_HEADING = 'I am not sure these answer your question, but they come closest:';
const QUESTION = 'Lake Courier on the submarine?';

/** What the core makes of a request. */
type Script = (loaded: LoadedCorpus, request: AskRequest, offset: number) => Answer;

let discord: LocalDiscord;
let bot: Bot;
let loaded: LoadedCorpus;
let script: Script;
let asked: AskRequest[];
let stored: Omit<PublicAnswer, 'at'>[];
let gaps: string[];
let asker: LocalMember;

const labels = ({ buttons }: Pick<LiveMessage, 'buttons'>): string[] =>
  buttons.map(({ label, emoji }) => label || (emoji ?? ''));

/** Starts a bot with the script as its core. */
async function start(): Promise<void> {
  const services = {
    ...serveArticles(loaded),
    loaded: () => loaded,
    ask: (from: LoadedCorpus, request: AskRequest, offset = 0) => {
      asked.push(request);
      return Promise.resolve(script(from, request, offset));
    },
  };
  const state = {
    prune: () => Promise.resolve(),
    answers: { put: (answer: PublicAnswer) => Promise.resolve(void stored.push(answer)) },
    gaps: { add: ({ question }: { question: string }) => Promise.resolve(void gaps.push(question)) },
  } as unknown as State;
  bot = startBot({
    ...makeContext({ services, state, gapsDays: 30 }),
    token: discord.token,
    apiUrl: discord.apiUrl,
    commands: [ask],
  });
  await discord.waitFor(() => bot.isLive() && discord.commands().length > 0, { what: 'the bot' });
}

/** Starts the bot anew: nothing of the one before is left in memory. */
async function restart(): Promise<void> {
  await bot.close();
  await start();
}

beforeAll(async () => {
  discord = await startLocalDiscord();
  asker = discord.member();
});

beforeEach(async () => {
  loaded = loadArticles(FERRY, BUS);
  [asked, stored, gaps] = [[], [], []];
  await start();
});

afterEach(async () => {
  await bot.close();
  expect(discord.violations).toEqual([]);
});

afterAll(async () => {
  await discord.close();
});

const OUTLET = { kind: 'outlet', outlet: 'Lake Courier' } as const;
const quote = (from: LoadedCorpus, request: AskRequest, handles: string[], parts: Partial<Answer> = {}) =>
  makeAnswer(from, request, makeEvidence(from, handles), parts);

describe('Search without filters', () => {
  beforeEach(() => {
    script = (from, request) =>
      request.readsFilters
        ? quote(from, request, ['ferry#1'], { filters: [OUTLET] })
        : quote(from, request, ['bus#1']);
  });

  it('asks the same question in place, for every word of it, also after a restart', async () => {
    const { message } = await discord.slash(asker, 'ask', { question: QUESTION, results: 2 });
    expect(message.text).toContain(`**${QUESTION}**\n-# results 2\n-# Searched only: Lake Courier\n> `);
    expect(labels(message)).toEqual(['Context 1', 'Search without filters', 'Why', 'Delete', '👍', '👎']);

    await restart();
    const { updated } = await discord.press(asker, message, 'Search without filters');
    expect(updated).toBe(true);
    expect(asked.at(-1)).toMatchObject({ question: QUESTION, results: 2, readsFilters: false });
    expect(message.text).toContain('A bus overturned near Voi.');
    expect(message.text).not.toContain('Searched only');
    expect(labels(message)).toEqual(['Context 1', 'Why', 'Delete', '👍', '👎']);
    await vi.waitFor(() => {
      expect(stored).toHaveLength(2);
    });
    expect(stored.at(-1)).toMatchObject({ messageId: message.id, handles: ['bus#1'] });
  });

  it('stays on offer while a context is open, and on a shared answer', async () => {
    const response = await discord.slash(asker, 'ask', { question: QUESTION, private: true });
    await discord.press(asker, response.message, 'Context 1');
    expect(labels(response.message)).toEqual(['Fold 1', 'Wider 1', 'Search without filters', 'Why', 'Share']);
    const shared = await (await discord.press(asker, response.message, 'Share')).followup();
    expect(labels(shared)).toContain('Search without filters');
    await discord.press(asker, shared, 'Search without filters');
    expect(shared.text).toContain(`-# Asked by <@${asker.id}>\n**${QUESTION}**\n`);
    expect(shared.text).toContain('A bus overturned');
  });

  it('reads no filters on the pages that follow either', async () => {
    script = (from, request, offset) => ({
      ...quote(from, request, [offset === 0 ? 'bus#1' : 'bus#2'], {
        filters: request.readsFilters ? [OUTLET] : [],
      }),
      offset,
      ranked: 2,
    });
    const { message } = await discord.slash(asker, 'ask', { question: QUESTION });
    await discord.press(asker, message, 'Search without filters');
    await discord.press(asker, message, 'More');
    expect(message.text).toContain('Nobody was hurt.');
    await discord.press(asker, message, 'Back to first');
    expect(asked.map(({ readsFilters }) => readsFilters)).toEqual([true, false, false, false]);
  });

  it('shows another member the answer privately', async () => {
    const { message } = await discord.slash(asker, 'ask', { question: QUESTION });
    const other = await discord.press(discord.member(), message, 'Search without filters');
    expect([other.ephemeral, other.message.text]).toEqual([true, expect.stringContaining('A bus')]);
    expect(message.text).toContain('The ferry');
  });

  it('refuses in place if nothing is found then, and finds from a refusal', async () => {
    script = (from, request) =>
      quote(from, request, request.readsFilters ? ['ferry#1'] : [], {
        filters: request.readsFilters ? [OUTLET] : [],
      });
    const { message } = await discord.slash(asker, 'ask', { question: QUESTION });
    await discord.press(asker, message, 'Search without filters');
    expect(message.text).toContain('I found nothing about that in the articles.');
    expect(labels(message)).toEqual(['Delete']);

    script = (from, request) =>
      quote(from, request, request.readsFilters ? [] : ['ferry#1'], {
        filters: request.readsFilters ? [OUTLET] : [],
      });
    const refusal = await discord.slash(asker, 'ask', { question: QUESTION });
    expect(labels(refusal.message)).toEqual(['Search without filters', 'Delete']);
    await discord.press(asker, refusal.message, 'Search without filters');
    expect(refusal.message.text).toContain('The ferry left');
    expect(labels(refusal.message)).toEqual(['Context 1', 'Why', 'Delete', '👍', '👎']);
  });
});

describe('Show closest passages', () => {
  beforeEach(() => {
    script = (from, request) =>
      quote(from, request, [], {
        unknownTerms: ['submarine'],
        closest: makeEvidence(from, ['ferry#2', 'bus#1']),
      });
  });

  it('quotes them in place of the refusal, as an answer does, also after a restart', async () => {
    const { message } = await discord.slash(asker, 'ask', { question: QUESTION });
    expect(message.text).toContain(
      'I found nothing about that in the articles.\nNo article mentions “submarine”.\n',
    );
    expect(labels(message)).toEqual(['Show closest passages', 'Delete']);
    await vi.waitFor(() => {
      expect(gaps).toEqual([QUESTION]);
    });
    expect(stored).toEqual([]);

    await restart();
    await discord.press(asker, message, 'Show closest passages');
    expect(message.text).toMatch(
      new RegExp(`\\n${CLOSEST_HEADING}\\n> \\*\\*It sank[^]*\\n-# \\[2\\] `, 'u'),
    );
    expect(labels(message)).toEqual(['Context 1', 'Context 2', 'Why', 'Delete', '👍', '👎']);
    await vi.waitFor(() => {
      expect(stored).toHaveLength(1);
    });
    expect(stored[0]).toMatchObject({ messageId: message.id, handles: ['ferry#2', 'bus#1'] });
    expect(gaps).toEqual([QUESTION]);

    await restart();
    await discord.press(asker, message, 'Context 1');
    expect(message.text).toContain('· ¶1–3 of 3');
    await discord.press(asker, message, 'Fold 1');
    expect(message.text).toContain(CLOSEST_HEADING);
  });

  it('leads from one page of them to the next and back', async () => {
    const long = Array.from({ length: 5 }, (_, i) =>
      `Passage ${i + 1} ${'goes on and on '.repeat(60)}`.trim(),
    );
    loaded = loadArticles(makeArticle('report', long));
    const handles = long.map((_, i) => `report#${i + 1}`);
    script = (from, request) => quote(from, request, [], { closest: makeEvidence(from, handles) });
    const { message } = await discord.slash(asker, 'ask', { question: QUESTION, results: 5 });
    await discord.press(asker, message, 'Show closest passages');
    const first = message.text;
    expect(labels(message)).toContain('More');
    await discord.press(asker, message, 'Context 1');
    await discord.press(asker, message, 'Fold 1');
    expect(message.text).toBe(first);
    await discord.press(asker, message, 'More');
    expect(message.text).toContain('-# [4] ');
    expect(message.text).not.toContain('-# [1] ');
    await discord.press(asker, message, 'Back to first');
    expect(message.text).toBe(first);
  });

  it('lets the asker share them, and shows them to another member privately', async () => {
    const { message } = await discord.slash(asker, 'ask', { question: QUESTION, private: true });
    expect(labels(message)).toEqual(['Show closest passages']);
    await discord.press(asker, message, 'Show closest passages');
    expect(labels(message)).toEqual(['Context 1', 'Context 2', 'Why', 'Share']);
    const shared = await (await discord.press(asker, message, 'Share')).followup();
    expect(shared.text).toContain(CLOSEST_HEADING);

    const open = await discord.slash(asker, 'ask', { question: QUESTION });
    const other = await discord.press(discord.member(), open.message, 'Show closest passages');
    expect([other.ephemeral, labels(other.message)]).toEqual([true, ['Context 1', 'Context 2', 'Why']]);
  });

  it('shows the answer if a reload brought one, and says so if they are gone', async () => {
    const { message } = await discord.slash(asker, 'ask', { question: QUESTION });
    const old = loaded.corpus.summary.revision;
    loaded = loadArticles(FERRY);
    script = (from, request) => quote(from, request, []);
    const gone = await discord.press(asker, message, 'Show closest passages');
    expect([gone.ephemeral, gone.message.text]).toEqual([true, 'There are no closest passages to show.']);

    script = (from, request) => quote(from, request, ['ferry#3']);
    await discord.press(asker, message, 'Show closest passages');
    expect(message.text).toContain('Twelve were saved.');
    expect(message.text).not.toContain(CLOSEST_HEADING);
    expect(message.text).toContain(`(${old} → ${loaded.corpus.summary.revision})`);
  });
});

describe('a greeting', () => {
  it('is answered in one line, with nothing to press but Delete, and is no gap', async () => {
    script = (from, request) => quote(from, request, [], { kind: 'greeting' });
    const { message } = await discord.slash(asker, 'ask', { question: 'Hello there' });
    expect(message.text).toMatch(/^Hello! Ask me about what the articles say, for example: “[^“”\n]+”$/u);
    expect(labels(message)).toEqual(['Delete']);
    const own = await discord.slash(asker, 'ask', { question: 'Hello there', private: true });
    expect([own.ephemeral, labels(own.message)]).toEqual([true, []]);
    await bot.close();
    expect([gaps, stored]).toEqual([[], []]);
  });
});

it('quotes the paragraph before with the passage, and opens and folds the context around both', async () => {
  const long = makeArticle('walk', [
    'One set out.',
    'Two met a lion.',
    'It slept.',
    'Four ran.',
    'Five sat.',
  ]);
  loaded = loadArticles(long);
  const [before] = loaded.corpus.passages('walk', 2, 2);
  script = (from, request) =>
    makeAnswer(from, request, makeEvidence(from, ['walk#3'], { before: before ?? null }));
  const { message } = await discord.slash(asker, 'ask', { question: 'Who slept?' });
  expect(message.text).toContain('> Two met a lion.\n> \n> **It slept.**\n-# [1] outlet unknown');
  expect(message.text).toContain('· ¶2–3 of 5');
  expect(labels(message)).toContain('Context 1');
  await discord.press(asker, message, 'Context 1');
  expect(message.text).toContain('· ¶1–4 of 5');
  expect(message.text).toContain('> \n> **It slept.**\n> \n> Four ran.');
});
