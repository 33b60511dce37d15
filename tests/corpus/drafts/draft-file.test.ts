import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleDraft, DraftFacts, DraftPreview } from '../../../src/core/model/desk.js';
import type { PartialDate } from '../../../src/core/model/partial-date.js';
import { previewDraft } from '../../../src/corpus/drafts/draft-file.js';
import { formatArticleId } from '../../../src/corpus/files/article-id.js';
import { cleanLine } from '../../../src/corpus/reading/text.js';
import { splitSentences } from '../fake-sentences.js';

const KNOWN: DraftFacts = {
  title: 'It is backward! Ruto tells off Azimio over servers yet again',
  outlet: 'The Star',
  published: '2023-08-16' as PartialDate,
  url: 'https://star.example/a?b=1#c',
  caution: null,
};

function preview(
  facts: Partial<DraftFacts>,
  rest: Partial<ArticleDraft> = {},
  taken: string[] = [],
): DraftPreview {
  const draft = {
    facts: { ...KNOWN, ...facts },
    author: null,
    language: null,
    tags: [],
    body: 'Body.',
    ...rest,
  };
  return previewDraft(draft, {
    splitSentences,
    findDuplicates: () => [],
    isTaken: (id) => taken.includes(id),
  });
}

describe('previewDraft', () => {
  it('shows the article, its passages and its file', () => {
    const { article, change, passages } = preview({}, { author: 'Asha', language: 'en', tags: ['a', 'b'] });
    expect(article).toEqual({
      ...KNOWN,
      id: 'it-is-backward-ruto-tells-off-azimio-over-2023-08-16',
      hasHeadline: true,
      author: 'Asha',
      language: 'en',
      tags: ['a', 'b'],
    });
    expect(passages).toEqual(['Body.']);
    expect(change).toEqual({
      file: `${article.id}.md`,
      text: `---
title: It is backward! Ruto tells off Azimio over servers yet again
outlet: The Star
author: Asha
published: 2023-08-16
url: https://star.example/a?b=1#c
language: en
tags:
  - a
  - b
---

Body.
`,
    });
  });

  it('leaves out what is unknown', () => {
    const nothing = { title: null, outlet: null, published: null, url: null };
    expect(preview(nothing).change).toEqual({ file: 'body.md', text: '---\n---\n\nBody.\n' });
  });

  it.each([
    ['a colon', 'Ruto: “No”'],
    ['a number', '2023'],
    ['a truth', 'true'],
    ['nothing', 'null'],
    ['a comment', 'Number #1 # of all'],
    ['quotes', `"So" it's said`],
    ['a tag', '!important'],
    ['an anchor', '&a *b'],
    ['a fence', '---'],
    ['brackets', '[a, {b: c}]'],
    ['a long line', 'word '.repeat(59).trim()],
  ])('writes %s so that it is read back', (_name, title) => {
    expect(preview({ title }).article.title).toBe(title);
  });

  it('writes any facts so that they are read back', () => {
    const line = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
      .map((text) => cleanLine(text).slice(0, 60).toWellFormed())
      .filter((text) => cleanLine(text) === text && text !== '');
    fc.assert(
      fc.property(line, line, (title, outlet) => {
        expect(preview({ title, outlet }).article).toMatchObject({ title, outlet });
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it.each([
    [{ url: 'not a link' }, 'url'],
    [{ published: 'soon' as PartialDate }, 'published'],
    [{ outlet: 'x'.repeat(81) }, 'outlet'],
    [{ title: 'x'.repeat(301) }, 'title'],
  ])('refuses facts that no article can have: %o', (facts, key) => {
    expect(() => preview(facts)).toThrow(
      expect.objectContaining({
        code: 'FRONT_MATTER_INVALID',
        problems: [expect.objectContaining({ facts: expect.objectContaining({ key }) as unknown })],
      }) as Error,
    );
  });
});

describe('the name of a new file', () => {
  it.each([
    ['Short', '2023', 'short-2023'],
    ['Ünïcode: na Kiswahili', null, 'unicode-na-kiswahili'],
    ['a/b\\c', null, 'a-b-c'],
    ['../../etc/passwd', null, 'etc-passwd'],
    ['x'.repeat(80), '2023-08-16', `${'x'.repeat(45)}-2023-08-16`],
  ])('is made of headline and date: %s', (title, published, start) => {
    expect(preview({ title, published: published as PartialDate | null }).article.id.startsWith(start)).toBe(
      true,
    );
  });

  it('is its hash where no letter is left', () => {
    expect(preview({ title: '漢字', published: null }).article.id).toMatch(/^[0-9a-f]{8}$/u);
  });

  it('is not that of another article', () => {
    const facts = { title: 'Short', published: null };
    expect(preview(facts, {}, ['short']).change.file).toBe('short-2.md');
    expect(preview(facts, {}, ['short', 'short-2']).change.file).toBe('short-3.md');
  });

  it('is an id as it stands, of 60 characters at most', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }),
        fc.boolean(),
        (text, isTaken) => {
          const title = cleanLine(text) || 'x';
          const named = preview({ title: title.slice(0, 200).toWellFormed() }).article.id;
          const { id } = isTaken
            ? preview({ title: title.slice(0, 200).toWellFormed() }, {}, [named]).article
            : { id: named };
          expect(formatArticleId(id)).toBe(id);
          expect(id.length).toBeLessThanOrEqual(60);
        },
      ),
      { seed: 5, numRuns: 200 },
    );
  });
});
