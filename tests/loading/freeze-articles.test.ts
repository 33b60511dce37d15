import { describe, expect, it } from 'vitest';
import { AnalysisRecorder, openAnalyses } from '../../src/analysis/analysis-cache.js';
import type { Analyzer } from '../../src/core/analysis.js';
import { freezeArticles } from '../../src/loading/freeze-articles.js';
import { makeArticle, shareAnalyzer } from '../support/fake-corpus.js';

const ARTICLES = [
  makeArticle('a', [
    'The county opened a bridge in 2023. Engineer Mwende Kilonzo built it.',
    'Traders came.',
  ]),
  makeArticle('b', ['Polisi waliwatawanya waandamanaji sokoni Jumatatu.'], { title: 'Maandamano' }),
];

describe('freezeArticles', () => {
  it('does not analyse again what an earlier build did, and freezes the same', () => {
    const recorder = new AnalysisRecorder();
    const frozen = freezeArticles(ARTICLES, shareAnalyzer(), [], { recorder });
    const findAnalysis = openAnalyses(recorder.freeze());
    const analyzed: string[] = [];
    const watched: Analyzer = {
      ...shareAnalyzer(),
      analyzePassage: (text) => {
        analyzed.push(text);
        return shareAnalyzer().analyzePassage(text);
      },
    };
    expect(freezeArticles(ARTICLES, watched, [], { findAnalysis })).toEqual(frozen);
    expect(analyzed).toEqual([]);

    const [first, second] = ARTICLES;
    const changed = makeArticle('b', ['Polisi waliondoka.']);
    freezeArticles([...(first ? [first] : []), changed], watched, [], { findAnalysis });
    expect(second).toBeDefined();
    expect(analyzed).toEqual(['Polisi waliondoka.']);
  });
});
