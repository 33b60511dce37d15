import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnalysisRecorder, openAnalyses, type Analysis } from '../../src/analysis/analysis-cache.js';

const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((value) => !value.includes('\n'));
const word = fc.record({ normal: text, term: text, marks: fc.nat(15) });
const sentence = fc.record({
  span: fc.record({ start: fc.nat(), end: fc.nat() }),
  words: fc.array(word, { maxLength: 5 }),
});
const analysis: fc.Arbitrary<Analysis> = fc.record({
  headline: fc.array(word, { maxLength: 3 }),
  passages: fc.array(fc.array(sentence, { maxLength: 3 }), { maxLength: 3 }),
});

describe('openAnalyses', () => {
  it('gives back every analysis that was recorded, and no other', () => {
    fc.assert(
      fc.property(fc.array(analysis, { maxLength: 6 }), (analyses) => {
        const recorder = new AnalysisRecorder();
        analyses.forEach((each, i) => {
          recorder.add(`key ${i}`, each);
        });
        const find = openAnalyses(recorder.freeze());
        analyses.forEach((each, i) => {
          expect(find(`key ${i}`)).toEqual(each);
        });
        expect(find('another key')).toBeUndefined();
      }),
    );
  });
});

describe('openCopier', () => {
  it('adds what the analyses of others are, by their keys', () => {
    fc.assert(
      fc.property(fc.array(analysis, { maxLength: 6 }), analysis, (analyses, other) => {
        const source = new AnalysisRecorder();
        analyses.forEach((each, i) => {
          source.add(`key ${i}`, each);
        });
        const recorder = new AnalysisRecorder();
        recorder.add('other', other);
        const copy = recorder.openCopier(source.freeze());
        for (const i of [...analyses.keys()].reverse()) copy(`key ${i}`);
        copy('another key');
        const frozen = recorder.freeze();
        const find = openAnalyses(frozen);
        expect(find('other')).toEqual(other);
        analyses.forEach((each, i) => {
          expect(find(`key ${i}`)).toEqual(each);
        });
        expect(frozen.keys).toHaveLength(analyses.length + 1);
      }),
    );
  });
});
