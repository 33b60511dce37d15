import { beforeAll, describe, expect, it } from 'vitest';
import type { LocalDiscord } from '../support/local-discord/index.js';
import { LANTERN_CORPUS, MARKET_FIRE } from '../support/lantern-corpus.js';
import { stageNukuu } from '../support/stage-nukuu.js';

const MINISTER = `---
title: Waziri mkuu azuru Kibera
outlet: Habari Leo
published: 2023-07-01
language: sw
---

Waziri mkuu alizuru Kibera Jumamosi asubuhi. Aliahidi maji safi kwa wakazi wote.
`;
const GLOSSARY = '- en: [prime minister]\n  sw: [waziri mkuu, mawaziri wakuu]\n';

const QUESTION = 'How many stalls did the fire at Gikomba destroy?';
const ALSO_IN =
  '-# Also in: Coast Gazette · 2 Jun 2023 · [Gikomba in ashes again](<https://gazette.example/gikomba#:~:text=A%20fire%20at%20Gikomba,stalls%20on%20Thursday%20night.>) · ¶1 of 1';
const OTHER_FIGURES =
  '-# Other figures in: Weekly Herald · 4 Jun 2023 · [Market fire, the morning after](<https://herald.example/fire#:~:text=A%20fire%20at%20Gikomba,stalls%20on%20Thursday%20night.>) · ¶1 of 1';

const stage = stageNukuu({
  files: {
    ...LANTERN_CORPUS,
    ...MARKET_FIRE,
    'waziri.md': MINISTER,
    'glossary.yaml': GLOSSARY,
  },
});
let discord: LocalDiscord;

beforeAll(() => {
  ({ discord } = stage);
});

describe('one story in several outlets', () => {
  it('is quoted once where they say the same, and again where the figures differ', async () => {
    const { message } = await discord.slash(discord.member(), 'ask', { question: QUESTION, results: 2 });
    const quotes = message.text.split('\n').filter((line) => line.startsWith('> '));
    expect(quotes.map((line) => /\d+ stalls/u.exec(line)?.[0])).toEqual(['300 stalls', '500 stalls']);
    expect(message.text).toContain(
      `· ¶1 of 2\n-# Other figures in: [2] Weekly Herald · 4 Jun 2023 · ¶1 of 1\n${ALSO_IN}\n> `,
    );
    expect(message.text).toContain('\n-# Other figures in: [1] Daily Lantern · 2 Jun 2023 · ¶1 of 2\n');
    expect(message.pings).toEqual([]);
  });

  it('keeps naming the others with a context open, and when it is shared', async () => {
    const asker = discord.member();
    const { message } = await discord.slash(asker, 'ask', { question: QUESTION, results: 1, private: true });
    expect(message.text).toContain(`· ¶1 of 2\n${OTHER_FIGURES}\n${ALSO_IN}`);
    const before = message.text;

    await discord.press(asker, message, 'Context 1');
    expect(message.text).toContain(`· ¶1–2 of 2\n${OTHER_FIGURES}\n${ALSO_IN}`);
    await discord.press(asker, message, 'Fold 1');
    expect(message.text).toBe(before);

    const shared = await (await discord.press(asker, message, 'Share')).followup();
    expect(shared.text).toBe(`-# Asked by <@${asker.id}>\n${before}`);
    await discord.press(asker, shared, 'Context 1');
    expect(shared.text).toContain(`· ¶1–2 of 2\n${OTHER_FIGURES}\n${ALSO_IN}`);
  });
});

describe('the glossary', () => {
  it('finds a Swahili article by an English question and says what was searched also', async () => {
    const { message } = await discord.slash(discord.member(), 'ask', {
      question: 'Where did the prime minister go?',
    });
    expect(message.text).toContain(
      '**Where did the prime minister go?**\n-# Also searched for: waziri mkuu.\n> **Waziri mkuu alizuru Kibera Jumamosi asubuhi.**',
    );
  });
});
