import { beforeAll, describe, expect, it } from 'vitest';
import { LANTERN_CORPUS } from '../support/lantern-corpus.js';
import {
  type Failure,
  type LiveMessage,
  type LocalDiscord,
  type LocalMember,
} from '../support/local-discord/index.js';
import { awaitReport } from '../support/start-nukuu.js';
import { stageNukuu } from '../support/stage-nukuu.js';

const stage = stageNukuu({ files: LANTERN_CORPUS });
let discord: LocalDiscord;

beforeAll(() => {
  ({ discord } = stage);
});

const CLAIM =
  'They wrote “Engineer Mwende Kilonzo built it in two years” and “The bridge cost 60 million shillings” and “The governor opened it at midnight in rain”!';

const refuse = (status: number, code: number): Failure => ({
  kind: 'status',
  status,
  body: { message: 'No', code },
});

const labels = (message: LiveMessage): string[] => message.buttons.map(({ label }) => label);

async function findSources(member: LocalMember, target: LiveMessage): Promise<LiveMessage> {
  const response = await discord.messageCommand(member, 'Find sources', target);
  expect(response.ephemeral).toBe(true);
  return awaitReport(discord, response);
}

/** A claim by somebody, and what a member privately found for it. */
async function claimAndFind(
  text = CLAIM,
  channelId = stage.channelId,
): Promise<{ member: LocalMember; claim: LiveMessage; found: LiveMessage }> {
  const member = discord.member();
  const claim = discord.post(discord.member(), channelId, text);
  return { member, claim, found: await findSources(member, claim) };
}

const listPosts = ({ id, channelId }: LiveMessage): LiveMessage[] =>
  discord.messages(channelId).filter(({ repliesTo }) => repliesTo === id);

describe('Find sources', () => {
  it('checks the quotations of a message for the member alone', async () => {
    const { member, found } = await claimAndFind();
    expect(found.text).toMatch(
      /^✓ .*\n> Engineer Mwende Kilonzo built it in two years\n-# Daily Lantern · /mu,
    );
    expect(found.text).toMatch(/^≈ .*\n> The bridge cost ~~60~~ \*\*40\*\* million shillings\n/mu);
    expect(found.text).toContain('✗ Not in the articles: “The governor opened it at midnight in rain”');
    expect([found.ephemeral, found.pings, labels(found)]).toEqual([true, [], ['Share']]);
    expect(found.isVisibleTo(discord.member())).toBe(false);
    expect(found.isVisibleTo(member)).toBe(true);
  });

  it('shows the passages that bear on a message without quotations', async () => {
    const { found } = await claimAndFind(
      'Kilonzo the engineer built that bridge over the Athi for 40 million',
    );
    expect(found.text).toContain('**Engineer Mwende Kilonzo built it in two years.**');
  });

  it.each([
    ['only has an image', '', 'This message has no words that I could look for.'],
    ['is about nothing in the articles', 'lol see you tonight', 'I found nothing in the articles that bears'],
  ])('says so of a message that %s', async (_name, text, sentence) => {
    const files = [{ name: 'a.png', content: 'x', contentType: 'image/png' }];
    const claim = discord.post(discord.member(), stage.channelId, text, { files });
    const found = await findSources(discord.member(), claim);
    expect(found.text).toContain(sentence);
    expect(labels(found)).toEqual([]);
  });

  it('opens the articles at their passages for whoever chooses them', async () => {
    const { member, found } = await claimAndFind();
    const seen = found.text;
    const [select] = found.selects;
    expect(select?.options.map(({ label }) => label)).toContain('Bridge opens over the Athi');
    const opened = await discord.select(member, found, 'Open an article', [select?.options[0]?.value ?? '']);
    expect([opened.ephemeral, found.text]).toEqual([true, seen]);
    expect(opened.message.text).toContain('**[Bridge opens over the Athi]');
    expect(opened.message.text).toContain('-# ¶1\n**The county opened a bridge');
  });

  it('counts as a question', async () => {
    const member = discord.member();
    const claim = discord.post(discord.member(), stage.channelId, CLAIM);
    for (let i = 0; i < 9; i += 1) await discord.slash(member, 'ask', { question: 'ferry', private: true });
    expect((await findSources(member, claim)).text).toContain('✓');
    const refused = await discord.messageCommand(member, 'Find sources', claim);
    expect([refused.ephemeral, refused.message.text]).toEqual([
      true,
      expect.stringContaining('That is too many questions at once.'),
    ]);
  });

  it('tells of a fault where it has promised an answer', async () => {
    discord.fail({ method: 'PATCH', path: /^\/webhooks\// }, refuse(400, 50_035));
    const claim = discord.post(discord.member(), stage.channelId, CLAIM);
    const response = await discord.messageCommand(discord.member(), 'Find sources', claim);
    const message = await awaitReport(discord, response);
    expect(message.text).toContain('Something went wrong on my side.');
  });
});

describe('Share', () => {
  it('posts the sources as a reply to the message, once, and pings nobody', async () => {
    const { member, claim, found } = await claimAndFind();
    const texts = found.text;
    await discord.press(member, found, 'Share');
    const [post] = await discord.waitFor(() => listPosts(claim).length > 0 && listPosts(claim));
    expect(post?.text).toBe(`-# Sources found by <@${member.id}>\n${texts}`);
    expect([post?.ephemeral, post?.pings, labels(post ?? found)]).toEqual([false, [], ['Delete']]);
    await discord.waitFor(() => labels(found)[0] === 'Shared');
    expect([found.text, found.buttons[0]?.disabled]).toEqual([texts, true]);
    expect(listPosts(claim)).toHaveLength(1);
  });

  it('works after a restart, and so do the list and Delete on what it posted', async () => {
    const { member, claim, found } = await claimAndFind();
    await stage.restart();
    await discord.press(member, found, 'Share');
    const post = await discord.waitFor(() => listPosts(claim)[0]);
    await stage.restart();

    const other = discord.member();
    const value = post.selects[0]?.options[0]?.value ?? '';
    const opened = await discord.select(other, post, 'Open an article', [value]);
    expect([opened.ephemeral, opened.message.text.includes('Daily Lantern')]).toEqual([true, true]);
    const refused = await discord.press(other, post, 'Delete');
    expect(refused.message.text).toContain('Only the member who asked');
    await discord.press(member, post, 'Delete');
    await discord.waitFor(() => post.deleted);
  });

  it.each([
    ['see the channel', ['SendMessages', 'ReadMessageHistory']],
    ['write there', ['ViewChannel', 'ReadMessageHistory']],
    ['read what was said', ['ViewChannel', 'SendMessages']],
  ] as const)('posts with a link where the bot may not %s', async (_name, botPermissions) => {
    const { id } = discord.channel({ botPermissions });
    const { member, claim, found } = await claimAndFind(CLAIM, id);
    const post = await (await discord.press(member, found, 'Share')).followup();
    expect(post.text).toContain(`-# Sources found by <@${member.id}> for [this message](<${claim.url}>)\n✓ `);
    expect([post.ephemeral, post.pings, labels(post)]).toEqual([false, [], ['Delete']]);
    await discord.press(member, post, 'Delete');
    await discord.waitFor(() => post.deleted);
  });

  it('posts with a link where the bot lost a permission meanwhile', async () => {
    const { member, found } = await claimAndFind();
    discord.fail({ method: 'POST', path: /^\/channels\/\d+\/messages$/u }, refuse(403, 50_013));
    const post = await (await discord.press(member, found, 'Share')).followup();
    expect(post.text).toContain('for [this message](<');
  });

  it('posts plainly where the message is gone', async () => {
    const { member, claim, found } = await claimAndFind();
    discord.remove(claim);
    await discord.press(member, found, 'Share');
    const who = `Sources found by <@${member.id}>`;
    await discord.waitFor(() => discord.messages(stage.channelId).find(({ text }) => text.includes(who)));
  });

  it('shares what was not found, too', async () => {
    const { member, claim, found } = await claimAndFind('“A quotation that nobody has ever printed”');
    expect(found.selects).toEqual([]);
    await discord.press(member, found, 'Share');
    const post = await discord.waitFor(() => listPosts(claim)[0]);
    expect(post.text).toContain('✗ Not in the articles:');
  });

  it('shares nothing of an article that has changed, and goes on where another has', async () => {
    const [{ member, found }, other] = [
      await claimAndFind(),
      await claimAndFind('ferry Fishermen rescued 12 people'),
    ];
    const manager = discord.member({ permissions: ['ViewChannel', 'ManageGuild'] });
    const bridge = LANTERN_CORPUS['bridge.md'] ?? '';
    await stage.folder.write(
      'bridge.md',
      bridge.replace('author:', 'caution: The cost was corrected.\nauthor:'),
    );
    await awaitReport(discord, await discord.slash(manager, 'corpus', {}, { subcommand: 'reload' }));

    const refused = await discord.press(member, found, 'Share');
    expect([refused.ephemeral, refused.message.text]).toEqual([
      true,
      expect.stringContaining('An article among these sources has changed'),
    ]);
    expect(labels(found)).toEqual(['Share']);
    await discord.press(other.member, other.found, 'Share');
    await discord.waitFor(() => listPosts(other.claim)[0]);
  });
});
