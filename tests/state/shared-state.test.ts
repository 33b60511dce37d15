import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Pin } from '../../src/core/model/state.js';
import { openState } from '../../src/state/open-state.js';
import { kill, runStateChild, runTogether } from '../support/run-state-child.js';
import { makeDraft, makeVote } from '../support/state-samples.js';
import { placeDatabase, type TemporaryDatabase } from '../support/temporary-database.js';

const ROUNDS = 100;
const KILLS = 4;

let place: TemporaryDatabase;

beforeEach(() => {
  place = placeDatabase();
});

afterEach(() => {
  place.remove();
});

describe('bots that share a database', () => {
  it('can make it at the same time', async () => {
    const make = `
      const state = await openState({ url });
      say(JSON.stringify(await state.revisions.add({
        revision: '60e8973', at: 1, by: null, action: 'start', articles: 0, added: [], changed: [], removed: [],
      })));`;
    const made = await runTogether(place.url, [make, make, make]);
    const numbers = made.map((entry) => (entry as { number: number }).number);
    expect(numbers.sort()).toEqual([1, 2, 3]);
  });

  it('take each draft once between them', async () => {
    const ids = Array.from({ length: ROUNDS }, (_, i) => i.toString(16).padStart(16, '0'));
    const state = await openState({ url: place.url });
    for (const id of ids) await state.drafts.put(makeDraft({ id }));
    const take = `
      const state = await openState({ url });
      const taken = [];
      for (const id of ${JSON.stringify(ids)}) if (await state.drafts.take(id)) taken.push(id);
      say(JSON.stringify(taken));`;
    const taken = (await runTogether(place.url, [take, take])) as string[][];
    expect(taken.flat().sort()).toEqual(ids);
    state.close();
  });

  it('count one vote a member and message between them', async () => {
    const cast = `
      const state = await openState({ url });
      for (let i = 0; i < ${ROUNDS}; i++) {
        await state.votes.cast({ ...${JSON.stringify(makeVote())}, messageId: String(i), isUp: i % 2 === 0 });
      }
      say('null');`;
    await runTogether(place.url, [cast, cast]);
    const state = await openState({ url: place.url });
    expect(await state.votes.count()).toEqual({ up: ROUNDS / 2, down: ROUNDS / 2 });
    state.close();
  });

  it('pin a question and article once, and both get that pin', async () => {
    const pin = `
      const state = await openState({ url });
      const pins = [];
      for (let i = 0; i < ${ROUNDS}; i++) {
        pins.push(await state.pins.add({ question: String(i), articleId: 'star', by: String(process.pid), at: i }));
      }
      say(JSON.stringify(pins));`;
    const [first, second] = (await runTogether(place.url, [pin, pin])) as Pin[][];
    expect(first).toHaveLength(ROUNDS);
    expect(second).toEqual(first);
    const state = await openState({ url: place.url });
    expect(await state.pins.list()).toEqual(first?.sort((a, b) => a.id - b.id));
    state.close();
  });
});

describe('a bot that is killed while it writes', () => {
  // Each member leaves a gap, an answer and a vote, in this order, and is then forgotten.
  const write = (round: number) => `
    const state = await openState({ url });
    for (let i = 0; ; i++) {
      const id = '${round}-' + i;
      await state.gaps.add({ memberId: id, question: 'q', cause: 'refused', at: i });
      await state.answers.put({
        messageId: id, channelId: '1', guildId: '1', askerId: id, question: 'q',
        handles: ['star#1'], revision: '60e8973', at: i,
      });
      await state.votes.cast({ messageId: id, voterId: id, isUp: true, reason: null, at: i });
      await state.forget(id);
      if (i === 20) say('under way');
    }`;

  it('leaves a whole database in which nothing is half done', async () => {
    for (let round = 0; round < KILLS; round++) {
      const child = runStateChild(place.url, write(round));
      expect(await child.nextLine()).toBe('under way');
      await kill(child);

      expect(await place.query('PRAGMA integrity_check')).toMatchObject([{ integrity_check: 'ok' }]);
      const halfForgotten = await place.query(`
        SELECT message_id FROM answers WHERE asker_id = '' AND (question <> ''
          OR message_id IN (SELECT voter_id FROM votes) OR message_id IN (SELECT member_id FROM gaps))`);
      expect(halfForgotten).toEqual([]);
      const outOfOrder = await place.query(`
        SELECT voter_id FROM votes
        WHERE voter_id NOT IN (SELECT member_id FROM gaps) OR voter_id NOT IN (SELECT asker_id FROM answers)`);
      expect(outOfOrder).toEqual([]);
      const [row] = await place.query(
        `SELECT count(*) AS known, min(at) AS least, max(at) AS most FROM answers WHERE message_id LIKE '${round}-%'`,
      );
      expect(row?.['least']).toBe(0);
      expect(row?.['most']).toBeGreaterThanOrEqual(20);
      expect(row?.['known']).toBe(Number(row?.['most']) + 1);
    }
  });
});
