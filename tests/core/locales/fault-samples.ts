import type { FaultCode, FaultContent, FaultFacts } from '../../../src/core/model/fault.js';
import type { PartialDate } from '../../../src/core/model/partial-date.js';

/** Facts of each fault, all of which its sentence says. */
const SAMPLES: { readonly [Code in FaultCode]: readonly FaultFacts[Code][] } = {
  ARTICLE_UNKNOWN: [
    { wanted: '', near: [] },
    { wanted: 'athi', near: [] },
    { wanted: 'athi', near: ['bridge', 'ferry'] },
  ],
  ARTICLE_WITHDRAWN: [{ title: 'Ferry sinks', on: '2023' as PartialDate, reason: 'It was false.' }],
  BUILD_FAILED: [{}],
  BUILD_STOPPED: [{}],
  COMMAND_UNKNOWN: [{ command: '/fly' }],
  CONFIG_INVALID: [{ problems: 'DISCORD_API_URL: Invalid URL' }],
  CORPUS_EMPTY: [
    { dir: 'news', tried: 1 },
    { dir: 'news', tried: 12 },
  ],
  CORPUS_MISSING: [
    { dir: 'news', cause: null },
    { dir: 'news', cause: 'ENOENT' },
  ],
  CORPUS_TOO_LARGE: [{}],
  DATES_REVERSED: [{ since: '2024', until: '2023' }],
  DATE_INVALID: [{ option: 'since', date: 'soon' }],
  DISCORD_REFUSED: [{}],
  EVAL_SET_INVALID: [{ detail: 'no such file' }],
  OUTLET_UNKNOWN: [
    { outlet: 'The Moon', outlets: [], hasMore: false },
    { outlet: 'The Moon', outlets: ['The Star', 'The Sun'], hasMore: false },
    { outlet: 'The Moon', outlets: ['The Star', 'The Sun'], hasMore: true },
  ],
  PARAGRAPH_UNKNOWN: [{ paragraph: '9', paragraphs: 4, title: 'Bridge opens' }],
  QUESTION_INVALID: [{}],
  QUOTE_MISMATCH: [{}],
  RELOAD_RUNNING: [{}],
  REPORT_LOST: [{}],
  RESULTS_INVALID: [{ results: 'many', most: 5 }],
  SESSION_ENDED: [{ code: 4014 }],
  SWITCH_INVALID: [{ option: 'private', value: 'maybe' }],
  ARTICLE_UNREADABLE: [{}],
  CHANGE_STALE: [{}],
  CHANGE_UNWRITTEN: [{ detail: 'ENOSPC' }],
  DRAFT_GONE: [{}],
  FETCH_REFUSED: [{ why: 'too-slow' }],
  FORMAT_UNKNOWN: [{ name: 'a.docx' }],
  FRONT_MATTER_INVALID: [{}],
  HTTP_UNAVAILABLE: [{ detail: '127.0.0.1:80' }],
  REVISION_UNKNOWN: [{ revision: '0a1b2c3' }],
  STATE_UNAVAILABLE: [{ cause: 'full' }, { cause: 'read-only' }, { cause: 'other' }],
  TIME_INVALID: [{ time: 'soon' }],
  TOO_MANY_QUESTIONS: [{ seconds: 12 }],
};

/** A row for each sentence that a fault can have. */
export const FAULT_SAMPLES = (Object.keys(SAMPLES) as FaultCode[]).flatMap(sampleFault);

function sampleFault<Code extends FaultCode>(code: Code): [Code, FaultContent<Code>][] {
  return SAMPLES[code].map((facts) => [code, { code, facts, problems: [] }]);
}
