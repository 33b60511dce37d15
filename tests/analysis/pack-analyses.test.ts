import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnalysisPacker, type Analysis } from '../../src/analysis/pack-analyses.js';
import { type AnalyzedWord, type AnswerType, MARKS } from '../../src/core/model/analyzer.js';
import {
  MARK_BITS,
  MARK_MASK,
  type Forms,
  type PackedAnalysis,
  type PackedWords,
  unpackTraits,
} from '../../src/core/arrays/packed-analysis.js';

const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((value) => !value.includes('\n'));
const word = fc.record({ normal: text, term: text, marks: fc.nat(15) });
const sentence = fc.record({
  span: fc.record({ start: fc.nat(), end: fc.nat() }),
  isQuestion: fc.boolean(),
  asksFor: fc.constantFrom(null, ...(Object.keys(MARKS) as AnswerType[])),
  pointsBack: fc.boolean(),
  isRow: fc.boolean(),
  isSpeech: fc.boolean(),
  words: fc.array(word, { maxLength: 5 }),
});
const analysis: fc.Arbitrary<Analysis> = fc.record({
  headline: fc.array(word, { maxLength: 3 }),
  passages: fc.array(fc.array(sentence, { maxLength: 3 }), { maxLength: 3 }),
});

/** What was recorded, with its words as analysis gives them. */
function expand({ headline, passages }: PackedAnalysis, { normals, terms }: Forms): Analysis {
  const expandWords = (words: PackedWords): AnalyzedWord[] =>
    Array.from(words, (word) => ({
      normal: normals[word >>> MARK_BITS] ?? '',
      term: terms[word >>> MARK_BITS] ?? '',
      marks: word & MARK_MASK,
    }));
  return {
    headline: expandWords(headline),
    passages: passages.map((sentences) =>
      sentences.map(({ span, traits, words }) => ({
        span,
        ...unpackTraits(traits),
        words: expandWords(words),
      })),
    ),
  };
}

describe('a recorder', () => {
  it('gives every analysis as it was recorded, with each form once', () => {
    fc.assert(
      fc.property(fc.array(analysis, { maxLength: 6 }), (analyses) => {
        const recorder = new AnalysisPacker();
        const recorded = analyses.map((each, i) => recorder.add(`key ${i}`, each));
        expect(recorded.map((each) => expand(each, recorder.forms))).toEqual(analyses);
        const { normals, terms } = recorder.forms;
        const forms = normals.map((normal, i) => `${normal}\n${terms[i] ?? ''}`);
        expect(new Set(forms).size).toBe(forms.length);
      }),
    );
  });

  it('copies what the analyses of others are, by their keys', () => {
    fc.assert(
      fc.property(fc.array(analysis, { maxLength: 6 }), analysis, (analyses, other) => {
        const source = new AnalysisPacker();
        analyses.forEach((each, i) => {
          source.add(`key ${i}`, each);
        });
        const recorder = new AnalysisPacker();
        recorder.add('other', other);
        const copy = recorder.openCopier(source.freeze());
        for (const i of [...analyses.keys()].reverse()) {
          const copied = copy(`key ${i}`);
          expect(copied && expand(copied, recorder.forms)).toEqual(analyses[i]);
        }
        expect(copy('another key')).toBeUndefined();
        expect(recorder.freeze().keys).toHaveLength(analyses.length + 1);
      }),
    );
  });
});
