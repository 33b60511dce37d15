import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../src/corpus/reading/read-markdown.js';
import { tellProblems } from '../../support/tell-problems.js';
import { context, expectArticle, listPassages } from '../fake-sentences.js';

const read = (source: string) => expectArticle(readMarkdown(source, context));
const passagesOf = (source: string) => listPassages(read(source));
const problemsOf = (source: string) => tellProblems(readMarkdown(source, context).problems);
const withFrontMatter = (lines: string) => `---\n${lines}\n---\nText.`;

describe('front matter', () => {
  it('gives all that is known of an article', () => {
    const { article } = read(
      withFrontMatter(
        [
          'title: "Rain: at last"',
          'outlet: The Daily Example',
          'author: Asha Odell',
          'published: 2023-08-16',
          'url: https://daily.example/rain',
          'language: sw-KE',
          'tags: [weather, "lake, north"]',
          'caution: Disputed.',
        ].join('\n'),
      ),
    );
    expect(article).toEqual({
      id: 'a',
      title: 'Rain: at last',
      hasHeadline: true,
      outlet: 'The Daily Example',
      author: 'Asha Odell',
      published: '2023-08-16',
      url: 'https://daily.example/rain',
      language: 'sw-ke',
      tags: ['weather', 'lake, north'],
      caution: 'Disputed.',
    });
  });

  it.each([
    ['brackets', `title: ${'['.repeat(100_000)}`],
    ['indentation', Array.from({ length: 60 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ])('is refused when it is nested too deeply, by %s', (_name, lines) => {
    expect(problemsOf(withFrontMatter(lines))[0]?.reason).toContain('nested too deeply');
  });

  it.each([
    ['a missing key', 'title: A', 'outlet', null],
    ['an empty value', 'outlet:', 'outlet', null],
    ['a blank value', 'outlet: "  "', 'outlet', null],
    ['a year', 'published: 2023', 'published', '2023'],
    ['a month', 'published: 2023-08', 'published', '2023-08'],
    ['a timestamp', 'published: 2023-08-16T22:10:00Z', 'published', '2023-08-16'],
    ['a timestamp with a space', 'published: 2023-08-16 22:10:00', 'published', '2023-08-16'],
    ['a number for a title', 'title: 1.10', 'title', '1.10'],
    ['a title on several lines', 'title: >\n  Rain\n  at last', 'title', 'Rain at last'],
    ['invisible characters', 'title: "Ra\\u202Ein"', 'title', 'Rain'],
    ['several authors', 'author: [A B, C D]', 'author', 'A B, C D'],
    ['tags with commas', 'tags: rain, lake, rain', 'tags', ['rain', 'lake']],
    ['tags that are numbers', 'tags: [2023]', 'tags', ['2023']],
    ['no tags', 'tags:', 'tags', []],
    ['Norwegian', 'language: no', 'language', 'no'],
    ['an alias', 'outlet: &o Daily\nauthor: *o', 'author', 'Daily'],
  ])('reads %s', (_name, lines, key, value) => {
    expect(read(withFrontMatter(lines)).article).toHaveProperty(key, value);
  });

  it.each([
    ['a colon without quotes', 'outlet: X\ntitle: Rain: at last', 3, /not valid YAML/u],
    ['a key given twice', 'title: A\ntitle: B', 3, /not valid YAML.*unique/u],
    ['a word that YAML takes for a tag', 'title: !important news', 2, /not valid YAML/u],
    ['no keys', 'just text', 2, /key: value/u],
    ['a date that is none', 'title: A\npublished: 2023-02-30', 3, /`published` must be a date/u],
    ['a date in words', 'published: August 2023', 2, /`published` must be a date/u],
    ['an address that is none', 'url: daily.example/rain', 2, /`url` must be an address/u],
    ['an address that runs', 'url: "javascript:alert(1)"', 2, /`url` must be an address/u],
    ['a language in words', 'language: English', 2, /`language` must be a language tag/u],
    ['tags with a map', 'tags: [{ a: b }]', 2, /`tags` must be a list/u],
    ['a map for a title', 'title: { a: b }', 2, /`title` must be text/u],
    ['a list for an outlet', 'outlet: [a]', 2, /`outlet` must be text/u],
    ['a second fault', 'url: x\nlanguage: English', 2, /`url`/u],
  ])('is refused with %s', (_name, lines, line, reason) => {
    const reading = readMarkdown(withFrontMatter(lines), context);
    expect(reading.kind).toBe('rejected');
    const [problem] = tellProblems(reading.problems);
    expect(problem).toMatchObject({ file: 'a.md', line });
    expect(problem?.reason).toMatch(reason);
    expect(problem?.reason).toMatch(/^[A-Z`].*\.$/u);
  });

  it.each([
    ['title', 300],
    ['outlet', 80],
    ['caution', 300],
  ])('limits `%s` to %i characters', (key, limit) => {
    const problems = [limit - 1, limit, limit + 1].map((length) =>
      problemsOf(withFrontMatter(`${key}: ${'x'.repeat(length)}`)),
    );
    expect(problems).toMatchObject([
      [],
      [],
      [{ line: 2, reason: `\`${key}\` must have at most ${limit} characters.` }],
    ]);
  });

  it('reports every wrong value', () => {
    expect(problemsOf(withFrontMatter('url: x\nlanguage: English')).map(({ line }) => line)).toEqual([2, 3]);
  });

  it.each(['headine', 'Title', 'publised', 'source', 'tag'])('loads the article and reports `%s`', (key) => {
    const reading = readMarkdown(withFrontMatter(`${key}: x`), context);
    expect(reading.kind).toBe('read');
    expect(reading.problems).toMatchObject([{ line: 2 }]);
    expect(tellProblems(reading.problems)[0]?.reason).toContain(
      `Unknown key \`${key}\`; known keys are title, outlet`,
    );
  });

  it.each(['layout', 'draft', 'weight', 'slug'])('says nothing about `%s`', (key) => {
    expect(problemsOf(withFrontMatter(`${key}: x`))).toEqual([]);
  });

  it('has the lines of the file, also below blank ones', () => {
    expect(problemsOf('\n\n---\ntitle: A\nurl: x\n---\nText.')).toMatchObject([{ line: 5 }]);
    expect(problemsOf('\n---\njust text\n---\nText.')).toMatchObject([{ line: 3 }]);
    expect(problemsOf('\n---\ntitle: A')).toMatchObject([{ line: 2 }]);
  });

  it('must be closed', () => {
    expect(readMarkdown('---\ntitle: A\n\nText.', context)).toMatchObject({
      kind: 'rejected',
      problems: [{ line: 1 }],
    });
  });

  it.each([
    ['an empty one', '---\n---\nText.'],
    ['one of comments', '---\n# note\n---\nText.'],
    ['one of Windows', '---\r\noutlet: X\r\n---\r\nText.'],
    ['one below blank lines', '\n\n---\noutlet: X\n---\nText.'],
    ['none', 'Text.'],
  ])('may be %s', (_name, source) => {
    expect(passagesOf(source)).toEqual(['Text.']);
  });
});

describe('the title', () => {
  it.each([
    ['front matter', '---\ntitle: A\n---\n# B\n\nText.', 'A', true, 'B\n\nText.'],
    ['front matter that the heading repeats', '---\ntitle: A\n---\n# A\n\nText.', 'A', true, 'Text.'],
    ['a heading', '# *Big* rain\n\nText.', 'Big rain', true, 'Text.'],
    ['the opening words', 'It rained.\n\n# Later', 'It rained.', false, 'It rained.\n\nLater'],
    [
      'the opening words below a smaller heading',
      '## Part\n\nIt rained.',
      'It rained.',
      false,
      'Part\n\nIt rained.',
    ],
  ])('comes from %s', (_name, source, title, hasHeadline, text) => {
    expect(read(source)).toMatchObject({ article: { title, hasHeadline }, text });
  });

  it.each([
    [
      'nine words',
      'One two three four five six seven eight nine.',
      'One two three four five six seven eight nine.',
    ],
    ['eleven words', 'A b c d e f g h i j, k.', 'A b c d e f g h i j…'],
    ['two sentences', 'It rained. It shone.', 'It rained.'],
    ['a list', '- First thing\n- second', 'First thing'],
    ['one long word', 'x'.repeat(200), `${'x'.repeat(79)}…`],
  ])('is made of %s', (_name, source, title) => {
    expect(read(source).article.title).toBe(title);
  });
});

describe('the body', () => {
  it.each([
    ['paragraphs', 'One\nline.\n\nTwo.', ['One line.', 'Two.']],
    ['a hard break', 'One  \nline.', ['One line.']],
    ['emphasis, links and code', 'A *b* **c** [d](https://x.example "t") `e` ~~f~~.', ['A b c d e f.']],
    ['images', 'A ![alt](x.png) b.\n\n![only](y.png)', ['A b.']],
    ['raw HTML', 'A <b>b</b><br>c.\n\n<div>d</div>\n\n<!-- e -->', ['A b c.', 'd']],
    ['paragraphs in HTML only', '<p>One.</p>\n<p>Two &amp; three.</p>', ['One.', 'Two & three.']],
    ['tildes that are none of Markdown', 'From 5~6 to 10~20 roofs.', ['From 5~6 to 10~20 roofs.']],
    ['entities', 'Fish &amp; chips&shy;', ['Fish & chips']],
    ['a list', '- a\n- b\n  - c\n\n  more', ['• a\n• b\n• c\nmore']],
    ['an ordered list', '3. a\n4. b', ['3. a\n4. b']],
    ['an item without words', '- ![x](y)\n- b', ['• b']],
    ['a quote', '> One.\n>\n> Two.', ['One.', 'Two.']],
    ['a table', '| A | B |\n|---|---|\n| 1 | *2* |', ['A | B\n1 | 2']],
    ['code', '```js\nlet a;\n\n  b();\n```', ['let a;\nb();']],
    ['headings', 'A.\n\n## Part\n\nB.', ['A.', 'B.']],
    ['a break and a definition', 'A [b].\n\n***\n\n[b]: https://x.example', ['A b.']],
    ['footnotes', 'A.[^1]\n\n[^1]: The note.', ['A.', 'The note.']],
    ['furniture, which curated text keeps', 'Text.\n\nAlso Read: More', ['Text.', 'Also Read: More']],
    ['a text printed twice, which curated text keeps', 'Text.\n\nText.', ['Text.', 'Text.']],
    ['brackets that are none of Markdown', 'A [Photo: B] c.', ['A [Photo: B] c.']],
  ])('is split into passages: %s', (_name, source, passages) => {
    expect(passagesOf(source)).toEqual(passages);
  });

  it('keeps headings in the text', () => {
    expect(read('A.\n\n## Part\n\nB.').text).toBe('A.\n\nPart\n\nB.');
  });

  it.each([
    ['nothing', '---\ntitle: A\n---\n'],
    ['only headings', '# A\n\n## B'],
    ['only an image', '![a](b.png)'],
    ['a quote in a quote in a quote …', '>'.repeat(5000)],
    ['more marks than words', '_a*b'.repeat(20_000)],
    ['more lines than a book', '- a\n'.repeat(50_001)],
  ])('is refused when it holds %s', (_name, source) => {
    expect(readMarkdown(source, context)).toMatchObject({ kind: 'rejected', problems: [{ file: 'a.md' }] });
  });

  it('reads the same with and without the parser', () => {
    const lines = fc.array(
      fc.constantFrom('One two.', 'Three (four)!', '  five', '', ' ', 'six - 7', '"eight" #9', "it's 10%"),
    );
    const comment = '\n\n<!-- -->';
    fc.assert(
      fc.property(lines, (parts) => {
        const source = `Start.\n${parts.join('\n')}`;
        expect(read(source).text).toBe(read(source + comment).text);
      }),
    );
  });
});

describe('what is known besides', () => {
  const known = { outlet: 'The Daily Example', title: 'Rain' };

  it('fills in what the text leaves open', () => {
    const { article } = expectArticle(readMarkdown('Text.', { ...context, defaults: known }));
    expect(article).toMatchObject({ ...known, hasHeadline: true });
  });

  it('never replaces what the text says', () => {
    const source = withFrontMatter('title: Sun\noutlet: Weekly');
    const { article } = expectArticle(readMarkdown(source, { ...context, defaults: known }));
    expect(article).toMatchObject({ title: 'Sun', outlet: 'Weekly' });
  });
});
