import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Fault } from '../../src/core/model/fault.js';
import { DEFAULT_SETTINGS } from '../../src/core/model/settings.js';
import { type Asker, createQuestionLimits, type QuestionLimits } from '../../src/discord/rate-limit.js';

const SERVER = '100000000000000001';
const asha: Asker = { memberId: '200000000000000001', guildId: SERVER };
const juma: Asker = { memberId: '200000000000000002', guildId: SERVER };
const SETTINGS = { ...DEFAULT_SETTINGS, questionsAMember: 2, questionsAServer: 3 };

let limits: QuestionLimits;

beforeEach(() => {
  vi.useFakeTimers();
  limits = createQuestionLimits();
});

afterEach(() => {
  vi.useRealTimers();
});

/** `null` for a question that is let through, else the seconds to wait. */
async function ask(asker: Asker, settings = SETTINGS): Promise<number | null> {
  try {
    await limits.count(asker, settings);
    return null;
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'TOO_MANY_QUESTIONS') throw error;
    return error.facts.seconds;
  }
}

async function askAll(askers: readonly Asker[], settings = SETTINGS): Promise<(number | null)[]> {
  const outcomes = [];
  for (const asker of askers) outcomes.push(await ask(asker, settings));
  return outcomes;
}

describe('the limits of questions', () => {
  it('let a member ask as often as the settings say in a minute', async () => {
    expect(await askAll([asha, asha, asha])).toEqual([null, null, 60]);
    expect(await ask(juma)).toBeNull();
  });

  it('let all members of a server together ask as often as the settings say', async () => {
    expect(await askAll([asha, asha, juma, juma])).toEqual([null, null, null, 60]);
  });

  it('do not charge a member for a question that the server refuses', async () => {
    const narrow = { ...SETTINGS, questionsAServer: 1 };
    expect(await askAll([asha, asha, asha], narrow)).toEqual([null, 60, 60]);
    expect(await askAll([asha, asha])).toEqual([null, 60]);
  });

  it('do not charge the server for a question that the member is refused', async () => {
    expect(await askAll([asha, asha, asha, asha, asha])).toEqual([null, null, 60, 60, 60]);
    expect(await askAll([juma, juma])).toEqual([null, 60]);
  });

  it('count questions that come at once one after the other', async () => {
    const outcomes = await Promise.all([juma, asha, asha, asha, juma].map((asker) => ask(asker)));
    expect(outcomes).toEqual([null, null, null, 60, 60]);
  });

  it.each([
    [59_000, 1],
    [59_001, 1],
    [58_999, 2],
    [59_999, 1],
    [60_000, null],
    [60_001, null],
  ])('after %i ms leave %s seconds to wait', async (ms, seconds) => {
    await askAll([asha, asha]);
    vi.setSystemTime(Date.now() + ms);
    expect(await ask(asha)).toBe(seconds);
  });

  it('begin a minute with the first question, and are whole again after it', async () => {
    await ask(asha);
    vi.advanceTimersByTime(30_000);
    expect(await askAll([asha, asha])).toEqual([null, 30]);
    vi.advanceTimersByTime(30_000);
    expect(await askAll([asha, asha, asha])).toEqual([null, null, 60]);
  });

  it('follow a change of the settings at once', async () => {
    expect(await askAll([asha, asha, asha])).toEqual([null, null, 60]);
    expect(await ask(asha, { ...SETTINGS, questionsAMember: 3 })).toBeNull();
    expect(await ask(asha, { ...SETTINGS, questionsAMember: 1 })).toBe(60);
  });

  it('know a member of two servers twice, and direct messages by the member alone', async () => {
    await askAll([asha, asha]);
    expect(await ask({ ...asha, guildId: '100000000000000002' })).toBeNull();
    const direct = { ...asha, guildId: null };
    const noServer = { ...SETTINGS, questionsAServer: 0 };
    expect(await askAll([direct, direct, direct], noServer)).toEqual([null, null, 60]);
  });
});
