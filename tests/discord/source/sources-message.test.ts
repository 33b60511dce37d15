import { describe, expect, it } from 'vitest';
import type { Passage } from '../../../src/core/model/article.js';
import type { Corpus } from '../../../src/core/model/corpus.js';
import { ENGLISH } from '../../../src/core/locales/english.js';
import {
  areUnchanged,
  listSources,
  parseSourceChoice,
  readSourcesMessage,
} from '../../../src/discord/source/sources-message.js';
import { makeButton, toComponents } from '../../../src/discord/message/view.js';
import { loadArticles, makeArticle } from '../../support/fake-corpus.js';

const LONG_ID = 'a'.repeat(60);
const bridge = makeArticle('bridge', ['One.', 'Two.'], { outlet: 'Daily Lantern', published: '2023-03-06' });
const long = makeArticle(
  LONG_ID,
  Array.from({ length: 30 }, (_, i) => `Line ${i}.`),
  {
    title: 'T'.repeat(300),
    outlet: 'O'.repeat(300),
  },
);
const { corpus } = loadArticles(bridge, long);

const passagesOf = (id: string, loaded: Corpus = corpus): readonly Passage[] =>
  loaded.passages(id, 1, Infinity);

/** What a message says whose list is of these passages. */
function show(passages: readonly Passage[]): ReturnType<typeof readSourcesMessage> {
  const view = {
    texts: ['first', 'second'],
    select: listSources(ENGLISH, corpus, passages),
    rows: [[makeButton('Share', 'v1:sources:1:2')]],
  };
  return readSourcesMessage(
    ENGLISH,
    toComponents(view).map((component) => component.toJSON()),
  );
}

describe('the list of a sources message', () => {
  it('names each article once a passage, with its outlet, date and paragraph', () => {
    const [one, two] = passagesOf('bridge');
    const select = listSources(ENGLISH, corpus, [...passagesOf('bridge'), ...(one ? [one] : [])])?.toJSON();
    expect(select?.options.map(({ label, description }) => [label, description])).toEqual([
      ['Title of bridge', 'Daily Lantern · 6 Mar 2023 · ¶1 of 2'],
      ['Title of bridge', 'Daily Lantern · 6 Mar 2023 · ¶2 of 2'],
    ]);
    expect(two?.handle).toBe('bridge#2');
  });

  it('keeps within the limits of Discord: 25 choices, 100 characters each', () => {
    const options = listSources(ENGLISH, corpus, passagesOf(LONG_ID))?.toJSON().options ?? [];
    expect(options).toHaveLength(25);
    for (const { label, description = '', value } of options) {
      for (const text of [label, description, value]) expect(text.length).toBeLessThanOrEqual(100);
      expect(description).toMatch(/ … · date unknown · ¶\d+ of 30$/u);
    }
  });

  it('is read back from the message', () => {
    const read = show(passagesOf('bridge'));
    expect(read.texts).toEqual(['first', 'second']);
    expect(read.passages.map(({ handle }) => handle)).toEqual(['bridge#1', 'bridge#2']);
    expect(read.select?.toJSON()).toEqual(listSources(ENGLISH, corpus, passagesOf('bridge'))?.toJSON());
    expect(show([])).toEqual({ texts: ['first', 'second'], passages: [], select: null });
  });

  it.each([[''], ['bridge#1'], ['bridge#1:'], ['bridge#1:xyz'], [':abc']])(
    'takes no choice "%s"',
    (value) => {
      expect(parseSourceChoice(value)).toBeNull();
    },
  );
});

describe('areUnchanged', () => {
  it.each<[string, Parameters<typeof makeArticle>[1], Parameters<typeof makeArticle>[2], boolean]>([
    ['is the same', ['One.', 'Two.'], {}, true],
    ['reads otherwise in another paragraph', ['One.', 'Three.'], {}, false],
    ['has a caution now', ['One.', 'Two.'], { caution: 'Corrected.' }, false],
  ])('asks whether the article %s', (_name, paragraphs, facts, expected) => {
    const known = { outlet: 'Daily Lantern', published: '2023-03-06', ...facts };
    const later = loadArticles(makeArticle('bridge', paragraphs, known), makeArticle('other', ['New.']));
    expect(areUnchanged(later.corpus, show(passagesOf('bridge').slice(0, 1)).passages)).toBe(expected);
  });

  it('is false where an article is gone, and true for no passages', () => {
    const later = loadArticles(makeArticle('other', ['New.'])).corpus;
    expect(areUnchanged(later, show(passagesOf('bridge')).passages)).toBe(false);
    expect(areUnchanged(later, [])).toBe(true);
  });
});
