import fc from 'fast-check';
import { ComponentType, type APIMessageTopLevelComponent } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { checksum } from '../../../src/core/arrays/hash.js';
import { parseAskRequest } from '../../../src/core/answering/answer.js';
import { type ArticleText, listPassageTexts } from '../../../src/core/model/article.js';
import { ENGLISH } from '../../../src/core/locales/english.js';
import { redactQuote } from '../../../src/discord/desk/redact.js';
import { readAnswerMessage } from '../../../src/discord/answers/answer-message.js';
import { readQuote } from '../../../src/discord/answers/answer-message.js';
import { renderAnswer } from '../../../src/discord/answers/render-answer.js';
import { renderQuote } from '../../../src/discord/answers/render-quote.js';
import { renderDifference } from '../../../src/discord/message/markdown.js';
import { toComponents } from '../../../src/discord/message/view.js';
import { anyArticles } from '../../support/arbitrary-article.js';
import { loadArticles, makeArticle, serveArticles } from '../../support/fake-corpus.js';
import { makeEvidence } from '../../support/make-answer.js';

const NOTE = '**Withdrawn on 22 Nov 2026: false**';

type Components = APIMessageTopLevelComponent[];

/** A public answer to a question that takes its words from the articles. */
async function answer(loaded: ReturnType<typeof loadArticles>, question: string): Promise<Components> {
  const request = parseAskRequest({ question, results: 5 }, loaded.corpus.outlets);
  const found = await serveArticles(loaded).ask(loaded, request);
  const { view } = renderAnswer(ENGLISH, loaded.corpus, found, {
    kind: 'public',
    askerId: '12345678901234567',
  });
  return toComponents(view).map((component) => component.toJSON() as APIMessageTopLevelComponent);
}

/** Puts another gap between the passages of an article; a space makes them parts of one paragraph. */
function joinPassages(source: ArticleText, gap: string): ArticleText {
  return { ...makeArticle(source.article.id, listPassageTexts(source), {}, gap), article: source.article };
}

function listTexts(components: readonly APIMessageTopLevelComponent[]): string[] {
  return components.flatMap((part) => (part.type === ComponentType.TextDisplay ? part.content : []));
}

describe('redactQuote', () => {
  it('leaves nothing of the quotes of the article, and all of the others', async () => {
    let answers = 0;
    await fc.assert(
      fc.asyncProperty(anyArticles, async (sources) => {
        const loaded = loadArticles(...sources);
        const components = await answer(loaded, 'Ruto alisema said that vote');
        const shown = readAnswerMessage(components)?.shown ?? [];
        const [first] = shown;
        if (!first) return;
        answers += 1;
        const articleId = first.handle.split('#')[0] ?? '';
        const struck = redactQuote(components, articleId, NOTE) ?? [];
        const texts = listTexts(struck);
        expect(texts[0]).toBe(listTexts(components)[0]);
        for (const { handle, number, checksum: sum } of shown) {
          const isStruck = handle.startsWith(`${articleId}#`);
          const body = texts.find((text) => text.includes(`-# [${number}] `)) ?? '';
          expect(body.startsWith(`${NOTE}\n-# [${number}] `)).toBe(isStruck);
          if (isStruck) expect(readQuote(texts, number, sum)).toBeNull();
          else expect(readQuote(texts, number, sum)).toBe(readQuote(listTexts(components), number, sum));
        }
        const left = readAnswerMessage(struck)?.shown ?? [];
        expect(left.map(({ handle }) => handle)).toEqual(
          shown.map(({ handle }) => handle).filter((handle) => !handle.startsWith(`${articleId}#`)),
        );
        expect(redactQuote(struck, articleId, NOTE)).toBeNull();
      }),
      { numRuns: 60 },
    );
    expect(answers).toBeGreaterThan(0);
  });

  it('finds nothing in a message that quotes the article nowhere', async () => {
    const articles = ['bridge', 'bridge-two'].map((id) => makeArticle(id, ['The bridge opened.']));
    const components = await answer(loadArticles(...articles.slice(1)), 'When did the bridge open?');
    expect(readAnswerMessage(components)?.shown).toHaveLength(1);
    expect(redactQuote(components, 'bridge', NOTE)).toBeNull();
    expect(redactQuote([], 'bridge', NOTE)).toBeNull();
  });
});

describe('readQuote', () => {
  it('reads a passage back from a quote that starts with the paragraph before', () => {
    fc.assert(
      fc.property(anyArticles, fc.constantFrom('\n\n', ' '), (sources, gap) => {
        const loaded = loadArticles(...sources.map((source) => joinPassages(source, gap)));
        for (const id of loaded.corpus.articleIds()) {
          const [before, passage] = loaded.corpus.passages(id, 1, 2);
          if (!before || !passage) continue;
          const [evidence] = makeEvidence(loaded, [passage.handle], { before });
          if (!evidence) throw new Error('no evidence');
          const quote = renderQuote(ENGLISH, loaded.corpus, evidence, 1);
          expect(readQuote(['', quote], 1, checksum(passage.text))).toBe(passage.text);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('reads a passage back word for word from its answer', async () => {
    await fc.assert(
      fc.asyncProperty(anyArticles, async (sources) => {
        const loaded = loadArticles(...sources);
        const components = await answer(loaded, 'Ruto alisema said that vote');
        const texts = listTexts(components);
        for (const { handle, number, checksum: sum } of readAnswerMessage(components)?.shown ?? []) {
          const text = loaded.corpus.passage(handle)?.text ?? '';
          const read = readQuote(texts, number, sum);
          const isShort = !texts.some((each) => each.includes('[…]') || each.includes(ENGLISH.tooLong));
          if (isShort) expect(read).toBe(text);
          expect(read === null || checksum(read) === sum).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('renderDifference', () => {
  it.each([
    ['It cost 40 million.', 'It cost 45 million.', '> It cost ~~40~~**45** million.'],
    ['It cost much.', 'It cost very much.', '> It cost **very** much.'],
    ['It cost very much.', 'It cost much.', '> It cost ~~very~~ much.'],
    ['A *star*.', 'A *moon*.', '> A \\*~~star~~**moon**\\*.'],
    ['Same.', 'Same.', '> Same.'],
  ])('of "%s" and "%s"', (before, after, expected) => {
    expect(renderDifference(before, after)).toBe(expected);
  });
});
