import { beforeAll, describe, expect, it } from 'vitest';
import { FAILURES, type LiveMessage, type LocalDiscord } from '../support/local-discord/index.js';
import { LANTERN_CORPUS, writeLongArticle } from '../support/lantern-corpus.js';
import { stageNukuu } from '../support/stage-nukuu.js';

const stage = stageNukuu({ files: { ...LANTERN_CORPUS, 'dam.md': writeLongArticle(12) } });
let discord: LocalDiscord;

beforeAll(() => {
  ({ discord } = stage);
});

const labels = ({ buttons }: Pick<LiveMessage, 'buttons'>): string[] =>
  buttons.map(({ label, emoji }) => label || (emoji ?? ''));

describe('/ask', () => {
  it('quotes the passage, marks the answer sentence and cites it in full', async () => {
    const { message, ephemeral } = await discord.slash(discord.member(), 'ask', {
      question: 'Who built the bridge?',
      results: 1,
    });
    expect(ephemeral).toBe(false);
    expect(message.text).toMatch(
      [
        '**Who built the bridge?**',
        '-# results 1',
        '> The county opened a bridge over the river Athi on Monday morning. **Engineer Mwende Kilonzo built it in two years.** The bridge cost 40 million shillings.',
        '-# [1] Daily Lantern · 6 Mar 2023 · [Bridge opens over the Athi](<https://lantern.example/news/bridge#:~:text=Engineer%20Mwende%20Kilonzo%20built%20it%20in%20two%20years.>) · ¶1 of 4',
      ].join('\n'),
    );
    expect(message.text).toMatch(/\n-# Corpus [0-9a-f]{7} · 4 articles · Nov 2022 – 1 May 2023$/u);
    expect(message.pings).toEqual([]);
    expect(labels(message)).toEqual(['Context 1', 'More', 'Why', 'Delete', '👍', '👎']);
  });

  it("shows an article's caution with its quote", async () => {
    const { message } = await discord.slash(discord.member(), 'ask', {
      question: 'When did the ferry sink?',
    });
    expect(message.text).toContain('-# ⚠️ Caution: The number of people rescued was later corrected to 14.');
  });

  it('answers in Swahili from Swahili', async () => {
    const { message } = await discord.slash(discord.member(), 'ask', {
      question: 'Nani waliwatawanya waandamanaji?',
    });
    expect(message.text).toContain('**Polisi waliwatawanya waandamanaji kwa vitoa machozi.**');
  });

  it('says that nothing was found, which words are unknown, and what is near', async () => {
    const { message } = await discord.slash(discord.member(), 'ask', {
      question: 'Which astronaut orbited Jupiter over the bridge?',
    });
    expect(message.text).toContain('I found nothing about that in the articles.');
    expect(message.text).toContain('No article mentions “astronaut”, “orbited” or “Jupiter”.');
    expect(message.text).toContain('The articles are dated Nov 2022 – 1 May 2023.');
    expect(message.text).toMatch(/Articles that may be related:\n- \[Bridge opens over the Athi\]/u);
    expect(labels(message)).toEqual(['Show closest passages', 'Delete']);
  });

  it('says how it read misspelt words, before the quotes and in a refusal', async () => {
    const { message } = await discord.slash(discord.member(), 'ask', {
      question: 'Who bilt the brigde over the Athi?',
      results: 1,
    });
    expect(message.text).toContain(
      '**Who bilt the brigde over the Athi?**\n-# results 1\nShowing results for “built” (you typed “bilt”), “bridge” (you typed “brigde”).\n> The county',
    );
    expect(message.text).toContain('**Engineer Mwende Kilonzo built it in two years.**');

    const refused = await discord.slash(discord.member(), 'ask', {
      question: 'Which astronaut saw the brigde?',
    });
    expect(refused.message.text).toContain(
      'Showing results for “bridge” (you typed “brigde”).\nI found nothing about that in the articles.',
    );
  });

  it('keeps to an outlet and dates, and counts the undated articles it left out', async () => {
    const { message } = await discord.slash(discord.member(), 'ask', {
      question: 'ferry market',
      outlet: 'coast gazette',
      since: '2022',
      until: '2022-11-30',
    });
    expect(message.text).toContain('-# since 2022 · until 2022-11-30 · outlet Coast Gazette');
    expect(message.text).toContain('One undated article was left out.');
    expect(message.text).not.toContain('Daily Lantern');
  });

  it('names the dates that words mean, and the day of a question with a relative date', async () => {
    const { message } = await discord.slash(discord.member(), 'ask', {
      question: 'What did the ferry carry, told since the year before or last year?',
      since: 'Nov 2022',
      until: 'today',
    });
    expect(message.text).toMatch(/^-# since 2022-11 · until (\d{4}-\d{2}-\d{2}) · asked \1$/mu);
  });

  it.each([
    [
      { since: 'soon' },
      '"soon" is not a date that "since" can take. Write 2023, 2023-08, 2023-08-16, or words such as "20 Nov 2026" or "last week".',
    ],
    [{ since: '2024', until: '2023' }, '"since" (2024) is after "until" (2023). Please swap them.'],
    [{ outlet: 'Nobody' }, 'No article is from "Nobody". The outlets are: Coast Gazette, Daily Lantern.'],
  ])('tells the member alone what to do about %o', async (options, sentence) => {
    const { message, ephemeral } = await discord.slash(discord.member(), 'ask', {
      question: 'ferry',
      ...options,
    });
    expect(ephemeral).toBe(true);
    expect(message.text.replaceAll('\\', '')).toBe(sentence);
  });

  it('says so when the options leave no article', async () => {
    const { message } = await discord.slash(discord.member(), 'ask', { question: 'ferry', since: '2030' });
    expect(message.text).toContain('No article matches these filters.');
  });

  it('gives a question no markup and no ping', async () => {
    const question = '@everyone **bold** <@1> https://a.example ferry [x](https://b.example)';
    const { message } = await discord.slash(discord.member(), 'ask', { question });
    expect(message.pings).toEqual([]);
    expect(message.text).toContain('\\@everyone \\*\\*bold\\*\\* \\<\\@1> https\\://a.example ferry');
  });

  it('works in direct messages', async () => {
    const { message } = await discord.slash(discord.member({ guildId: null }), 'ask', { question: 'ferry' });
    expect(message.text).toContain('A ferry sank');
  });
});

describe('autocomplete', () => {
  it('offers what was typed, then headlines that match', async () => {
    const choices = await discord.autocomplete(discord.member(), 'ask', 'question', 'ferry on the athi');
    expect(choices.map(({ name }) => name)).toEqual([
      'ferry on the athi',
      'Ferry sinks: 12 rescued on the Athi',
      'Bridge opens over the Athi',
    ]);
  });

  it('offers headlines alone for a question too long for a choice', async () => {
    const choices = await discord.autocomplete(
      discord.member(),
      'ask',
      'question',
      `ferry ${'x'.repeat(100)}`,
    );
    expect(choices.map(({ name }) => name)).toEqual(['Ferry sinks: 12 rescued on the Athi']);
  });

  it('offers outlets', async () => {
    const choices = await discord.autocomplete(discord.member(), 'ask', 'outlet', 'gaz');
    expect(choices.map(({ value }) => value)).toEqual(['Coast Gazette']);
  });

  it('offers articles by title and by id', async () => {
    const byTitle = await discord.autocomplete(discord.member(), 'source', 'article', 'maanda');
    const byId = await discord.autocomplete(discord.member(), 'source', 'article', 'soko');
    expect(byTitle.map(({ value }) => value)).toEqual(['soko']);
    expect(byId.map(({ name }) => name)).toEqual(['Maandamano sokoni']);
  });
});

describe('Context', () => {
  it('opens, widens and folds in place for the asker, the citation moving with the span', async () => {
    const asker = discord.member();
    const { message } = await discord.slash(asker, 'ask', {
      question: 'Which second bridge would follow in Kibwezi?',
      results: 2,
    });
    const before = message.text;
    expect(before).toContain('· ¶3 of 4');

    const opened = await discord.press(asker, message, 'Context 1');
    expect(opened.updated).toBe(true);
    expect(message.text).toContain('They asked for lamps on the bridge.\n> \n> **Governor Peter Okello');
    expect(message.text).toContain('· ¶2–4 of 4');
    expect(message.text.match(/^> /gmu)).toHaveLength(5);
    expect(labels(message)).toEqual(['Fold 1', 'Wider 1', 'Context 2', 'Why', 'Delete', '👍', '👎']);

    await discord.press(asker, message, 'Wider 1');
    expect(message.text).toContain('· ¶1–4 of 4');
    expect(labels(message)).not.toContain('Wider 1');

    await discord.press(asker, message, 'Fold 1');
    expect(message.text).toBe(before);
    expect(labels(message)).toEqual(['Context 1', 'Context 2', 'Why', 'Delete', '👍', '👎']);
  });

  it('shows another member the view privately and leaves the message alone', async () => {
    const { message } = await discord.slash(discord.member(), 'ask', {
      question: 'What would follow in Kibwezi?',
    });
    const before = message.text;
    const other = await discord.press(discord.member(), message, 'Context 1');
    expect(other.ephemeral).toBe(true);
    expect(other.message.text).toContain('· ¶2–4 of 4');
    expect(message.text).toBe(before);
  });
});

describe('More', () => {
  it('turns to the passages that follow, and back', async () => {
    const asker = discord.member();
    const { message } = await discord.slash(asker, 'ask', { question: 'dam inquiry at Masinga', results: 5 });
    const first = message.text;
    const shown = (first.match(/^-# \[\d+\]/gmu) ?? []).length;
    expect(shown).toBeGreaterThan(1);

    await discord.press(asker, message, 'More');
    expect(message.text).toContain(`-# [${shown + 1}] Daily Lantern`);
    expect(message.text).toContain('-# results 5');
    await discord.press(asker, message, 'Back to first');
    expect(message.text).toBe(first);
  });
});

describe('Delete', () => {
  it('deletes for the asker', async () => {
    const asker = discord.member();
    const { message } = await discord.slash(asker, 'ask', { question: 'ferry' });
    await discord.press(asker, message, 'Delete');
    await discord.waitFor(() => message.deleted);
  });

  it('deletes for a member who may manage messages, and for no other', async () => {
    const { message } = await discord.slash(discord.member(), 'ask', { question: 'ferry' });
    const refused = await discord.press(discord.member(), message, 'Delete');
    expect(refused.message.text).toBe(
      'Only the member who asked, or one who may manage messages, can delete this.',
    );
    expect(message.deleted).toBe(false);

    const moderator = discord.member({ permissions: ['ViewChannel', 'SendMessages', 'ManageMessages'] });
    await discord.press(moderator, message, 'Delete');
    await discord.waitFor(() => message.deleted);
  });
});

describe('Share', () => {
  const FOLLOW_UP = { method: 'POST', path: /^\/webhooks\// };

  it('posts a private answer for all, naming the asker without a ping, once', async () => {
    const asker = discord.member();
    const response = await discord.slash(asker, 'ask', { question: '12 rescued', private: true, results: 2 });
    expect(response.ephemeral).toBe(true);
    expect(labels(response.message)).toEqual(['Context 1', 'Context 2', 'More', 'Why', 'Share']);

    const pressed = await discord.press(asker, response.message, 'Share');
    const shared = await pressed.followup();
    expect(shared.ephemeral).toBe(false);
    expect(shared.text).toContain(`-# Asked by <@${asker.id}>\n**12 rescued**\n-# results 2\n> `);
    expect(shared.pings).toEqual([]);
    expect(labels(shared)).toEqual(['Context 1', 'Context 2', 'More', 'Why', 'Delete', '👍', '👎']);

    await discord.waitFor(() => labels(response.message).includes('Shared'));
    await discord.press(asker, response.message, 'Context 1');
    expect(response.message.buttons.find(({ label }) => label === 'Shared')?.disabled).toBe(true);

    await discord.press(asker, shared, 'More');
    expect(shared.text).toContain(`-# Asked by <@${asker.id}>\n**12 rescued**\n-# results 2\n> `);
  });

  it('is not offered to a member who looks at the answer of another', async () => {
    const { message } = await discord.slash(discord.member(), 'ask', { question: 'bridge Kibwezi' });
    const { message: view } = await discord.press(discord.member(), message, 'Context 1');
    expect(labels(view)).not.toContain('Share');
  });

  it('stays on offer when the post fails', async () => {
    const asker = discord.member();
    const { message } = await discord.slash(asker, 'ask', { question: 'ferry', private: true });
    discord.fail(FOLLOW_UP, FAILURES.serverError, 4);
    const pressed = await discord.press(asker, message, 'Share');
    expect((await pressed.followup()).text).toContain('Something went wrong on my side');
    expect(labels(message)).toContain('Share');
  });
});

describe('/source', () => {
  it('shows an article page by page', async () => {
    const asker = discord.member();
    const { message } = await discord.slash(asker, 'source', { article: 'dam' });
    expect(message.text).toMatch(
      /^\*\*Dam inquiry in full\*\*\n-# Daily Lantern · 1 May 2023 · author unknown · ¶1–\d+ of 12 · no link\n-# ¶1\n/u,
    );
    const first = message.text;
    await discord.press(asker, message, 'Next');
    expect(message.text).not.toContain('-# ¶1\n');
    await discord.press(asker, message, 'Previous');
    expect(message.text).toBe(first);
  });

  it('shows a paragraph in its context', async () => {
    const { message } = await discord.slash(discord.member(), 'source', { article: 'bridge', paragraph: 3 });
    expect(message.text).toContain('-# ¶2\nTraders');
    expect(message.text).toContain('-# ¶3\n**Governor Peter Okello');
    expect(message.text).toContain('Amina Wekesa');
  });

  it('turns pages privately for another member', async () => {
    const { message } = await discord.slash(discord.member(), 'source', { article: 'dam' });
    const other = await discord.press(discord.member(), message, 'Next');
    expect(other.ephemeral).toBe(true);
  });

  it.each([
    [{ article: 'Dam inquiry in full' }, /Dam inquiry in full/u],
    [{ article: 'inquiry' }, /Dam inquiry in full/u],
    [{ article: 'dam#7' }, /-# ¶7\n\*\*Item 7/u],
    [{ article: 'athi' }, /I know no article "athi"\. Did you mean one of these: bridge, ferry\?/u],
    [{ article: 'nothing like it' }, /I know no article "nothing like it"\. No title or id is like it\./u],
    [
      { article: 'bridge', paragraph: 9 },
      /"Bridge opens over the Athi" has paragraphs 1 to 4, so there is no 9\./u,
    ],
  ])('takes %o', async (options, expected) => {
    const { message } = await discord.slash(discord.member(), 'source', { ...options, private: true });
    expect(message.text).toMatch(expected);
  });
});

describe('/help', () => {
  it('says what the bot does, what it answers from and what it keeps', async () => {
    const { message, ephemeral } = await discord.slash(discord.member(), 'help');
    expect(ephemeral).toBe(true);
    expect(message.text).toContain('word for word');
    expect(message.text).toContain('I never write an answer of my own');
    expect(message.text).toContain('Outlets: Coast Gazette (2), Daily Lantern (2)');
    expect(message.text).toContain('- Votes: who voted on which answer, how and why, 30 days.');
    expect(message.text).toContain('`/forget` removes what I keep of what you asked and voted');
    expect(message.text).toContain('In a channel you can also mention me with your question.');
    expect(message.text).toContain('then Find sources');
    expect(message.text).toContain('- Dam inquiry in full\n- Bridge opens over the Athi\n- Ferry sinks: 12');
  });
});

describe('/help where mentions are not answered', () => {
  it('speaks of them neither in direct messages nor where they are turned off', async () => {
    const direct = await discord.slash(discord.member({ guildId: null }), 'help');
    expect(direct.message.text).not.toMatch(/mention me|Find sources/u);
    const manager = discord.member({ permissions: ['ViewChannel', 'ManageGuild'] });
    await discord.slash(manager, 'settings', { mentions: false });
    const { message } = await discord.slash(discord.member(), 'help');
    expect([message.text.includes('mention me'), message.text.includes('Find sources')]).toEqual([
      false,
      true,
    ]);
    await discord.slash(manager, 'settings', { mentions: true });
  });
});

describe('a failing connection', () => {
  const CALLBACK = /^\/interactions\/.+\/callback$/u;

  const countTries = (interactionId: string): number =>
    discord.requests.filter(({ path }) => path.startsWith(`/interactions/${interactionId}/`)).length;

  const countFailures = (): number =>
    stage.nukuu.log().filter(({ msg }) => msg === 'an interaction failed').length;

  it('answers once when the answer of Discord is lost', async () => {
    const before = countFailures();
    const asker = discord.member();
    discord.fail({ method: 'POST', path: CALLBACK }, { kind: 'reset', handled: true });
    const { message, interaction } = await discord.slash(asker, 'ask', { question: 'ferry' });
    await discord.waitFor(() => countTries(interaction.id) === 2);
    expect(message.text).toContain('A ferry sank');
    expect(countFailures()).toBe(before);
  });

  it('answers when the connection broke before Discord had it', async () => {
    discord.fail({ method: 'POST', path: CALLBACK }, FAILURES.reset);
    const { message } = await discord.slash(discord.member(), 'ask', { question: 'ferry' });
    expect(message.text).toContain('A ferry sank');
  });

  it('goes on after an interaction that Discord no longer knows', async () => {
    discord.fail({ method: 'POST', path: CALLBACK }, FAILURES.unknownInteraction);
    const outcome = discord.slash(discord.member(), 'ask', { question: 'ferry' }).then(
      () => 'answered',
      (error: unknown) => String(error),
    );
    await stage.nukuu.logged('the interaction had ended before it could be answered');
    discord.expireInteractions();
    expect(await outcome).toContain('did not respond');
    const { message } = await discord.slash(discord.member(), 'ask', { question: 'ferry' });
    expect(message.text).toContain('A ferry sank');
  });

  it('comes back after the gateway is gone', async () => {
    discord.dropGateway();
    await discord.waitFor(() => discord.resumes > 0);
    const { message } = await discord.slash(discord.member(), 'ask', { question: 'ferry' });
    expect(message.text).toContain('A ferry sank');
  });
});
