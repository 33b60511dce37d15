import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkToSentence, MAX_LINK_CHARS } from '../../../src/core/locales/citation.js';

const URL_OF_PAGE = 'https://lantern.example/news/1';

describe('linkToSentence', () => {
  it.each([
    ['a short sentence, whole', 'The bridge opened.', '#:~:text=The%20bridge%20opened.'],
    [
      'a long one, by its ends',
      'The county opened a new bridge over the river on Monday morning at last.',
      '#:~:text=The%20county%20opened%20a,Monday%20morning%20at%20last.',
    ],
    [
      'a long one, past words that need %',
      '“Twende!” Raila’s deputy told the cheering crowd in Kisumu on that Sunday, he said.',
      '#:~:text=deputy%20told%20the%20cheering,in%20Kisumu%20on%20that',
    ],
    ['a dash and an ampersand', 'Ndindi-Nyoro & sons', '#:~:text=Ndindi%2DNyoro%20%26%20sons'],
  ])('names %s', (_name, sentence, fragment) => {
    expect(linkToSentence(URL_OF_PAGE, sentence)).toBe(URL_OF_PAGE + fragment);
  });

  it('keeps a fragment that the address has', () => {
    expect(linkToSentence(`${URL_OF_PAGE}#top`, 'Hello.')).toBe(`${URL_OF_PAGE}#top:~:text=Hello.`);
  });

  it('leaves a long address as it is', () => {
    const fragment = '#:~:text=Hello.';
    const longest = 'https://x.example/'.padEnd(MAX_LINK_CHARS - fragment.length, 'a');
    expect(linkToSentence(longest, 'Hello.')).toBe(longest + fragment);
    expect(linkToSentence(`${longest}a`, 'Hello.')).toBe(`${longest}a`);
  });

  it('never throws, never ends a link early, and stays within the limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (sentence) => {
        const link = linkToSentence(URL_OF_PAGE, sentence);
        expect(link).not.toMatch(/[\s()<>]/u);
        expect(link.length).toBeLessThanOrEqual(MAX_LINK_CHARS);
      }),
    );
  });
});
