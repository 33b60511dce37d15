import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_PASSAGE_CHARS, MAX_PASSAGE_WORDS } from '../../../src/corpus/reading/build-article.js';
import { detectFormat, type Format } from '../../../src/corpus/reading/format.js';
import { readArticle } from '../../../src/corpus/reading/read-article.js';
import { readHtml } from '../../../src/corpus/reading/read-html.js';
import { readMarkdown } from '../../../src/corpus/reading/read-markdown.js';
import { readText } from '../../../src/corpus/reading/read-text.js';
import type { Reading } from '../../../src/corpus/reading/reading.js';
import { tellProblem } from '../../support/tell-problems.js';
import { context } from '../fake-sentences.js';

const READERS = { markdown: readMarkdown, text: readText, html: readHtml };
const FORMATS = Object.keys(READERS) as Format[];

/** Anything, and much that means something to a reader. */
const source = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '---\n',
          'title: ',
          '\n',
          '\n\n',
          '# ',
          '- ',
          '> ',
          '| a |\n|-|\n',
          '```',
          '<p>',
          '</div>',
          '<table><tr><td>',
        ),
        fc.constantFrom(
          '<body>',
          '<html>',
          '&amp;',
          '\u202e',
          '\ufeff',
          '\0',
          '• ',
          'By Asha Odell',
          'August 16, 2023',
          'WATCH: ',
          '[^1]: ',
        ),
        fc.constantFrom(
          'It rained. ',
          'NEWS FROM THE LAKE',
          'x'.repeat(1100),
          'word '.repeat(130),
          '😀'.repeat(510),
          'e\u0301',
        ),
        fc.string({ maxLength: 20 }),
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join('')),
);

function checkReading(reading: Reading): void {
  for (const problem of reading.problems) expect(tellProblem(problem)).toMatch(/^[A-Z`].*\.$/su);
  if (reading.kind === 'rejected') {
    expect(reading.problems.length).toBeGreaterThan(0);
    return;
  }
  const { article, text, passages } = reading.article;
  expect(text).toBe(text.normalize('NFC'));

  expect(text).not.toMatch(/[\0-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u202a-\u202e\ufeff]|\p{Cs}/u);
  expect(article.title).toMatch(/^\S(?:[^\n]*\S)?$/u);
  expect(article.title.length).toBeLessThanOrEqual(300);
  expect(passages.length).toBeGreaterThan(0);
  let end = 0;
  for (const span of passages) {
    const passage = text.slice(span.start, span.end);
    expect(span.start).toBeGreaterThanOrEqual(end);
    expect(span.end).toBeLessThanOrEqual(text.length);
    expect(passage).toBe(passage.trim());
    expect(passage).not.toBe('');
    expect(passage).not.toMatch(/\p{Cs}/u);
    expect(passage.length).toBeLessThanOrEqual(MAX_PASSAGE_CHARS);
    expect(passage.split(/\s+/u).length).toBeLessThanOrEqual(MAX_PASSAGE_WORDS);
    ({ end } = span);
  }
}

describe('every reader', () => {
  it.each(FORMATS)('%s: takes any text, and makes slices of it', (format) => {
    fc.assert(
      fc.property(source, (text) => {
        checkReading(READERS[format](text, context));
      }),
      { numRuns: 300 },
    );
  });

  it.each(FORMATS)('%s: loses no word of plain sentences', (format) => {
    const sentences = fc.uniqueArray(fc.integer({ min: 0, max: 9999 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(sentences, (numbers) => {
        const paragraphs = numbers.map(
          (number) => `The lake rose by ${number} metres, and the market moved.`,
        );
        const reading = READERS[format](
          format === 'html' ? paragraphs.map((text) => `<p>${text}</p>`).join('') : paragraphs.join('\n\n'),
          context,
        );
        expect(reading.kind === 'read' && reading.article.text).toBe(paragraphs.join('\n\n'));
      }),
      { numRuns: 30 },
    );
  });
});

describe('readArticle', () => {
  it.each(FORMATS)('refuses an empty file: %s', (format) => {
    expect(readArticle(format, ' \n\t', context)).toMatchObject({
      kind: 'rejected',
      problems: [{ file: 'a.md', line: null }],
    });
  });

  it('turns what a parser throws into a problem', () => {
    const splitSentences = () => {
      throw new RangeError('too deep');
    };
    const reading = readArticle('text', 'word '.repeat(200), { ...context, splitSentences });
    expect(reading).toMatchObject({ kind: 'rejected', problems: [{ file: 'a.md' }] });
  });
});

describe('detectFormat', () => {
  it.each([
    ['a/b.md', 'markdown'],
    ['a.MARKDOWN', 'markdown'],
    ['a.Txt', 'text'],
    ['a.html', 'html'],
    ['a.HTM', 'html'],
    ['a.pdf', null],
    ['a', null],
    ['a.md.bak', null],
  ])('%s is %s', (path, format) => {
    expect(detectFormat(path)).toBe(format);
  });
});
