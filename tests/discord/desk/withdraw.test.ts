import { describe, expect, it } from 'vitest';
import type { LiveMessage } from '../../support/local-discord/index.js';
import { stageDesk } from '../../support/stage-desk.js';

const FERRY = 'title: Ferry\noutlet: Coast Gazette\n---\nA ferry sank on the river Athi on Friday.';

const stage = stageDesk({
  'bridge.md':
    'title: Bridge\noutlet: Daily Lantern\n---\nA bridge over the river Athi opened on Monday.\n\nIt cost much.',
  'ferry.md': FERRY,
});

const QUESTION = 'river Athi';

async function ask(channelId?: string): Promise<LiveMessage> {
  const asker = stage.discord.member();
  const member = channelId === undefined ? asker : { ...asker, channelId };
  const { message } = await stage.discord.slash(member, 'ask', { question: QUESTION });
  await stage.discord.waitFor(() => message.text.includes('A ferry sank'), { what: 'the answer' });
  return message;
}

/** Waits until the bot has kept that many public answers that quote the ferry. */
async function awaitAnswers(count: number): Promise<void> {
  await expect.poll(() => stage.state.answers.listQuoting('ferry', 0)).toHaveLength(count);
}

describe('/corpus withdraw', () => {
  it('takes an article out at once, and strikes what was quoted of it on Confirm', async () => {
    const closed = stage.discord.channel({ name: 'closed' });
    const [kept, deleted, unreachable] = [await ask(), await ask(), await ask(closed.id)];
    await awaitAnswers(3);
    stage.discord.remove(deleted);
    stage.discord.permitBot(closed.id, []);

    const reason = 'The *ferry* never sank.';
    const message = await stage.report('withdraw', { article: 'Ferry', reason });
    expect(message.text).toMatch(/^Done\./u);
    expect(message.text).toContain('3 public answers of the last 30 days quoted it:');
    for (const answer of [kept, deleted, unreachable]) expect(message.text).toContain(answer.url);
    expect(kept.text).toContain('A ferry sank');
    expect(stage.desk.files()).not.toHaveProperty('ferry.md');

    await stage.restart();
    await stage.discord.press(stage.moderator, message, 'Strike the quotes');
    await stage.discord.waitFor(() => message.text.startsWith('Answers whose quotes'), {
      what: 'the strike',
    });
    expect(message.text).toBe(
      [
        'Answers whose quotes were struck: 1',
        'Answers that have been deleted: 1',
        'Answers that Discord does not let me edit: 1',
        `- ${unreachable.url}`,
      ].join('\n'),
    );
    expect(kept.text).not.toContain('A ferry sank');
    expect(kept.text).toMatch(
      /^\*\*Withdrawn on 22 Nov 2026: The \\\*ferry\\\* never sank\.\*\*\n-# \[\d\] Coast Gazette · /mu,
    );
    expect(kept.text).toContain('opened on Monday');
    const contexts = kept.buttons.filter(({ label }) => label.startsWith('Context'));
    expect(contexts).toHaveLength(1);
    expect(kept.pings).toEqual([]);
  });

  it('finds nothing left to strike the second time', async () => {
    stage.desk.lay({ 'ferry.md': FERRY });
    await stage.report('reload');
    const message = await stage.report('withdraw', { article: 'ferry', reason: 'Still false.' });
    await stage.discord.press(stage.moderator, message, 'Strike the quotes');
    await stage.discord.waitFor(() => message.text.startsWith('Answers whose quotes'), {
      what: 'the strike',
    });
    expect(message.text).toContain(
      'Answers whose quotes were struck: 0\nAnswers that quote it no longer: 1\n',
    );
  });

  it('says so when no public answer quoted the article', async () => {
    stage.desk.lay({ 'rain.md': 'title: Rain\n---\nRain fell on Sunday.' });
    await stage.report('reload');
    const message = await stage.report('withdraw', { article: 'rain', reason: 'False.' });
    expect(message.text).toMatch(/No public answer of the last 30 days quoted it\.$/u);
    expect(message.buttons).toEqual([]);
  });

  it('brings an article back', async () => {
    const message = await stage.report('restore', { article: 'rain' });
    expect(message.text).toMatch(/^Done\.\nAdded: 1\n• rain · Rain\n/u);
    expect(stage.desk.files()).toHaveProperty('rain.md');
  });
});

describe('the audit channel', () => {
  it('has every change: what, by whom, when, from which revision to which', () => {
    const posts = stage.discord.messages(stage.auditChannelId).map(({ text }) => text);
    expect(posts.map((text) => text.split(' · ')[0])).toEqual([
      '**Article withdrawn**',
      '**Quotes struck**',
      '**Reloaded**',
      '**Article withdrawn**',
      '**Quotes struck**',
      '**Reloaded**',
      '**Article withdrawn**',
      '**Article restored**',
    ]);
    expect(posts[0]).toMatch(
      new RegExp(
        `^\\*\\*Article withdrawn\\*\\* · ferry · <@${stage.moderator.id}> · <t:\\d+:f>\nThe .+ sank\\.\n-# Corpus [0-9a-f]{7} → [0-9a-f]{7}$`,
        'u',
      ),
    );
    const pings = stage.discord.messages(stage.auditChannelId).flatMap((message) => message.pings);
    expect(pings).toEqual([]);
  });

  it('may be out of reach: that is logged once, and nothing else suffers', async () => {
    stage.discord.permitBot(stage.auditChannelId, []);
    const count = (): number => stage.errors.filter((text) => text.startsWith('the audit channel')).length;
    for (const article of ['rain', 'bridge']) {
      const message = await stage.report('pin', { question: `What of ${article}?`, article });
      expect(message.text).toMatch(/^Pinned: /u);
    }
    // Entries are posted in their order, so that both have been tried by then.
    stage.discord.permitBot(stage.auditChannelId, ['ViewChannel', 'SendMessages']);
    const before = stage.discord.messages(stage.auditChannelId).length;
    await stage.report('unpin', { pin: 'What of rain?' });
    await stage.discord.waitFor(() => stage.discord.messages(stage.auditChannelId).length > before);
    expect(count()).toBe(1);
  });
});
