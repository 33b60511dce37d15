import { ComponentType, type ButtonInteraction } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { parseAskRequest } from '../../../src/core/answering/answer.js';
import { ENGLISH } from '../../../src/core/locales/english.js';
import type { Sentences } from '../../../src/core/locales/sentences.js';
import { SWAHILI } from '../../../src/core/locales/swahili.js';
import { handlePress } from '../../../src/discord/handle-press.js';
import { renderAnswer } from '../../../src/discord/answers/render-answer.js';
import { toComponents } from '../../../src/discord/message/view.js';
import { makeContext } from '../../support/bot-context.js';
import { loadArticles, makeArticle, serveArticles } from '../../support/fake-corpus.js';

type Components = ReturnType<typeof toComponents>;

const ASKER = '12345678901234567';
const ARTICLES = [
  makeArticle('bridge', ['The bridge opened on Monday.', 'Traders said that it brings buyers.']),
  makeArticle('market', ['Since the bridge opened, the market has grown.', 'Fish costs less.']),
  makeArticle('buses', ['Buses have crossed the bridge since it opened in May.', 'Fares fell.']),
  makeArticle('ferry', ['A ferry sank.', 'Nobody was hurt.', 'An inquiry was promised.']),
];
const before = loadArticles(...ARTICLES);
const after = loadArticles(...ARTICLES, makeArticle('rain', ['Rain fell.']));
const [old, now] = [before, after].map(({ corpus }) => corpus.summary.revision) as [string, string];

/** A shared answer of the corpus as it was before the rain came. */
async function answerBefore(say: Sentences): Promise<Components> {
  const request = parseAskRequest({ question: 'bridge opened', results: 2 }, before.corpus.outlets);
  const answer = await serveArticles(before).ask(before, request);
  const audience = { kind: 'public', askerId: ASKER, isShared: true } as const;
  return toComponents(renderAnswer(say, before.corpus, answer, audience).view);
}

/** Presses the button with that label, after the rain came; returns the message that it makes. */
async function press(message: Components, label: string, say: Sentences): Promise<Components> {
  const button = listButtons(message).find((each) => each.label === label);
  if (!button) throw new Error(`no button ${label}`);
  const made: Components[] = [];
  const show = (reply: { components: Components }): Promise<void> =>
    Promise.resolve(void made.push(reply.components));
  const interaction = {
    customId: button.id,
    user: { id: ASKER },
    message: { components: message, flags: { has: () => false } },
    update: show,
    reply: show,
  };
  await handlePress(
    interaction as unknown as ButtonInteraction,
    makeContext({ services: serveArticles(after), say }),
  );
  return made[0] ?? [];
}

function listButtons(message: Components): { label: string; id: string }[] {
  return message
    .map((component) => component.toJSON())
    .flatMap((part) => (part.type === ComponentType.ActionRow ? part.components : []))
    .map((button) => ({
      label: ('label' in button && button.label) || '',
      id: 'custom_id' in button ? button.custom_id : '',
    }));
}

function readText(message: Components): string {
  return message
    .map((component) => component.toJSON())
    .flatMap((part) => (part.type === ComponentType.TextDisplay ? part.content : []))
    .join('\n');
}

describe.each([
  ['English, pressed in English', ENGLISH, ENGLISH],
  ['Swahili, pressed in Swahili', SWAHILI, SWAHILI],
  ['English, pressed in Swahili', ENGLISH, SWAHILI],
  ['Swahili, pressed in English', SWAHILI, ENGLISH],
])('an answer in %s', (_name, written, pressed) => {
  it('says once after a reload that the context may be another', async () => {
    const opened = await press(await answerBefore(written), written.context(1), pressed);
    expect(readText(opened)).toContain(`\n-# ↻ ${pressed.contextAnew(old, now)}`);
    const wider = await press(opened, pressed.context(2), pressed);
    expect(readText(wider).match(/↻/gu)).toHaveLength(1);
    expect(listButtons(wider).map(({ label }) => label)).toContain(pressed.fold(2));
    expect(readText(wider)).toContain(
      `-# ${written.askedBy(`<@${ASKER}>`)}\n**bridge opened**\n-# results 2`,
    );
  });

  it('says why its passages were ranked, by their numbers', async () => {
    const why = readText(await press(await answerBefore(written), written.why, pressed));
    expect(why).toContain(pressed.whyAnew(old, now));
    expect(why).toMatch(/^\*\*\[1\] [^]*^\*\*\[2\] /mu);
  });

  it('is asked anew with its options, still in the name of the member', async () => {
    const next = await press(await answerBefore(written), written.more, pressed);
    expect(readText(next)).toContain(`-# ${pressed.askedBy(`<@${ASKER}>`)}\n**bridge opened**\n-# results 2`);
    expect(readText(next)).toContain(pressed.askedAnew(old, now));
  });
});
