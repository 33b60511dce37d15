import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { CorpusSummary } from '../core/model/corpus.js';
import type { Meter } from '../core/model/log.js';

/** Values that are read anew on every scrape. */
export interface MetricInputs {
  /** `null` until a corpus is loaded. */
  readonly corpus: () => CorpusSummary | null;
  readonly isLive: () => boolean;
}

export interface Metrics {
  readonly meter: Meter;
  readonly contentType: string;
  /** In the text format of Prometheus. */
  read(): Promise<string>;
}

const ANSWER_SECONDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 3];

export function createMetrics({ corpus, isLive }: MetricInputs): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register, prefix: 'nukuu_' });
  const questions = new Counter({
    name: 'nukuu_questions_total',
    help: 'Questions by how they ended',
    labelNames: ['outcome'],
    registers,
  });
  const duration = new Histogram({
    name: 'nukuu_answer_seconds',
    help: 'Time from a question to its answer',
    buckets: ANSWER_SECONDS,
    registers,
  });
  const reloads = new Counter({
    name: 'nukuu_reloads_total',
    help: 'Reloads of the corpus by how they ended',
    labelNames: ['outcome'],
    registers,
  });
  const addGauge = (name: string, help: string, read: () => number): void => {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  };
  addGauge('nukuu_corpus_articles', 'Articles that answer', () => corpus()?.articles ?? 0);
  addGauge('nukuu_corpus_passages', 'Passages that answer', () => corpus()?.passages ?? 0);
  addGauge('nukuu_gateway_up', 'Whether the gateway of Discord is connected', () => Number(isLive()));

  return {
    contentType: register.contentType,
    read: () => register.metrics(),
    meter: {
      answered: (outcome, seconds) => {
        questions.inc({ outcome });
        if (outcome !== 'failed') duration.observe(seconds);
      },
      reloaded: (outcome) => {
        reloads.inc({ outcome });
      },
    },
  };
}
