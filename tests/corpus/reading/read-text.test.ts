import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/corpus/reading/read-text.js';
import { context, expectArticle, listPassages } from '../fake-sentences.js';

const read = (source: string) => expectArticle(readText(source, context));
const passagesOf = (source: string) => listPassages(read(source));
const BODY = 'The lake rose again on Monday, and the market moved up the hill.';
const MORE = 'Traders said that they would stay there until the rains end.';

describe('paragraphs', () => {
  const long = `The county said ${'that the lake is high and '.repeat(5)}rising.`;

  it.each([
    ['at blank lines', `${BODY}\n \n\n${MORE}`, [BODY, MORE]],
    ['with line ends of Windows', `${BODY}\r\n\r\n${MORE}`, [BODY, MORE]],
    [
      'not at a line end within one',
      `The lake rose\nagain on Monday.\n\n${MORE}`,
      ['The lake rose again on Monday.', MORE],
    ],
    ['at every line where no line is blank', `${BODY}\n${MORE}\n${BODY} Again.`, [MORE, `${BODY} Again.`]],
    [
      'not at lines that run on',
      'The lake rose\nagain and the\nmarket moved.',
      ['The lake rose again and the market moved.'],
    ],
    ['at lines that are too long to be wrapped', `${MORE}\n\n${long}\n${BODY}`, [MORE, long, BODY]],
    ['at short lines', `${BODY}\n\nStalls: 40\nRoofs: 2`, [BODY, 'Stalls: 40', 'Roofs: 2']],
    [
      'at bullets',
      `${BODY}\n\n• The lake rose.\n• The market\nmoved up.`,
      [BODY, 'The lake rose.', 'The market moved up.'],
    ],
  ])('are split %s', (_name, source, passages) => {
    expect(passagesOf(source)).toEqual(passages);
  });

  it('have no marks of a letter that was answered', () => {
    expect(passagesOf(`> The lake rose\n> again.\n>\n> ${MORE}`)).toEqual(['The lake rose again.', MORE]);
  });

  it('have bullets that are not quoted', () => {
    expect(passagesOf(`${BODY}\n\n• ${MORE}`)).toEqual([BODY, MORE]);
  });
});

describe('the headline', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'Rain').join(' ');

  it.each([
    ['a first line', 'Lake market moves uphill', true],
    ['a question', 'Will the market move?', true],
    ['a call', 'Move now!', true],
    ['a line that trails off', 'The market moves...', true],
    ['a sentence', 'The market moves.', false],
    ['a quoted sentence', '“The market moves.”', false],
    ['the start of a list', 'The county said:', false],
    ['a bullet', '• Lake market moves uphill', false],
    ['24 words', words(24), true],
    ['25 words', words(25), true],
    ['26 words', words(26), false],
    ['149 characters', 'x'.repeat(149), true],
    ['150 characters', 'x'.repeat(150), true],
    ['151 characters', 'x'.repeat(151), false],
  ])('may be told: %s', (_name, line, hasHeadline) => {
    expect(read(`${line}\n\n${BODY}`).article.hasHeadline).toBe(hasHeadline);
  });

  it('is no passage, even when it is printed twice', () => {
    expect(passagesOf(`Lake market moves\n\nLake market moves\n\n${BODY}`)).toEqual([BODY]);
  });

  it('may stand below the name of a section, and other things', () => {
    const article = read(`Home\nNews\nPolitics\nLake market moves\nBy Asha Odell\n0\n150\n${BODY}\n${MORE}`);
    expect(article).toMatchObject({ article: { title: 'Lake market moves' }, text: `${BODY}\n\n${MORE}` });
  });

  it('may stand below a label of links', () => {
    expect(read(`Latest news\n\nLake market moves\n\n${BODY}`).article.title).toBe('Lake market moves');
  });

  it('needs a text below it', () => {
    expect(read('Lake market moves uphill')).toMatchObject({
      article: { hasHeadline: false, title: 'Lake market moves uphill' },
      text: 'Lake market moves uphill',
    });
  });
});

describe('bylines and date lines', () => {
  it.each([
    ['By Asha Odell', 'Asha Odell', null],
    ['BY ASHA ODELL AND TOM KIBE', 'ASHA ODELL AND TOM KIBE', null],
    ['By Asha Odell and Tom wa Kibe', 'Asha Odell and Tom wa Kibe', null],
    ['By Asha Odell @ashao', 'Asha Odell', null],
    ['Na Asha Odell', 'Asha Odell', null],
    ['August 16, 2023', null, '2023-08-16'],
    ['Wednesday, August 16, 2023', null, '2023-08-16'],
    ['16th Aug 2023', null, '2023-08-16'],
    ['16 Agosti 2023', null, '2023-08-16'],
    ['2023-08-16 10:30', null, '2023-08-16'],
    ['Published on August 16, 2023', null, '2023-08-16'],
    ['Published: Wed, 16 Aug 2023 10:30 am EAT', null, '2023-08-16'],
    ['Updated: August 16, 2023', null, '2023-08-16'],
    ['Published August 16, 2023 | Updated August 17, 2023', null, '2023-08-16'],
    ['By Asha Odell | August 16, 2023 | 3 min read', 'Asha Odell', '2023-08-16'],
    ['By Asha Odell, August 16, 2023', 'Asha Odell', '2023-08-16'],
    ['Posted on August 16, 2023 by Asha Odell', 'Asha Odell', '2023-08-16'],
    ['Wednesday, August 16, 2023 at 6:42 PM by Asha Odell 5 min read', 'Asha Odell', '2023-08-16'],
    ['By Asha Odell -August 16, 2023', 'Asha Odell', '2023-08-16'],
    ['By Asha OdellAug 16, 2023', 'Asha Odell', '2023-08-16'],
    ['By Asha Odell16 August 2023', 'Asha Odell', '2023-08-16'],
    ['Jumatano, Agosti 16, 2023', null, '2023-08-16'],
    ['Ijumaa 18 Agosti 2023', null, '2023-08-18'],
  ])('are left out and read: %s', (line, author, published) => {
    const article = read(`Lake market moves\n\n${line}\n\n${BODY}`);
    expect(article).toMatchObject({ article: { author, published }, text: BODY });
  });

  it('are read in one paragraph with the headline', () => {
    const article = read(`Lake market moves\nBy Asha Odell\nAugust 16, 2023\n\n${BODY}`);
    expect(article).toMatchObject({
      article: { title: 'Lake market moves', author: 'Asha Odell', published: '2023-08-16' },
      text: BODY,
    });
  });

  it('are read below a standfirst when they stand together', () => {
    const article = read(`Lake market moves\n\n${MORE}\n\nBy Asha Odell\n\nAugust 16, 2023\n\n${BODY}`);
    expect(article).toMatchObject({ article: { author: 'Asha Odell', published: '2023-08-16' } });
  });

  it('are read below a standfirst when they have the only time', () => {
    const article = read(`Lake market moves\n\n${MORE}\n\n16 August 2023 - 12:32\n\n${BODY}`);
    expect(article).toMatchObject({ article: { published: '2023-08-16' }, text: `${MORE}\n\n${BODY}` });
  });

  it('are none where each entry has one', () => {
    const entries = `August 16, 2023 10:30\n\n${BODY}\n\nAugust 17, 2023 11:30`;
    expect(read(`Lake market moves\n\n${MORE}\n\n${entries}`).article.published).toBeNull();
  });

  it.each([
    ['NAIROBI, August 16, 2023 — The lake rose.'],
    ['Lakeside, 16 August 2023 (LNA) - The lake rose.'],
    ['NAIROBI, Kenya, August 16, 2023 – The lake rose.'],
  ])('may begin a paragraph, which keeps them: %s', (line) => {
    const { article, text } = read(`Lake market moves\n\n${line}`);
    expect([article.published, text]).toEqual(['2023-08-16', line]);
  });

  it.each([
    ['running text', `The lake rose on August 16, 2023, they said.`],
    ['a caption', `The governor at the lake market, Wednesday, August 16, 2023.`],
    ['a time line', `${BODY}\n\nAugust 16, 2023\n\n${MORE}`],
    ['running text with a dash', `The rise of August 16, 2023 — the third — is over now, they said.`],
    ['a line of running text', `They met on\nAugust 16, 2023\nat the lake, and they went home.`],
    ['a date of no calendar', `February 30, 2023\n\n${BODY}`],
  ])('are not found in %s', (_name, body) => {
    const { article, text } = read(`Lake market moves\n\n${body}\n\n${BODY} Again.`);
    expect([article.published, article.author]).toEqual([null, null]);
    expect(text).toContain('2023');
  });

  it.each(['By the lake', 'By Friday', 'By Then it had rained all over the lake and the hills'])(
    'are not made of other lines: %s',
    (line) => {
      expect(read(`Lake market moves\n\n${line}\n\n${BODY}`).article.author).toBeNull();
    },
  );
});

describe('furniture', () => {
  it.each([
    'Leave a Reply',
    'Leave a Comment Cancel reply',
    'Also Read: Ten boats lost on the lake',
    'READ ALSO Ten boats lost on the lake',
    'Read: Ten boats lost',
    'Soma pia: Mvua kubwa',
    'WATCH: The latest videos from the Example',
    'In Summary',
    'Image: LNA',
    'Photo: Asha Odell/Example',
    '[Photo: Courtesy]',
    'PHOTO | COURTESY',
    'Photo/Courtesy',
    'File photo',
    'Photo by Asha Odell',
    '150 views',
    '1.2k views',
    '0 comments 150 views',
    '3 min read',
    'Comments (3)',
    'No Comments',
    'Advertisement',
    'Advertisement. Scroll to continue reading.',
    'Related articles',
    'You may also like',
    'Click here to subscribe to our channel',
    'Share this article',
    'Share on Facebook',
    'Facebook Twitter WhatsApp',
    'Follow us on Twitter',
    'Subscribe to our newsletter.',
    'Join our WhatsApp channel for more',
    'We use cookies to make this site better.',
    'Accept all cookies',
    '© 2023 The Example. All rights reserved.',
    'Your email address will not be published. Required fields are marked *',
    'Home > News > Lake',
    'Tags: lake, market',
    '* * *',
    '10:05 am',
    'desk@daily.example',
    'What you need to know:',
    'PAY ATTENTION: Follow us for more!',
    'Stay informed. Subscribe to our newsletter',
    'Habari zinazohusiana',
    'Loading...',
  ])('is left out: %s', (line) => {
    expect(passagesOf(`Lake market moves\n\n${BODY}\n\n${line}\n\n${MORE}`)).toEqual([BODY, MORE]);
    expect(passagesOf(`Lake market moves\n\n${BODY}\n${line}\n\n${MORE}`)).toEqual([BODY, MORE]);
  });

  it.each([
    'Watch the rivals closely, the governor told them.',
    'Image: that is all that counts, said the governor, who has never looked after anything else.',
    'Photo albums and radios were lost.',
    'Photo by photo, the story of the flood grows',
    'Share with the poor, the bishop asks the county',
    'Advertisement spending rose by a tenth last year',
    'Comments on the plan are due on Monday.',
    'Register of voters updates are late',
    'Follow the money, she said.',
    'Follow the debate on Twitter as if it were yours, said the governor.',
    'Cookies were sold at the market.',
    'Related parties must say so.',
    'Home is where the lake was.',
    'Subscribe to this view and you will be poor.',
    'Also read out was a letter of the governor.',
    'Topics: fish, fruit and rain were talked of by the governor for hours.',
    'Politics',
    '7,176,141',
  ])('is not an article’s own sentence: %s', (line) => {
    expect(passagesOf(`Lake market moves\n\n${BODY}\n\n${line}\n\n${MORE}`)).toEqual([BODY, line, MORE]);
  });

  it.each(['Related Stories', 'READ ALSO', 'Keep Reading', 'Related topics'])(
    'is what stands below a label, as far as it is no sentence: %s',
    (label) => {
      const links = 'Ten boats lost on the lake\n\nWill it rain?';
      expect(
        passagesOf(`Lake market moves\n\n${BODY}\n\n${label}\n\n${links}\n\n${MORE}\n\nThe end`),
      ).toEqual([BODY, MORE, 'The end']);
    },
  );

  it.each([
    ['WATCH: The latest videos from the Daily Example', 'The Daily Example'],
    ['Watch: The latest videos from Example News', 'Example News'],
  ])('may name the outlet: %s', (line, outlet) => {
    expect(read(`Lake market moves\n\n${BODY}\n\n${line}`).article.outlet).toBe(outlet);
  });

  it('names no outlet where the name may be a place’s', () => {
    const line = 'WATCH: The latest videos from Lakeside';
    expect(read(`Lake market moves\n\n${BODY}\n\n${line}`)).toMatchObject({
      article: { outlet: null },
      text: BODY,
    });
  });

  it('alone may', () => {
    expect(
      read(`Sources told The Daily Example: the latest news from the Lake.\n\n${BODY}`).article.outlet,
    ).toBeNull();
  });

  it('is not all there may be', () => {
    expect(readText('Leave a Reply\n\nAdvertisement', context)).toMatchObject({ kind: 'rejected' });
  });
});

describe('what is printed twice', () => {
  const lead = BODY.slice(0, -1);

  it.each([
    ['the first of equal paragraphs', `${BODY}\n\n${MORE}\n\n${BODY}`, [BODY, MORE]],
    ['the longer paragraph', `${lead}\n\n${MORE}\n\n${BODY} It rained.`, [MORE, `${BODY} It rained.`]],
    [
      'the longer paragraph when it is the first',
      `${BODY} It rained.\n\n${MORE}\n\n${lead}`,
      [`${BODY} It rained.`, MORE],
    ],
    [
      'a paragraph in other letters',
      `${BODY.toUpperCase()}\n\n${MORE}\n\n${BODY} Now.`,
      [MORE, `${BODY} Now.`],
    ],
    ['a paragraph rather than the summary', `In Summary\n\n• ${BODY}\n\n${MORE}\n\n${BODY}`, [MORE, BODY]],
    ['one of two captions', `${BODY}\n${BODY}\nImage: LNA\n\n${MORE}`, [BODY, MORE]],
    [
      'seven words in a longer paragraph',
      `Seven words are too few for that.\n\nShe said: seven words are too few for that.`,
      ['Seven words are too few for that.', 'She said: seven words are too few for that.'],
    ],
    [
      'eight words no more',
      `Eight words are not too few for that.\n\nShe said: eight words are not too few for that.`,
      ['She said: eight words are not too few for that.'],
    ],
    ['one of short lines one below the other', `${BODY}\n\nYes.\n\nYes.\n\nYes?`, [BODY, 'Yes.', 'Yes?']],
    [
      'not an answer given twice',
      `${BODY}\n\nA: No.\n\nQ: And now?\n\nA: No.`,
      [BODY, 'A: No.', 'Q: And now?', 'A: No.'],
    ],
    ['words that only begin alike', `${lead} now.\n\n${lead} then.`, [`${lead} now.`, `${lead} then.`]],
  ])('is kept once: %s', (_name, source, passages) => {
    expect(passagesOf(source)).toEqual(passages);
  });
});

describe('a page on one line', () => {
  const text = `On Friday, ${'the lake rose and the market moved. '.repeat(12)}It rained.`;

  it.each([
    [
      'counts against the date',
      `Lake News MARKET MOVES UP THE HILL AshaMarch 24, 20230150 views ${text}`,
      'Asha',
    ],
    [
      'counts apart',
      `MARKET MOVES UP THE HILL Asha Odell March 24, 2023 0 Comments 150 Views ${text}`,
      'Asha Odell',
    ],
    [
      'the day before the month',
      `MARKET MOVES UP THE HILL By Asha Odell 24 March 2023 1.5k views ${text}`,
      'Asha Odell',
    ],
    ['no counts', `MARKET MOVES UP THE HILL Asha Odell March 24, 2023 ${text}`, 'Asha Odell'],
    ['a short name of the month', `MARKET MOVES UP THE HILL Asha Mar 24, 2023 ${text}`, 'Asha'],
    ['neither', `MARKET MOVES UP THE HILL March 24, 2023 ${text}`, null],
    ['no author', `News MARKET MOVES UP THE HILL March 24, 2023 3 comments ${text}`, null],
  ])('has a head: %s', (_name, source, author) => {
    const read1 = read(source);
    expect(read1.article).toMatchObject({
      title: 'MARKET MOVES UP THE HILL',
      author,
      published: '2023-03-24',
    });
    expect(read1.text).toBe(text);
  });

  it.each([
    ['a headline in capitals only', `MARKET MOVES UP THE HILL ${text}`, null],
    ['capitals in running text', `THE LAKE COUNTY WATER BOARD met on March 24, 2023 to talk. ${text}`, null],
    ['running text', `They said on March 24, 2023 that views differ. ${text}`, null],
  ])('keeps everything where there is %s', (_name, source, published) => {
    expect(read(source)).toMatchObject({ article: { hasHeadline: false, published }, text: source });
  });

  it.each([
    ['a headline that cannot be told from its author', 'Market moves Asha', 'March 24, 20230150 views'],
    [
      'links to share it',
      'Home Market moves By Asha',
      ' March 24, 2023 0 150 Share on Facebook Tweet on Twitter',
    ],
  ])('keeps %s out of the passages', (_name, above, counts) => {
    const reading = read(`${above}${counts} ${text}`);
    expect(reading).toMatchObject({ article: { hasHeadline: false, published: '2023-03-24' } });
    expect(reading.text).toBe(`${above}\n\n${text}`);
    expect(listPassages(reading).join(' ')).toBe(text);
  });

  it('is split at sentence ends', () => {
    const passages = passagesOf(text.repeat(3));
    expect(passages.length).toBeGreaterThan(2);
    expect(passages.slice(0, -1).every((passage) => passage.endsWith('.'))).toBe(true);
  });
});
