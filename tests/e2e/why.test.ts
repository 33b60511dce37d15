import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalDiscord } from '../support/local-discord/index.js';
import { LANTERN_CORPUS, MARKET_FIRE } from '../support/lantern-corpus.js';
import type { CorpusFolder } from '../support/start-nukuu.js';
import { reloadAnyway } from '../support/reload-anyway.js';
import { stageNukuu } from '../support/stage-nukuu.js';

const QUESTION = 'How many stalls did the fire at Gikomba destroy?';
const ARTICLES = { ...LANTERN_CORPUS, ...MARKET_FIRE };
const REVISION = /Corpus ([0-9a-f]{7})/u;

const stage = stageNukuu({ files: ARTICLES });
let discord: LocalDiscord;
let folder: CorpusFolder;

beforeAll(() => {
  ({ discord, folder } = stage);
});

async function reload(): Promise<void> {
  const manager = discord.member({ permissions: ['ViewChannel', 'ManageGuild'] });
  expect((await reloadAnyway(discord, manager)).text).toContain('Reloaded.');
}

/** The passages of a Why view by their numbers: shares and amounts of their gains, and the score. */
function readScores(text: string): { number: number; score: number; shares: number[]; amounts: number[] }[] {
  return [...text.matchAll(/^\*\*\[(\d+)\] scored (\d+\.\d\d):\*\*\n-# .*\n((?:- .*\n?)+)/gmu)].map(
    ([, number, score, lines = '']) => ({
      number: Number(number),
      score: Number(score),
      shares: [...lines.matchAll(/^- \*\*(\d+) %\*\* /gmu)].map(([, share]) => Number(share)),
      amounts: [...lines.matchAll(/ · (\d+\.\d\d)$/gmu)].map(([, amount]) => Number(amount)),
    }),
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);

describe('Why', () => {
  it('tells the asker and another member alone what each score is made of, and changes nothing', async () => {
    const asker = discord.member();
    const { message } = await discord.slash(asker, 'ask', { question: QUESTION, results: 2 });
    const before = message.text;
    const own = await discord.press(asker, message, 'Why');
    const others = await discord.press(discord.member(), message, 'Why');

    expect([own.ephemeral, others.ephemeral]).toEqual([true, true]);
    expect(others.message.text).toBe(own.message.text);
    expect(message.text).toBe(before);
    expect(message.edits).toBe(0);

    const { text, buttons } = own.message;
    expect(text).toMatch(
      /^\*\*Why these passages\*\*\n\*\*\[1\] scored \d+\.\d\d:\*\*\n-# Daily Lantern · 2 Jun 2023 · ¶1 of 2\n- \*\*/u,
    );
    expect(text).toContain('** “Gikomba” · ');
    expect(text.endsWith(before.split('\n').at(-1) ?? 'nothing')).toBe(true);
    expect(buttons).toEqual([]);
    const scores = readScores(text);
    expect(scores.map(({ number }) => number)).toEqual([1, 2]);
    for (const { score, shares, amounts } of scores) {
      expect(sum(shares)).toBe(100);
      expect(sum(amounts)).toBeCloseTo(score, 8);
      expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
    }
  });

  it('explains the passages of a later page of a private answer, with the options that it was asked with', async () => {
    const asker = discord.member();
    const { message } = await discord.slash(asker, 'ask', {
      question: 'fire at Gikomba market',
      results: 1,
      outlet: 'Daily Lantern',
      private: true,
    });
    await discord.press(asker, message, 'More');
    const before = message.text;
    const { message: why, ephemeral } = await discord.press(asker, message, 'Why');
    expect(ephemeral).toBe(true);
    expect(why.text).toMatch(/\n\*\*\[2\] scored .*\n-# Daily Lantern · 2 Jun 2023 · ¶2 of 2\n/u);
    expect(why.text).not.toContain('[1]');
    expect(message.text).toBe(before);
  });

  it('names a word by the spelling that it was read as', async () => {
    const asker = discord.member();
    const { message } = await discord.slash(asker, 'ask', { question: 'Who bilt the bridge over the Athi?' });
    const { message: why } = await discord.press(asker, message, 'Why');
    expect(why.text).toContain('“built”, as a spelling of “bilt”');
  });

  it('works after a restart', async () => {
    const asker = discord.member();
    const { message } = await discord.slash(asker, 'ask', { question: QUESTION });
    const { message: before } = await discord.press(asker, message, 'Why');
    await stage.restart();
    const { message: after } = await discord.press(asker, message, 'Why');
    expect(after.text).toBe(before.text);
  });
});

describe('Why after a reload', () => {
  beforeEach(async () => {
    for (const [file, text] of Object.entries(ARTICLES)) await folder.write(file, text);
    await reload();
  });

  it('explains anew, and says which passage is gone', async () => {
    const { message } = await discord.slash(discord.member(), 'ask', { question: QUESTION, results: 2 });
    const before = REVISION.exec(message.text)?.[1] ?? '';
    await folder.remove('fire.md');
    await reload();

    const { message: why } = await discord.press(discord.member(), message, 'Why');
    const after = REVISION.exec(why.text)?.[1] ?? '';
    expect(after).not.toBe(before);
    expect(why.text).toContain(
      `**Why these passages**\n-# The articles have changed since this was asked (${before} → ${after}); this is how they rank now.\n[1] is no longer among the first passages for this question.\n**[2] scored `,
    );
  });

  it('explains no passage that reads otherwise now', async () => {
    const { message } = await discord.slash(discord.member(), 'ask', { question: QUESTION, results: 1 });
    const text = MARKET_FIRE['fire.md'] ?? '';
    await folder.write('fire.md', text.replace('300 stalls', '310 stalls'));
    await reload();
    const { message: why } = await discord.press(discord.member(), message, 'Why');
    expect(why.text).toContain('\n[1] is no longer among the first passages for this question.\n');
  });

  it('says so when the outlet that was asked for is gone', async () => {
    const options = { question: QUESTION, outlet: 'Weekly Herald' };
    const { message } = await discord.slash(discord.member(), 'ask', options);
    await folder.remove('morning.md');
    await reload();
    const { message: why, ephemeral } = await discord.press(discord.member(), message, 'Why');
    expect(ephemeral).toBe(true);
    expect(why.text).toContain('No article is from "Weekly Herald".');
  });
});
