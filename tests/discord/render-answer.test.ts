import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, AskRequest, Evidence } from '../../src/core/answer.js';
import type { LoadedCorpus } from '../../src/core/corpus.js';
import { fitsMessage } from '../../src/discord/limits.js';
import { readAnswerMessage } from '../../src/discord/read-answer-message.js';
import { renderAnswer, renderAnswerPage, type Audience } from '../../src/discord/render-answer.js';
import { renderQuote } from '../../src/discord/render-quote.js';
import { toComponents, type View } from '../../src/discord/view.js';
import { anyArticles, anyQuestion } from '../support/arbitrary-article.js';
import { loadArticles, makeArticle } from '../support/fake-corpus.js';
import { parseMarkdown, readPlainText, type Node } from '../support/read-discord-markdown.js';

const PUBLIC: Audience = { kind: 'public', askerId: '12345678901234567890' };
const PRIVATE: Audience = { kind: 'private', share: 'offered' };

/** Quotes the first five passages, each with one of its sentences as the answer. */
function answerWith({ corpus }: LoadedCorpus, question: string, options: Partial<AskRequest> = {}): Answer {
  const passages = corpus.articles.flatMap(({ id }) => corpus.passages(id, 1, Infinity));
  const evidence = passages.slice(0, 5).map((passage, i): Evidence => {
    const sentences = corpus.sentences(passage.handle);
    const span = sentences[i % Math.max(1, sentences.length)]?.span;
    return { passage, answerSentence: span ?? { start: 0, end: passage.text.length }, score: 1 };
  });
  return {
    kind: 'found',
    request: { question, results: 5, outlet: null, since: null, until: null, ...options },
    offset: 0,
    evidence,
    ranked: 10,
    certain: false,
    confidence: 0.5,
    unknownTerms: [],
    nearest: [],
    searched: 3,
    undatedLeftOut: 2,
    corpus: corpus.summary,
  };
}

/** The JSON that is sent; the builders check Discord's limits on each component. */
function send(view: View): ReturnType<ReturnType<typeof toComponents>[number]['toJSON']>[] {
  return toComponents(view).map((component) => component.toJSON());
}

function expectWithinLimits(view: View): void {
  const sent = send(view);
  const buttons = sent.flatMap((component) => ('components' in component ? component.components : []));
  const ids = buttons.flatMap((button) => ('custom_id' in button ? button.custom_id : []));
  expect(fitsMessage(view.texts)).toBe(true);
  expect(sent.length + buttons.length).toBeLessThanOrEqual(40);
  expect(new Set(ids).size).toBe(ids.length);
}

describe('renderAnswer', () => {
  it('keeps within the limits of a message, whatever the articles and the question', () => {
    fc.assert(
      fc.property(
        anyArticles,
        anyQuestion,
        fc.constantFrom(PUBLIC, PRIVATE),
        (articles, question, audience) => {
          const loaded = loadArticles(...articles);
          const answer = answerWith(loaded, question);
          expectWithinLimits(renderAnswer(loaded.corpus, answer, audience));
          expectWithinLimits(
            renderAnswer(
              loaded.corpus,
              { ...answer, kind: 'nothing-found', evidence: [], nearest: loaded.corpus.articles.slice(0, 3) },
              audience,
            ),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps within the limits with a context open', () => {
    fc.assert(
      fc.property(anyArticles, anyQuestion, fc.nat(4), (articles, question, which) => {
        const loaded = loadArticles(...articles);
        const { evidence } = answerWith(loaded, question);
        const passages = evidence.map((each, i) => ({ evidence: each, number: i + 1 }));
        const passage = evidence[which % evidence.length]?.passage;
        if (!passage) throw new Error('every article has a passage');
        const page = {
          header: `**${question}**`.slice(0, 604),
          passages,
          footer: '-# Corpus abcdef0',
          actions: [],
        };
        const open = { handle: passage.handle, from: passage.paragraph - 2, to: passage.paragraph + 2 };
        expectWithinLimits(renderAnswerPage(loaded.corpus, page, open));
      }),
      { numRuns: 60 },
    );
  });

  it('is read back as it was asked', () => {
    const options = fc.record({
      results: fc.integer({ min: 1, max: 5 }),
      since: fc.constantFrom(null, '2023', '2023-08', '2023-08-16'),
      until: fc.constantFrom(null, '2024', '2024-01-31'),
      outlet: fc.constantFrom(null, 'The Star', 'A · until 2024', '**Bold** & _co_'),
    });
    const loaded = loadArticles(
      makeArticle('a', ['One thing.', 'Another thing.']),
      makeArticle('b', ['A third.']),
    );
    fc.assert(
      fc.property(anyQuestion, options, fc.boolean(), (question, asked, isShared) => {
        const answer = answerWith(loaded, question, asked as Partial<AskRequest>);
        const view = renderAnswer(loaded.corpus, answer, { ...PUBLIC, isShared });
        const message = readAnswerMessage(send(view));
        expect(message).toMatchObject({
          askerId: '12345678901234567890',
          isShared,
          revision: loaded.corpus.summary.revision,
          header: view.texts[0],
          footer: view.texts.at(-1),
          pageOffsets: [3],
        });
        const { options: read } = message ?? {};
        expect(read?.question).toBe(question);
        expect(Number(read?.results ?? 3)).toBe(asked.results);
        expect([read?.since ?? null, read?.until ?? null, read?.outlet ?? null]).toEqual([
          asked.since,
          asked.until,
          asked.outlet,
        ]);
        expect(message?.shown.map(({ handle, number }) => [handle, number])).toEqual([
          ['a#1', 1],
          ['a#2', 2],
          ['b#1', 3],
        ]);
      }),
    );
  });

  it('never pings, links or marks up anything of an article: a quote reads as the passage does', () => {
    fc.assert(
      fc.property(anyArticles, (articles) => {
        const { corpus } = loadArticles(...articles);
        for (const evidence of answerWith({ corpus } as LoadedCorpus, 'q').evidence) {
          const { passage, answerSentence } = evidence;
          const [quote] = parseMarkdown(renderQuote(corpus, evidence, 1));
          expect(quote?.type).toBe('blockQuote');
          const nodes = quote?.['content'] as Node[];
          const strong = nodes.find(({ type }) => type === 'strong');
          const flat = nodes.flatMap((node) => (node === strong ? (node['content'] as Node[]) : node));
          expect(readPlainText(flat).trim()).toBe(passage.text);
          expect(readPlainText(strong?.['content'] as Node[])).toBe(
            passage.text.slice(answerSentence.start, answerSentence.end),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('cites outlet, date, headline and paragraph in one small line under the quote', () => {
    const { corpus } = loadArticles(
      makeArticle('bridge', ['It opened on Monday. Many came.', 'Others stayed.'], {
        title: 'Bridge opens',
        outlet: 'Daily Lantern',
        published: '2023-08-16',
        url: 'https://lantern.example/1',
        caution: 'Corrected since.',
      }),
    );
    const [passage] = corpus.passages('bridge', 1, 1);
    if (!passage) throw new Error('no passage');
    expect(renderQuote(corpus, { passage, answerSentence: { start: 0, end: 20 }, score: 1 }, 1)).toBe(
      [
        '> **It opened on Monday.** Many came.',
        '-# [1] Daily Lantern · 16 Aug 2023 · [Bridge opens](<https://lantern.example/1#:~:text=It%20opened%20on%20Monday.>) · ¶1 of 2',
        '-# ⚠️ Caution: Corrected since.',
      ].join('\n'),
    );
  });

  it('says what an article does not say', () => {
    const { corpus } = loadArticles(
      makeArticle('x', ['It opened.'], { title: 'It opened …', hasHeadline: false }),
    );
    const [passage] = corpus.passages('x', 1, 1);
    if (!passage) throw new Error('no passage');
    expect(renderQuote(corpus, { passage, answerSentence: { start: 0, end: 10 }, score: 1 }, 2)).toBe(
      '> **It opened.**\n-# [2] outlet unknown · date unknown · It opened … (no headline) · ¶1 of 1 · no link',
    );
  });
});
