import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseAskRequest } from '../../../src/core/answering/answer.js';
import { ENGLISH } from '../../../src/core/locales/english.js';
import type { PublicAnswer, State } from '../../../src/core/model/state.js';
import { createBackgroundWrites } from '../../../src/discord/background-writes.js';
import type { InteractionContext } from '../../../src/discord/command.js';
import { renderAnswer } from '../../../src/discord/answers/render-answer.js';
import { takeVote, type OnAnswer } from '../../../src/discord/answers/votes.js';
import { toComponents } from '../../../src/discord/message/view.js';
import { openState } from '../../../src/state/open-state.js';
import { makeContext } from '../../support/bot-context.js';
import { loadArticles, makeArticle, serveArticles } from '../../support/fake-corpus.js';
import { recordErrors } from '../../support/record-log.js';
import { makeAnswer } from '../../support/state-samples.js';
import { placeDatabase, type TemporaryDatabase } from '../../support/temporary-database.js';

const DAY_MS = 86_400_000;
const NOW = 1_000 * DAY_MS;
const DOWN = { isUp: false, reason: null } as const;
const loaded = loadArticles(makeArticle('bridge', ['The bridge opened on Monday.', 'Traders came.']));

let place: TemporaryDatabase;
let state: State;
let shown: OnAnswer['message']['components'];

beforeEach(async () => {
  place = placeDatabase();
  state = await openState({ url: place.url });
  const request = parseAskRequest({ question: 'bridge opened?' }, []);
  const answer = await serveArticles(loaded).ask(loaded, request);
  const { view } = renderAnswer(ENGLISH, loaded.corpus, answer, { kind: 'public', askerId: '4' });
  shown = toComponents(view) as unknown as typeof shown;
});

afterEach(() => {
  state.close();
  place.remove();
});

const makeVoting = (parts: Partial<InteractionContext> = {}): InteractionContext =>
  makeContext({
    state,
    writes: createBackgroundWrites(recordErrors().log),
    gapsDays: 30,
    now: () => NOW,
    ...parts,
  });

const onAnswer = (parts: Partial<OnAnswer> = {}, createdTimestamp = NOW): OnAnswer => ({
  guildId: '3',
  channelId: '2',
  user: { id: '5' },
  message: { id: '1', createdTimestamp, components: shown },
  ...parts,
});

async function voteDown(on: OnAnswer, context = makeVoting()): Promise<void> {
  await takeVote(on, context, DOWN);
  await context.writes.settled();
}

const kept = (facts: Partial<PublicAnswer>): PublicAnswer => makeAnswer({ messageId: '1', ...facts });

describe('a vote', () => {
  it.each([
    ['as old as they may be', 30 * DAY_MS, true],
    ['older than that', 30 * DAY_MS + 1, false],
  ])('keeps an answer that is not kept from its message, if it is %s', async (_name, age, isKept) => {
    await voteDown(onAnswer({}, NOW - age));
    const [handles, { revision }] = [['bridge#1', 'bridge#2'], loaded.corpus.summary];
    const answer = await state.answers.get('1');
    expect(answer && { ...answer, handles: [...answer.handles].sort() }).toEqual(
      isKept
        ? {
            ...{ messageId: '1', channelId: '2', guildId: '3', askerId: '4', question: 'bridge opened?' },
            ...{ handles, revision, at: NOW - age },
          }
        : null,
    );
    expect(await state.gaps.list(0)).toHaveLength(isKept ? 1 : 0);
    expect(await state.votes.count()).toEqual({ up: 0, down: 1 });
  });

  it('leaves an answer that is kept as it is', async () => {
    await state.answers.put(kept({ question: 'as it was asked' }));
    await voteDown(onAnswer());
    expect(await state.answers.get('1')).toEqual(kept({ question: 'as it was asked' }));
    const { askerId } = kept({});
    const gap = { memberId: askerId, question: 'as it was asked', cause: 'voted-down', at: NOW };
    expect(await state.gaps.list(0)).toEqual([gap]);
  });

  it.each([
    ['of which the asker is forgotten', () => kept({ askerId: '', question: '' }), 30],
    ['while gaps are not kept', () => kept({}), 0],
  ])('down leaves no gap on an answer %s', async (_name, answer, gapsDays) => {
    await state.answers.put(answer());
    await voteDown(onAnswer(), makeVoting({ gapsDays }));
    expect(await state.gaps.list(0)).toEqual([]);
    expect(await state.votes.count()).toEqual({ up: 0, down: 1 });
  });

  it('counts on a message that can no longer be read', async () => {
    await voteDown(onAnswer({ message: { id: '1', createdTimestamp: NOW, components: [] } }));
    expect(await state.votes.count()).toEqual({ up: 0, down: 1 });
    expect(await state.answers.get('1')).toBeNull();
  });

  it('is given up in time for a response where the database hangs', async () => {
    const cast = (): Promise<void> => new Promise(() => undefined);
    const context = makeVoting({ state: { ...state, votes: { ...state.votes, cast } } });
    await expect(takeVote(onAnswer(), context, DOWN)).rejects.toMatchObject({ code: 'STATE_UNAVAILABLE' });
    await context.writes.settled();
    expect(await state.gaps.list(0)).toEqual([]);
  });
});
