import type { LoadedCorpus } from '../core/corpus.js';
import { describeStatus } from '../core/describe-corpus.js';
import type { Sentences } from '../core/sentences/sentences.js';
import { fitReport } from './fit-report.js';
import type { View } from './view.js';

const MS_PER_S = 1000;

export function renderStatus(say: Sentences, loaded: LoadedCorpus): View {
  const loadedAt = say.loadedAt(`<t:${Math.floor(loaded.loadedAt / MS_PER_S)}:R>`);
  return fitReport(say, describeStatus(say, loaded), loadedAt, 'corpus-status.txt');
}
