import { ComponentType, type ButtonInteraction } from 'discord.js';
import { expect, it } from 'vitest';
import { parseAskRequest, type AskOptions, type AskRequest } from '../../../src/core/answering/answer.js';
import { ENGLISH } from '../../../src/core/locales/english.js';
import type { Services } from '../../../src/core/services.js';
import { renderAnswer } from '../../../src/discord/answers/render-answer.js';
import { handlePress } from '../../../src/discord/handle-press.js';
import { toComponents } from '../../../src/discord/message/view.js';
import { makeContext } from '../../support/bot-context.js';
import { loadArticles, makeArticle, serveArticles } from '../../support/fake-corpus.js';

const ASKER = '12345678901234567';
const LOADED = loadArticles(
  makeArticle('bridge', ['The bridge opened.', 'The bridge brings buyers.']),
  makeArticle('market', ['The bridge opened, and the market has grown.', 'The bridge is long.']),
);

/** An answer to a question that counts from its day, asked with options. */
async function answer(options: Partial<AskOptions>): Promise<ReturnType<typeof toComponents>> {
  const request = parseAskRequest({ question: 'bridge', results: 1, ...options }, LOADED.corpus.outlets);
  const found = await serveArticles(LOADED).ask(LOADED, request);
  const audience = { kind: 'public', askerId: ASKER } as const;
  return toComponents(
    renderAnswer(ENGLISH, LOADED.corpus, { ...found, isRelativeToDay: true }, audience).view,
  );
}

/** Presses a button, and returns what is asked anew for it. */
async function press(
  message: ReturnType<typeof toComponents>,
  label: string,
): Promise<readonly (AskOptions | AskRequest)[]> {
  const asked: (AskOptions | AskRequest)[] = [];
  const real = serveArticles(LOADED);
  const services: Services = {
    ...real,
    ask: (...args) => (asked.push(args[1]), real.ask(...args)),
    requote: (...args) => (asked.push(args[1]), real.requote(...args)),
    explain: (...args) => (asked.push(args[1]), real.explain(...args)),
  };
  const buttons = message
    .map((component) => component.toJSON())
    .flatMap((part) => (part.type === ComponentType.ActionRow ? part.components : []));
  const button = buttons.find((each) => 'label' in each && each.label === label);
  const interaction = {
    customId: button && 'custom_id' in button ? button.custom_id : '',
    user: { id: ASKER },
    message: { components: message, flags: { has: () => false } },
    update: () => Promise.resolve(),
    reply: () => Promise.resolve(),
  };
  await handlePress(interaction as unknown as ButtonInteraction, makeContext({ services }));
  return asked;
}

it.each([ENGLISH.more, ENGLISH.why, ENGLISH.context(1)])(
  'is that of the first answer whenever "%s" is pressed',
  async (label) => {
    const message = await answer({ askedOn: '2023-06-14', readsFilters: false });
    expect(await press(message, label)).toMatchObject([{ askedOn: '2023-06-14', readsFilters: false }]);
  },
);

it('is unknown to a press on a message that does not tell it', async () => {
  expect(await press(await answer({}), ENGLISH.more)).toMatchObject([{ askedOn: null, readsFilters: true }]);
});
