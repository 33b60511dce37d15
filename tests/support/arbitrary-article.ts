import fc from 'fast-check';
import type { ArticleText } from '../../src/core/model/article.js';
import { makeArticle } from './fake-corpus.js';

/** Generates a trimmed line as the corpus holds it: no control characters, never empty. */
function line(maxLength: number): fc.Arbitrary<string> {
  const pieces = fc.constantFrom(
    ...[
      'Ruto',
      'alisema',
      'said that',
      '50.5%',
      'vote.',
      '“No,”',
      '**',
      '__',
      '> ',
      '-# ',
      '# ',
      '`',
      '||',
      '~~',
    ],
    ...[
      '<@1>',
      '@everyone',
      ':smile:',
      '[a](https://b.example)',
      'https://c.example/d',
      '\\',
      '👍',
      'ñandú',
      '漢字',
    ],
  );
  return fc
    .oneof(
      fc.array(pieces, { minLength: 1, maxLength: 150 }).map((words) => words.join(' ')),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength }),
      fc.constantFrom('*'.repeat(maxLength), '漢'.repeat(maxLength), 'word '.repeat(maxLength)),
    )
    .map((text) => {
      const clean = text.replace(/\p{C}/gu, '').replace(/\s+/gu, ' ').trim();
      return (
        clean
          .slice(0, maxLength)
          .replace(/[\uD800-\uDBFF]$/u, '')
          .trim() || 'x'
      );
    });
}

/** The longest passage that the code in `corpus/` makes. */
const MAX_PASSAGE_CHARS = 1000;

const nullable = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 3 });

/** Any article that the readers could return, with up to six passages. */
export const anyArticle: fc.Arbitrary<ArticleText> = fc
  .record({
    id: fc.stringMatching(/^[a-z0-9_/-]{1,60}$/u),
    paragraphs: fc.array(line(MAX_PASSAGE_CHARS), { minLength: 1, maxLength: 6 }),
    title: line(300),
    hasHeadline: fc.boolean(),
    outlet: nullable(line(80)),
    author: nullable(line(100)),
    caution: nullable(line(300)),
    published: nullable(fc.constantFrom('2023', '2023-08', '2023-08-16')),
    url: nullable(
      fc.tuple(fc.webUrl({ withFragments: true }), fc.nat(700)).map(([url, n]) => url.padEnd(n, 'a')),
    ),
  })
  .map(({ id, paragraphs, ...facts }) => makeArticle(id, paragraphs, facts));

/** Several articles with distinct ids. */
export const anyArticles: fc.Arbitrary<ArticleText[]> = fc.uniqueArray(anyArticle, {
  minLength: 1,
  maxLength: 4,
  selector: ({ article }) => article.id,
});

/** A question as it is after its options were checked. */
export const anyQuestion: fc.Arbitrary<string> = line(300);
