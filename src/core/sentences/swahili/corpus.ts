import type { CorpusSummary } from '../../corpus.js';
import type { Progress } from '../../progress.js';
import type { ENGLISH_CORPUS } from '../english/corpus.js';
import { formatCount } from '../format-count.js';
import type { SameShape } from '../same-shape.js';
import { SWAHILI_CITATIONS } from './citations.js';
import { SWAHILI_PROBLEMS } from './problems.js';

export const SWAHILI_CORPUS: SameShape<typeof ENGLISH_CORPUS> = {
  corpusLine: (summary) =>
    `Mkusanyiko ${summary.revision} · ${countArticles(summary.articles)} · ${formatSpan(summary)}`,
  spanLine: (summary) =>
    summary.from === null ? 'Hakuna makala yenye tarehe.' : `Tarehe za makala: ${formatSpan(summary)}.`,
  countArticles,
  countPassages: (count) => (count === 1 ? 'kifungu 1' : `vifungu ${count}`),
  undatedArticles: (count) =>
    count === 1 ? '1 kati ya hizo haina tarehe' : `${count} kati ya hizo hazina tarehe`,
  withdrawnArticles: (count) => (count === 1 ? 'nyingine 1 imetenguliwa' : `nyingine ${count} zimetenguliwa`),
  outlets: 'Vyombo vya habari',
  loadedAt: (when) => `Zimepakiwa ${when}`,

  progress: (progress) => STAGES[progress.stage](progress),
  reloaded: 'Makala zimepakiwa upya.',
  previewed: 'Haya ndiyo mabadiliko ambayo upakiaji upya ungeleta. Bado hakuna kilichobadilika.',
  held: 'Bado hakuna kilichobadilika: kuna kitakachopotea. Soma yaliyo hapa chini kabla ya kuendelea.',
  unrecorded: 'Lakini hili halikuweza kuandikwa katika kumbukumbu ya ukaguzi.',
  pinsUnread: 'Maswali yaliyobandikwa hayakuweza kusomwa, kwa hiyo hayakukaguliwa.',
  pinsKept: (count) => `Maswali yaliyobandikwa ambayo bado yanajibiwa: ${count}`,
  pinsLost: (count) => `Maswali yaliyobandikwa ambayo yangepotea: ${count}`,
  pinsUnmet: (count) => `Maswali yaliyobandikwa yasiyojibiwa awali wala sasa: ${count}`,
  pin: (question, articleId) => `“${question}” — ${articleId}`,
  acceptHint: (revision) => `Ili kuendelea hata hivyo: /corpus reload accept:${revision}`,
  reloadFailed: 'Upakiaji upya umeshindwa. Makala zilizopakiwa awali bado zinajibu.',
  unchanged: 'Hakuna makala iliyobadilika.',
  added: (count) => `${count === 1 ? 'Iliyoongezwa' : 'Zilizoongezwa'}: ${count}`,
  changed: (count) => `${count === 1 ? 'Iliyobadilika' : 'Zilizobadilika'}: ${count}`,
  removed: (count) => `${count === 1 ? 'Iliyoondolewa' : 'Zilizoondolewa'}: ${count}`,
  withdrawn: (count) => `${count === 1 ? 'Iliyotenguliwa' : 'Zilizotenguliwa'}: ${count}`,
  restored: (count) => `${count === 1 ? 'Iliyorejeshwa' : 'Zilizorejeshwa'}: ${count}`,
  glossaryChanged: 'Faharasa imebadilika.',
  revisions: (before, after) =>
    before === after ? `Mkusanyiko ${after}` : `Mkusanyiko ${before} → ${after}`,
  rejected: (count) => (count === 1 ? 'tatizo 1' : `matatizo ${count}`),
  problem: ({ file, line, code, facts, isKept = false }) =>
    `${sayPlace(file, line)}${SWAHILI_PROBLEMS[code](facts)}${isKept ? ' Kilichoweza kusomwa awali kinabaki.' : ''}`,
  restInFile: (lines) =>
    lines === 1 ? '… na mstari 1 zaidi; faili ina yote.' : `… na mistari ${lines} zaidi; faili ina yote.`,
};

const STAGES: Readonly<Record<Progress['stage'], (progress: Progress) => string>> = {
  reading: ({ done, total }) => `Ninasoma ${countOf(done, total)} …`,
  analysing: ({ done, total }) => `Ninachanganua ${countOf(done, total)} …`,
  learning: ({ total }) => `Ninajifunza kutoka kwa makala ${formatCount(total)} …`,
};

function countOf(done: number, total: number): string {
  return `makala ${formatCount(done)} kati ya ${formatCount(total)}`;
}

function countArticles(count: number): string {
  return `makala ${count}`;
}

function formatSpan({ from, to }: CorpusSummary): string {
  if (from === null || to === null) return 'tarehe hazijulikani';
  return from === to
    ? SWAHILI_CITATIONS.date(from)
    : `${SWAHILI_CITATIONS.date(from)} – ${SWAHILI_CITATIONS.date(to)}`;
}

/** A problem of what has no file yet is told without one. */
function sayPlace(file: string, line: number | null): string {
  if (file === '') return line === null ? '' : `Mstari ${line}: `;
  return line === null ? `${file}: ` : `${file}, mstari ${line}: `;
}
