import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/analysis/sentences.js';

function split(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

/** Texts with ` ¶ ` where a sentence ends before a space and `¶` where it ends without one. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  'after titles': [
    'The prayers were led by Rev. Odera. ¶ People sang.',
    'They met Hon. Akinyi and Prof. Mutiso at noon. ¶ Talks went on.',
    'Gov. Mrima flew to Wajir. ¶ Sen. Lelelit stayed.',
    'The note came from Amb. Salim. ¶ Nobody read it.',
    'Mr. Cheruto and Dr. Ouma were fined. ¶ Both paid.',
    'Maj. Gen. Barasa retired. ¶ Col. Too took over.',
    'REV. ODERA PRAYED FOR RAIN. ¶ IT CAME.',
    'Alipokelewa na Dkt. Nafula wa Busia. ¶ Wageni walikula.',
    'Bw. Hamisi na Bi. Zawadi walifika. ¶ Mhe. Kombo hakuja.',
    'Mch. Wekesa aliomba. ¶ Ndg. Salim aliimba.',
  ],
  'after currencies and numbers': [
    'The sacco lent Ksh. 75,000 to each rider. ¶ All repaid.',
    'A fine of Sh. 900 was set. ¶ He had 3.5 million.',
    'It cost Sh2.5 billion. ¶ Kshs. 40 was left.',
    'See Petition No. E015 of 2021. ¶ It failed.',
    'Soma uk. 12 na Na. 7. ¶ Halafu lala.',
    'The report (pp. 30 to 34) names them. ¶ It is long.',
    'They wed on Sept. 4 in Malindi. ¶ It rained.',
    'The well is approx. 40 metres deep. ¶ It is dry.',
    'Born c. 1890, he farmed. ¶ He died in 1961. ¶ 12 sons mourned.',
  ],
  'after firms and places': [
    'Tandaa Ltd. built the mill. ¶ It leaks.',
    'The mill belongs to Tandaa Co. Ltd. ¶ Owners said so.',
    'Pwani Foods Inc. was sold. ¶ The price is secret.',
    'Pupils of St. Bakhita won. ¶ They danced.',
    'The shop is on Digo Rd. ¶ It sells rope.',
    'They sell rope, nets, etc. ¶ Prices fell.',
  ],
  'after initials and dotted words': [
    'The street honours T. J. Mwamba. ¶ Few know him.',
    'The street honours T.J. Mwamba. ¶ Few know him.',
    'Envoys of the U.N. Council came. ¶ They left.',
    'It was sent to the U.N. ¶ The reply was short.',
    'Doors open at 7 a.m. and close at 6 p.m. ¶ Entry is free.',
    'He flew at 6 p.m. Monday. ¶ She stayed.',
    'Bring a tool, e.g. Hassan brought a saw. ¶ Ask i.e. Juma.',
    'She chose plan B. ¶ The others chose plan C.',
    'Walileta vikapu, kamba n.k. ¶ Walifurahi.',
    'He holds a Ph.D. in soil. ¶ He farms.',
    'Republic v. Chelimo ended. ¶ Nobody appealed.',
  ],
  'around quotations': [
    '"Cheat! Coward!" she cried at the clerk. ¶ He ran.',
    '"Where is the seal?" he asked. ¶ Nobody knew.',
    '“Where is the seal?” Achieng asked the clerk. ¶ Nobody knew.',
    'He shouted "Fire! Fire!" at the guard. ¶ Guards came.',
    '"We will dig. We will not stop," Koech said. ¶ They dug.',
    '“We will dig. We will not stop.” ¶ Koech denied it.',
    "'Stop it! Sit down!' the speaker yelled. ¶ They sat.",
    'The chief said: "It is over." ¶ Then he left.',
    '"Nani atalipa?" Katana aliuliza. ¶ Kimya kilitanda.',
    '"Who paid?" ¶ "We did," they said.',
    'The song "Who Sank the Boat?" is banned. ¶ Few mind.',
    'It ended (they lost. They cried.) at noon. ¶ Fans left.',
    "The workers' boat sank. ¶ The owners' did not.",
    "Lang'ata won. ¶ Ng'ang'a lost.",
  ],
  'where spaces or stops are odd': [
    'The mill was sold.¶The owner left.',
    'The mill is in Voi.¶Maji sold it.',
    'Few call it "home".¶Most left.',
    'Read Nation.Africa and Node.Js. ¶ Write to Rev.Owuor.',
    'It is old.[citation needed] ¶ It leaks.',
    'It fell in 2013.¶The rest stood.',
    '“The mill was sold.”¶The owner left.',
    'Is it sold?¶Nobody knows.',
    'He waited... ¶ Then he left.',
    'He waited … and left. ¶ She stayed.',
    '"I... I do not know," he said. ¶ They laughed.',
    'He left . ¶ She stayed .',
    'See kilifi.go.ke for it. ¶ Write to a.b@c.ke.',
    'It ended in 1998.[4] ¶ A new one began.',
    'Really?! ¶ Yes.',
    'It cost 4.50 shillings. ¶ Cheap!',
    'the boat sank. ¶ nobody drowned. ¶ it was old.',
    'al-Amin left. ¶ el-Hadi stayed. ¶ iHub closed.',
  ],
  'in numbered items': [
    '1. Two nets for Faza.',
    'The plan: 1. Two nets. ¶ 2. One boat.',
    'Q. Who paid? ¶ A. The cook.',
  ],
  'at line ends': ['Maize | 40\n¶Beans | 75', '• Two nets\n¶• One boat for Faza. ¶ It is old.'],
};

describe('a sentence ends where it ends', () => {
  for (const [kind, texts] of Object.entries(EXAMPLES)) {
    it.each(texts)(`${kind}: %s`, (marked) => {
      const expected = marked.split('¶').map((sentence) => sentence.trim());
      expect(split(marked.replaceAll(' ¶ ', ' ').replaceAll('¶', ''))).toEqual(expected);
    });
  }
});

describe('a quotation', () => {
  it('of several long sentences is split', () => {
    const one = `We ${'dig and '.repeat(20)}rest.`;
    expect(split(`"${one} ${one}" Koech said so.`)).toHaveLength(3);
  });

  it('that is never closed does not stop sentences from ending', () => {
    expect(split('"We dig. We rest. They left.')).toEqual(['"We dig.', 'We rest.', 'They left.']);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    ...[
      'Dr',
      'The',
      'left',
      'U.N',
      'Ksh',
      '4',
      'I',
      '.',
      '!',
      '?',
      '…',
      '"',
      '“',
      '”',
      "'",
      '(',
      ')',
      ' ',
      '\n',
      '•',
      '|',
      'é',
      '🎉',
    ],
  );

  it.each([
    ['of words and marks', fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))],
    ['of any characters', fc.string({ unit: 'grapheme' })],
  ])('%s is covered by trimmed slices in order', (_name, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const spans = splitSentences(text);
        let end = 0;
        for (const span of spans) {
          expect(text.slice(end, span.start).trim()).toBe('');
          expect(span.end).toBeGreaterThan(span.start);
          expect(text.slice(span.start, span.end).trim()).toHaveLength(span.end - span.start);
          end = span.end;
        }
        expect(text.slice(end).trim()).toBe('');
      }),
    );
  });
});
