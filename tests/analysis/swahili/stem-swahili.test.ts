import { describe, expect, it } from 'vitest';
import { findSwahiliStem, stemSwahili } from '../../../src/analysis/swahili/stem-swahili.js';

const stemAll = (words: string): string[] => [...new Set(words.split(' ').map(stemSwahili))];

describe('stemSwahili', () => {
  it.each([
    ['persons', 'mgeni wageni', 'mgeni'],
    ['teachers, by either spelling', 'mwalimu walimu waalimu', 'mwalimu'],
    ['things', 'kikapu vikapu kikapuni', 'kikapu'],
    ['things before a vowel', 'choo vyoo chooni', 'choo'],
    ['trees', 'mlango milango mlangoni', 'mlango'],
    ['years', 'mwaka miaka', 'mwaka'],
    ['fruits', 'tunda matunda', 'tunda'],
    ['a noun of class ji', 'jicho macho machoni', 'jicho'],
    ['a noun of class u', 'ukurasa kurasa', 'ukurasa'],
    ['a short noun of class u', 'uso nyuso', 'uso'],
    ['a noun of class u without its prefix', 'ukoo koo', 'ukoo'],
    ['a noun that changes its consonant', 'ulimi ndimi', 'ulimi'],
    ['titles', 'gavana magavana', 'gavana'],
    ['an adverb of a noun', 'siasa kisiasa', 'siasa'],
    ['adjectives', 'mzuri wazuri vizuri nzuri', 'zuri'],
  ])('leads %s to one noun', (_name, words, stem) => {
    expect(stemAll(words)).toEqual([stem]);
  });

  it.each([
    ['tenses', 'kupika anapika walipika watapika amepika hupika', 'kupika'],
    ['negation', 'kupika hapiki hakupika hawajapika', 'kupika'],
    ['objects', 'kusaidia alimsaidia atakusaidia kuwasaidia', 'kusaidia'],
    ['relatives', 'waliopika aliyepika iliyopikwa kinachopikwa', 'kupika'],
    ['the passive', 'kubomoa ilibomolewa yamebomolewa', 'kubomoa'],
    ['the passive of a short verb', 'kulipa walilipwa hakulipwa', 'kulipa'],
    ['an act of a verb in wa', 'kufanikiwa amefanikiwa mafanikio', 'kufanikiwa'],
    ['a noun of Arabic origin', 'kuajiri ameajiriwa ajira mwajiri', 'kuajiri'],
    ['the subjunctive', 'kutafuta watafute usitafute', 'kutafuta'],
    ['the stative', 'kuvunja umevunjika', 'kuvunja'],
    ['verbs of one syllable', 'kula alikula wanaokula', 'kula'],
    ['verbs of Arabic origin', 'kusamehe alisamehewa wamesamehe', 'kusamehe'],
    ['persons', 'kucheza mchezaji wachezaji', 'kucheza'],
    ['acts', 'kucheza mchezo michezo', 'kucheza'],
    ['a change of the last consonant', 'kupika mpishi mapishi upishi', 'kupika'],
    ['an inserted consonant', 'kufungua ufunguzi', 'kufungua'],
    ['a nasal before it', 'kulinda mlinzi ulinzi', 'kulinda'],
    ['a noun of a verb of Arabic origin', 'kutibu matibabu', 'kutibu'],
    ['teaching and training', 'kufundisha mafunzo mafundisho', 'kufunza'],
    ['a short noun', 'kuomba ombi maombi', 'kuomba'],
    ['claims', 'kudai madai wanadai', 'kudai'],
    ['fighting, which is not hitting', 'kupigana mapigano walipigana', 'kupigana'],
    ['an act without prefix', 'kuongezeka ongezeko', 'kuongeza'],
  ])('leads a verb to its infinitive: %s', (_name, words, stem) => {
    expect(stemAll(words)).toEqual([stem]);
  });

  it.each([
    ['verbs', 'kukwangura alikwangura', 'kukwangura'],
    ['persons', 'mbwanyenye wabwanyenye', 'mbwanyenye'],
    ['things', 'kibwebwe vibwebwe', 'kibwebwe'],
  ])('stems unknown %s by their shape', (_name, words, stem) => {
    expect(stemAll(words)).toContain(stem);
  });

  it.each([
    ['mama dada baba kaka babu'],
    ['kura kuku kuta kubwa kundi kuni'],
    ['mji maji mti mto moto mtoto mtu'],
    ['bei bia beti'],
    ['rais raia'],
    ['soko shoka soka'],
    ['maziwa wazi'],
    ['mwezi mwaka mwisho mwili'],
    ['kifo kifua kiti kituo kisu kisa'],
    ['uso ukuta uzi ufa'],
    ['panda panga pinda pita pata pima'],
    ['kupanda kupanga kupenda kupinda kupita kupata kupima kupaka'],
    ['kufunga kufungua kufunza kufuata kufuta'],
    ['kanuni kanu'],
    ['sheria sherehe shera'],
    ['matatu tatu makazi kazi'],
    ['mali wali mila'],
  ])('keeps apart %s', (words) => {
    expect(stemAll(words)).toHaveLength(words.split(' ').length);
  });

  it.each([
    ['mombasa'],
    ['kisumu'],
    ['kitui'],
    ['kisii'],
    ['mwai'],
    ['kibaki'],
    ['mutua'],
    ['mwangi'],
    ['goma'],
    ['linda'],
  ])('leaves the name %s', (name) => {
    expect(stemSwahili(name)).toBe(name);
  });
});

describe('findSwahiliStem', () => {
  it.each(['wanjiku', 'waiguru', 'table', 'governor', 'ni', ''])(
    'knows no form of a word in "%s"',
    (word) => {
      expect(findSwahiliStem(word)).toBeNull();
    },
  );
});
