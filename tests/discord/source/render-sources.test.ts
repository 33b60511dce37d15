import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../src/core/answering/answer.js';
import type { Article, Passage } from '../../../src/core/model/article.js';
import type { LoadedCorpus } from '../../../src/core/model/corpus.js';
import { createFindSources } from '../../../src/core/quotations/find-sources.js';
import type { CheckedQuotation, Piece, FoundSources } from '../../../src/core/quotations/quotation.js';
import { ENGLISH as say } from '../../../src/core/locales/english.js';
import { SWAHILI } from '../../../src/core/locales/swahili.js';
import { fitsMessage } from '../../../src/discord/message/limits.js';
import { maskLink, small } from '../../../src/discord/message/markdown.js';
import { toComponents, type View } from '../../../src/discord/message/view.js';
import { renderQuotation, renderSources } from '../../../src/discord/source/render-sources.js';
import { anyArticles, anyQuestion } from '../../support/arbitrary-article.js';
import { listArticles, loadArticles, makeArticle, shareAnalyzer } from '../../support/fake-corpus.js';
import { type Node, parseMarkdown, readPlainText } from '../../support/read-discord-markdown.js';

/** Of each quotation: its kind, its words, and the numbers that pick passages and pieces. */
const anyDraft = fc.tuple(
  fc.constantFrom('word-for-word' as const, 'nearly', 'not-found'),
  anyQuestion,
  fc.array(fc.nat(100), { minLength: 1, maxLength: 3 }),
  fc.array(fc.tuple(fc.constantFrom('same' as const, 'corpus', 'message'), anyQuestion), { maxLength: 6 }),
);
type Draft = typeof anyDraft extends fc.Arbitrary<infer T> ? T : never;
const anyDrafts = fc.array(anyDraft, { maxLength: 10 });

function listPassages({ corpus }: LoadedCorpus): Passage[] {
  return [...corpus.articleIds()].flatMap((id) => corpus.passages(id, 1, Infinity));
}

/** Any result that a search of the corpus could give, and some that none would. */
function draftFound(loaded: LoadedCorpus, drafts: readonly Draft[], passages: number): FoundSources {
  const all = listPassages(loaded);
  const pick = (n: number): Passage => all[n % all.length] ?? raise();
  const quotations = drafts.map(([kind, quotation, numbers, pieces]): CheckedQuotation => {
    const slices = numbers.map((n) => ({ passage: pick(n), span: { start: 0, end: pick(n).text.length } }));
    const article: Article = pick(numbers[0] ?? 0).article;
    const source = { article, parts: slices.map((slice) => [slice]) };
    if (kind === 'not-found') return { kind, quotation };
    if (kind === 'word-for-word') return { kind, quotation, source, alsoIn: listArticles(loaded.corpus) };
    return { kind, quotation, source, pieces: pieces.map(([of, text]): Piece => ({ kind: of, text })) };
  });
  const evidence = all.slice(0, passages).map((passage): Evidence => {
    return {
      passage,
      answerSentence: { start: 0, end: passage.text.length },
      score: 1,
      alsoIn: all,
      otherFigures: all,
      before: null,
    };
  });
  return { kind: 'found', quotations, evidence, corpus: loaded.corpus.summary };
}

function raise(): never {
  throw new Error('every article has a passage');
}

const ID = '9'.repeat(20);
const TARGET = { channelId: ID, messageId: ID };

/** Also when it is shared with the longest line above. */
function expectWithinLimits(view: View): void {
  const header = SWAHILI.sourcesSharedFor(
    `<@${ID}>`,
    maskLink(SWAHILI.thisMessage, `https://discord.com/channels/${ID}/${ID}/${ID}`),
  );
  const texts = [small(header), ...view.texts];
  expect(texts.every((text) => text !== '')).toBe(true);
  expect(fitsMessage(texts)).toBe(true);
  const components = toComponents({ ...view, texts }).map((component) => component.toJSON());
  const inner = components.flatMap((each) => ('components' in each ? each.components : []));
  expect(components.length + inner.length).toBeLessThanOrEqual(40);
}

/** The kinds of all nodes, those within others too. */
function listTypes(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    const inner: unknown = node['content'];
    return [node.type, ...(Array.isArray(inner) ? listTypes(inner as Node[]) : [])];
  });
}

const HARMLESS = ['text', 'br', 'twemoji', 'blockQuote', 'strong', 'strikethrough', 'link', 'subtext'];

describe('renderSources', () => {
  it('keeps within the limits of a message, whatever was found', () => {
    fc.assert(
      fc.property(anyArticles, anyDrafts, fc.nat(5), (articles, drafts, passages) => {
        const loaded = loadArticles(...articles);
        const found = draftFound(loaded, drafts, passages);
        expectWithinLimits(renderSources(say, loaded.corpus, found, TARGET));
        expectWithinLimits(renderSources(SWAHILI, loaded.corpus, found, TARGET));
      }),
      { numRuns: 100 },
    );
  });

  it.each(['*', '漢', '\\'])(
    'keeps within the limits at its longest, and shows every quotation (%s)',
    (mark) => {
      const facts = {
        title: `www.a.example/${mark.repeat(286)}`,
        outlet: mark.repeat(80),
        url: `https://a.example/${'a'.repeat(490)}`,
        caution: mark.repeat(300),
      };
      const loaded = loadArticles(
        makeArticle(
          'a',
          [1, 2, 3, 4, 5].map((n) => `${n}${mark.repeat(999)}`),
          facts,
        ),
      );
      const drafts = Array.from({ length: 10 }, (_, i): Draft => {
        const kind = (['word-for-word', 'nearly', 'not-found'] as const)[i % 3] ?? 'nearly';
        return [
          kind,
          mark.repeat(400),
          [0, 1, 2],
          [
            ['message', mark.repeat(300)],
            ['corpus', mark.repeat(300)],
          ],
        ];
      });
      const view = renderSources(say, loaded.corpus, draftFound(loaded, drafts, 5), TARGET);
      expectWithinLimits(view);
      expect(view.texts.filter((text) => /^[✓≈✗] /u.test(text))).toHaveLength(10);
    },
  );

  it('pings nobody and marks up nothing of the message or the articles', () => {
    fc.assert(
      fc.property(anyArticles, anyDraft, (articles, draft) => {
        const loaded = loadArticles(...articles);
        for (const checked of draftFound(loaded, [draft], 0).quotations) {
          for (const form of ['whole', 'brief', 'bare'] as const) {
            const types = listTypes(parseMarkdown(renderQuotation(say, checked, form)));
            expect(types.filter((type) => !HARMLESS.includes(type))).toEqual([]);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('shows the words of the corpus as they are', () => {
    fc.assert(
      fc.property(anyArticles, fc.nat(100), (articles, n) => {
        const loaded = loadArticles(...articles);
        const [checked] = draftFound(loaded, [['word-for-word', 'q', [n], []]], 0).quotations;
        if (checked?.kind !== 'word-for-word') throw new Error('drafted otherwise');
        const quote = parseMarkdown(renderQuotation(say, checked, 'whole')).find(
          ({ type }) => type === 'blockQuote',
        );
        const text = checked.source.parts[0]?.[0]?.passage.text;
        expect(readPlainText(quote?.['content'] as Node[]).trim()).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  const loaded = loadArticles(
    makeArticle(
      'bridge',
      ['Kilonzo built the bridge. It cost 40 million shillings in all.', 'Traders cheered.'],
      {
        title: 'Bridge opens',
        outlet: 'Daily Lantern',
        published: '2023-03-06',
        url: 'https://lantern.example/1',
      },
    ),
    makeArticle('wire', ['It cost 40 million shillings in all, says the wire.'], {
      caution: 'Corrected since.',
    }),
  );
  const show = async (message: string): Promise<readonly string[]> =>
    renderSources(say, loaded.corpus, await createFindSources(shareAnalyzer())(loaded, message), TARGET)
      .texts;
  const footer = `-# Corpus ${loaded.corpus.summary.revision} · 2 articles · 6 Mar 2023`;

  it('shows each quotation with what became of it and its citation, then the passages', async () => {
    const texts = await show(
      '“it cost 40 million shillings in all” “It cost 50 million shillings in all” “nobody *ever* printed any of that” says the wire',
    );
    expect(texts).toEqual([
      [
        '✓ Quoted word for word:',
        '> It cost 40 million shillings in all',
        '-# Daily Lantern · 6 Mar 2023 · [Bridge opens](<https://lantern.example/1#:~:text=It%20cost%2040%20million%20shillings%20in%20all>) · ¶1 of 2 · also in 1 other article',
      ].join('\n'),
      [
        '≈ Quoted nearly. In bold is what the article says, struck through what the message says:',
        '> It cost ~~50~~ **40** million shillings in all',
        '-# Daily Lantern · 6 Mar 2023 · [Bridge opens](<https://lantern.example/1#:~:text=It%20cost%2040%20million%20shillings%20in%20all>) · ¶1 of 2',
      ].join('\n'),
      '✗ Not in the articles: “nobody ever printed any of that”',
      say.bearing,
      expect.stringMatching(/^> \*\*It cost .*\n-# \[1\] outlet unknown · /u),
      footer,
    ]);
  });

  it('says where no other passage bears on the message', async () => {
    expect(await show('“a quotation that nobody ever printed”')).toEqual([
      '✗ Not in the articles: “a quotation that nobody ever printed”',
      say.noneBears,
      footer,
    ]);
  });

  it('shows a caution beside the words of its article', async () => {
    const [text] = await show('“in all, says the wire”');
    expect(text).toMatch(
      /^✓ .*\n> in all, says the wire\n-# outlet unknown · .*\n-# ⚠️ Caution: Corrected since\.$/u,
    );
  });

  it.each([
    [
      'an added word between two',
      'It cost exactly 40 million shillings',
      '> It cost ~~exactly~~ 40 million shillings',
    ],
    ['a word left out', 'It cost million shillings in all', '> It cost **40** million shillings in all'],
    [
      'a part left out',
      'Kilonzo built the bridge […] million shillings in all',
      '> Kilonzo built the bridge […] million shillings in all',
    ],
    [
      'a border',
      '40 million shillings in all. Traders cheered',
      '> 40 million shillings in all.\n> Traders cheered',
    ],
  ])('shows %s', async (_name, quotation, quote) => {
    const [text] = await show(`“${quotation}”`);
    expect(
      text
        ?.split('\n')
        .filter((line) => line.startsWith('>'))
        .join('\n'),
    ).toBe(quote);
  });

  it('shows the passages that bear on a message under a heading, numbered', async () => {
    const texts = await show('So Kilonzo built a bridge and it cost 40 million shillings?');
    expect(texts[0]).toBe(say.bearing);
    expect(texts[1]).toMatch(/^> .*\n-# \[1\] Daily Lantern · /u);
    expect(texts.at(-1)).toBe(footer);
  });

  it('says that nothing was found, and of what time the articles are', async () => {
    expect(await show('lol see you at the gym tonight')).toEqual([
      say.nothingBears,
      'The articles are dated 6 Mar 2023.',
      footer,
    ]);
  });

  it('says that a message has no words', async () => {
    expect(await show('🎉 <@123>')).toEqual([say.noText]);
  });

  it('leaves out passages before it shortens a quotation, and shortens quotations before it leaves one out', () => {
    const text = `Passage. ${'Some more words follow here. '.repeat(33)}`.trim();
    const many = loadArticles(
      makeArticle(
        'a',
        [1, 2, 3, 4, 5].map((n) => `${n} ${text}`),
      ),
    );
    const drafts = (count: number): Draft[] =>
      Array.from({ length: count }, () => ['word-for-word', text, [0], []]);
    const count = (texts: readonly string[], pattern: RegExp): number =>
      texts.filter((each) => pattern.test(each)).length;
    const show = (quotations: number): readonly string[] =>
      renderSources(say, many.corpus, draftFound(many, drafts(quotations), 5), TARGET).texts;
    expect(count(show(1), /^✓ .*\n> /u)).toBe(1);
    expect(count(show(1), /^> .*\n-# \[\d\]/u)).toBe(2);
    expect(count(show(5), /^✓ .*\n> /u)).toBe(0);
    expect(count(show(5), /^✓ .*“Passage\..* …”\n-# /u)).toBe(5);
    expect(count(show(5), /^> .*\n-# \[\d\]/u)).toBeGreaterThan(0);
  });
});
