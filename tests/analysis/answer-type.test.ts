import { describe, expect, it } from 'vitest';
import { detectAnswerType } from '../../src/analysis/answer-type.js';

describe('detectAnswerType', () => {
  it.each([
    ['name', ['who chairs the committee', 'whose farm was sold', 'to whom did she write']],
    ['name', ['what is the name of the clerk', 'which person signed it', 'what company built the dam']],
    [
      'name',
      ['nani alijenga daraja', 'ni akina nani walikuja', 'jina la gavana ni gani', 'mwalimu yupi alistaafu'],
    ],
    [
      'date',
      ['when did it open', 'at what time did it start', 'since when is it shut', 'how long ago was it'],
    ],
    ['date', ['in what year was it', 'on which day did she leave', 'what was the date of the fire']],
    ['date', ['daraja lilifunguliwa lini', 'ilikuwa mwaka gani', 'ni mwezi upi']],
    ['place', ['where was it', 'in which county is it', 'what place did he visit', 'which ward floods']],
    ['place', ['soko liko wapi', 'ni kaunti gani', 'alizaliwa kijiji kipi', 'yupo kata gani']],
    ['number', ['how many were hurt when the dam broke']],
    ['name', ['who was governor when it opened']],
    ['number', ['how many came', 'how much did it cost', 'how old is she', 'how long is the road']],
    ['number', ['what percentage agreed', 'what share of it is sold', 'what is the number of seats']],
    [
      'number',
      [
        'wangapi walikuja',
        'vitabu vingapi',
        'miti mingapi',
        'mashamba mangapi',
        'ni asilimia ngapi',
        'walifika saa ngapi',
      ],
    ],
    ['number', ['kiasi gani kilitumika', 'ni asilimia gani', 'daraja lina urefu gani']],
    [
      null,
      ['why did it fail', 'what did she say', 'kwa nini alijiuzulu', 'mbona alikataa', 'how was it done'],
    ],
  ] as const)('tells that they ask for a %s: %j', (type, questions) => {
    expect(questions.map((question) => detectAnswerType(question.split(' ')))).toEqual(
      questions.map(() => type),
    );
  });
});
