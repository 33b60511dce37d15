import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type ServerSettings } from '../../src/core/model/settings.js';
import type { CorpusAction, State } from '../../src/core/model/state.js';
import { openState } from '../../src/state/open-state.js';
import { type LibsqlServer, serveLibsql } from '../support/libsql-server.js';
import {
  makeAnswer,
  makeDraft,
  makeEntry,
  makeGap,
  makePin,
  makeRevision,
  makeVote,
} from '../support/state-samples.js';
import { placeDatabase, type TemporaryDatabase } from '../support/temporary-database.js';

const TOKEN = 'MTk4NjIyNDgzNDcxOTI1MjQ4';

/** Where the same file can be reached. */
const WAYS: readonly {
  readonly name: string;
  readonly serve: (file: string) => Promise<LibsqlServer | null>;
}[] = [
  { name: 'a file', serve: () => Promise.resolve(null) },
  {
    name: 'a libSQL server',
    serve: async (file) => {
      await mkdir(dirname(file));
      return serveLibsql(file, TOKEN);
    },
  },
];

describe.each(WAYS)('a state in $name', ({ serve }) => {
  let place: TemporaryDatabase;
  let server: LibsqlServer | null;
  let url: string;
  let state: State;

  beforeEach(async () => {
    place = placeDatabase();
    server = await serve(place.file);
    url = server?.url ?? place.url;
    state = await openState({ url });
  });

  afterEach(() => {
    state.close();
    server?.close();
    place.remove();
  });

  describe('settings', () => {
    const chosen: ServerSettings = {
      language: 'sw',
      isPrivateByDefault: true,
      hasVotes: false,
      answersMentions: false,
      results: 5,
      questionsAMember: 3,
      questionsAServer: 40,
    };

    it('are null for a server that has chosen nothing', async () => {
      expect(await state.settings.get('1')).toBeNull();
    });

    it('are those put last, of each server its own', async () => {
      await state.settings.put('1', DEFAULT_SETTINGS);
      await state.settings.put('2', DEFAULT_SETTINGS);
      await state.settings.put('1', chosen);
      expect(await state.settings.get('1')).toEqual(chosen);
      expect(await state.settings.get('2')).toEqual(DEFAULT_SETTINGS);
    });
  });

  describe('answers', () => {
    it('come back as they were put', async () => {
      const answer = makeAnswer({ question: `"?" – 'née'; DROP TABLE answers; 漢字 👍`, handles: [] });
      await state.answers.put(answer);
      expect(await state.answers.get(answer.messageId)).toEqual(answer);
      expect(await state.answers.get('2')).toBeNull();
    });

    it('take the place of what was kept of the same message', async () => {
      await state.answers.put(makeAnswer());
      const paged = makeAnswer({ handles: ['star#4'], revision: 'a1b2c3d', at: 5_000 });
      await state.answers.put(paged);
      expect(await state.answers.get(paged.messageId)).toEqual(paged);
      expect(await state.answers.listQuoting('naivasha', 0)).toEqual([]);
      expect(await state.answers.listQuoting('star', 0)).toEqual([paged]);
    });

    it('are found by the whole id of an article that they quote', async () => {
      const quoting = makeAnswer({ messageId: '1', handles: ['star#4', 'a_b#12'] });
      const others = ['a_b/c#1', 'axb#1', 'a_b2#1', 'c/a_b#1', 'a_#1'];
      await state.answers.put(quoting);
      await state.answers.put(makeAnswer({ messageId: '2', handles: others }));
      await state.answers.put(makeAnswer({ messageId: '3', handles: [] }));
      expect(await state.answers.listQuoting('a_b', 0)).toEqual([quoting]);
    });

    it('are listed once and newest first, from the time given', async () => {
      for (const at of [999, 1_000, 1_001]) {
        await state.answers.put(makeAnswer({ messageId: String(at), handles: ['star#1', 'star#2'], at }));
      }
      const found = await state.answers.listQuoting('star', 1_000);
      expect(found.map(({ at }) => at)).toEqual([1_001, 1_000]);
    });
  });

  describe('votes', () => {
    it('count nothing where nobody has voted', async () => {
      expect(await state.votes.count()).toEqual({ up: 0, down: 0 });
      expect(await state.votes.listWorst(10)).toEqual([]);
    });

    it('are one a member and message, the later in place of the earlier', async () => {
      await state.votes.cast(makeVote({ isUp: false, reason: 'outdated' }));
      await state.votes.cast(makeVote({ isUp: true }));
      expect(await state.votes.count()).toEqual({ up: 1, down: 0 });
      await state.votes.cast(makeVote({ voterId: '2' }));
      await state.votes.cast(makeVote({ messageId: '2', voterId: '2' }));
      expect(await state.votes.count()).toEqual({ up: 1, down: 2 });
    });

    it('count where the answer could not be kept', async () => {
      await state.votes.cast(makeVote());
      expect(await state.votes.count()).toEqual({ up: 0, down: 1 });
      expect(await state.votes.listWorst(10)).toEqual([]);
    });

    it('are put together for one question that showed the same passages', async () => {
      await state.answers.put(makeAnswer({ messageId: '1' }));
      await state.answers.put(makeAnswer({ messageId: '2', askerId: '9' }));
      await state.answers.put(makeAnswer({ messageId: '3', handles: ['star#1'] }));
      await state.votes.cast(makeVote({ messageId: '1', voterId: '1', reason: 'outdated' }));
      await state.votes.cast(makeVote({ messageId: '2', voterId: '1', reason: 'outdated' }));
      await state.votes.cast(makeVote({ messageId: '2', voterId: '2', reason: 'wrong-paragraph' }));
      await state.votes.cast(makeVote({ messageId: '2', voterId: '3', reason: null }));
      await state.votes.cast(makeVote({ messageId: '2', voterId: '4', isUp: true }));
      await state.votes.cast(makeVote({ messageId: '3', voterId: '1', isUp: true }));
      const { question, handles } = makeAnswer();
      const reasons = { 'off-topic': 0, 'wrong-paragraph': 1, outdated: 2, other: 0 };
      expect(await state.votes.listWorst(10)).toEqual([{ question, handles, up: 1, down: 4, reasons }]);
    });

    it('are listed by votes down above votes up, then the newest answer, as many as asked for', async () => {
      const cases = [
        { question: 'even', up: 2, down: 2, at: 9 },
        { question: 'older', up: 1, down: 2, at: 3 },
        { question: 'newer', up: 0, down: 1, at: 4 },
        { question: 'worst', up: 0, down: 2, at: 1 },
        { question: 'liked', up: 2, down: 0, at: 9 },
      ];
      for (const { question, up, down, at } of cases) {
        await state.answers.put(makeAnswer({ messageId: question, question, at }));
        for (let i = 0; i < up + down; i++) {
          await state.votes.cast(makeVote({ messageId: question, voterId: String(i), isUp: i < up }));
        }
      }
      const listed = async (limit: number) =>
        (await state.votes.listWorst(limit)).map(({ question }) => question);
      expect(await listed(10)).toEqual(['worst', 'newer', 'older', 'even']);
      expect(await listed(3)).toEqual(['worst', 'newer', 'older']);
    });
  });

  describe('gaps', () => {
    it('are listed oldest first, from the time given, equal ones each', async () => {
      const [early, exact, late] = [999, 1_000, 1_001].map((at) => makeGap({ at, cause: 'voted-down' }));
      if (!early || !exact || !late) throw new Error('three were made');
      for (const gap of [late, exact, early, exact]) await state.gaps.add(gap);
      expect(await state.gaps.list(1_000)).toEqual([exact, exact, late]);
    });

    it('are one for an answer voted down, as it was first added', async () => {
      const gap = makeGap({ cause: 'voted-down' });
      await state.gaps.add(gap, '1');
      await state.gaps.add({ ...gap, at: 2_000 }, '1');
      await state.gaps.add(gap, '2');
      expect(await state.gaps.list(0)).toEqual([gap, gap]);
    });

    it('of an answer stay for as long as one vote is down, those refused for good', async () => {
      const [first, other, refused] = ['first', 'other', 'refused'].map((question) => makeGap({ question }));
      if (!first || !other || !refused) throw new Error('three were made');
      await state.gaps.add(refused);
      await state.gaps.add(first, '1');
      await state.gaps.add(other, '2');
      for (const voterId of ['1', '2']) await state.votes.cast(makeVote({ messageId: '1', voterId }));
      await state.votes.cast(makeVote({ messageId: '1', voterId: '1', isUp: true }));
      await state.gaps.dropSettled('1');
      expect(await state.gaps.list(0)).toEqual([refused, first, other]);
      await state.votes.cast(makeVote({ messageId: '1', voterId: '2', isUp: true }));
      await state.gaps.dropSettled('1');
      expect(await state.gaps.list(0)).toEqual([refused, other]);
    });
  });

  describe('pins', () => {
    it('are listed by id', async () => {
      const first = await state.pins.add(makePin());
      const second = await state.pins.add(makePin({ articleId: 'star' }));
      expect(first).toEqual({ ...makePin(), id: first.id });
      expect(second.id).toBeGreaterThan(first.id);
      expect(await state.pins.list()).toEqual([first, second]);
    });

    it('are there once for the same question and article', async () => {
      const pin = await state.pins.add(makePin());
      expect(await state.pins.add(makePin({ by: '2', at: 9_000 }))).toEqual(pin);
      expect(await state.pins.list()).toEqual([pin]);
    });

    it('are removed once, and their ids are not used again', async () => {
      const pin = await state.pins.add(makePin());
      expect(await state.pins.remove(pin.id)).toEqual(pin);
      expect(await state.pins.remove(pin.id)).toBeNull();
      expect((await state.pins.add(makePin())).id).toBeGreaterThan(pin.id);
    });
  });

  describe('the audit log', () => {
    it('is listed newest first, as many lines as asked for', async () => {
      const entries = [3_000, 1_000, 2_000].map((at) => makeEntry({ at }));
      const ownDoing = makeEntry({ at: 3_000, by: null, action: 'start', subject: '', note: '' });
      for (const entry of [...entries, ownDoing]) await state.audit.add(entry);
      expect(await state.audit.list(10)).toEqual([ownDoing, entries[0], entries[2], entries[1]]);
      expect(await state.audit.list(1)).toEqual([ownDoing]);
    });
  });

  describe('revisions', () => {
    it('are numbered from 1, one that comes back anew', async () => {
      const actions: CorpusAction[] = ['start', 'withdraw', 'rollback'];
      for (const action of actions) await state.revisions.add(makeRevision({ action }));
      const [third, second, first] = [3, 2, 1].map((number) => ({
        ...makeRevision({ action: actions[number - 1] ?? 'start' }),
        number,
      }));
      expect(await state.revisions.list(10)).toEqual([third, second, first]);
      expect(await state.revisions.list(1)).toEqual([third]);
      expect(await state.revisions.get(2)).toEqual(second);
      expect(await state.revisions.get(4)).toBeNull();
      expect(await state.revisions.add(makeRevision())).toEqual({ ...makeRevision(), number: 4 });
    });
  });

  describe('drafts', () => {
    it('are looked at as often as one likes and taken once', async () => {
      const draft = makeDraft({ content: JSON.stringify({ body: 'x'.repeat(200_000) }) });
      await state.drafts.put(draft);
      expect(await state.drafts.get(draft.id)).toEqual(draft);
      expect(await state.drafts.get(draft.id)).toEqual(draft);
      const both = await Promise.all([state.drafts.take(draft.id), state.drafts.take(draft.id)]);
      expect(both.filter((taken) => taken !== null)).toEqual([draft]);
      expect(await state.drafts.get(draft.id)).toBeNull();
    });

    it('take the place of one with the same id', async () => {
      await state.drafts.put(makeDraft());
      await state.drafts.put(makeDraft({ content: '{}', at: 2_000 }));
      expect(await state.drafts.take(makeDraft().id)).toEqual(makeDraft({ content: '{}', at: 2_000 }));
    });
  });

  describe('forgetting a member', () => {
    const [member, other] = ['1', '2'];

    it('removes gaps and votes and blanks the asker and question of public answers', async () => {
      for (const each of [member, other]) {
        await state.answers.put(makeAnswer({ messageId: each, askerId: each }));
        await state.gaps.add(makeGap({ memberId: each }));
        await state.gaps.add(makeGap({ memberId: each }));
        await state.votes.cast(makeVote({ voterId: each, messageId: other }));
      }
      expect(await state.forget(member)).toEqual({ questions: 3, votes: 1 });
      const blank = makeAnswer({ messageId: member, askerId: '', question: '' });
      const kept = makeAnswer({ messageId: other, askerId: other });
      expect(await state.answers.listQuoting('naivasha', 0)).toEqual([kept, blank]);
      expect((await state.gaps.list(0)).map(({ memberId }) => memberId)).toEqual([other, other]);
      expect(await state.votes.count()).toEqual({ up: 0, down: 1 });
    });

    it('counts nothing for a member of whom nothing is kept', async () => {
      expect(await state.forget(member)).toEqual({ questions: 0, votes: 0 });
      await state.gaps.add(makeGap({ memberId: member }));
      await state.forget(member);
      expect(await state.forget(member)).toEqual({ questions: 0, votes: 0 });
    });

    it('leaves an answer whose question is gone out of the worst', async () => {
      await state.answers.put(makeAnswer({ askerId: member }));
      await state.votes.cast(makeVote());
      expect(await state.votes.listWorst(1)).toHaveLength(1);
      await state.forget(member);
      expect(await state.votes.listWorst(1)).toEqual([]);
    });
  });

  describe('pruning', () => {
    it('removes what is from before the time given for its kind, and nothing else', async () => {
      for (const at of [999, 1_000, 1_001, 1_999, 2_000, 2_001, 2_999, 3_000, 3_001]) {
        const id = String(at);
        await state.answers.put(makeAnswer({ messageId: id, at }));
        await state.votes.cast(makeVote({ messageId: id, at }));
        await state.gaps.add(makeGap({ at }));
        await state.drafts.put(makeDraft({ id, at }));
      }
      await state.pins.add(makePin({ at: 0 }));
      await state.audit.add(makeEntry({ at: 0 }));
      await state.revisions.add(makeRevision({ at: 0 }));
      await state.prune({ answers: 1_000, gaps: 2_000, drafts: 3_000 });

      const oldest = async (table: string) =>
        (await place.query(`SELECT min(at) AS at, count(*) AS rows FROM ${table}`))[0];
      expect(await oldest('answers')).toMatchObject({ at: 1_000, rows: 8 });
      expect(await oldest('votes')).toMatchObject({ at: 1_000, rows: 8 });
      expect(await oldest('gaps')).toMatchObject({ at: 2_000, rows: 5 });
      expect(await oldest('drafts')).toMatchObject({ at: 3_000, rows: 2 });
      for (const table of ['pins', 'audit', 'revisions']) {
        expect(await oldest(table)).toMatchObject({ at: 0, rows: 1 });
      }
    });
  });

  describe('opening again', () => {
    it('finds everything that was kept', async () => {
      await state.answers.put(makeAnswer());
      await state.pins.add(makePin());
      state.close();
      state = await openState({ url });
      expect(await state.answers.get(makeAnswer().messageId)).toEqual(makeAnswer());
      expect(await state.pins.list()).toHaveLength(1);
    });

    it('rejects what is asked of a state that is closed', async () => {
      state.close();
      await expect(state.pins.list()).rejects.toMatchObject({
        code: 'STATE_UNAVAILABLE',
        facts: { cause: 'other' },
      });
    });
  });
});
