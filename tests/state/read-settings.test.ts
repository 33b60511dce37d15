import { describe, expect, it } from 'vitest';
import { MAX_RESULTS, MIN_RESULTS } from '../../src/core/model/limits.js';
import { DEFAULT_SETTINGS, type ServerSettings } from '../../src/core/model/settings.js';
import { readSettings } from '../../src/state/stores.js';

const CHOSEN: ServerSettings = {
  language: 'sw',
  isPrivateByDefault: true,
  hasVotes: false,
  answersMentions: false,
  results: 5,
  questionsAMember: 3,
  questionsAServer: 40,
};

describe('readSettings', () => {
  it('reads what was written', () => {
    expect(readSettings(JSON.stringify(CHOSEN))).toEqual(CHOSEN);
  });

  it.each(['', 'null', '[]', '"sw"', '{"language":', '{}'])('gives the defaults for %j', (text) => {
    expect(readSettings(text)).toEqual(DEFAULT_SETTINGS);
  });

  it('leaves out what it does not know', () => {
    expect(readSettings(JSON.stringify({ ...CHOSEN, colour: 'green' }))).toEqual(CHOSEN);
  });

  it.each(Object.keys(CHOSEN))('gives the default for %s alone where it is missing or bad', (key) => {
    const expected = { ...CHOSEN, [key]: { ...DEFAULT_SETTINGS }[key] };
    for (const bad of [undefined, null, 'fr', {}, -1, 1.5]) {
      expect(readSettings(JSON.stringify({ ...CHOSEN, [key]: bad }))).toEqual(expected);
    }
  });

  it.each([
    ['results', MIN_RESULTS - 1, DEFAULT_SETTINGS.results],
    ['results', MIN_RESULTS, MIN_RESULTS],
    ['results', MAX_RESULTS, MAX_RESULTS],
    ['results', MAX_RESULTS + 1, DEFAULT_SETTINGS.results],
    ['questionsAMember', 0, DEFAULT_SETTINGS.questionsAMember],
    ['questionsAMember', 1, 1],
    ['questionsAServer', 0, DEFAULT_SETTINGS.questionsAServer],
    ['questionsAServer', 1, 1],
  ])('reads %s: %i as %i', (key, value, read) => {
    expect(readSettings(JSON.stringify({ ...CHOSEN, [key]: value }))).toEqual({ ...CHOSEN, [key]: read });
  });
});
