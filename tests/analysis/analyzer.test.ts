import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/analysis/analyzer.js';
import { MARKS } from '../../src/core/model/analyzer.js';
import { shareAnalyzer } from '../support/fake-corpus.js';

const analyzer = shareAnalyzer();

describe('analyzeQuestion', () => {
  it.each([
    ['Who mediated the talks?', ['mediat', 'talk']],
    ["What were Raila's and Raila’s demands?", ['raila', 'demand']],
    ['Who is the MP for Lang’ata?', ['mp', 'langata']],
    ['MUTHONI Műthoni', ['muthoni']],
    ['What happened in 2022?', ['happen', '2022']],
    ['Nani aliongoza maandamano ya wananchi?', ['kuongoza', 'kuandamana', 'mwananchi']],
    ['Who sank the ships?', ['sink', 'ship']],
    ['Who spilt and burnt it?', ['spill', 'burn']],
    ['Who was fined for riding and scraping?', ['fine', 'ride', 'scrape']],
    ['Which MPs met the NGOs?', ['mp', 'meet', 'ngo']],
    ['Ruto alisema nini?', ['ruto']],
    ['who is he', []],
    ['Nani is the chair of Nandi Hills?', ['chair', 'nandi', 'hill']],
    ['?!', []],
  ])('finds the terms of "%s"', (question, terms) => {
    expect(analyzer.analyzeQuestion(question).words.map(({ forms }) => forms[0])).toEqual(terms);
  });

  it('remembers the word as it was typed', () => {
    expect(analyzer.analyzeQuestion('Was Supreem Court right?').words[0]).toEqual({
      word: 'Supreem',
      normal: 'supreem',
      kind: 'word',
      forms: ['supreem'],
      otherForms: [],
      isName: true,
      span: expect.any(Object) as object,
      count: 1,
      partOfSpeech: expect.any(String) as string,
    });
  });
});

describe('the forms of a word', () => {
  it.each([
    ['are stems in a plainly English question', 'Who leads the parties?', 'parties', ['parti'], ['parties']],
    [
      'are both for an unknown word of a Swahili question',
      'Nani aliongoza parties?',
      'parties',
      ['parties', 'parti'],
      [],
    ],
    ['are one for a Swahili word of a Swahili question', 'Rais Ruto', 'Rais', ['rais'], ['rai']],
    [
      'are both for an unknown word of an English question',
      'the wagawaji?',
      'wagawaji',
      ['wagawaji', 'kugawa'],
      [],
    ],
    ['take an acronym in lower case for a plural', 'who met the mps', 'mps', ['mps'], ['mp']],
  ])('%s', (_name, question, word, forms, otherForms) => {
    const found = analyzer.analyzeQuestion(question).words.find((each) => each.word === word);
    expect(found).toMatchObject({ word, forms, otherForms });
  });
});

describe('analyzePassage', () => {
  it('finds the same however many words were read before', () => {
    // As one token, for its full stop, this entry of the lexicon points far beyond the lexicon for its lemma.
    const text = 'Boji bu heve. Pu.';
    const other = createAnalyzer();
    const spell = (i: number): string =>
      `qz${i.toString(26).replace(/\d/gu, (digit) => 'zyxwvutsrq'.charAt(Number(digit)))}`;
    for (let at = 0; at < 80_000; at += 10_000) {
      other.analyzePhrase(Array.from({ length: 10_000 }, (_, i) => spell(at + i)).join(' '), 'en');
    }
    expect(other.analyzePassage(text)).toEqual(analyzer.analyzePassage(text));
  });

  it('finds sentences and the terms of each', () => {
    const text = 'Mr. Ruto spoke in Eldoret. He won 7.1 million votes, the IEBC said.';
    const sentences = analyzer.analyzePassage(text);
    expect(sentences.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      'Mr. Ruto spoke in Eldoret.',
      'He won 7.1 million votes, the IEBC said.',
    ]);
    expect(sentences[1]?.words.map(({ term }) => term)).toEqual(['win', '7100000', 'vote', 'iebc']);
  });

  it('does not stem Swahili words as English ones', () => {
    const [sentence] = analyzer.analyzePassage('Wananchi wamechoka na siasa za viongozi wao.');
    expect(sentence?.words.map(({ term }) => term)).toEqual(['mwananchi', 'kuchoka', 'siasa', 'kuongoza']);
  });

  it.each([['It cost Sh2.5 billion in all. He paid.'], ['They paid KSh1.2bn for it. He paid.']])(
    'keeps an amount whole: %s',
    (text) => {
      const spans = analyzer.analyzePassage(text).map(({ span }) => text.slice(span.start, span.end));
      expect(spans).toEqual(text.split(/(?<=\.) (?=He)/u));
    },
  );

  it('gives one sentence at least to any text, and covers it with trimmed slices in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (raw) => {
        const text = raw.replace(/\p{C}/gu, '').replace(/\s+/gu, ' ').trim();
        fc.pre(text !== '');
        const spans = analyzer.analyzePassage(text).map(({ span }) => span);
        expect(spans.length).toBeGreaterThan(0);
        let end = 0;
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(span.start, span.end).trim()).toHaveLength(span.end - span.start);
          end = span.end;
        }
      }),
    );
  });
});

describe('a word that is also a name in every JavaScript object', () => {
  it.each(Object.getOwnPropertyNames(Object.prototype))('is analysed like any other: %s', (word) => {
    const { words, compounds } = analyzer.analyzeQuestion(word);
    const terms = [
      ...analyzer.analyzePassage(`A ${word} spoke.`).flatMap(({ words: found }) => found),
      ...analyzer.analyzeHeadline(word),
    ].flatMap(({ normal, term }) => [normal, term]);
    const forms = [...words, ...compounds].flatMap(({ normal, forms: own }) => [normal, ...own]);
    for (const each of [...terms, ...forms, ...analyzer.analyzePhrase(word, 'sw')]) {
      expect(each).toBeTypeOf('string');
    }
  });
});

describe('detectLanguage', () => {
  it.each([
    ['The president said that the election was over.', 'en'],
    ['Rais alisema kwamba uchaguzi umekwisha na watu wafanye kazi.', 'sw'],
    ['IEBC', 'en'],
    ['bei unga Nakuru', 'sw'],
    ['Kuku wangapi waliibwa?', 'sw'],
    ['Maize flour price', 'en'],
  ])('takes "%s" for %s', (text, language) => {
    expect(analyzer.detectLanguage(text)).toBe(language);
  });
});

describe('analyzePhrase', () => {
  it.each([
    ['Independent Electoral and Boundaries Commission', 'en', ['independ', 'elector', 'boundari', 'commiss']],
    ['waziri mkuu', 'sw', ['waziri', 'kuu']],
    ['na ya', 'sw', []],
  ] as const)('finds the terms of "%s"', (text, language, terms) => {
    expect(analyzer.analyzePhrase(text, language)).toEqual(terms);
  });
});

describe('isEnglishWord', () => {
  it.each([
    ['tall', true],
    ['flour', true],
    ['senetor', false],
    ['musyoka', false],
    ['', false],
  ])('tells of "%s" %s', (word, expected) => {
    expect(analyzer.isEnglishWord(word)).toBe(expected);
  });
});

describe('isSwahiliWord', () => {
  it.each([
    ['rais', true],
    ['bei', true],
    ['walipopanda', true],
    ['maandmano', false],
    ['wanjiru', false],
    ['', false],
  ])('tells of "%s" %s', (word, expected) => {
    expect(analyzer.isSwahiliWord(word)).toBe(expected);
  });
});

describe('words of other scripts', () => {
  const termsOf = (text: string): string[] => analyzer.analyzePhrase(text, 'en');

  it('are segmented where no spaces part them', () => {
    expect(termsOf('大阪の図書館')).toEqual(['大阪', '図書館']);
  });

  it('meet with and without vowel marks', () => {
    expect(termsOf('المُدَرِّسون')).toEqual(termsOf('المدرسون'));
  });
});

describe('the marks of words', () => {
  const marksOf = (text: string): Record<string, number> =>
    Object.fromEntries(
      analyzer.analyzePassage(text).flatMap(({ words }) => words.map(({ normal, marks }) => [normal, marks])),
    );

  it.each([
    ['a name', 'The talks were led by Kalonzo.', 'kalonzo', MARKS.name],
    ['a name in a place', 'They met in Naivasha.', 'naivasha', MARKS.name + MARKS.place],
    ['a plain word that begins a sentence', 'Later the price rose.', 'later', 0],
    ['a name that begins a sentence', 'Kalonzo spoke.', 'kalonzo', MARKS.name],
    ['a year', 'He won in 2013.', '2013', MARKS.date],
    ['a month', 'It was on Tuesday 8 March.', 'march', MARKS.date],
    ['a day', 'He spoke on Friday.', 'friday', MARKS.date],
    ['a figure', 'Some 9,000 people came.', '9000', MARKS.number],
    ['a number in words', 'He met nine legislators.', '9', MARKS.number],
    ['a time of day', 'Doors open at 7:30pm.', '19:30', MARKS.number + MARKS.date],
    ['a plain word', 'The river rose.', 'river', 0],
  ])('tell %s', (_name, text, word, marks) => {
    expect(marksOf(text)[word]).toBe(marks);
  });
});

describe('what a question asks for', () => {
  it.each([
    ['Who is the senator for Kisumu?', 'name'],
    ['Which party won?', 'name'],
    ['What is the name of the bridge?', 'name'],
    ['Where was the rally?', 'place'],
    ['In which county is Kisii?', 'place'],
    ['When was the vote?', 'date'],
    ['In what year did he resign?', 'date'],
    ['How many MPs met Ruto?', 'number'],
    ['What is the population of Kisumu?', 'number'],
    ['Nani aliongoza maandamano?', 'name'],
    ['Mkutano ulikuwa wapi?', 'place'],
    ['Uchaguzi ulifanyika lini?', 'date'],
    ['Wabunge wangapi walikuja?', 'number'],
    ['What did Raila say?', null],
    ['Why did they fight?', null],
    ['IEBC servers', null],
  ])('%s', (question, expected) => {
    expect(analyzer.analyzeQuestion(question).asksFor).toBe(expected);
  });
});

describe('a printed question', () => {
  it.each([
    ['Who dug the well? They did.', ['name', null]],
    ['Kisima kilichimbwa lini? Juzi.', ['date', null]],
    ['Why dig?', [null]],
  ])('tells the kind of word that it asks for: %s', (text, kinds) => {
    expect(analyzer.analyzePassage(text).map(({ asksFor }) => asksFor)).toEqual(kinds);
  });
});

describe('a question about what somebody said', () => {
  it('is not searched for the verb of saying', () => {
    const { words, asksForSpeech } = analyzer.analyzeQuestion('What did Wanga tell the farmers?');
    expect(words.map(({ normal }) => normal)).toEqual(['wanga', 'farmers']);
    expect(asksForSpeech).toBe(true);
  });
});
