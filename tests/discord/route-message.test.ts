import { DiscordAPIError, type Message, RESTJSONErrorCodes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Fault } from '../../src/core/model/fault.js';
import { DEFAULT_SETTINGS, type ServerSettings } from '../../src/core/model/settings.js';
import type { InteractionContext } from '../../src/discord/command.js';
import { createMessageRouter } from '../../src/discord/router.js';
import { makeContext } from '../support/bot-context.js';

const SERVER = '100000000000000001';
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

interface LoggedLine {
  readonly level: 'error' | 'warn';
  readonly facts: unknown;
}

/** A router, what it wrote into the channel, and what it logged. */
function setUp(parts: Partial<InteractionContext> = {}, settings: Partial<ServerSettings> = {}) {
  const told: string[] = [];
  const logged: LoggedLine[] = [];
  const failures: Error[] = [];
  const log = {
    info: () => undefined,
    warn: (_: string, facts: unknown) => logged.push({ level: 'warn', facts }),
    error: (_: string, _error: unknown, facts: unknown) => logged.push({ level: 'error', facts }),
  };
  const settingsOf = () => Promise.resolve({ ...DEFAULT_SETTINGS, ...settings });
  const route = createMessageRouter(makeContext({ log, settingsOf, ...parts }));
  const send = ({ components }: { components: { toJSON(): { content?: string } }[] }) => {
    const failure = failures.shift();
    if (failure) return Promise.reject(failure);
    told.push(components.flatMap((component) => component.toJSON().content ?? []).join('\n'));
    return Promise.resolve({});
  };
  let messages = 0;
  const hear = (text = 'bridge', author = '7', id = String((messages += 1))): Promise<void> =>
    route({
      id,
      content: `<@1> ${text}`,
      author: { id: author, bot: false },
      guildId: SERVER,
      channelId: '5',
      createdTimestamp: 0,
      webhookId: null,
      system: false,
      client: { user: { id: '1' } },
      inGuild: () => true,
      channel: { id: '5', isThread: () => false, send },
      mentions: { has: () => true },
    } as unknown as Message);
  return { hear, told, logged, failures };
}

const refuse = (code: RESTJSONErrorCodes): DiscordAPIError =>
  new DiscordAPIError({ code, message: 'x' }, code, 403, 'POST', 'https://a.example', {});

const LIMITED = {
  limits: {
    count: () => Promise.reject(new Fault('TOO_MANY_QUESTIONS', 'x', { facts: { seconds: 12 } })),
  },
};

describe('the router of messages', () => {
  it('answers a message that comes twice once', async () => {
    const { hear, told } = setUp();
    await Promise.all([hear('bridge', '7', '9'), hear('bridge', '7', '9')]);
    await hear('bridge', '7', '9');
    expect(told).toHaveLength(1);
    await hear('bridge', '7', '10');
    expect(told).toHaveLength(2);
  });

  it('answers none where the server has turned mentions off', async () => {
    const { hear, told } = setUp({}, { answersMentions: false });
    await hear();
    expect(told).toEqual([]);
  });

  it('answers in the language of the server', async () => {
    const { hear, told } = setUp({}, { language: 'sw' });
    await hear('');
    expect(told).toEqual(['Ungependa kujua nini? Nitaje pamoja na swali lako, au tumia /ask.']);
  });

  it('tells a member of a limit once a minute', async () => {
    const { hear, told, logged } = setUp(LIMITED);
    const sentence = 'That is too many questions at once. Please ask again in 12 seconds.';
    await hear();
    await hear();
    vi.advanceTimersByTime(MINUTE_MS - 1);
    await hear();
    expect(told).toEqual([sentence]);
    await hear('bridge', '8');
    expect(told).toEqual([sentence, sentence]);
    vi.advanceTimersByTime(1);
    await hear();
    expect(told).toHaveLength(3);
    expect(logged).toEqual([]);
  });

  it('tells what is wrong with a question, and logs nothing of it', async () => {
    const { hear, told, logged } = setUp();
    await hear('x'.repeat(301));
    expect([told, logged]).toEqual([['Please ask a question of 1 to 300 characters.'], []]);
  });

  it('logs a fault of its own without the question, and tells of it', async () => {
    const { hear, told, logged } = setUp({
      limits: { count: () => Promise.reject(new Error('broken')) },
    });
    await hear('secret', '7', '9');
    expect(told).toEqual([
      'Something went wrong on my side. Please try again; if it stays, tell whoever runs the bot.',
    ]);
    expect(logged).toEqual([{ level: 'error', facts: { message: '9' } }]);
  });

  it.each([RESTJSONErrorCodes.MissingPermissions, RESTJSONErrorCodes.MissingAccess])(
    'warns once an hour of a channel that refuses it with %i',
    async (code) => {
      const { hear, told, logged, failures } = setUp();
      const warning = { level: 'warn', facts: { channelId: '5', guildId: SERVER } };
      failures.push(refuse(code), refuse(code), refuse(code));
      await hear();
      vi.advanceTimersByTime(HOUR_MS - 1);
      await hear();
      expect(logged).toEqual([warning]);
      vi.advanceTimersByTime(1);
      await hear();
      expect([told, logged]).toEqual([[], [warning, warning]]);
    },
  );

  it('warns, too, where only the refusal of a question is forbidden', async () => {
    const { hear, logged, failures } = setUp(LIMITED);
    failures.push(refuse(RESTJSONErrorCodes.MissingPermissions));
    await hear();
    expect(logged).toMatchObject([{ level: 'warn' }]);
  });

  it('never rejects, though nothing can be told', async () => {
    const { hear, told, logged, failures } = setUp();
    failures.push(...[1, 2, 3, 4].map(() => new Error('no connection')));
    await hear('bridge', '7', '9');
    expect(told).toEqual([]);
    const facts = { message: '9' };
    expect(logged).toEqual([
      { level: 'error', facts },
      { level: 'error', facts },
    ]);
  });
});
