import { describe, expect, it } from 'vitest';
import { stageDesk } from '../../support/stage-desk.js';

const stage = stageDesk({
  'bridge.md': 'title: Bridge\noutlet: Daily Lantern\n---\nThe bridge opened on Monday.',
});

const BUTTONS = ['Add', 'Change details', 'Cancel'];

function labels(message: { readonly buttons: readonly { readonly label: string }[] }): string[] {
  return message.buttons.map(({ label }) => label);
}

describe('/corpus add', () => {
  it('shows a page as it will look, and adds it on Confirm', async () => {
    const message = await stage.report('add', { link: 'https://rain.example/news' });
    expect(message.ephemeral).toBe(true);
    expect(message.text).toContain('Nothing has been added yet.\nHeadline: Page of rain.example\n');
    expect(message.text).toContain('Link: https\\:');
    expect(message.text).toContain('> It was printed there.\n-# outlet unknown · date unknown · ');
    expect(labels(message)).toEqual(BUTTONS);
    expect(stage.desk.files()).not.toHaveProperty('page-of-rain-example.md');

    await stage.press(message, 'Add');
    expect(message.text).toMatch(/^Done\.\nAdded: 1\n• page-of-rain-example · Page of rain\.example\n/u);
    expect(message.buttons).toEqual([]);
    expect(stage.desk.files()).toHaveProperty('page-of-rain-example.md');
    const [entry] = await stage.state.audit.list(1);
    expect(entry).toMatchObject({
      action: 'add',
      by: stage.moderator.id,
      subject: 'page-of-rain-example',
    });
  });

  it('reads a file that is sent', async () => {
    const file = { name: 'flood.txt', content: 'Flood\n\nThe river rose.', contentType: 'text/plain' };
    const message = await stage.report('add', { file });
    expect(message.text).toContain('Headline: Flood\n');
    expect(message.text).toContain('> The river rose.');
  });

  it('joins what is pasted into the fields of a form', async () => {
    const opened = await stage.corpus('add');
    expect(opened.fields.map(({ label }) => label)).toEqual([
      'Text, headline first',
      'Text, part 2',
      'Text, part 3',
      'Text, part 4',
    ]);
    const sent = await stage.discord.submitModal(stage.moderator, opened, {
      part1: 'Drought',
      part2: 'No rain fell.',
      part4: 'Wells ran dry.',
    });
    const message = await sent.settled();
    expect(message.text).toContain('Headline: Drought\n');
    expect(message.text).toContain('> No rain fell.\n');
    expect(message.text).toContain('> Wells ran dry.\n');
  });

  it('takes either a link or a file', async () => {
    const file = { name: 'a.txt', content: 'A' };
    const { message } = await stage.corpus('add', { file, link: 'https://rain.example/' });
    expect(message.text).toBe('Give either a link or a file, not both.');
  });

  it('shows the article anew with the details that are typed', async () => {
    const message = await stage.report('add', { link: 'https://mend.example/' });
    const opened = await stage.discord.press(stage.moderator, message, 'Change details');
    expect(opened.fields.map(({ initial }) => initial)).toEqual([
      'Page of mend.example',
      '',
      '',
      'https://mend.example/',
      '',
    ]);
    const before = message.edits;
    await stage.discord.submitModal(stage.moderator, opened, {
      Headline: 'Mended',
      Outlet: 'Coast Gazette',
      Date: '2023-08',
    });
    await stage.discord.waitFor(() => message.edits > before, { what: 'the preview' });
    expect(message.text).toContain('Headline: Mended\nOutlet: Coast Gazette\nDate: Aug 2023\n');
    expect(labels(message)).toEqual(BUTTONS);
    await stage.press(message, 'Add');
    expect(stage.desk.files()).toHaveProperty('mended.md');
  });

  it.each([
    ['Date', 'soon', '`Date` must be a date such as 2023-08-16'],
    ['Link', 'rain', '`Link` must be an address'],
  ])('says what is wrong with the %s, and keeps what was typed', async (field, typed, problem) => {
    const message = await stage.report('add', { link: 'https://wrong.example/' });
    const opened = await stage.discord.press(stage.moderator, message, 'Change details');
    const before = message.edits;
    await stage.discord.submitModal(stage.moderator, opened, { [field]: typed, Outlet: 'Kept' });
    await stage.discord.waitFor(() => message.edits > before, { what: 'the problem' });
    expect(message.text.replaceAll('\\', '')).toContain(problem);
    expect(labels(message)).toEqual(['Change details', 'Cancel']);

    const again = await stage.discord.press(stage.moderator, message, 'Change details');
    const values = again.fields.map(({ initial }) => initial);
    expect(values).toContain(typed);
    expect(values).toContain('Kept');
  });

  it('names the article that it repeats', async () => {
    const file = { name: 'b.txt', content: 'Bridge\n\nThe bridge opened on Monday.' };
    const message = await stage.report('add', { file });
    expect(message.text).toContain('It repeats:\n- bridge · Bridge · 88 % of the text alike');
  });

  it('does not add what another moderator has added meanwhile', async () => {
    const other = stage.discord.member({ permissions: ['ViewChannel', 'ManageGuild'] });
    const options = { link: 'https://twice.example/' };
    const [mine, theirs] = [await stage.report('add', options), await stage.report('add', options, other)];
    await stage.press(mine, 'Add');
    await stage.press(theirs, 'Add', other);
    expect(theirs.text).toMatch(/^Nothing has been added: since this was shown, an article was added/u);
    expect(theirs.text).toContain('It repeats:\n- page-of-twice-example');
    expect(labels(theirs)).toEqual(BUTTONS);
  });

  it('forgets what is cancelled', async () => {
    const message = await stage.report('add', { link: 'https://no.example/' });
    await stage.press(message, 'Cancel');
    expect(message.text).toBe('Cancelled. Nothing has changed.');
    expect(message.buttons).toEqual([]);
    expect(stage.desk.files()).not.toHaveProperty('page-of-no-example.md');
  });

  it('adds after a restart what was shown before', async () => {
    const message = await stage.report('add', { link: 'https://later.example/' });
    await stage.restart();
    await stage.press(message, 'Add');
    expect(message.text).toMatch(/^Done\.\nAdded: 1\n/u);
  });
});
