import { describe, expect, it } from 'vitest';
import type { Corpus } from '../../src/core/model/corpus.js';
import { DEFAULT_SETTINGS } from '../../src/core/model/settings.js';
import { ENGLISH } from '../../src/core/locales/english.js';
import { SWAHILI } from '../../src/core/locales/swahili.js';
import { fitsMessage } from '../../src/discord/message/limits.js';
import { renderHelp } from '../../src/discord/render-help.js';
import { loadArticles, makeArticle } from '../support/fake-corpus.js';

const { corpus } = loadArticles(makeArticle('bridge', ['The bridge opened on Monday.']));

describe('renderHelp', () => {
  it.each([
    [0, ENGLISH.keepsNoGaps],
    [1, ENGLISH.keepsGaps(1)],
    [365, ENGLISH.keepsGaps(365)],
  ])('says what is kept and for how long, with gaps kept for %i days', (gapsDays, gaps) => {
    expect(renderHelp(ENGLISH, corpus, { settings: DEFAULT_SETTINGS, gapsDays }).texts.join('\n')).toContain(
      [
        ENGLISH.keepsHeading,
        `- ${ENGLISH.keepsAnswers(30)}`,
        `- ${ENGLISH.keepsVotes(30)}`,
        `- ${gaps}`,
        `- ${ENGLISH.keepsNoMore}`,
      ].join('\n'),
    );
  });

  it.each([
    ['English', ENGLISH],
    ['Swahili', SWAHILI],
  ])('fits one message at its longest in %s', (_name, say) => {
    const stars = '*'.repeat(300);
    const longest: Corpus = {
      ...corpus,
      examples: [stars, stars, stars],
      outlets: Array.from({ length: 20 }, () => ({ outlet: stars, articles: 12_345 })),
    };
    expect(fitsMessage(renderHelp(say, longest, { settings: DEFAULT_SETTINGS, gapsDays: 365 }).texts)).toBe(
      true,
    );
  });
});
