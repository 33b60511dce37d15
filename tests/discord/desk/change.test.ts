import { afterEach, describe, expect, it } from 'vitest';
import { Fault } from '../../../src/core/model/fault.js';
import { DRAFT_LIFETIME_MS } from '../../../src/core/model/limits.js';
import type { LiveMessage } from '../../support/local-discord/index.js';
import { stageDesk } from '../../support/stage-desk.js';

const BRIDGE = 'title: Bridge\noutlet: Daily Lantern\n---\nThe bridge opened on Monday.\n\nIt cost much.';
const FERRY = 'title: Ferry\noutlet: Coast Gazette\n---\nA ferry sank on Friday.';
const RAIN = 'title: Rain\n---\nRain fell on Sunday.';

const stage = stageDesk({ 'bridge.md': BRIDGE, 'ferry.md': FERRY });
const GONE = 'This has been confirmed or cancelled already, or is too old. Please start again.';

/** Brings folder and corpus back to the first two articles. */
afterEach(async () => {
  stage.desk.failWriting = null;
  const files = Object.keys(stage.desk.files()).map((file) => [file, null] as const);
  stage.desk.lay({ ...Object.fromEntries(files), 'bridge.md': BRIDGE, 'ferry.md': FERRY });
  for (const { id } of await stage.state.pins.list()) await stage.state.pins.remove(id);
  const message = await stage.report('reload');
  if (message.buttons.length > 0) await stage.press(message, 'Confirm');
});

/** What a press is told that changes nothing. */
async function tell(message: LiveMessage, button: string, member = stage.moderator): Promise<string> {
  const pressed = await stage.discord.press(member, message, button);
  return pressed.kind === 'message' ? pressed.message.text : (await pressed.followup()).text;
}

describe('/corpus reload', () => {
  it('goes ahead where nothing is lost', async () => {
    stage.desk.lay({ 'rain.md': RAIN });
    expect((await stage.report('reload')).text).toMatch(/^Reloaded\.\nAdded: 1\n• rain · Rain\n/u);
  });

  it('waits for Confirm before an article is lost', async () => {
    stage.desk.lay({ 'ferry.md': null });
    const message = await stage.report('reload');
    expect(message.text).toMatch(/^Nothing has changed yet: something would be lost\./u);
    expect(message.text).toContain('Removed: 1\n• ferry · Ferry');
    await stage.press(message, 'Confirm');
    expect(message.text).toMatch(/^Reloaded\.\nRemoved: 1\n/u);
    expect(stage.desk.services.loaded().corpus.article('ferry')).toBeUndefined();
  });

  it('waits for Confirm before a pinned question is lost', async () => {
    await stage.report('pin', { question: 'When did the ferry sink?', article: 'ferry' });
    stage.desk.lay({ 'ferry.md': 'title: Boats\n---\nNothing of interest happened.' });
    const message = await stage.report('reload');
    expect(message.text).toContain('Pinned questions lost: 1\n• “When did the ferry sink?” → ferry');
    await stage.press(message, 'Cancel');
    expect(message.text).toBe('Cancelled. Nothing has changed.');
    expect(stage.desk.services.loaded().corpus.article('ferry')?.title).toBe('Ferry');
  });

  it('only shows what would change when a preview is asked for', async () => {
    stage.desk.lay({ 'ferry.md': null });
    const message = await stage.report('reload', { preview: true });
    expect(message.text).toMatch(/^This is what a reload would change\. Nothing has changed yet\.\n/u);
    expect(message.buttons).toEqual([]);
  });

  it('does on Confirm after a restart what was shown before', async () => {
    stage.desk.lay({ 'ferry.md': null });
    const message = await stage.report('reload');
    await stage.restart();
    await stage.press(message, 'Confirm');
    expect(message.text).toMatch(/^Reloaded\.\nRemoved: 1\n/u);
  });

  it('does nothing on Confirm when the folder has changed again', async () => {
    stage.desk.lay({ 'ferry.md': null });
    const message = await stage.report('reload');
    stage.desk.lay({ 'rain.md': RAIN });
    await stage.press(message, 'Confirm');
    expect(message.text).toContain('The articles have changed since this was shown, so nothing was done.');
    expect(stage.desk.services.loaded().corpus.article('ferry')).toBeDefined();
  });

  it('does nothing on Confirm when another moderator has changed the articles', async () => {
    const other = stage.discord.member({ permissions: ['ViewChannel', 'ManageGuild'] });
    stage.desk.lay({ 'ferry.md': null });
    const [mine, theirs] = [await stage.report('reload'), await stage.report('reload', {}, other)];
    await stage.press(mine, 'Confirm');
    await stage.press(theirs, 'Confirm', other);
    expect(theirs.text).toBe(
      'The articles have changed since this was shown, so nothing was done. Please start again.',
    );
    expect(theirs.buttons).toEqual([]);
  });

  it('does once what is confirmed twice at once', async () => {
    stage.desk.lay({ 'ferry.md': null });
    const message = await stage.report('reload');
    const presses = await Promise.all(
      [1, 2].map(() => stage.discord.press(stage.moderator, message, 'Confirm')),
    );
    await stage.discord.waitFor(() => message.text.startsWith('Reloaded.'), { what: 'the report' });
    const told = await stage.discord.waitFor(() => presses.flatMap(({ followups }) => followups)[0], {
      what: 'the refusal',
    });
    expect(told.text).toBe(GONE);
  });

  it.each([
    ['just before the hour is over', DRAFT_LIFETIME_MS - 1, /^Reloaded\./u],
    ['when the hour is over', DRAFT_LIFETIME_MS, /^Reloaded\./u],
    ['after the hour', DRAFT_LIFETIME_MS + 1, null],
  ])('can be confirmed for an hour: %s', async (_name, after, done) => {
    const start = stage.clock;
    stage.desk.lay({ 'ferry.md': null });
    const message = await stage.report('reload');
    stage.clock = start + after;
    if (done === null) expect(await tell(message, 'Confirm')).toBe(GONE);
    else expect((await stage.press(message, 'Confirm')).text).toMatch(done);
    stage.clock = start;
  });

  it('can be confirmed again when the folder could not be written', async () => {
    stage.desk.lay({ 'ferry.md': null });
    const message = await stage.report('reload');
    stage.desk.failWriting = new Fault('CHANGE_UNWRITTEN', 'full', { facts: { detail: 'ENOSPC' } });
    await stage.press(message, 'Confirm');
    expect(message.text).toContain('The change could not be written (ENOSPC)');
    stage.desk.failWriting = null;
    await stage.press(message, 'Confirm');
    expect(message.text).toMatch(/^Reloaded\./u);
  });
});

describe('/corpus edit', () => {
  it('opens the front matter, and saves it', async () => {
    const opened = await stage.corpus('edit', { article: 'ferry' });
    expect(opened.fields.map(({ initial }) => initial)).toEqual(['title: Ferry\noutlet: Coast Gazette']);
    const sent = await stage.discord.submitModal(stage.moderator, opened, {
      yaml: 'title: Ferry sinks\noutlet: Coast Gazette',
    });
    const message = await sent.settled();
    expect(message.text).toMatch(/^Done\.\nChanged: 1\n• ferry · Ferry sinks\n/u);
    expect(stage.desk.files()['ferry.md']).toContain('title: Ferry sinks\n');
  });

  it('says what is wrong, and opens again with what was typed', async () => {
    const opened = await stage.corpus('edit', { article: 'ferry' });
    const sent = await stage.discord.submitModal(stage.moderator, opened, { yaml: 'title: [broken' });
    const message = await sent.settled();
    expect(message.text).toMatch(
      /^That cannot be saved, so nothing has changed\. .*published.* must be a date/u,
    );

    const again = await stage.discord.press(stage.moderator, message, 'Open the form again');
    expect(again.fields.map(({ initial }) => initial)).toEqual(['title: [broken']);
    await stage.discord.submitModal(stage.moderator, again, { yaml: 'title: Mended' });
    await stage.discord.waitFor(() => message.text.startsWith('Done.'), { what: 'the report' });
    expect(stage.desk.files()['ferry.md']).toContain('title: Mended\n');
  });

  it('does not save over what another moderator saved meanwhile', async () => {
    const other = stage.discord.member({ permissions: ['ViewChannel', 'ManageGuild'] });
    const mine = await stage.corpus('edit', { article: 'ferry' });
    const theirs = await stage.corpus('edit', { article: 'ferry' }, other);
    await (await stage.discord.submitModal(other, theirs, { yaml: 'title: Theirs' })).settled();
    const sent = await stage.discord.submitModal(stage.moderator, mine, { yaml: 'title: Mine' });
    const message = await sent.settled();
    expect(message.text).toMatch(/^Nothing was saved: the front matter was changed while you edited it\./u);
    expect(stage.desk.files()['ferry.md']).toContain('title: Theirs\n');
    const again = await stage.discord.press(stage.moderator, message, 'Open the form again');
    expect(again.fields.map(({ initial }) => initial)).toEqual(['title: Mine']);
  });

  it.each([
    [4000, 'modal'],
    [4001, 'message'],
  ])('opens a front matter of %i characters as a %s', async (chars, kind) => {
    const head = 'title: Ferry\noutlet: ';
    stage.desk.lay({ 'ferry.md': `${head}${'x'.repeat(chars - head.length)}\n---\nA ferry sank.` });
    const opened = await stage.corpus('edit', { article: 'ferry' });
    expect(opened.kind).toBe(kind);
    if (kind === 'message')
      expect(opened.message.text).toContain('over 4,000 characters, too long for a form');
  });
});

describe('/corpus rollback', () => {
  it('shows what would change, and goes back on Confirm', async () => {
    const before = stage.desk.services.loaded().corpus.summary.revision;
    stage.desk.lay({ 'rain.md': RAIN });
    await stage.report('reload');
    const message = await stage.report('rollback', { revision: before });
    expect(message.text).toMatch(
      /^This is what would change\. Nothing has changed yet\.\nRemoved: 1\n• rain/u,
    );
    await stage.press(message, 'Confirm');
    expect(message.text).toMatch(/^Done\.\nRemoved: 1\n/u);
    expect(stage.desk.files()).not.toHaveProperty('rain.md');
    const entries = await stage.state.audit.list(50);
    expect(entries).toContainEqual(
      expect.objectContaining({ action: 'rollback', subject: before, to: before }),
    );
  });

  it('takes the number of the history, and offers what is kept', async () => {
    stage.desk.lay({ 'rain.md': RAIN });
    await stage.report('reload');
    const [newest] = await stage.state.revisions.list(1);
    const number = String(newest?.number ?? 0);
    const message = await stage.report('rollback', { revision: `#${number}` });
    expect(message.text).toContain('No article has changed.');
    const choices = await stage.discord.autocomplete(
      stage.moderator,
      'corpus',
      'revision',
      '',
      {},
      { subcommand: 'rollback' },
    );
    expect(choices[0]?.name).toMatch(new RegExp(`^#${number} · [0-9a-f]{7} · \\d{4}-\\d\\d-\\d\\d `, 'u'));
    expect(choices[0]?.value).toBe(newest?.revision);
  });

  it('says so when there is no such revision', async () => {
    expect((await stage.report('rollback', { revision: '9999' })).text).toBe(
      'I keep no revision 9999. /corpus history lists those that I keep.',
    );
  });

  it('does not go back over what was withdrawn meanwhile', async () => {
    const before = stage.desk.services.loaded().corpus.summary.revision;
    stage.desk.lay({ 'rain.md': RAIN });
    await stage.report('reload');
    const message = await stage.report('rollback', { revision: before });
    await stage.report('withdraw', { article: 'ferry', reason: 'It was false.' });
    await stage.press(message, 'Confirm');
    expect(message.text).toContain('The articles have changed since this was shown');
    expect(stage.desk.files()).not.toHaveProperty('ferry.md');
  });
});

describe('the desk', () => {
  it.each([
    ['reload', {}],
    ['add', { link: 'https://x.example/' }],
    ['withdraw', { article: 'ferry', reason: 'No.' }],
    ['edit', { article: 'ferry' }],
    ['history', {}],
    ['log', {}],
  ])('refuses /corpus %s to a member without rights', async (subcommand, options) => {
    const { message } = await stage.corpus(subcommand, options, stage.discord.member());
    expect(message.text).toBe(
      'Only moderators can do this: members with Manage Server, or with a moderator role.',
    );
    expect(message.ephemeral).toBe(true);
  });

  it('refuses an old Confirm and an old form to a moderator who no longer is one', async () => {
    const someone = stage.discord.member({ permissions: ['ViewChannel', 'ManageGuild'] });
    stage.desk.lay({ 'ferry.md': null });
    const message = await stage.report('reload', {}, someone);
    const opened = await stage.corpus('edit', { article: 'bridge' }, someone);
    const former = stage.discord.member({ id: someone.id, permissions: ['ViewChannel'] });
    expect(await tell(message, 'Confirm', former)).toMatch(/^Only moderators can do this/u);
    const sent = await stage.discord.submitModal(former, opened, { yaml: 'title: Mine' });
    expect(sent.message.text).toMatch(/^Only moderators can do this/u);
    expect(stage.desk.services.loaded().corpus.article('ferry')).toBeDefined();
    expect(stage.desk.files()['bridge.md']).toBe(BRIDGE);
  });
});
