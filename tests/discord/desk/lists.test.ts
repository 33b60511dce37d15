import { beforeAll, describe, expect, it } from 'vitest';
import { stageDesk } from '../../support/stage-desk.js';

const stage = stageDesk({
  'bridge.md': 'title: Bridge\n---\nA bridge over the river Athi opened on Monday.',
  'ferry.md': 'title: Ferry\n---\nA ferry sank on Friday.',
});

const at = Date.UTC(2026, 10, 22);

describe('/corpus pin, pins and unpin', () => {
  it('pins a question, and says whether it is answered', async () => {
    const met = await stage.report('pin', { question: 'When did the ferry sink?', article: 'ferry' });
    expect(met.text).toBe('Pinned: “When did the ferry sink?” → ferry\nThe article answers it now.');
    const unmet = await stage.report('pin', { question: 'Who sang in the choir?', article: 'bridge' });
    expect(unmet.text).toMatch(/\nThe article does not answer it yet\.$/u);
  });

  it('lists them, those first that are not answered', async () => {
    expect((await stage.report('pins')).text).toBe(
      [
        '**Pinned questions: 2**',
        '- not answered: “Who sang in the choir?” → bridge',
        '- answered: “When did the ferry sink?” → ferry',
      ].join('\n'),
    );
  });

  it('offers them to be taken off', async () => {
    const use = { subcommand: 'unpin' };
    const choices = await stage.discord.autocomplete(stage.moderator, 'corpus', 'pin', 'choir', {}, use);
    expect(choices.map(({ name }) => name)).toEqual(['“Who sang in the choir?” → bridge']);
    const removed = await stage.report('unpin', { pin: String(choices[0]?.value) });
    expect(removed.text).toBe('Taken off: “Who sang in the choir?” → bridge');
    expect((await stage.report('unpin', { pin: 'nothing' })).text).toBe(
      'There is no such pinned question. /corpus pins lists them.',
    );
  });
});

describe('/corpus gaps', () => {
  it('lists what two members or more have asked, without names', async () => {
    const gaps = [
      ['1', 'Who mends the school roof?', 'refused'],
      ['2', 'Who mends the school roof?', 'voted-down'],
      ['3', 'Where is my *own* house?', 'refused'],
    ] as const;
    for (const [memberId, question, cause] of gaps)
      await stage.state.gaps.add({ memberId, question, cause, at });
    const { text } = await stage.report('gaps');
    expect(text).toContain(
      '- Who mends the school roof?\n-# asked 2 times by 2 members, voted down once · <t:',
    );
    expect(text).not.toContain('house');
    expect(text).not.toContain('<@');
  });
});

describe('/corpus votes', () => {
  it('counts the votes, and shows what is worst off', async () => {
    const messageId = '123456789012345678';
    const answer = { messageId, channelId: '1', guildId: '1', askerId: '1', revision: 'abcdef0', at };
    await stage.state.answers.put({ ...answer, question: 'Who built it?', handles: ['bridge#1'] });
    const vote = { messageId, isUp: false, at };
    await stage.state.votes.cast({ ...vote, voterId: '1', reason: 'outdated' });
    await stage.state.votes.cast({ ...vote, voterId: '2', reason: null });
    await stage.state.votes.cast({ ...vote, voterId: '3', isUp: true, reason: null });
    expect((await stage.report('votes')).text).toBe(
      [
        '**Votes: 1 up, 2 down**',
        '- Who built it?',
        '-# 1 up, 2 down · It is out of date (1)',
        '-# bridge#1',
      ].join('\n'),
    );
  });
});

describe('/corpus history and log', () => {
  beforeAll(async () => {
    for (let i = 0; i < 12; i += 1) {
      stage.desk.lay({ [`story-${i}.md`]: `title: Story ${i}\n---\nStory number ${i}.` });
      await stage.report('reload');
    }
  });

  it('lists the states newest first, page by page', async () => {
    const message = await stage.report('history');
    expect(message.text).toMatch(
      /^\*\*States of the articles, newest first\*\*\n\*\*#12\*\* · [0-9a-f]{7} · Reloaded · <@/u,
    );
    expect(message.text).toContain(
      'Added: 1 (story-11)\n-# 14 articles · loaded now · can be gone back to\n',
    );
    expect(message.text).not.toContain('#2**');
    await stage.press(message, 'More');
    expect(message.text).toContain('#2**');
    expect(message.text).not.toContain('#12**');
    await stage.press(message, 'Back to first');
    expect(message.text).toContain('#12**');
  });

  it('lists what was done last', async () => {
    const { text } = await stage.report('log');
    expect(text).toMatch(/^\*\*What was done last\*\*\n\*\*Reloaded\*\* · <@/u);
  });

  it('tells that a change of the folder waits for somebody to confirm it', async () => {
    const states = { from: 'abcdef0', to: 'abcdef0' };
    await stage.state.audit.add({
      at: stage.clock + 1,
      by: null,
      action: 'watch',
      subject: '1234567',
      note: 'gone: a',
      ...states,
    });
    const { text } = await stage.report('log');
    expect(text).toContain('\nNot loaded, since something would be lost. /corpus reload shows it, ');
  });

  it('turns no page for a member without rights', async () => {
    const message = await stage.report('log');
    const former = stage.discord.member({ id: stage.moderator.id, permissions: ['ViewChannel'] });
    const before = message.text;
    const pressed = await stage.discord.press(former, message, 'More');
    expect(pressed.message.text).toMatch(/^Only moderators can do this/u);
    expect(message.text).toBe(before);
  });
});

describe('/help', () => {
  it('names the moderators’ commands to moderators only', async () => {
    const help = async (member: typeof stage.moderator): Promise<string> =>
      (await stage.discord.slash(member, 'help')).message.text;
    expect(await help(stage.moderator)).toContain('`/corpus withdraw` takes an article out');
    expect(await help(stage.discord.member())).not.toContain('/corpus');
  });
});
