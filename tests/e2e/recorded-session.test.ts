import { beforeAll, expect, it } from 'vitest';
import { LANTERN_CORPUS, MARKET_FIRE, writeLongArticle } from '../support/lantern-corpus.js';
import type {
  InteractionResponse,
  LiveMessage,
  LocalDiscord,
  LocalMember,
} from '../support/local-discord/index.js';
import { stageNukuu } from '../support/stage-nukuu.js';
import { awaitReport } from '../support/start-nukuu.js';

const HOME = '800000000000000001';
const BRIDGE = 'What did the bridge over the Athi cost?';
const DAM = 'Dam bursts at Masinga\n\nThe dam at Masinga burst on Tuesday night. Nobody was hurt.\n';
const CLAIM =
  'They wrote “The bridge cost 60 million shillings” and “The governor opened it at midnight in rain”!';

const stage = stageNukuu({
  files: { ...LANTERN_CORPUS, ...MARKET_FIRE, 'dam.md': writeLongArticle(12) },
  env: { HOME_GUILD_ID: HOME },
  discord: { guilds: [{ id: HOME }] },
});
let discord: LocalDiscord;
let moderator: LocalMember;
let asker: LocalMember;

beforeAll(() => {
  ({ discord } = stage);
  moderator = discord.member({ permissions: ['ViewChannel', 'SendMessages', 'ManageGuild'] });
  asker = discord.member();
});

/** Replaces what differs from run to run, ids by the order in which they first appear. */
function createScrubber(): (text: string) => string {
  const known = new Map<string, string>();
  const name = (kind: string) => (value: string) => {
    const key = `${kind} ${value}`;
    const found = known.get(key) ?? `<${kind} ${known.size + 1}>`;
    known.set(key, found);
    return found;
  };
  const today = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return (text) =>
    text
      .replaceAll(/\d{17,20}/gu, name('id'))
      .replaceAll(/<t:\d+/gu, '<t:<time>')
      .replaceAll(today.format(new Date()), '<today>')
      .replaceAll(new Date().toISOString().slice(0, 10), '<today>')
      .replaceAll(/http:\/\/127\.0\.0\.1:\d+/gu, '<local discord>')
      .replaceAll(/\b[0-9a-f]{16}\b/gu, name('draft'))
      .replaceAll(/\b[0-9a-f]{7}\b/gu, name('revision'));
}

const show = (message: LiveMessage): object => ({
  content: message.content,
  components: message.components,
  attachments: message.attachments.map(({ name, text }) => ({ name, text })),
  flags: message.flags,
  ephemeral: message.ephemeral,
  pings: message.pings,
});

it('gives every message of a session as it was recorded', async () => {
  const record: string[] = [];
  const scrub = createScrubber();
  const add = (act: string, shown: unknown): void => {
    record.push(`## ${act}\n${scrub(JSON.stringify(shown, null, 1))}`);
  };
  const settle = async (act: string, response: InteractionResponse): Promise<LiveMessage> => {
    const message = await awaitReport(discord, response);
    add(act, show(message));
    return message;
  };
  const slash = async (name: string, options = {}, member = asker, subcommand?: string) =>
    settle(
      `/${name} ${subcommand ?? ''} ${JSON.stringify(options)}`,
      await discord.slash(member, name, options, subcommand === undefined ? {} : { subcommand }),
    );
  const corpus = (subcommand: string, options = {}) => slash('corpus', options, moderator, subcommand);
  /** What a press shows privately, or what it makes of the message. */
  const press = async (message: LiveMessage, button: string, member = asker) =>
    settle(`press ${button}`, await discord.press(member, message, button));
  /** Presses what works for a while, and waits for the report. */
  const confirm = async (message: LiveMessage, button: string, end: RegExp): Promise<void> => {
    await discord.press(moderator, message, button);
    await discord.waitFor(() => end.test(message.text), { what: `${String(end)} after ${button}` });
    add(`press ${button}`, show(message));
  };

  const answer = await slash('ask', { question: BRIDGE });
  await press(answer, 'Context 1');
  await press(answer, 'Fold 1');
  await press(answer, 'More');
  await press(answer, 'Back to first');
  await press(answer, 'Why');
  await press(answer, '👍');
  const form = await discord.press(asker, answer, '👎');
  add('press 👎', form.modal);
  await slash('ask', { question: 'How many stalls did the fire at Gikomba destroy?' });
  await slash('ask', { question: 'Which astronaut orbited Jupiter?' });
  await slash('ask', { question: 'Did wafanyabiashara protest at the brigde?', outlet: 'Coast Gazette' });
  const own = await slash('ask', { question: BRIDGE, private: true, since: '2023' });
  const shared = await discord.press(asker, own, 'Share');
  add('press Share', [show(shared.message), ...shared.followups.map(show)]);
  const page = await slash('source', { article: 'dam' });
  await press(page, 'Next');
  add('autocomplete', await discord.autocomplete(asker, 'source', 'article', 'bri'));
  const claim = discord.post(discord.member(), stage.channelId, CLAIM);
  await settle('Find sources', await discord.messageCommand(asker, 'Find sources', claim));
  await slash('help');
  await slash('help', {}, moderator);
  await slash('settings', { language: 'sw' }, moderator);
  await slash('ask', { question: BRIDGE });
  await slash('ask', { question: 'Which astronaut orbited Jupiter?' });
  await slash('settings', { language: 'en' }, moderator);
  await corpus('status');
  await corpus('reload');
  const draft = await corpus('add', { file: { name: 'dam.txt', content: DAM, contentType: 'text/plain' } });
  add('press Change details', (await discord.press(moderator, draft, 'Change details')).modal);
  await confirm(draft, 'Add', /^Done\./u);
  add(
    '/corpus edit',
    (await discord.slash(moderator, 'corpus', { article: 'ferry' }, { subcommand: 'edit' })).modal,
  );
  const withdrawn = await corpus('withdraw', { article: 'bridge', reason: 'The outlet took it back.' });
  await confirm(withdrawn, 'Strike the quotes', /^Answers whose quotes were struck/u);
  add('the answer after that', show(answer));
  await slash('source', { article: 'bridge' });
  await corpus('restore', { article: 'bridge' });
  await corpus('pin', { question: BRIDGE, article: 'bridge' });
  await corpus('pins');
  await corpus('gaps');
  await corpus('votes');
  await corpus('history');
  await corpus('log');
  const rollback = await corpus('rollback', { revision: '1' });
  await confirm(rollback, 'Cancel', /^Cancelled/u);
  await slash('forget');

  await expect(record.join('\n')).toMatchFileSnapshot('recorded/session.txt');
});
